"""Wholes in parts as stacked bars under each other, each part with a pattern of its own."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.chart import Share, ShareBar, Shares
from generator.drawing.timeline.letters import SIZE, shortened, text_width
from generator.drawing.timeline.shapes import number, text
from generator.frozen import frozen

NARROW = 320.0
"""The width for a phone of 360 pixels, where one unit is one pixel."""
WIDE = 640.0
"""The width for a desk and for paper."""
MAX_BARS = 12

_EDGE = 2.0
_ROW = 46.0
_BAR = 20.0
_MORE = 20.0
_GAP = 1.5
"""What stays free between two parts, so that they part on paper too."""
_LEAST = 3.0
"""The least width of a part that is there at all."""


@frozen
class SharesFigure:
    """A picture for phones and one for desks and paper, and the parts that are in it, in order."""

    narrow: Markup
    wide: Markup
    signs: tuple[Share, ...]


def shares_figure(shares: Shares, name: str = "phan") -> SharesFigure:
    """Draw the bars in both widths; ValueError where none has any part."""
    present = {share for bar in shares.bars for share, count in bar.parts if count}
    return SharesFigure(
        narrow=shares_svg(shares, NARROW, f"{name}-hep"),
        wide=shares_svg(shares, WIDE, f"{name}-rong"),
        signs=tuple(share for share in Share if share in present),
    )


def shares_svg(shares: Shares, width: float, name: str) -> Markup:
    """Draw at most twelve bars of equal length as inline SVG; `name` begins its ids. Equal values give equal bytes."""
    bars = [bar for bar in shares.bars if _total(bar)]
    if not bars:
        raise ValueError("a picture without any part")
    left_out = len(bars[MAX_BARS:])
    shown = bars[:MAX_BARS]
    height = len(shown) * _ROW + (_MORE if left_out else 0)
    head = (
        f'<svg class="ps-chart__picture" role="img" aria-labelledby="{name}-title {name}-desc"'
        f' viewBox="0 0 {number(width)} {number(height)}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{name}-title">{escape(shares.title)}</title>'
        f'<desc id="{name}-desc">{escape(shares.description)}</desc>{_patterns(name, shown)}'
    )
    rows = "".join(_row(bar, at * _ROW, width, name) for at, bar in enumerate(shown))
    words = shortened(shares.more.format(n=left_out), width - 2 * _EDGE) if left_out else ""
    # Safe: everything that comes from data is escaped where it is drawn.
    return Markup(head + rows + text(_EDGE, height - 5, words, "more") + "</svg>")


def share_key(key: str, name: str) -> Markup:
    """Draw the sign of the part named `key` for a legend."""
    share = Share(key)
    alone = ShareBar(label="", parts=((share, 1),))
    head = f'<svg class="ps-shares__key" viewBox="0 0 24 14" aria-hidden="true">{_patterns(name, [alone])}'
    return Markup(head + _box(share, (1.0, 23.0), (1.0, 12.0), name) + "</svg>")


def _total(bar: ShareBar) -> int:
    return sum(count for _, count in bar.parts)


def _row(bar: ShareBar, top: float, width: float, name: str) -> str:
    """Give the words of a bar, its number of things at the right, and its parts below."""
    total = str(_total(bar))
    right = width - _EDGE
    room = right - _EDGE - text_width(total, bold=True) - 12
    words = text(_EDGE, top + SIZE, shortened(bar.label, room), "label")
    words += text(right, top + SIZE, total, "value", "end")
    return words + "".join(_part(share, count, place, top, name) for share, count, place in placed_parts(bar, width))


def placed_parts(bar: ShareBar, width: float) -> tuple[tuple[Share, int, tuple[float, float]], ...]:
    """Give (part, count, (left, right)) of each part that is there; together they fill the width of the picture."""
    there = [(share, count) for share, count in bar.parts if count > 0]
    room = width - 2 * _EDGE - _GAP * (len(there) - 1)
    total, spare = _total(bar), room - _LEAST * len(there)
    placed, left = [], _EDGE
    for share, count in there:
        right = left + _LEAST + spare * count / total
        placed.append((share, count, (left, right)))
        left = right + _GAP
    return tuple(placed)


def _part(share: Share, count: int, place: tuple[float, float], top: float, name: str) -> str:
    """Draw a part, with its count where there is room."""
    y = top + SIZE + 5
    box = _box(share, place, (y, _BAR), name)
    if place[1] - place[0] < text_width(str(count), bold=True) + 6:
        return box
    return box + text((place[0] + place[1]) / 2, y + _BAR / 2 + SIZE * 0.36, str(count), "share-count", "middle")


def _box(share: Share, place: tuple[float, float], upright: tuple[float, float], name: str) -> str:
    """Draw the ground of a part, and its pattern over it."""
    (left, right), (y, height) = place, upright
    size = f'x="{number(left)}" y="{number(y)}" width="{number(right - left)}" height="{number(height)}"'
    ground = f'<rect class="ps-shares__part ps-shares--{share.value}" {size}/>'
    if share.value not in _PATTERNS:
        return ground
    return ground + f'<rect {size} fill="url(#{name}-{share.value})"/>'


_PATTERNS = {
    Share.PAST.value: ("M-1 1l2 -2M0 6l6 -6M5 7l2 -2", 6),
    Share.OVERDUE.value: ("M0 0l8 8M8 0l-8 8", 8),
    Share.UNDATED.value: ("M2 2h1.6v1.6h-1.6z", 7),
}


def _patterns(name: str, bars: Sequence[ShareBar]) -> str:
    """Give the patterns of the parts that are there; ids are this picture's own."""
    present = {share.value for bar in bars for share, count in bar.parts if count}
    made = "".join(
        f'<pattern id="{name}-{key}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">'
        f'<path class="ps-shares__line ps-shares__line--{key}" d="{path}"/></pattern>'
        for key, (path, size) in _PATTERNS.items()
        if key in present
    )
    return f"<defs>{made}</defs>" if made else ""
