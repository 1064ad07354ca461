"""A timeline as a picture: bars for periods, marks for days, the line of today."""

from generator.drawing.timeline.figure import TimelineFigure, timeline_figure
from generator.drawing.timeline.picture import MAX_HEIGHT, NARROW, WIDE, timeline_picture

__all__ = ["MAX_HEIGHT", "NARROW", "WIDE", "TimelineFigure", "timeline_figure", "timeline_picture"]
