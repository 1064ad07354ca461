"""The shapes of the picture as SVG elements. Looks are in the style sheet, by class; nothing here has a colour."""

from markupsafe import escape

from generator.chart import BarKind
from generator.drawing.timeline.bars import PlacedBar
from generator.drawing.timeline.letters import SIZE
from generator.drawing.timeline.marks import PlacedMark
from generator.drawing.timeline.ticks import Tick

BAR_HEIGHT = 10.0
_WINDOW_CAP = 4.0
_ARROW = 7.0


def number(value: float) -> str:
    """Write a length with one decimal at most; the same value gives the same letters."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    """Give a line of words whose baseline is at `y`."""
    if not words:
        return ""
    place = f'x="{number(x)}" y="{number(y)}"'
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="ps-chart__{kind}" {place}{where} font-size="{number(SIZE)}">{escape(words)}</text>'


def line(x: float, top: float, bottom: float, kind: str) -> str:
    """Give an upright line."""
    return f'<path class="ps-chart__{kind}" d="M{number(x)} {number(top)}V{number(bottom)}"/>'


def tick_shapes(ticks: tuple[Tick, ...], top: float, axis: float) -> str:
    """Give the ticks with their lines up to `top`, and their words below the axis."""
    lines = "".join(line(tick.x, top, axis, "tick") for tick in ticks)
    return lines + "".join(text(tick.label_x, axis + SIZE + 3, tick.label, "ticklabel") for tick in ticks)


def bar_words(placed: PlacedBar, y: float) -> str:
    """Give the words of a bar on the baseline `y`."""
    words = text(placed.label_x, y, placed.label, "label")
    return f'<g class="ps-chart--{placed.bar.tone.value}">{words}</g>' if words else ""


def break_shape(left: float, right: float, axis: float) -> str:
    """Give the sign that the axis is drawn short here: two slanted strokes across it."""
    middle = (left + right) / 2
    gap = f'<path class="ps-chart__gap" d="M{number(middle - 3)} {number(axis)}H{number(middle + 3)}"/>'
    strokes = "".join(f"M{number(x - 3)} {number(axis + 6)}l6 -12" for x in (middle - 3, middle + 3))
    return gap + f'<path class="ps-chart__break" d="{strokes}"/>'


def bar_shape(placed: PlacedBar, y: float) -> str:
    """Give a bar whose upper edge is at `y`: full where it is sure, dashed where not, an arrow where it goes on."""
    left, right = placed.extent
    goes_on = placed.bar.end is None or placed.bar.goes_on
    end = max(left, right - _ARROW) if goes_on else right
    sure = min(placed.sure[0], end), min(placed.sure[1], end)
    parts = [
        _box(left, sure[0], y, "maybe"),
        _box(sure[0], sure[1], y, "sure"),
        _box(sure[1], end, y, "maybe"),
        _arrow(end, right, y) if goes_on else "",
        _caps(left, right, y) if placed.bar.kind is BarKind.WINDOW else "",
    ]
    return f'<g class="ps-chart__bar ps-chart--{placed.bar.tone.value}">{"".join(parts)}</g>'


def _box(left: float, right: float, y: float, kind: str) -> str:
    if right - left < 0.5:
        return ""
    corner = number(min(3.0, (right - left) / 2))
    size = f'width="{number(right - left)}" height="{number(BAR_HEIGHT)}" rx="{corner}"'
    return f'<rect class="ps-chart__{kind}" x="{number(left)}" y="{number(y)}" {size}/>'


def _arrow(left: float, right: float, y: float) -> str:
    """Give the point of an arrow that fills the bar's end."""
    middle, half = y + BAR_HEIGHT / 2, BAR_HEIGHT / 2 + 2
    tip = f"L{number(right)} {number(middle)}"
    outline = f"M{number(left)} {number(middle - half)}{tip}L{number(left)} {number(middle + half)}Z"
    return f'<path class="ps-chart__sure" d="{outline}"/>'


def _caps(left: float, right: float, y: float) -> str:
    """Give the two posts of a window."""
    top, bottom = y - _WINDOW_CAP, y + BAR_HEIGHT + _WINDOW_CAP
    return line(left + 1, top, bottom, "cap") + line(right - 1, top, bottom, "cap")


def mark_shape(placed: PlacedMark, y: float) -> str:
    """Give a mark whose middle is at `y`: a diamond, or a pill with the number of things on that day."""
    mark, x = placed.mark, placed.x
    sure = "maybe" if mark.tentative else "sure"
    if mark.count > 1:
        size = f'width="{number(placed.width)}" height="18" rx="9"'
        shape = f'<rect class="ps-chart__{sure}" x="{number(x - placed.width / 2)}" y="{number(y - 9)}" {size}/>'
        shape += text(x, y + SIZE * 0.36, str(mark.count), "count", "middle")
    else:
        half = number(placed.width / 2)
        corners = f"M{number(x)} {number(y - placed.width / 2)}l{half} {half}l-{half} {half}l-{half} -{half}Z"
        shape = f'<path class="ps-chart__{sure}" d="{corners}"/>'
    anchor = "end" if placed.before else "start"
    label = text(placed.label_x, y + SIZE * 0.36, placed.label, "label", anchor)
    return f'<g class="ps-chart__mark ps-chart--{mark.tone.value}">{shape}{label}</g>'


def today_arrow(edge: float, y: float, forward: bool) -> str:
    """Give the arrow at an edge that says that today lies beyond it."""
    to = "l-8 -5v10Z" if forward else "l8 -5v10Z"
    return f'<path class="ps-chart__arrow" d="M{number(edge)} {number(y)}{to}"/>'
