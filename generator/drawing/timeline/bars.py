"""Bars in rows, each with its words above it; the least important are left out where there are too many."""

from collections.abc import Sequence
from datetime import date

from generator.chart import Bar
from generator.drawing.timeline.letters import shortened, text_width
from generator.drawing.timeline.packing import Extent, packed, row_count
from generator.drawing.timeline.scale import Scale
from generator.frozen import frozen

MIN_WIDTH = 5.0
_GAP = 10.0


@frozen
class PlacedBar:
    """A bar with its row, its two ends, the span of it that is sure, and its words with the place they start."""

    bar: Bar
    row: int
    extent: Extent
    sure: Extent
    label: str
    label_x: float


def placed_bars(bars: Sequence[Bar], scale: Scale, edges: Extent, rows: int) -> tuple[PlacedBar, ...]:
    """Give the bars that fit into `rows` rows, in order of their days; the heavier and longer ones first."""
    every = [_place(bar, scale, edges) for bar in bars]
    kept: list[PlacedBar] = []
    for one in sorted(every, key=_importance):
        tried = sorted([*kept, one], key=_order)
        if row_count(packed([_room(bar) for bar in tried], _GAP)) <= rows:
            kept = tried
    numbers = packed([_room(bar) for bar in kept], _GAP)
    return tuple(
        PlacedBar(one.bar, row, one.extent, one.sure, one.label, one.label_x)
        for one, row in zip(kept, numbers, strict=True)
    )


def _place(bar: Bar, scale: Scale, edges: Extent) -> PlacedBar:
    """Put a bar on the scale. A day is drawn from its beginning to its end, and never thinner than is seen."""
    left = scale.at(bar.start.toordinal())
    right = _right_end(bar, scale, edges)
    if right - left < MIN_WIDTH:
        left = max(edges[0], min(left, edges[1] - MIN_WIDTH))
        right = left + MIN_WIDTH
    # Words start with their bar if at least half a line has room there, and else end with the picture.
    start = left if edges[1] - left >= (edges[1] - edges[0]) / 2 else edges[0]
    label = _label(bar, edges[1] - start)
    label_x = max(start, min(left, edges[1] - text_width(label)))
    return PlacedBar(bar, 0, (left, right), _sure(bar, scale, (left, right)), label, label_x)


def _right_end(bar: Bar, scale: Scale, edges: Extent) -> float:
    if bar.end is None:
        return edges[1]
    return scale.at(bar.end.toordinal() + 1)


def _sure(bar: Bar, scale: Scale, extent: Extent) -> Extent:
    """Give the span that is drawn with a full line: nothing of a tentative bar."""
    if bar.tentative:
        return extent[0], extent[0]
    left = _within(bar.sure_from, scale, extent, extent[0])
    right = _within(bar.sure_until, scale, extent, extent[1])
    return left, max(left, right)


def _within(day: date | None, scale: Scale, extent: Extent, otherwise: float) -> float:
    if day is None:
        return otherwise
    return min(max(scale.at(day.toordinal()), extent[0]), extent[1])


def _label(bar: Bar, room: float) -> str:
    """Give the words of a bar, with "(+n)" when it stands for more than one thing."""
    more = f" (+{bar.count - 1})" if bar.count > 1 else ""
    return shortened(bar.label, room - text_width(more)) + more


def _room(one: PlacedBar) -> Extent:
    """Give what a bar takes up with its words."""
    left, right = one.extent
    return min(left, one.label_x), max(right, one.label_x + text_width(one.label))


def _importance(one: PlacedBar) -> tuple[float, float, str]:
    return -one.bar.weight, one.extent[0] - one.extent[1], repr(one.bar)


def _order(one: PlacedBar) -> tuple[int, float, str]:
    return one.bar.start.toordinal(), -one.extent[1], repr(one.bar)
