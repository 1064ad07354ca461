"""Rows in which nothing overlaps."""

from collections.abc import Sequence

Extent = tuple[float, float]


def packed(extents: Sequence[Extent], gap: float) -> tuple[int, ...]:
    """Give each extent the first row in which it keeps `gap` to all that came before it."""
    rows: list[list[Extent]] = []
    return tuple(_row_for(extent, rows, gap) for extent in extents)


def _row_for(extent: Extent, rows: list[list[Extent]], gap: float) -> int:
    """Put an extent into the first row that has room for it, if need be a new one, and give that row."""
    left, right = extent
    for number, row in enumerate(rows):
        if all(right + gap <= other_left or other_right + gap <= left for other_left, other_right in row):
            row.append(extent)
            return number
    rows.append([extent])
    return len(rows) - 1


def row_count(rows: Sequence[int]) -> int:
    """Give how many rows there are."""
    return max(rows, default=-1) + 1
