"""The ticks of the axis: days, weeks, months, quarters or years, the finest whose words have room."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from generator.chart import ChartWords
from generator.drawing.timeline.letters import text_width
from generator.drawing.timeline.scale import Scale
from generator.frozen import frozen

_ROOM = 10.0
_BESIDE = 3.0


class _Unit(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_STEPS = (
    (_Unit.DAY, 1, 1), (_Unit.DAY, 2, 2), (_Unit.DAY, 7, 7), (_Unit.DAY, 14, 14),
    (_Unit.MONTH, 1, 30), (_Unit.MONTH, 3, 91), (_Unit.MONTH, 6, 182),
    (_Unit.YEAR, 1, 365), (_Unit.YEAR, 2, 730), (_Unit.YEAR, 5, 1826), (_Unit.YEAR, 10, 3652),
    (_Unit.YEAR, 20, 7305), (_Unit.YEAR, 50, 18262), (_Unit.YEAR, 100, 36524), (_Unit.YEAR, 1000, 365242),
)  # fmt: skip


@frozen
class Tick:
    """A tick: its place, and its words with the place where they start; "" where they have no room."""

    x: float
    label: str
    label_x: float


def ticks_of(scale: Scale, words: ChartWords, right: float) -> tuple[Tick, ...]:
    """Give the ticks in order. Words stand to the right of their tick, never over others, never beyond `right`.

    After a break stands the year to which it leads.
    """
    unit, step = _step(scale, words)
    labels = {day: _label(day, unit, words) for day in _days(unit, step, scale) if not _is_broken(day, scale)}
    beyond = {end: _label(end, _Unit.YEAR, words) for _, end in scale.breaks}
    first = [_beside(scale.at(day), label, right) for day, label in beyond.items()]
    others = [_beside(scale.at(day), label, right) for day, label in labels.items() if day not in beyond]
    return tuple(sorted(_with_room([*first, *others]), key=lambda tick: tick.x))


def _beside(x: float, label: str, right: float) -> Tick:
    """Put words on the right of their tick, or as far left as they must be to end with the picture."""
    return Tick(x, label, min(x + _BESIDE, right - text_width(label)))


def _with_room(ticks: list[Tick]) -> Iterator[Tick]:
    """Drop the words that would stand over those of an earlier member of the list."""
    taken: list[Tick] = []
    for tick in ticks:
        if any(_overlap(tick, other) for other in taken):
            yield Tick(tick.x, "", tick.x)
        else:
            taken.append(tick)
            yield tick


def _overlap(one: Tick, other: Tick) -> bool:
    left, right = sorted((one, other), key=lambda tick: tick.label_x)
    return left.label_x + text_width(left.label) + _ROOM / 2 > right.label_x


def _step(scale: Scale, words: ChartWords) -> tuple[_Unit, int]:
    """Give the finest step whose widest words fit between two ticks."""
    for unit, step, days in _STEPS:
        widest = max(text_width(_label(date(2028, month, 28).toordinal(), unit, words)) for month in range(1, 13))
        if days / scale.days_a_pixel >= widest + _ROOM:
            return unit, step
    return _Unit.YEAR, 1000


def _label(ordinal: int, unit: _Unit, words: ChartWords) -> str:
    day = date.fromordinal(ordinal)
    month = words.months[day.month - 1]
    if unit is _Unit.DAY:
        return words.day_tick.format(d=day.day, month=month)
    return str(day.year) if unit is _Unit.YEAR else words.month_tick.format(month=month, y=day.year)


def _days(unit: _Unit, step: int, scale: Scale) -> Iterator[int]:
    """Give the days (ordinals) on which a tick stands, within the scale. Weeks begin on Mondays (ISO 8601)."""
    first, last = max(1, int(scale.first) + 1), min(int(scale.last), date.max.toordinal())
    if unit is _Unit.DAY:
        # Ordinal 1 is a Monday.
        yield from range(first + (1 - first) % step, last + 1, step)
        return
    months = step * 12 if unit is _Unit.YEAR else step
    start = date.fromordinal(first)
    month = -(-(start.year * 12 + start.month - 1) // months) * months
    for at in range(month, date.max.year * 12, months):
        if at < 12:
            continue
        day = date(at // 12, at % 12 + 1, 1).toordinal()
        if day > last:
            return
        if day >= first:
            yield day


def _is_broken(day: int, scale: Scale) -> bool:
    return any(first < day < last for first, last in scale.breaks)
