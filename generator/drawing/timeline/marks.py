"""Marks in a few rows, with their words where there is room; where marks have none, neighbours become one."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from generator.chart import Mark, Tone
from generator.drawing.timeline.letters import text_width
from generator.drawing.timeline.packing import Extent
from generator.drawing.timeline.scale import Scale
from generator.frozen import frozen

SIZE = 12.0
_BESIDE = 4.0
_GAP = 6.0
_BARE_GAP = 2.0


@frozen
class PlacedMark:
    """A mark with its row, its middle and width, and its words; `label_x` is their end where they stand `before`."""

    mark: Mark
    row: int
    x: float
    width: float
    label: str = ""
    label_x: float = 0.0
    before: bool = False

    @property
    def extent(self) -> Extent:
        """What the mark takes up with its words."""
        left, right, long = self.x - self.width / 2, self.x + self.width / 2, text_width(self.label)
        if not self.label:
            return left, right
        return (self.label_x - long, right) if self.before else (left, self.label_x + long)


def placed_marks(marks: Sequence[Mark], scale: Scale, edges: Extent, rows: int) -> tuple[PlacedMark, ...]:
    """Give the marks in order of their days, those of one day as one, in at most `rows` rows (two or more).

    Words stand where most of them have room: on the right of their marks first, or on the left first.
    """
    found = _touching(((scale.at(mark.day.toordinal() + 0.5), mark) for mark in _in_order(marks)), 0.0)
    placed = _labelled(found, edges, rows)
    for near in (SIZE, 2 * SIZE, 4 * SIZE):
        if placed is None:
            placed = _labelled(_touching(found, near), edges, rows)
    if placed is None:
        raise ValueError("marks four widths apart need more than two rows")
    return placed


def _labelled(marks: Sequence[tuple[float, Mark]], edges: Extent, rows: int) -> tuple[PlacedMark, ...] | None:
    """Place the marks with as many words as have room; None where not even the marks have."""
    tried = [_in_rows(marks, edges, rows, sides) for sides in (_RIGHT_FIRST, _LEFT_FIRST, _NO_WORDS)]
    fitting = [_with_words(placed, edges) for placed in tried if placed is not None]
    return max(fitting, key=lambda placed: sum(bool(one.label) for one in placed), default=None)


class _Side(StrEnum):
    RIGHT = "right"
    LEFT = "left"
    NONE = "none"


_RIGHT_FIRST = (_Side.RIGHT, _Side.LEFT, _Side.NONE)
_LEFT_FIRST = (_Side.LEFT, _Side.RIGHT, _Side.NONE)
_NO_WORDS = (_Side.NONE,)


def _in_rows(
    marks: Sequence[tuple[float, Mark]], edges: Extent, rows: int, sides: Sequence[_Side]
) -> tuple[PlacedMark, ...] | None:
    """Put one mark after the other where it has room, trying the sides in turn; None where one has none."""
    placed: list[PlacedMark] = []
    for x, mark in marks:
        tries = (_place(x, mark, edges, row, side) for side in sides for row in range(rows))
        free = next((one for one in tries if _is_free(one, placed, edges)), None)
        if free is None:
            return None
        placed.append(free)
    return tuple(placed)


def _with_words(placed: Sequence[PlacedMark], edges: Extent) -> tuple[PlacedMark, ...]:
    """Add the words that have room where their marks stand."""
    result = list(placed)
    for index, one in enumerate(result):
        others = (*result[:index], *result[index + 1 :])
        tries = (_place(one.x, one.mark, edges, one.row, side) for side in _LEFT_FIRST)
        if not one.label:
            result[index] = next((a_try for a_try in tries if _is_free(a_try, others, edges)), one)
    return tuple(result)


def _is_free(one: PlacedMark, placed: Sequence[PlacedMark], edges: Extent) -> bool:
    """Say whether a mark stands within the picture and clear of all others in its row."""
    left, right = one.extent
    inside = edges[0] <= left and right <= edges[1]
    return inside and not any(_meet(one, other) for other in placed if other.row == one.row)


def _meet(one: PlacedMark, other: PlacedMark) -> bool:
    """Say whether two marks of a row are too close to each other."""
    (left, right), (other_left, other_right) = one.extent, other.extent
    gap = _GAP if one.label or other.label else _BARE_GAP
    return right + gap > other_left and other_right + gap > left


def _place(x: float, mark: Mark, edges: Extent, row: int, side: _Side) -> PlacedMark:
    """Put a mark into a row, with its words on one side or without."""
    width = max(SIZE, text_width(str(mark.count), bold=True) + 10) if mark.count > 1 else SIZE
    x = max(edges[0] + width / 2, min(x, edges[1] - width / 2))
    if side is _Side.NONE or not mark.label:
        return PlacedMark(mark, row, x, width)
    before = side is _Side.LEFT
    beside = width / 2 + _BESIDE
    return PlacedMark(mark, row, x, width, mark.label, x - beside if before else x + beside, before)


def _in_order(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.day, repr(mark)))


def _touching(marks: Iterable[tuple[float, Mark]], near: float) -> list[tuple[float, Mark]]:
    """Join marks that stand no farther than `near` from the first of their group; it keeps its place."""
    groups: list[tuple[float, Mark]] = []
    for x, mark in marks:
        if groups and x - groups[-1][0] <= near:
            groups[-1] = (groups[-1][0], _joined(groups[-1][1], mark))
        else:
            groups.append((x, mark))
    return groups


def _joined(one: Mark, other: Mark) -> Mark:
    """Make one mark of two: past only if both are, tentative only if both are, with the words of a common day."""
    tones = {one.tone, other.tone}
    return Mark(
        day=one.day,
        label=one.label if one.day == other.day else "",
        count=one.count + other.count,
        tone=one.tone if len(tones) == 1 else (tones - {Tone.PAST}).pop(),
        tentative=one.tentative and other.tentative,
    )
