"""Values over time as a small picture: points joined in order, the lines to compare with across it."""

from markupsafe import Markup, escape

from generator.chart import Measure, Point
from generator.drawing.timeline.letters import SIZE, shortened, text_width
from generator.drawing.timeline.shapes import number, text
from generator.frozen import frozen

WIDTH = 320.0
"""One unit is one pixel on a phone of 360 pixels."""
HEIGHT = 150.0

_EDGE = 6.0
_TOP = 2 * SIZE + 6
_BOTTOM = HEIGHT - SIZE - 12
_DOT = 4.5
_ROOM = 0.12
"""How much of the range of values stays free above and below."""


@frozen
class _Frame:
    """From days and values to places."""

    first: int
    last: int
    low: float
    high: float

    def x(self, point: Point) -> float:
        if self.first == self.last:
            return WIDTH / 2
        share = (point.day.toordinal() - self.first) / (self.last - self.first)
        return _EDGE + _DOT + share * (WIDTH - 2 * (_EDGE + _DOT))

    def y(self, value: float) -> float:
        if self.low == self.high:
            return (_TOP + _BOTTOM) / 2
        return _BOTTOM - (value - self.low) / (self.high - self.low) * (_BOTTOM - _TOP)


def measure_svg(measure: Measure, name: str) -> Markup:
    """Draw values against their lines as inline SVG of 320 by 150 units; `name` begins its ids.

    Looks come from the classes `ps-chart__…`. Equal values give equal bytes. ValueError without any value.
    """
    if not measure.points:
        raise ValueError("a picture without any value")
    frame = _frame_of(measure)
    title, description = f"{name}-title", f"{name}-desc"
    head = (
        f'<svg class="ps-chart__picture" role="img" aria-labelledby="{title} {description}"'
        f' viewBox="0 0 {number(WIDTH)} {number(HEIGHT)}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{title}">{escape(measure.title)}</title>'
        f'<desc id="{description}">{escape(measure.description)}</desc>'
    )
    parts = (_axis(measure), _lines(measure, frame), _way(measure, frame), _points(measure, frame))
    # Safe: everything that comes from data is escaped where it is drawn.
    return Markup(head + "".join(parts) + "</svg>")


def _frame_of(measure: Measure) -> _Frame:
    days = [point.day.toordinal() for point in measure.points]
    values = [*(point.value for point in measure.points), *(line.value for line in measure.lines)]
    room = (max(values) - min(values)) * _ROOM
    return _Frame(min(days), max(days), min(values) - room, max(values) + room)


def _axis(measure: Measure) -> str:
    y, right = _BOTTOM + 6, WIDTH - _EDGE
    base = f'<path class="ps-chart__axis" d="M{number(_EDGE)} {number(y)}H{number(right)}"/>'
    below = y + SIZE + 3
    if measure.first == measure.last:
        return base + text(WIDTH / 2, below, measure.first, "ticklabel", "middle")
    return base + text(_EDGE, below, measure.first, "ticklabel") + text(right, below, measure.last, "ticklabel", "end")


def _lines(measure: Measure, frame: _Frame) -> str:
    """Draw the lines to compare with; the words of all stand above the picture, where nothing crosses them."""
    right = number(WIDTH - _EDGE)
    drawn = "".join(
        f'<path class="ps-chart__goal" d="M{number(_EDGE)} {number(frame.y(line.value))}H{right}"/>'
        for line in measure.lines
    )
    words = shortened("; ".join(dict.fromkeys(line.label for line in measure.lines)), WIDTH - 2 * _EDGE - 26)
    if not words:
        return drawn
    key = f'<path class="ps-chart__goal" d="M{number(_EDGE)} {number(SIZE - 4)}H{number(_EDGE + 20)}"/>'
    return drawn + key + text(_EDGE + 26, SIZE, words, "label")


def _way(measure: Measure, frame: _Frame) -> str:
    places = [f"{number(frame.x(point))} {number(frame.y(point.value))}" for point in _in_order(measure)]
    return f'<path class="ps-chart__way" d="M{"L".join(places)}"/>' if len(places) > 1 else ""


def _points(measure: Measure, frame: _Frame) -> str:
    """Draw the points; the words of the first and the last stand beside them, all others in the list below."""
    points = _in_order(measure)
    dots = "".join(
        f'<circle class="ps-chart__dot" cx="{number(frame.x(p))}" cy="{number(frame.y(p.value))}" r="{number(_DOT)}"/>'
        for p in points
    )
    ends = (points[0], points[-1]) if len(points) > 1 else (points[0],)
    return dots + "".join(_value(point, frame) for point in ends)


def _value(point: Point, frame: _Frame) -> str:
    words = shortened(point.label, WIDTH / 2 - 2 * _EDGE)
    half = text_width(words, bold=True) / 2
    x = max(_EDGE + half, min(frame.x(point), WIDTH - _EDGE - half))
    return text(x, frame.y(point.value) - _DOT - 5, words, "value", "middle")


def _in_order(measure: Measure) -> list[Point]:
    return sorted(measure.points, key=lambda point: point.day)
