"""The whole picture: today above, bars in rows, marks below them, the axis, and how much is only in the list."""

from datetime import date

from markupsafe import escape

from generator.chart import Bar, BarKind, Chart, Mark, Tone
from generator.drawing.timeline.bars import PlacedBar, placed_bars
from generator.drawing.timeline.letters import SIZE, shortened, text_width
from generator.drawing.timeline.marks import PlacedMark, placed_marks
from generator.drawing.timeline.packing import row_count
from generator.drawing.timeline.scale import Scale, scale_of
from generator.drawing.timeline.shapes import (
    bar_shape,
    bar_words,
    break_shape,
    line,
    mark_shape,
    number,
    text,
    tick_shapes,
    today_arrow,
)
from generator.drawing.timeline.ticks import ticks_of
from generator.frozen import frozen

NARROW = 320.0
"""The width for a phone of 360 pixels, where one unit is one pixel."""
WIDE = 640.0
"""The width for a desk and for paper."""
MAX_HEIGHT = 320.0

_EDGE = 2.0
_TODAY = 24.0
_BAR_ROW = 36.0
_BAR_TOP = 18.0
_MARK_ROW = 25.0
_MARK_ROWS = 3
_AXIS = 24.0
_MORE = 20.0


@frozen
class _Layout:
    """Everything with its place."""

    chart: Chart
    width: float
    scale: Scale
    bars: tuple[PlacedBar, ...]
    marks: tuple[PlacedMark, ...]

    @property
    def marks_top(self) -> float:
        return _TODAY + _BAR_ROW * row_count([bar.row for bar in self.bars])

    @property
    def axis(self) -> float:
        return self.marks_top + _MARK_ROW * row_count([mark.row for mark in self.marks]) + 4

    @property
    def left_out(self) -> int:
        return len(self.chart.bars) - len(self.bars)

    @property
    def height(self) -> float:
        return self.axis + _AXIS + (_MORE if self.left_out else 0)


@frozen
class Picture:
    """A chart as inline SVG, and the keys of the signs in it that need a word."""

    svg: str
    signs: frozenset[str]


def timeline_picture(chart: Chart, width: float = NARROW, name: str = "chart") -> Picture:
    """Draw a chart in `width` units, at most `MAX_HEIGHT` high; `name` begins the ids of its parts.

    Looks come from the classes `ps-chart__…`. Equal values give equal bytes. ValueError for a chart without
    any bar or mark.
    """
    layout = _laid_out(chart, width)
    return Picture(_svg(layout, name), _signs(layout))


def _svg(layout: _Layout, name: str) -> str:
    chart, title, description = layout.chart, f"{name}-title", f"{name}-desc"
    head = (
        f'<svg class="ps-chart__picture" role="img" aria-labelledby="{title} {description}"'
        f' viewBox="0 0 {number(layout.width)} {number(layout.height)}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{title}">{escape(chart.words.title)}</title>'
        f'<desc id="{description}">{escape(chart.words.description)}</desc>'
    )
    return head + _axis(layout) + _bars(layout) + _today(layout) + _over_today(layout) + _more(layout) + "</svg>"


def _signs(layout: _Layout) -> frozenset[str]:
    """Give the keys of the signs, from past to a stretch drawn short."""
    bars, marks = [one.bar for one in layout.bars], [one.mark for one in layout.marks]
    things: list[Bar | Mark] = [*bars, *marks]
    found = {
        "past": any(thing.tone is Tone.PAST for thing in things),
        "maybe": any(thing.tentative for thing in things) or any(bar.sure_from or bar.sure_until for bar in bars),
        "window": any(bar.kind is BarKind.WINDOW for bar in bars),
        "count": any(mark.count > 1 for mark in marks),
        "counts": len(marks) < len({mark.day for mark in layout.chart.marks}),
        "goes_on": any(bar.goes_on or bar.end is None for bar in bars),
        "short": bool(layout.scale.breaks),
    }
    return frozenset(key for key, there in found.items() if there)


def _laid_out(chart: Chart, width: float) -> _Layout:
    """Give everything its place: the marks first, the bars in the room that is left."""
    if not chart.bars and not chart.marks:
        raise ValueError("a chart without any bar or mark")
    edges = (_EDGE, width - _EDGE)
    scale = scale_of(_days(chart), chart.today, *edges)
    marks = placed_marks(chart.marks, scale, edges, _MARK_ROWS)
    taken = _TODAY + _MARK_ROW * row_count([mark.row for mark in marks]) + 4 + _AXIS + _MORE
    bars = placed_bars(chart.bars, scale, edges, int((MAX_HEIGHT - taken) // _BAR_ROW))
    return _Layout(chart, width, scale, bars, marks)


def _days(chart: Chart) -> list[date]:
    """Give every day that the scale must hold."""
    optional = [day for bar in chart.bars for day in (bar.end, bar.sure_from, bar.sure_until)]
    needed = [*(bar.start for bar in chart.bars), *(mark.day for mark in chart.marks)]
    return [*needed, *(day for day in optional if day is not None)]


def _axis(layout: _Layout) -> str:
    """Draw the ticks, the axis and the breaks in it."""
    y, right = layout.axis, layout.width - _EDGE
    ticks = tick_shapes(ticks_of(layout.scale, layout.chart.words, right), _TODAY, y)
    base = f'<path class="ps-chart__axis" d="M{number(_EDGE)} {number(y)}H{number(right)}"/>'
    at = layout.scale.at
    return ticks + base + "".join(break_shape(at(first), at(last), y) for first, last in layout.scale.breaks)


def _today(layout: _Layout) -> str:
    """Draw today's line with its words above; an arrow at the edge where today lies beyond."""
    today, scale, words = layout.chart.today.toordinal(), layout.scale, layout.chart.words.today
    right = layout.width - _EDGE
    if today > scale.last or today < scale.first:
        forward = today > scale.last
        arrow = today_arrow(right if forward else _EDGE, SIZE - 4, forward)
        x, anchor = (right - 13, "end") if forward else (_EDGE + 13, "start")
        return arrow + text(x, SIZE, words, "today", anchor)
    x = scale.at(today + 0.5)
    half = text_width(words, bold=True) / 2
    middle = max(_EDGE + half, min(x, right - half))
    upright = line(x, SIZE + 5, layout.axis, "now-edge") + line(x, SIZE + 5, layout.axis, "now")
    return upright + text(middle, SIZE, words, "today", "middle")


def _bars(layout: _Layout) -> str:
    """Draw the bars, without their words."""
    return "".join(bar_shape(one, _TODAY + one.row * _BAR_ROW + _BAR_TOP) for one in layout.bars)


def _over_today(layout: _Layout) -> str:
    """Draw what must be read where today's line crosses it: the words of the bars, and the marks."""
    rows = ((one, _TODAY + one.row * _BAR_ROW + SIZE) for one in layout.bars)
    words = (bar_words(one, y) for one, y in rows)
    marks = (mark_shape(one, layout.marks_top + (one.row + 0.5) * _MARK_ROW) for one in layout.marks)
    return "".join((*words, *marks))


def _more(layout: _Layout) -> str:
    """Say how many bars only the list has."""
    if not layout.left_out:
        return ""
    words = shortened(layout.chart.words.more.format(n=layout.left_out), layout.width - 2 * _EDGE)
    return text(_EDGE, layout.height - 5, words, "more")
