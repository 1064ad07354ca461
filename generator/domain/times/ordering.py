"""Where a time stands in a timeline, and the days on which a rule of every year, month or week falls."""

from datetime import date, timedelta

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.expression import Frequency, Period, RecurringDay, TimeExpression
from generator.domain.times.kinds import Lane, Op, Precision, TimeKind, UnitKind

SortKey = tuple[int, date, int, int]
_LANES = {
    TimeKind.RECURRING: Lane.RECURRING,
    TimeKind.RECURRING_BEFORE: Lane.RECURRING,
    TimeKind.ONGOING: Lane.ONGOING,
    TimeKind.AS_NEEDED: Lane.ONGOING,
    TimeKind.STAGED: Lane.ONGOING,
    TimeKind.PERIOD: Lane.PERIOD,
}
_RANKS = {precision: rank for rank, precision in enumerate(Precision)}
_LANE_RANKS = {lane: rank for rank, lane in enumerate(Lane)}
_ON_EVENTS = frozenset({TimeKind.EVENT_RELATIVE, TimeKind.DURATION})


def lane_of(time: TimeExpression) -> Lane:
    """The lane of a time: dated, or one of those that follow the dated list."""
    lane = _LANES.get(time.kind)
    if lane:
        return lane
    if time.end or time.start:
        return Lane.DATED
    return Lane.EVENT if time.kind in _ON_EVENTS or time.anchor else Lane.NONE


def sort_key(time: TimeExpression, order: int) -> SortKey:
    """Lane, boundary, precision (day before month before quarter before year), place in the document."""
    lane = lane_of(time)
    boundary = (time.end or time.start) if lane is Lane.DATED else None
    return _LANE_RANKS[lane], boundary or date.max, _RANKS[time.precision], order


def occurrences(time: TimeExpression, validity: Period | None) -> tuple[date, ...]:
    """The days of a recurring time within the validity, in order; none without validity or stated days.

    A turn without such a day (31 in April, 29 February) has no occurrence, as in RFC 5545, section 3.3.10.
    A month or quarter without a day counts with its last day, and after "trước" with its first. Give the validity
    from the day of issue where that is later than its start: a plan binds nobody before it is issued.
    """
    if validity is None or len(time.recur) != 1:
        return ()
    days = (day for rule in time.days for day in _days_of(rule, time.recur[0], validity, time.op is Op.BEFORE))
    return tuple(sorted({day for day in days if day in validity}))


def _days_of(rule: RecurringDay, frequency: Frequency, validity: Period, before: bool) -> list[date]:
    if rule.weekday is not None:
        first = validity.start + timedelta(days=(rule.weekday - validity.start.weekday()) % 7)
        return [first + timedelta(days=at) for at in range(0, (validity.end - first).days + 1, 7)]
    months = [
        (year, month)
        for year in range(validity.start.year, validity.end.year + 1)
        for month in range(1, 13)
        if _is_turn(rule, frequency, month, before)
    ]
    wanted = 1 if before and rule.day is None else rule.day
    return [day for year, month in months if (day := _day_in(year, month, wanted))]


def _is_turn(rule: RecurringDay, frequency: Frequency, month: int, before: bool) -> bool:
    if rule.quarter is not None:
        return month == rule.quarter * 3 - (2 if before else 0)
    if frequency.unit is UnitKind.QUARTER:
        return (month - 1) % 3 + 1 == rule.month_of_quarter
    return rule.month in (None, month)


def _day_in(year: int, month: int, day: int | None) -> date | None:
    if day is None:
        return CalendarUnit(kind=UnitKind.MONTH, year=year, month=month).last_day
    try:
        return date(year, month, day)
    except ValueError:
        return None
