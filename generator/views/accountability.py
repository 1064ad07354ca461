"""Accountability at a glance: where tasks and targets stand, counted by plan and by body, and each of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.chart import Share, ShareBar, Shares
from generator.domain.phase import state_on
from generator.domain.plan import Plan
from generator.domain.progress import NO_PROGRESS, Standing, deciding_time, item_changes, standing, standing_changes
from generator.domain.text import Localised
from generator.domain.times import Lane, lane_of
from generator.views.bodies import BodyLink, registered_link
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.filters import Filter, choices
from generator.views.times import StateView, TimeView, state_view, time_view


@dataclass(frozen=True, slots=True)
class Count:
    """How many items stand somewhere; `words` are for so many of them."""

    key: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The items of something, counted by where they stand on the day of reference."""

    counts: tuple[Count, ...]
    """All of them, zero or not, in the order in which they are shown."""
    total: int

    @property
    def present(self) -> tuple[Count, ...]:
        """Those that are not zero."""
        return tuple(one for one in self.counts if one.count)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One task or target. `standings` are the days on which its count changes, for the phone."""

    href: str
    label: str | None
    text: Localised
    time: TimeView | None
    state: StateView | None
    standing: str
    standings: tuple[tuple[str, str], ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanResults:
    """One plan: its count and its items."""

    id: str
    title: Localised
    href: str
    place: str
    place_name: Localised
    tally: Tally
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class BodyResults:
    """One body and its count."""

    body: BodyLink
    tally: Tally


@dataclass(frozen=True, slots=True)
class AccountabilityView:
    """The page over everything."""

    tally: Tally
    plans: tuple[PlanResults, ...]
    bodies: tuple[BodyResults, ...]
    filters: tuple[Filter, ...]
    picture: Shares | None

    @property
    def plan_rows(self) -> tuple[tuple[str, Localised, Tally], ...]:
        """The rows of the table of plans: path, name and count."""
        return tuple((plan.href, plan.title, plan.tally) for plan in self.plans if plan.tally.total)

    @property
    def body_rows(self) -> tuple[tuple[str, Localised, Tally], ...]:
        """The rows of the table of bodies: path, name and count."""
        return tuple((one.body.href, one.body.text, one.tally) for one in self.bodies)

    @property
    def has_results(self) -> bool:
        """Say whether anything has a published result."""
        return any(one.key == Standing.RESULT.value for one in self.tally.present)


Standings = Mapping[str, tuple[tuple[date, Standing], ...]]


def standings_of(context: Context, plan_id: str) -> Standings:
    """Give the days on which the count of each task and target of a plan changes, by item id."""
    parts = context.index.parts[plan_id]
    return {
        item: standing_changes(item_changes(times, parts.validity, parts.progress.get(item, NO_PROGRESS)))
        for item, times in parts.times.items()
    }


def tally(context: Context, changes: Iterable[tuple[tuple[date, Standing], ...]]) -> Tally:
    """Count items by where they stand on the day of reference."""
    found = Counter(_on(one, context.as_of) for one in changes)
    counts = tuple(Count(key.value, context.word("standings", key.value), found[key]) for key in Standing)
    return Tally(counts, sum(found.values()))


def _on(changes: tuple[tuple[date, Standing], ...], day: date) -> Standing:
    return [where for since, where in changes if since <= day][-1]


def plan_tally(context: Context, plan_id: str) -> Tally:
    """Count the tasks and targets of one plan."""
    return tally(context, standings_of(context, plan_id).values())


def body_tally(context: Context, items: Iterable[tuple[str, str]]) -> Tally:
    """Count the tasks and targets among (plan, item) pairs, each once."""
    mine: dict[str, set[str]] = {}
    for plan_id, item in items:
        mine.setdefault(plan_id, set()).add(item)
    return tally(context, (c for plan_id, own in mine.items() for c in _own(standings_of(context, plan_id), own)))


def _own(standings: Standings, items: set[str]) -> Iterator[tuple[tuple[date, Standing], ...]]:
    return (changes for item, changes in standings.items() if item in items)


def accountability_view(context: Context) -> AccountabilityView:
    """Give the page over all plans and bodies."""
    plans = tuple(_plan(context, plan) for plan in context.index.plans.values())
    bodies = tuple(_bodies(context))
    every = [changes for plan in plans for changes in standings_of(context, plan.id).values()]
    return AccountabilityView(
        tally=tally(context, every),
        plans=plans,
        bodies=bodies,
        filters=tuple(_filters(context, plans, bodies)),
        picture=_picture(context, plans),
    )


def _plan(context: Context, plan: Plan) -> PlanResults:
    place = context.index.places[plan.place]
    return PlanResults(
        id=plan.id,
        title=context.text(plan.short_title),
        href=context.routes.plan(plan.id),
        place=plan.place,
        place_name=place_title(context, place),
        tally=plan_tally(context, plan.id),
        items=tuple(_lines(context, plan)),
    )


def _lines(context: Context, plan: Plan) -> Iterator[ItemLine]:
    parts = context.index.parts[plan.id]
    for item, times in parts.times.items():
        progress = parts.progress.get(item, NO_PROGRESS)
        changes = item_changes(times, parts.validity, progress)
        time = deciding_time(times)
        dated = time is not None and lane_of(time) is Lane.DATED
        yield ItemLine(
            href=context.routes.item(plan.id, item),
            label=parts.labels.get(item),
            text=context.text(parts.titles[item]),
            time=time_view(context, time, parts.validity) if time is not None else None,
            state=state_view(context, changes) if dated or progress != NO_PROGRESS else None,
            standing=standing(state_on(changes, context.as_of)).value,
            standings=tuple((day.isoformat(), where.value) for day, where in standing_changes(changes)),
            bodies=tuple(agency for agency, held in parts.held.items() if any(one.item == item for one in held)),
        )


def _bodies(context: Context) -> Iterator[BodyResults]:
    """Give every body that holds a role in some task or target, those with most of them first."""
    found: dict[str, list[tuple[tuple[date, Standing], ...]]] = {}
    for plan_id in context.index.plans:
        standings = standings_of(context, plan_id)
        for agency, held in context.index.parts[plan_id].held.items():
            items = {one.item for one in held}
            found.setdefault(agency, []).extend(_own(standings, items))
    ranked = sorted((pair for pair in found.items() if pair[1]), key=lambda pair: (-len(pair[1]), pair[0]))
    return (BodyResults(registered_link(context, agency), tally(context, own)) for agency, own in ranked)


def _filters(
    context: Context, plans: tuple[PlanResults, ...], bodies: tuple[BodyResults, ...]
) -> Iterator[Filter]:
    """Give the filters over the items: by plan, place, body, and where they stand."""
    items = [(plan, item) for plan in plans for item in plan.items]
    places = {plan.place: plan.place_name.text for plan in plans}
    names = {one.body.id: one.body.text.text for one in bodies}
    words = {key.value: context.word("standings", key.value) for key in Standing}
    present = [item.standing for _, item in items]
    # What can hold on any day: the phone filters by its own day.
    possible = {where for _, item in items for _, where in item.standings}
    shown = {key: word for key, word in words.items() if key in possible}
    say = context.say
    yield Filter("plan", say("filters.plan"), choices({p.id: p.title.text for p in plans}, [p.id for p, _ in items]))
    yield Filter("place", say("filters.place"), choices(places, [plan.place for plan, _ in items]))
    yield Filter("agency", say("filters.agency"), choices(names, [body for _, item in items for body in item.bodies]))
    yield Filter("state", say("filters.state"), choices(shown, present))


def _picture(context: Context, plans: tuple[PlanResults, ...]) -> Shares | None:
    """Give the picture: a bar for each plan that has tasks or targets."""
    bars = tuple(ShareBar(label=plan.title.text, parts=_parts(plan.tally)) for plan in plans if plan.tally.total)
    if not bars:
        return None
    told = (f"{plan.title.text}: {tally_words(plan.tally)}" for plan in plans if plan.tally.total)
    return Shares(
        bars=bars,
        title=context.say("results.shares"),
        description="; ".join(told) + ".",
        more=context.strings.section("results.more"),
    )


def _parts(counted: Tally) -> tuple[tuple[Share, int], ...]:
    return tuple((Share(one.key), one.count) for one in counted.counts)


def tally_words(counted: Tally) -> str:
    """Say a count in one line."""
    return "; ".join(f"{one.count} {one.words}" for one in counted.present)
