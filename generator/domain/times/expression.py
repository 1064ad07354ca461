"""What the words of a time say (`Wording`), and what follows from them in context (`TimeExpression`)."""

from datetime import date, time

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.kinds import (
    Deferral,
    Manner,
    Op,
    Outlook,
    PartOfDay,
    PeriodName,
    Precision,
    Relation,
    SaidOf,
    TimeKind,
    UnitKind,
)
from generator.frozen import frozen


@frozen
class Period:
    """A stretch of days, both ends included."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@frozen
class TimeContext:
    """What a time's meaning depends on besides its words: the plan's validity, and what it is said of."""

    validity: Period | None = None
    said_of: SaidOf = SaidOf.DEADLINE


@frozen
class Frequency:
    """`times` times in every `every` units; without a unit only "periodically"."""

    unit: UnitKind | None = None
    every: int = 1
    times: int = 1


DAILY = Frequency(UnitKind.DAY)
WEEKLY = Frequency(UnitKind.WEEK)
MONTHLY = Frequency(UnitKind.MONTH)
QUARTERLY = Frequency(UnitKind.QUARTER)
HALF_YEARLY = Frequency(UnitKind.MONTH, every=6)
YEARLY = Frequency(UnitKind.YEAR)
PERIODIC = Frequency()


@frozen(kw_only=True)
class RecurringDay:
    """The place within each turn: day and month of a year, day of a month, weekday, quarter of a year.

    `month_of_quarter` is 1 to 3, `weekday` 0 (Monday) to 6.
    """

    day: int | None = None
    month: int | None = None
    quarter: int | None = None
    month_of_quarter: int | None = None
    weekday: int | None = None


@frozen
class Amount:
    """So many units: "05 ngày làm việc" is Amount(5, DAY, working=True)."""

    count: int
    unit: UnitKind
    working: bool = False


@frozen
class Lasting:
    """How long an event lasts: half-day sessions ("buổi") or whole days."""

    count: int
    whole_days: bool = False


@frozen(kw_only=True)
class Wording:
    """What the words themselves say; enough to say them again in any language.

    `units` holds one unit, the members of a list (op IN), or first and last of a range (op FROM_TO; one
    alone when the range starts with an event, which is then the `anchor`). `anchor` is in the document's own
    words. `count` counts the years of a review or an anniversary. `alternatives`: joined by "or".
    """

    op: Op = Op.NONE
    units: tuple[CalendarUnit, ...] = ()
    tentative: bool = False
    clock: time | None = None
    clock_end: time | None = None
    weekday: int | None = None
    part_of_day: PartOfDay | None = None
    lasting: Lasting | None = None
    recur: tuple[Frequency, ...] = ()
    days: tuple[RecurringDay, ...] = ()
    at_least: bool = False
    manners: tuple[Manner, ...] = ()
    alternatives: bool = False
    period: PeriodName | None = None
    vision_year: int | None = None
    outlook: Outlook | None = None
    open_ended: bool = False
    anchor: str | None = None
    relation: Relation | None = None
    count: int | None = None
    amount: Amount | None = None
    deferral: Deferral | None = None
    commemorates: bool = False


@frozen(kw_only=True)
class TimeExpression(Wording):
    """A time of a plan: the words, verbatim in NFC, and their meaning.

    `end` is the boundary by which it sorts ("trước P": the first day of P; otherwise the last day).
    `past_from` is the first day on which it is past (None: never). `offending` is the part of the words that
    no calendar has.
    """

    text: str
    kind: TimeKind
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE
    past_from: date | None = None
    said_of: SaidOf = SaidOf.DEADLINE
    offending: str | None = None
