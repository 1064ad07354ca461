"""What pictures show: values that views fill in and drawing draws, knowing nothing of plans or pixels."""

from datetime import date
from enum import StrEnum

from generator.frozen import frozen


class Tone(StrEnum):
    """Where something stands to the day of reference. Each has a shape of its own, not only a colour."""

    PAST = "past"
    NOW = "now"
    COMING = "coming"


class BarKind(StrEnum):
    """A stretch in which something holds, or a window in which people can act."""

    PERIOD = "period"
    WINDOW = "window"


@frozen(kw_only=True)
class Mark:
    """A day. `count` things fall on it; `label` is short, mostly the day itself, and may be left out for room."""

    day: date
    label: str = ""
    count: int = 1
    tone: Tone = Tone.COMING
    tentative: bool = False


@frozen(kw_only=True)
class Bar:
    """A stretch of days, both included; without `end`, or with `goes_on`, it goes on after what is drawn.

    What lies before `sure_from` or after `sure_until` is expected only, as is everything when `tentative`.
    `count` things share it; the greater the `weight`, the later it is left out for room.
    """

    start: date
    end: date | None
    label: str = ""
    count: int = 1
    tone: Tone = Tone.COMING
    kind: BarKind = BarKind.PERIOD
    tentative: bool = False
    goes_on: bool = False
    sure_from: date | None = None
    sure_until: date | None = None
    weight: int = 0


@frozen(kw_only=True)
class ChartWords:
    """The words of the picture in one language.

    `title` and `description` tell a screen reader the essence. `day_tick` has {d} and {month}, `month_tick`
    {month} and {y}, `more` {n}: how many bars only the list below has. `months` are twelve short names.
    """

    title: str
    description: str
    today: str
    day_tick: str
    month_tick: str
    more: str
    months: tuple[str, ...]


@frozen(kw_only=True)
class Chart:
    """Bars and marks around a day of reference, with at least one of either."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    today: date
    words: ChartWords


@frozen(kw_only=True)
class Point:
    """A value on a day, with its words."""

    day: date
    value: float
    label: str


@frozen(kw_only=True)
class Line:
    """A value to compare with, drawn across the picture, with its words."""

    value: float
    label: str


@frozen(kw_only=True)
class Measure:
    """Values over time against lines, with at least one value; `first` and `last` name the outer days.

    `title` and `description` tell a screen reader all that the picture shows.
    """

    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    first: str
    last: str
    title: str
    description: str


class Share(StrEnum):
    """A part of a whole. Each has a pattern of its own, not only a colour."""

    RESULT = "result"
    AHEAD = "ahead"
    PAST = "past"
    OVERDUE = "overdue"
    UNDATED = "undated"


@frozen(kw_only=True)
class ShareBar:
    """A whole in parts, in the order in which they are drawn; parts of nothing may be among them."""

    label: str
    parts: tuple[tuple[Share, int], ...]


@frozen(kw_only=True)
class Shares:
    """Wholes under each other. `more` has {n}: how many only the table below has."""

    bars: tuple[ShareBar, ...]
    title: str
    description: str
    more: str
