"""The picture in both widths, with the signs that its caption explains."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.chart import Chart
from generator.drawing.timeline.picture import NARROW, WIDE, signs_of, timeline_svg

_SIGNS = ("past", "maybe", "window", "count", "counts", "goes_on", "short")


@dataclass(frozen=True, slots=True)
class TimelineFigure:
    """A picture for phones and one for desks and paper, and the keys of the signs in either, in order."""

    narrow: Markup
    wide: Markup
    signs: tuple[str, ...]


def timeline_figure(chart: Chart) -> TimelineFigure:
    """Draw a chart in both widths. ValueError for a chart without any bar or mark."""
    found = signs_of(chart, NARROW) | signs_of(chart, WIDE)
    if "counts" in found:
        found -= {"count"}
    return TimelineFigure(
        # Safe: everything that comes from data is escaped where it is drawn.
        narrow=Markup(timeline_svg(chart, NARROW, "so-do-hep")),
        wide=Markup(timeline_svg(chart, WIDE, "so-do-rong")),
        signs=tuple(key for key in _SIGNS if key in found),
    )
