"""The closed vocabularies of time: which kind it is, how exact, how it binds, in which state it stands."""

from enum import StrEnum


class TimeKind(StrEnum):
    """The families of time expressions that plans use, one member a family, and what could not be read."""

    ISSUE_DATE = "issue_date"
    BEFORE = "before"
    BEFORE_PERIOD = "before_period"
    BY = "by"
    IN_MONTH = "in_month"
    IN_QUARTER = "in_quarter"
    IN_SPAN = "in_span"
    TARGET_YEAR = "target_year"
    ON_DAY = "on_day"
    EXPECTED = "expected"
    WINDOW = "window"
    SINCE = "since"
    AFTER = "after"
    DURATION = "duration"
    RECURRING = "recurring"
    RECURRING_BEFORE = "recurring_before"
    ONGOING = "ongoing"
    AS_NEEDED = "as_needed"
    STAGED = "staged"
    PERIOD = "period"
    EVENT_RELATIVE = "event_relative"
    ANNIVERSARY = "anniversary"
    DEFERRED = "deferred"
    NONE_STATED = "none_stated"
    UNKNOWN = "unknown"
    IMPOSSIBLE = "impossible"


class Precision(StrEnum):
    """How exact a time is; the order of the members is the order of sorting."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    NONE = "none"


class Op(StrEnum):
    """How the words bind a matter to its calendar unit."""

    NONE = "none"
    BEFORE = "before"
    BY = "by"
    IN = "in"
    FROM_TO = "from_to"
    FROM = "from"
    AFTER = "after"


class SaidOf(StrEnum):
    """What a time is said of; the same words mean different things of different matters."""

    DEADLINE = "deadline"
    PERIOD = "period"
    EVENT = "event"
    WINDOW = "window"
    CITATION = "citation"
    ISSUE_DATE = "issue_date"


class UnitKind(StrEnum):
    """The calendar units that words name; MONTHS is "the first/last n months of a year"."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    MONTHS = "months"
    YEAR = "year"


class Part(StrEnum):
    """A part of a month, quarter or year."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_TEN_DAYS = "first_ten_days"
    SECOND_TEN_DAYS = "second_ten_days"
    LAST_TEN_DAYS = "last_ten_days"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"


class PartOfDay(StrEnum):
    """A part of a day, as invitations name it."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class PeriodName(StrEnum):
    """What a band of years is called: a stage of a programme, a term of office, a drive without dates."""

    STAGE = "stage"
    TERM = "term"
    DRIVE = "drive"


class Outlook(StrEnum):
    """How words look beyond a period's end."""

    VISION = "vision"
    ORIENTATION = "orientation"
    CONSIDERATION = "consideration"


class Manner(StrEnum):
    """Manners of time without a date."""

    IN_STAGES = "in_stages"
    REGULAR = "regular"
    PROMPT = "prompt"
    AD_HOC = "ad_hoc"


class Relation(StrEnum):
    """How a time hangs on an event."""

    OCCASION = "occasion"
    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    BEFORE_IT_HAPPENS = "before_it_happens"
    AFTER_IT_HAPPENS = "after_it_happens"
    WHEN = "when"
    PHASES = "phases"
    THEN = "then"
    MIDTERM_REVIEW = "midterm_review"
    PRELIMINARY_REVIEW = "preliminary_review"
    FINAL_REVIEW = "final_review"
    ANNIVERSARY_OF = "anniversary_of"


class Deferral(StrEnum):
    """Where a time is to be found when the document does not state it."""

    INVITATION = "invitation"
    NOTICE = "notice"
    AS_PLANNED = "as_planned"
    ON_SCHEDULE_AS_PLANNED = "on_schedule_as_planned"
    AS_REGULATED = "as_regulated"
    ACCORDING_TO = "according_to"


class Lane(StrEnum):
    """Where a time stands in a timeline; the order of the members is the order of lanes."""

    DATED = "dated"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    PERIOD = "period"
    EVENT = "event"
    NONE = "none"


class TimeState(StrEnum):
    """The state of a matter on a day. No time makes anything overdue: only staff say so."""

    UPCOMING = "upcoming"
    DUE_SOON = "due_soon"
    PAST_STATED_DATE = "past_stated_date"
    COMPLETED = "completed"
    RESULT_PUBLISHED = "result_published"
    OVERDUE = "overdue"
    TAKING_PLACE = "taking_place"
    TOOK_PLACE = "took_place"
    NOT_YET_OPEN = "not_yet_open"
    OPEN = "open"
    CLOSED = "closed"
    ONGOING = "ongoing"
    PERIOD_ENDED = "period_ended"
    PLAN_ENDED = "plan_ended"
    MERGED = "merged"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    NONE = "none"
