"""What of a time a calendar can hold: whole days, stretches of days, and rules. What has no day is not invented.

A time occupies a calendar to the last day before it is past, so that its entry ends when its state changes: "trước
ngày 31/3" is a matter of 30 March, "trong quý I" of 31 March. Only what takes place occupies the days between.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from generator.domain.times import (
    Lane,
    Op,
    Period,
    Precision,
    RecurringDay,
    SaidOf,
    TimeExpression,
    TimeKind,
    UnitKind,
    lane_of,
    occurrences,
)
from generator.frozen import frozen

_ONE_DAY = timedelta(days=1)
# A year, or half of one, in which something is to take place says nothing of its days.
_EXACT = frozenset({Precision.DAY, Precision.MONTH, Precision.QUARTER})
_TAKES_PLACE = frozenset({TimeKind.EVENT_RELATIVE, TimeKind.ANNIVERSARY})
_STEPS = {UnitKind.MONTH: 1, UnitKind.QUARTER: 3, UnitKind.YEAR: 12}


class Sense(StrEnum):
    """What the days of a calendar entry say of a matter."""

    DEADLINE = "deadline"
    """The last day on which it is in time."""
    BEGINS = "begins"
    """The first day; nothing says when it ends."""
    TAKES_PLACE = "takes_place"
    """It fills the days, or happens on one of them."""
    EXPECTED = "expected"
    """The same, where the document only expects it."""


@frozen
class Rule:
    """Turns with one day each: every `every` months on `month_day` (-1: the last), or on the same day of each week."""

    every: int = 0
    """0 for weeks."""
    month_day: int = 0


@frozen
class CalendarDays:
    """One entry of a calendar: the days from `first` to `last`, and again on the first of the days in `again`.

    `rule` tells all of them where one does; `again` holds the days after the first turn.
    """

    first: date
    last: date
    sense: Sense
    tentative: bool = False
    again: tuple[date, ...] = ()
    rule: Rule | None = None

    @property
    def end(self) -> date:
        """The last day of the last turn."""
        return self.again[-1] if self.again else self.last


def calendar_days(time: TimeExpression, validity: Period | None) -> tuple[CalendarDays, ...]:
    """Give the entries that a calendar has for a time of a plan that binds its bodies for `validity`."""
    lane = lane_of(time)
    if lane is Lane.RECURRING:
        found = (_turns(time, day, validity) for day in time.days)
        return tuple(days for days in found if days is not None)
    return tuple(_dated(time)) if lane is Lane.DATED else ()


def _dated(time: TimeExpression) -> Iterator[CalendarDays]:
    if _fills_its_days(time):
        if time.precision in _EXACT:
            yield from _stretches(time)
    elif time.end is not None:
        last = _last_day_in_time(time, time.end)
        if time.kind not in _TAKES_PLACE or time.precision in _EXACT:
            yield CalendarDays(last, last, _sense(time, Sense.DEADLINE), time.tentative)
    elif time.start is not None:
        yield CalendarDays(time.start, time.start, _sense(time, Sense.BEGINS), time.tentative)


def _fills_its_days(time: TimeExpression) -> bool:
    """Tell what takes place within its days from what is to be done by the last of them."""
    if time.start is None or time.end is None or time.op not in {Op.IN, Op.FROM_TO}:
        return False
    happens = time.said_of is SaidOf.EVENT or time.tentative or time.kind in _TAKES_PLACE
    return happens or time.op is Op.FROM_TO


def _stretches(time: TimeExpression) -> Iterator[CalendarDays]:
    """Give the days between; a list of single days is an entry for each."""
    several = time.op is Op.IN and len(time.units) > 1 and not time.alternatives
    bounds = [(unit.first_day, unit.last_day) for unit in time.units] if several else [(time.start, time.end)]
    for first, last in bounds:
        if first is not None and last is not None:
            yield CalendarDays(first, last, _sense(time, Sense.TAKES_PLACE), time.tentative or time.alternatives)


def _last_day_in_time(time: TimeExpression, end: date) -> date:
    if time.past_from is not None:
        return time.past_from - _ONE_DAY
    return end - _ONE_DAY if time.op is Op.BEFORE and time.clock is None else end


def _sense(time: TimeExpression, otherwise: Sense) -> Sense:
    return Sense.EXPECTED if time.tentative else otherwise


def _turns(time: TimeExpression, day: RecurringDay, validity: Period | None) -> CalendarDays | None:
    """Give the turns of one day of a recurring time within the validity; none without one."""
    earlier = _ONE_DAY if time.op is Op.BEFORE else timedelta()
    days = [turn - earlier for turn in occurrences(replace(time, days=(day,)), validity)]
    if not days:
        return None
    sense = _sense(time, Sense.TAKES_PLACE if time.said_of is SaidOf.EVENT else Sense.DEADLINE)
    rule = _rule_of(days, _STEPS.get(time.recur[0].unit or UnitKind.DAY, 0)) if len(days) > 1 else None
    return CalendarDays(days[0], days[0], sense, time.tentative, tuple(days[1:]), rule)


def _rule_of(days: Sequence[date], every: int) -> Rule | None:
    """Give the rule that has exactly these days, if one has."""
    candidates = (Rule(every, days[0].day), Rule(every, -1)) if every else (Rule(),)
    return next((rule for rule in candidates if days_of_rule(rule, days[0], days[-1]) == tuple(days)), None)


def days_of_rule(rule: Rule, first: date, last: date) -> tuple[date, ...]:
    """Give the days of a rule from its first to its last, as RFC 5545, section 3.3.10, has them: a month without such
    a day is left out."""
    if not rule.every:
        return tuple(first + timedelta(days=at) for at in range(0, (last - first).days + 1, 7))
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    months = (divmod(month, 12) for month in range(start, end + 1, rule.every))
    found = (_day_in(year, month + 1, rule.month_day) for year, month in months)
    return tuple(day for day in found if day is not None and first <= day <= last)


def _day_in(year: int, month: int, day: int) -> date | None:
    length = monthrange(year, month)[1]
    if day == -1:
        return date(year, month, length)
    return date(year, month, day) if day <= length else None
