"""From days to places across the picture: linear, but for long empty stretches, which are drawn short.

A stretch between two neighbouring days that matter is drawn short (with a break sign) when it is longer than
five years and longer than all stretches together that are not drawn short. So a vision of twenty years leaves
room for an event of one day beside it, and a plan of five years stays true to scale.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from generator.frozen import frozen

MIN_BREAK_DAYS = 5 * 366
MIN_SPAN_DAYS = 6
BREAK_WIDTH = 34.0
_MARGIN = 0.03
_NEAR = 0.25


@frozen
class Scale:
    """A rising, piecewise linear function given by its corners: (day as ordinal, place), in order.

    `breaks` are the pieces drawn short, each by its two days.
    """

    corners: tuple[tuple[float, float], ...]
    breaks: tuple[tuple[int, int], ...]

    def at(self, ordinal: float) -> float:
        """Give the place of a day (a proleptic ordinal); days outside the range stand at its edges."""
        days = [day for day, _ in self.corners]
        index = min(max(bisect_right(days, ordinal), 1), len(days) - 1)
        (first, left), (last, right) = self.corners[index - 1], self.corners[index]
        share = min(max((ordinal - first) / (last - first), 0.0), 1.0)
        return left + share * (right - left)

    @property
    def first(self) -> float:
        """The first day of the range, as an ordinal."""
        return self.corners[0][0]

    @property
    def last(self) -> float:
        """The last day of the range, as an ordinal."""
        return self.corners[-1][0]

    @property
    def days_a_pixel(self) -> float:
        """How many days one pixel stands for where the scale is not broken."""
        broken = sum(last - first for first, last in self.breaks)
        width = self.corners[-1][1] - self.corners[0][1] - BREAK_WIDTH * len(self.breaks)
        return (self.last - self.first - broken) / width


def scale_of(days: Iterable[date], today: date, left: float, right: float) -> Scale:
    """Make the scale from `left` to `right` for these days (at least one).

    Today belongs to the range when it is in it or not farther than a quarter of it away.
    """
    points = sorted({day.toordinal() for day in days})
    breaks = broken_stretches(points)
    points = _with_today(points, breaks, today.toordinal())
    broken = sum(last - first for first, last in breaks)
    span = points[-1] + 1 - points[0] - broken
    margin = max(span * _MARGIN, (MIN_SPAN_DAYS - span) / 2)
    return _laid_out(points[0] - margin, points[-1] + 1 + margin, breaks, (left, right))


def broken_stretches(points: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Give the stretches that are drawn short, in order; `points` are ordinals, in order (see the module)."""
    stretches = sorted(pairwise(points), key=lambda pair: (pair[0] - pair[1], pair[0]))
    rest = points[-1] - points[0]
    broken = []
    for first, last in stretches:
        rest -= last - first
        if last - first <= max(rest, MIN_BREAK_DAYS) or rest == 0:
            break
        broken.append((first, last))
    return tuple(sorted(broken))


def _with_today(points: list[int], breaks: Sequence[tuple[int, int]], today: int) -> list[int]:
    """Widen the range to a today that is near it."""
    true_to_scale = points[-1] - points[0] - sum(last - first for first, last in breaks)
    near = max(true_to_scale * _NEAR, MIN_SPAN_DAYS / 2)
    if points[0] - near <= today <= points[-1] + near:
        return sorted({*points, today})
    return points


def _laid_out(first: float, last: float, breaks: Sequence[tuple[int, int]], ends: tuple[float, float]) -> Scale:
    """Share the width out: a fixed one for each break, and the rest by days."""
    broken = sum(end - start for start, end in breaks)
    pixels_a_day = (ends[1] - ends[0] - BREAK_WIDTH * len(breaks)) / (last - first - broken)
    corners = [(first, ends[0])]
    for start, end in breaks:
        place = corners[-1][1] + (start - corners[-1][0]) * pixels_a_day
        corners += [(float(start), place), (float(end), place + BREAK_WIDTH)]
    return Scale((*corners, (last, ends[1])), tuple(breaks))
