"""Timelines: dated entries in order with today among them, and lanes for what has no day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.domain.agenda import Entry, EntryKind
from generator.domain.plan import Plan
from generator.domain.progress import NO_PROGRESS
from generator.domain.text import Localised
from generator.domain.times import Lane, boundaries, lane_of, sort_key
from generator.frozen import frozen
from generator.views.bodies import BodyLink, body_links
from generator.views.context import Context
from generator.views.once import once_a_plan
from generator.views.times import StateView, TimeView, state_view, time_view


@frozen
class TimelineEntry:
    """One line of a timeline."""

    day: str | None
    time: TimeView
    state: StateView | None
    past: bool
    kind: str
    kind_word: str
    text: Localised
    href: str
    plan: str
    plan_title: Localised
    plan_href: str
    leads: tuple[BodyLink, ...]
    more: int
    """How many further bodies are not among `leads`."""
    bodies: tuple[str, ...]


@frozen
class DayGroup:
    """The dated entries of one day."""

    day: str
    past: bool
    entries: tuple[TimelineEntry, ...]


@frozen
class YearGroup:
    """The dated entries of one year, by day."""

    year: str
    days: tuple[DayGroup, ...]

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """All entries of the year."""
        return tuple(entry for day in self.days for entry in day.entries)


@frozen
class LaneView:
    """A lane beside the rail: recurring, ongoing, periods, tied to events."""

    key: str
    word: str
    entries: tuple[TimelineEntry, ...]


@frozen
class TimelineView:
    """A whole timeline. `today` is the day of reference: its ISO form and its words."""

    years: tuple[YearGroup, ...]
    lanes: tuple[LaneView, ...]
    today: tuple[str, str]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all has a time."""
        return not self.years and not self.lanes


LANES = (Lane.ONGOING, Lane.RECURRING, Lane.PERIOD, Lane.EVENT, Lane.NONE)
_SHOWN = 2
_LONGEST = 120
_PAST = frozenset(
    {"past_stated_date", "took_place", "closed", "completed", "result_published", "period_ended", "plan_ended"}
)


@frozen
class TimelineRow:
    """One entry in its lane, with what puts it in order among those of all plans."""

    lane: str
    order: tuple[int, date, int]
    entry: TimelineEntry


@once_a_plan
def plan_timeline(context: Context, plan: Plan) -> tuple[TimelineRow, ...]:
    """Give a row for each entry of a plan, in the order of the document."""
    return tuple(
        TimelineRow(lane_of(one.time).value, sort_key(one.time, 0)[:3], _entry_view(context, plan, one))
        for one in context.index.parts[plan.id].entries
    )


def timeline_sections(context: Context, plan: Plan) -> Iterator[tuple[str, tuple[TimelineRow, ...]]]:
    """Give the rows of a plan by the sections of the timeline of everything: `dated/2026-08`, `lane/recurring`."""
    found: dict[str, list[TimelineRow]] = {}
    for row in plan_timeline(context, plan):
        found.setdefault(_section(row), []).append(row)
    return ((section, tuple(rows)) for section, rows in found.items())


def _section(row: TimelineRow) -> str:
    return f"dated/{(row.entry.day or '')[:7]}" if row.lane == Lane.DATED.value else f"lane/{row.lane}"


def timeline_view(context: Context, rows: Iterable[TimelineRow]) -> TimelineView:
    """Arrange rows of one or more plans; where nothing else decides, they keep the order in which they come."""
    ordered = sorted(rows, key=lambda row: row.order)
    lanes = tuple(
        LaneView(lane.value, context.word("lanes", lane.value), entries)
        for lane in LANES
        if (entries := tuple(row.entry for row in ordered if row.lane == lane.value))
    )
    dated = [row.entry for row in ordered if row.lane == Lane.DATED.value]
    return TimelineView(_by_year(dated), lanes, (context.as_of.isoformat(), context.day(context.as_of)))


def _by_year(dated: Iterable[TimelineEntry]) -> tuple[YearGroup, ...]:
    """Group dated entries by day, and days by year."""
    days: dict[str, list[TimelineEntry]] = {}
    for entry in dated:
        days.setdefault(entry.day or "", []).append(entry)
    years: dict[str, list[DayGroup]] = {}
    for day, found in days.items():
        past = all(entry.past for entry in found)
        years.setdefault(day[:4], []).append(DayGroup(day, past, tuple(found)))
    return tuple(YearGroup(year, tuple(groups)) for year, groups in years.items())


def _entry_view(context: Context, plan: Plan, entry: Entry) -> TimelineEntry:
    """Give the view of one entry."""
    parts = context.index.parts[plan.id]
    time = time_view(context, entry.time, parts.validity, progress=parts.progress.get(entry.item, NO_PROGRESS))
    state = _entry_state(context, plan, entry) or time.state
    title = parts.titles.get(entry.item)
    feedback = context.own(context.say(f"timeline.feedback.{_which(plan, entry)}"))
    text = in_a_line_or_two(context.text(title)) if title else feedback
    leads, more, bodies = _bodies_of(context, plan, entry.item)
    anchor = entry.item or "muc-tham-gia"
    return TimelineEntry(
        day=time.iso,
        time=time,
        state=state,
        past=state is not None and state.key in _PAST,
        kind=entry.kind.value,
        kind_word=context.word("entry_kinds", entry.kind.value),
        text=text,
        href=context.routes.item(plan.id, anchor),
        plan=plan.id,
        plan_title=context.text(plan.short_title),
        plan_href=context.routes.plan(plan.id),
        leads=leads,
        more=more,
        bodies=bodies,
    )


def in_a_line_or_two(text: Localised) -> Localised:
    """Cut a long text between words: the item itself, one tap away, has the whole."""
    if len(text.text) <= _LONGEST:
        return text
    return replace(text, text=f"{text.text[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:')}…")


def _which(plan: Plan, entry: Entry) -> str:
    """Tell the window of feedback from its expected launch."""
    return "window" if plan.feedback is not None and entry.time == plan.feedback.window else "launch"


def _entry_state(context: Context, plan: Plan, entry: Entry) -> StateView | None:
    """Give the state of the feedback window, which depends on its launch."""
    feedback = plan.feedback
    if entry.kind is not EntryKind.FEEDBACK or feedback is None or entry.time != feedback.window:
        return None
    changes = boundaries(feedback.window, expected_start=feedback.expected_launch, launched_on=feedback.launched_on)
    return state_view(context, changes)


def _bodies_of(context: Context, plan: Plan, item: str) -> tuple[tuple[BodyLink, ...], int, tuple[str, ...]]:
    """Give the first bodies that lead an item (else implement it), how many more do, and the ids of all."""
    roles = [part.roles for part in context.index.parts[plan.id].charges.get(item, ()) if part.roles is not None]
    every = tuple(dict.fromkeys(b.agency for r in roles for _, bodies in r.held() for b in bodies))
    leads = [b for r in roles for b in (*r.lead, *r.co_lead)] or [b for r in roles for b in r.implement]
    return body_links(context, leads[:_SHOWN]), len(leads[_SHOWN:]), every
