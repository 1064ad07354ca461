"""What the picture of a timeline shows: of one plan its periods and days, of all plans a bar each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.chart import Bar, BarKind, Chart, ChartWords, Mark, Tone
from generator.domain.agenda import Entry, EntryKind
from generator.domain.channel import Feedback
from generator.domain.plan import Plan
from generator.domain.times import (
    Lane,
    Op,
    Precision,
    TimeExpression,
    TimeKind,
    lane_of,
    occurrences,
)
from generator.frozen import frozen
from generator.views.context import Context
from generator.views.once import once_a_plan

_MAX_TURNS = 12
"""A recurring day that falls more often than this is no mark: the list says its rule."""
_WINDOW, _VALIDITY, _PERIOD, _SPAN = 4, 3, 2, 1


@once_a_plan
def plan_chart(context: Context, plan: Plan) -> Chart | None:
    """Give the picture of one plan; None where nothing in it has a day."""
    entries = context.index.parts[plan.id].entries
    bars = [*_own_bars(context, plan), *_bars(context, plan, entries)]
    marks = [mark for entry in entries for mark in _marks(context, plan, entry)]
    title = context.say("chart.of_plan", plan=context.text(plan.short_title))
    return _chart(context, title, _grouped(bars), _by_day(marks))


@frozen
class SiteBar:
    """What a plan gives to the picture of all plans: its bar, and its days still to come."""

    bar: Bar
    marks: tuple[Mark, ...]


def site_bars(context: Context, plan: Plan) -> tuple[SiteBar, ...]:
    """Give the bar of a plan in the picture of all plans; none where nothing in the plan has a day."""
    own = plan_chart(context, plan)
    if own is None:
        return ()
    coming = tuple(mark for mark in own.marks if mark.tone is Tone.COMING)
    return (SiteBar(_bar_of_plan(context, plan, own), coming),)


def site_chart(context: Context) -> Chart | None:
    """Give the picture of all plans: a bar for each, and a mark for each day still to come."""
    found: list[SiteBar] = list(context.shown.gathered("chart"))
    marks = _by_day(mark for one in found for mark in one.marks)
    return _chart(context, context.say("chart.of_site"), [one.bar for one in found], marks)


def _bar_of_plan(context: Context, plan: Plan, own: Chart) -> Bar:
    """Give the bar of a whole plan: its validity where the document states it, else from its first day to its last.

    Periods that only stand around it, such as the vision of a resolution, are no days of its own.
    """
    validity = context.index.parts[plan.id].validity
    days = _days(replace(own, bars=tuple(bar for bar in own.bars if bar.weight != _PERIOD))) or _days(own)
    start = validity.start if validity else min(days)
    end = validity.end if validity else max(days)
    tone = _tone(context, start, end)
    goes_on = any(bar.goes_on or bar.end is None for bar in own.bars) and validity is None
    label = context.text(plan.short_title).text
    return Bar(start=start, end=end, label=label, tone=tone, goes_on=goes_on, weight=_IMPORTANCE[tone])


_IMPORTANCE = {Tone.NOW: 3, Tone.COMING: 2, Tone.PAST: 1}


def _own_bars(context: Context, plan: Plan) -> Iterator[Bar]:
    """Give the bars of the plan itself: how long it holds, and when it takes feedback."""
    validity = context.index.parts[plan.id].validity
    if validity is not None:
        goes_on = plan.validity is not None and plan.validity.open_ended
        bar = _bar(context, validity.start, validity.end, context.say("chart.validity"))
        yield replace(bar, goes_on=goes_on, weight=_VALIDITY)
    if plan.feedback is not None:
        yield from _window(context, plan.feedback)


def _window(context: Context, feedback: Feedback) -> Iterator[Bar]:
    """Give the window of feedback. Where its start is only expected, it is sure from the end of what was expected."""
    window, expected = feedback.window, feedback.expected_launch
    start = feedback.launched_on or window.start
    sure = None
    if start is None and expected is not None:
        start, sure = expected.start, expected.end
    if start is None or (window.end is not None and window.end < start):
        return
    key = "window" if window.end else "window_open"
    label = context.say(f"chart.{key}", end=context.day(window.end) if window.end else "")
    bar = _bar(context, start, window.end, label)
    yield replace(bar, kind=BarKind.WINDOW, sure_from=sure, weight=_WINDOW)


def _bars(context: Context, plan: Plan, entries: Iterable[Entry]) -> Iterator[Bar]:
    """Give a bar for each entry that is a stretch of days other than the plan's own."""
    validity = context.index.parts[plan.id].validity
    own = (validity.start, validity.end) if validity else None
    for entry in entries:
        time = entry.time
        start, end = _stretch(plan, time, validity.start if validity else None)
        if start is None or entry.kind is EntryKind.FEEDBACK or (start, end) == own:
            continue
        bar = _bar(context, start, end, _title(context, plan, entry))
        tentative = time.tentative or time.kind is TimeKind.EVENT_RELATIVE
        weight = _PERIOD if lane_of(time) is Lane.PERIOD else _SPAN
        sure_until = time.end if end != time.end else None
        yield replace(bar, tentative=tentative, goes_on=time.open_ended, sure_until=sure_until, weight=weight)


