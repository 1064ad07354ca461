"""The picture in both widths, with the signs that its caption explains."""

from markupsafe import Markup

from generator.chart import Chart
from generator.drawing.timeline.picture import NARROW, WIDE, timeline_picture
from generator.frozen import frozen

_SIGNS = ("past", "maybe", "window", "count", "counts", "goes_on", "short")


@frozen
class TimelineFigure:
    """A picture for phones and one for desks and paper, and the keys of the signs in either, in order."""

    narrow: Markup
    wide: Markup
    signs: tuple[str, ...]


def timeline_figure(chart: Chart) -> TimelineFigure:
    """Draw a chart in both widths. ValueError for a chart without any bar or mark."""
    narrow, wide = timeline_picture(chart, NARROW, "so-do-hep"), timeline_picture(chart, WIDE, "so-do-rong")
    found = narrow.signs | wide.signs
    if "counts" in found:
        found -= {"count"}
    return TimelineFigure(
        # Safe: everything that comes from data is escaped where it is drawn.
        narrow=Markup(narrow.svg),
        wide=Markup(wide.svg),
        signs=tuple(key for key in _SIGNS if key in found),
    )
