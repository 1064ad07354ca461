"""ISO 8601 forms of times: days, months, quarters (as 2023-Q1), years and ranges of them."""

import re
from datetime import time

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.expression import TimeContext, Wording
from generator.domain.times.kinds import Op, PeriodName, SaidOf, UnitKind
from generator.domain.times.piece import FIRST_YEAR, LAST_YEAR
from generator.domain.times.words import ImpossibleTime

_UNIT = r"\d{4}(?:-(?:[Qq]\d|\d{2}(?:-\d{2})?))?"
_SINGLE = re.compile(rf"({_UNIT})(?:[T ](\d{{2}}):(\d{{2}}))?")
_RANGE = re.compile(rf"({_UNIT})\s*(?:/|\.\.)\s*({_UNIT})")


def iso_wording(text: str, context: TimeContext) -> Wording | None:
    """What an ISO text says, None when it is not ISO. ImpossibleTime for a day or month that is not there.

    A day alone, said of a deadline or a window, is the last day on which it may be done.
    """
    single = _SINGLE.fullmatch(text)
    if single:
        return _single(single[1], single[2], single[3], context)
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    first, last = iso_unit(found[1]), iso_unit(found[2])
    if first.first_day > last.last_day:
        raise ImpossibleTime(text)
    years = first.kind is UnitKind.YEAR and last.kind is UnitKind.YEAR
    return Wording(op=Op.FROM_TO, units=(first, last), period=PeriodName.STAGE if years else None)


def _single(text: str, hour: str | None, minute: str | None, context: TimeContext) -> Wording | None:
    unit = iso_unit(text)
    is_limit = unit.kind is UnitKind.DAY and context.said_of in {SaidOf.DEADLINE, SaidOf.WINDOW}
    op = Op.BY if is_limit else Op.IN
    if hour is None or minute is None:
        return Wording(op=op, units=(unit,))
    if unit.kind is not UnitKind.DAY:
        return None
    if int(hour) > 23 or int(minute) > 59:
        raise ImpossibleTime(f"{hour}:{minute}")
    return Wording(op=op, units=(unit,), clock=time(int(hour), int(minute)))


def iso_unit(text: str) -> CalendarUnit:
    """The unit of 2023-03-31, 2023-03, 2023-Q1 or 2023. ImpossibleTime when there is none."""
    year, _, rest = text.partition("-")
    unit = _unit(int(year), rest)
    try:
        if unit.last_day and FIRST_YEAR <= unit.year <= LAST_YEAR:
            return unit
    except ValueError:
        pass
    raise ImpossibleTime(text)


def _unit(year: int, rest: str) -> CalendarUnit:
    if not rest:
        return CalendarUnit(kind=UnitKind.YEAR, year=year)
    if rest[0] in "Qq":
        return CalendarUnit(kind=UnitKind.QUARTER, year=year, number=int(rest[1]))
    month, _, day = rest.partition("-")
    if not day:
        return CalendarUnit(kind=UnitKind.MONTH, year=year, month=int(month))
    return CalendarUnit(kind=UnitKind.DAY, year=year, month=int(month), day=int(day))
