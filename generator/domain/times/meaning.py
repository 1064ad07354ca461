"""From what the words say to what they mean in their context: kind, days, boundary, when it is past."""

from calendar import monthrange
from dataclasses import fields
from datetime import date, timedelta

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.expression import Amount, TimeContext, TimeExpression, Wording
from generator.domain.times.kinds import Manner, Op, Precision, SaidOf, TimeKind, UnitKind

_ONE_DAY = timedelta(days=1)
_WITH_VALIDITY = frozenset(
    {TimeKind.RECURRING, TimeKind.RECURRING_BEFORE, TimeKind.ONGOING, TimeKind.AS_NEEDED, TimeKind.STAGED}
)
_CAN_BE_PAST = frozenset(
    {
        TimeKind.BEFORE, TimeKind.BEFORE_PERIOD, TimeKind.BY, TimeKind.IN_MONTH, TimeKind.IN_QUARTER,
        TimeKind.IN_SPAN, TimeKind.TARGET_YEAR, TimeKind.ON_DAY, TimeKind.WINDOW, TimeKind.DURATION,
    }
)  # fmt: skip
_IN_UNIT = {
    UnitKind.DAY: TimeKind.ON_DAY,
    UnitKind.MONTH: TimeKind.IN_MONTH,
    UnitKind.QUARTER: TimeKind.IN_QUARTER,
    UnitKind.YEAR: TimeKind.TARGET_YEAR,
}
_DATELESS = frozenset({SaidOf.CITATION, SaidOf.ISSUE_DATE})
_WORDED = tuple(one.name for one in fields(Wording))
Bounds = tuple[date | None, date | None]


def understood(wording: Wording, text: str, context: TimeContext) -> TimeExpression:
    """The meaning of these words in this context; `text` is kept as the words' own form."""
    kind = _kind(wording, context.said_of)
    start, end = _bounds(wording, kind, context)
    return TimeExpression(
        **{name: getattr(wording, name) for name in _WORDED},
        text=text,
        kind=kind,
        start=start,
        end=end,
        precision=_precision(wording, end),
        past_from=_past_from(wording, kind, end, context.said_of),
        said_of=context.said_of,
    )


def without_meaning(text: str, kind: TimeKind, context: TimeContext, offending: str | None = None) -> TimeExpression:
    """A text that says nothing, nothing that is understood, or something impossible."""
    return TimeExpression(text=text, kind=kind, said_of=context.said_of, offending=offending)


def _kind(wording: Wording, said_of: SaidOf) -> TimeKind:
    if wording == Wording():
        return TimeKind.NONE_STATED
    if wording.deferral:
        return TimeKind.DEFERRED
    if wording.recur or wording.manners:
        return _lane_kind(wording)
    if wording.amount:
        return TimeKind.DURATION
    if wording.relation or (wording.op is Op.FROM and not wording.units):
        return TimeKind.EVENT_RELATIVE
    if wording.commemorates:
        return TimeKind.ANNIVERSARY
    if wording.period or wording.vision_year or wording.open_ended:
        return TimeKind.PERIOD
    return _dated_kind(wording, said_of)


def _lane_kind(wording: Wording) -> TimeKind:
    if Manner.IN_STAGES in wording.manners:
        return TimeKind.STAGED
    if wording.days and wording.op in {Op.BEFORE, Op.BY}:
        return TimeKind.RECURRING_BEFORE
    if wording.manners == (Manner.REGULAR,):
        return TimeKind.ONGOING
    return TimeKind.RECURRING if wording.recur else TimeKind.AS_NEEDED


def _dated_kind(wording: Wording, said_of: SaidOf) -> TimeKind:
    unit, op = wording.units[-1], wording.op
    if said_of is SaidOf.PERIOD and op in {Op.IN, Op.BY, Op.FROM_TO}:
        return TimeKind.PERIOD
    if said_of is SaidOf.ISSUE_DATE and op is Op.IN:
        return TimeKind.ISSUE_DATE
    if op is Op.BEFORE:
        return TimeKind.BEFORE if unit.kind is UnitKind.DAY else TimeKind.BEFORE_PERIOD
    if op is Op.IN:
        return _kind_within(wording, unit)
    whole_year = unit.kind is UnitKind.YEAR and not unit.part
    by = TimeKind.TARGET_YEAR if whole_year else TimeKind.BY
    return {Op.BY: by, Op.FROM: TimeKind.SINCE, Op.AFTER: TimeKind.AFTER}.get(op, TimeKind.WINDOW)


def _kind_within(wording: Wording, unit: CalendarUnit) -> TimeKind:
    if wording.tentative:
        return TimeKind.EXPECTED
    if len(wording.units) > 1 or unit.part:
        return TimeKind.IN_SPAN
    return _IN_UNIT.get(unit.kind, TimeKind.IN_SPAN)


def _bounds(wording: Wording, kind: TimeKind, context: TimeContext) -> Bounds:
    if kind in _WITH_VALIDITY or (kind is TimeKind.PERIOD and not wording.units and wording.vision_year is None):
        validity = context.validity
        return (validity.start, validity.end) if validity else (None, None)
    if not wording.units:
        return None, None
    if kind is TimeKind.DURATION and wording.amount:
        return _bounds_of_duration(wording.units[0].first_day, wording.op, wording.amount)
    if kind is TimeKind.ANNIVERSARY:
        return wording.units[-1].first_day, wording.units[-1].last_day
    return _bounds_of_units(wording)


def _bounds_of_units(wording: Wording) -> Bounds:
    first = min(unit.first_day for unit in wording.units)
    last = max(unit.last_day for unit in wording.units)
    if wording.op is Op.FROM_TO:
        return (None if wording.anchor else first), last
    bounds: dict[Op, Bounds] = {
        Op.BEFORE: (None, first),
        Op.BY: (None, last),
        Op.FROM: (first, None),
        Op.AFTER: (last + _ONE_DAY, None),
    }
    return bounds.get(wording.op, (first, last))


def _bounds_of_duration(base: date, op: Op, amount: Amount) -> Bounds:
    """The first day does not count, the last one counts wholly (Civil Code 2015, articles 147 and 148).

    Working days need a calendar of holidays, which this module has not: they stay open.
    """
    if amount.working:
        return None, None
    day = _later(base, amount)
    return (day, None) if op is Op.AFTER else (base, day)


def _later(base: date, amount: Amount) -> date:
    if amount.unit in {UnitKind.DAY, UnitKind.WEEK}:
        return base + timedelta(days=amount.count * (7 if amount.unit is UnitKind.WEEK else 1))
    months = base.year * 12 + base.month - 1 + amount.count * (12 if amount.unit is UnitKind.YEAR else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(base.day, monthrange(year, month + 1)[1]))


def _precision(wording: Wording, end: date | None) -> Precision:
    if wording.amount and end:
        return Precision.DAY
    return wording.units[-1].precision if wording.units else Precision.NONE


def _past_from(wording: Wording, kind: TimeKind, end: date | None, said_of: SaidOf) -> date | None:
    if end is None or wording.tentative or kind not in _CAN_BE_PAST or said_of in _DATELESS:
        return None
    # "trước 17h00 ngày 31/5" may still be met on that day.
    strictly_before = wording.op is Op.BEFORE and wording.clock is None
    return end if strictly_before else end + _ONE_DAY