def _stretch(plan: Plan, time: TimeExpression, plan_start: date | None) -> tuple[date | None, date | None]:
    """Give the first and last day of a time that is a stretch, with its vision; (None, None) for any other.

    A period that only has an end ("đến năm 2030") begins with the plan: with what it holds for, or its issue.
    """
    lane = lane_of(time)
    if lane not in {Lane.PERIOD, Lane.DATED} or _is_day(time) or time.kind is TimeKind.ISSUE_DATE:
        return None, None
    issued = plan.document.issued
    start = time.start or plan_start or (issued.start if issued else None)
    end = date(time.vision_year, 12, 31) if time.vision_year else time.end
    return (None, None) if start is None or (end is not None and end < start) else (start, end)


def _is_day(time: TimeExpression) -> bool:
    """Say whether a time is a day to a reader: one day, or the day by which something is done."""
    if time.vision_year or time.end is None:
        return False
    by = time.start is None and lane_of(time) is Lane.DATED
    return by or time.start == time.end


def _bar(context: Context, start: date, end: date | None, label: str) -> Bar:
    return Bar(start=start, end=end, label=label, tone=_tone(context, start, end))


def _tone(context: Context, start: date, end: date | None) -> Tone:
    if start > context.as_of:
        return Tone.COMING
    return Tone.PAST if end is not None and end < context.as_of else Tone.NOW


def _title(context: Context, plan: Plan, entry: Entry) -> str:
    words = context.index.parts[plan.id].titles.get(entry.item)
    return context.text(words).text if words else context.word("entry_kinds", entry.kind.value)


def _marks(context: Context, plan: Plan, entry: Entry) -> Iterator[tuple[str, Mark]]:
    """Give the marks of an entry, each with the id of its item: its day, or the few days on which it recurs."""
    time = entry.time
    if entry.kind is EntryKind.FEEDBACK:
        return
    days: tuple[date, ...] = ()
    if lane_of(time) is Lane.DATED and _is_day(time) and time.end is not None:
        days = (time.end,)
    elif time.days:
        turns = occurrences(time, context.index.parts[plan.id].validity)
        days = turns if len(turns) <= _MAX_TURNS else ()
    for day in days:
        tone = Tone.PAST if day < context.as_of else Tone.COMING
        mark = Mark(day=day, label=_day_words(context, time, day), tone=tone, tentative=time.tentative)
        yield f"{plan.id}#{entry.item}", mark


def _day_words(context: Context, time: TimeExpression, day: date) -> str:
    """Name the day no finer than the document does: "by 2026" is 2026, not its last day."""
    if time.precision is Precision.YEAR and time.op is Op.BY:
        return str(day.year)
    return context.day(day)


def _by_day(marks: Iterable[tuple[str, Mark] | Mark]) -> tuple[Mark, ...]:
    """Make one mark of each day; an item that names a day twice counts once."""
    days: dict[date, list[Mark]] = {}
    seen: set[tuple[str, date]] = set()
    for one in marks:
        item, mark = one if isinstance(one, tuple) else ("", one)
        if item and (item, mark.day) in seen:
            continue
        seen.add((item, mark.day))
        days.setdefault(mark.day, []).append(mark)
    return tuple(_one_day(same) for _, same in sorted(days.items()))


def _one_day(same: Sequence[Mark]) -> Mark:
    count = sum(mark.count for mark in same)
    return replace(same[0], count=count, tentative=all(mark.tentative for mark in same))


def _grouped(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Make one bar of those that look alike; it carries the words of the first."""
    alike: dict[Bar, list[Bar]] = {}
    for bar in bars:
        alike.setdefault(replace(bar, label=""), []).append(bar)
    return tuple(replace(same[0], count=len({bar.label for bar in same})) for same in alike.values())


def _days(chart: Chart) -> list[date]:
    ends = [bar.end for bar in chart.bars if bar.end is not None]
    return [*(bar.start for bar in chart.bars), *ends, *(mark.day for mark in chart.marks)]


def _chart(context: Context, title: str, bars: Sequence[Bar], marks: Sequence[Mark]) -> Chart | None:
    """Put a picture together; None without anything to show."""
    if not bars and not marks:
        return None
    say, pattern = context.say, context.strings.section
    words = ChartWords(
        title=title,
        description="",
        today=say("chart.today", day=context.day(context.as_of)),
        day_tick=pattern("chart.day_tick"),
        month_tick=pattern("chart.month_tick"),
        more=pattern("chart.more"),
        months=tuple(context.strings.section("chart.months")),
    )
    chart = Chart(bars=tuple(bars), marks=tuple(marks), today=context.as_of, words=words)
    return replace(chart, words=replace(words, description=_description(context, chart)))


def _description(context: Context, chart: Chart) -> str:
    """Tell the essence: from when to when, how much of it, how much is past, and where the whole list is."""
    days, counted = _days(chart), context.strings.counted
    counts = (("bars", len(chart.bars)), ("marks", len(chart.marks)))
    past = sum(tone is Tone.PAST for tone in (*(bar.tone for bar in chart.bars), *(m.tone for m in chart.marks)))
    return context.say(
        "chart.description",
        first=context.day(min(days)),
        last=context.day(max(days)),
        what=", ".join(counted(f"chart.{key}", count) for key, count in counts if count),
        past=past,
        day=context.day(context.as_of),
    )
