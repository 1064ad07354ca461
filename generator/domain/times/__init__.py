"""Times of a plan: read by grammar, understood in context, ordered, given a state, said in any language."""

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.expression import (
    DAILY,
    HALF_YEARLY,
    MONTHLY,
    PERIODIC,
    QUARTERLY,
    WEEKLY,
    YEARLY,
    Amount,
    Frequency,
    Lasting,
    Period,
    RecurringDay,
    TimeContext,
    TimeExpression,
    Wording,
)
from generator.domain.times.kinds import (
    Deferral,
    Lane,
    Manner,
    Op,
    Outlook,
    Part,
    PartOfDay,
    PeriodName,
    Precision,
    Relation,
    SaidOf,
    TimeKind,
    TimeState,
    UnitKind,
)
from generator.domain.times.meaning import understood
from generator.domain.times.ordering import lane_of, occurrences, sort_key
from generator.domain.times.parsing import parse_time
from generator.domain.times.printing import PrintedTime, print_time, printed_time
from generator.domain.times.states import boundaries, state_of

__all__ = [
    "DAILY", "HALF_YEARLY", "MONTHLY", "PERIODIC", "QUARTERLY", "WEEKLY", "YEARLY",
    "Amount", "CalendarUnit", "Deferral", "Frequency", "Lane", "Lasting", "Manner", "Op", "Outlook", "Part",
    "PartOfDay", "Period", "PeriodName", "Precision", "PrintedTime", "RecurringDay", "Relation", "SaidOf",
    "TimeContext", "TimeExpression", "TimeKind", "TimeState", "UnitKind", "Wording",
    "boundaries", "lane_of", "occurrences", "parse_time", "print_time", "printed_time", "sort_key",
    "state_of", "understood",
]  # fmt: skip
