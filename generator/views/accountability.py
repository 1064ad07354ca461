"""Accountability at a glance: where tasks and targets stand, counted by plan and by body, and each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
from generator.views.tally import Changes, Standings, Tally, of_items, standings_of, tally, tally_words
from generator.views.times import StateView, TimeView, state_view, time_view


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
    """Each task and target; none where the site has so many that only the plans are listed."""
    bodies: tuple[str, ...]
    standings: tuple[str, ...]
    """Every standing in which some item is on some day."""


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
    def lists_plans(self) -> bool:
        """Say whether the plans are listed in place of their items."""
        return bool(self.tally.total) and not any(plan.items for plan in self.plans)

    @property
    def has_results(self) -> bool:
        """Say whether anything has a published result."""
        return any(one.key == Standing.RESULT.value for one in self.tally.present)


# More than this is no list for a phone: then the plans are listed, and their pages have the items.
_MOST_ITEMS = 1_000


def accountability_view(context: Context) -> AccountabilityView:
    """Give the page over all plans and bodies."""
    standings = {plan_id: standings_of(context, plan_id) for plan_id in context.index.plans}
    every = [changes for found in standings.values() for changes in found.values()]
    listed = len(every) <= _MOST_ITEMS
    plans = tuple(_plan(context, plan, standings[plan.id], listed) for plan in context.index.plans.values())
    bodies = tuple(_bodies(context, standings))
    return AccountabilityView(
        tally=tally(context, every),
        plans=plans,
        bodies=bodies,
        filters=tuple(_filters(context, plans, bodies)),
        picture=_picture(context, plans),
    )


def _plan(context: Context, plan: Plan, standings: Standings, listed: bool) -> PlanResults:
    place, held = context.index.places[plan.place], context.index.parts[plan.id].held
    return PlanResults(
        id=plan.id,
        title=context.text(plan.short_title),
        href=context.routes.plan(plan.id),
        place=plan.place,
        place_name=place_title(context, place),
        tally=tally(context, standings.values()),
        items=tuple(_lines(context, plan)) if listed else (),
        bodies=tuple(agency for agency, own in held.items() if any(one.item in standings for one in own)),
        standings=tuple(dict.fromkeys(where.value for changes in standings.values() for _, where in changes)),
    )


def _lines(context: Context, plan: Plan) -> Iterator[ItemLine]:
    parts = context.index.parts[plan.id]
    bodies: dict[str, dict[str, None]] = {}
    for agency, held in parts.held.items():
        for one in held:
            bodies.setdefault(one.item, {})[agency] = None
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
            bodies=tuple(bodies.get(item, ())),
        )


def _bodies(context: Context, standings: Mapping[str, Standings]) -> Iterator[BodyResults]:
    """Give every body that holds a role in some task or target, those with most of them first."""
    found: dict[str, list[Changes]] = {}
    for plan_id, changes in standings.items():
        for agency, held in context.index.parts[plan_id].held.items():
            found.setdefault(agency, []).extend(of_items(changes, {one.item for one in held}))
    ranked = sorted((pair for pair in found.items() if pair[1]), key=lambda pair: (-len(pair[1]), pair[0]))
    return (BodyResults(registered_link(context, agency), tally(context, own)) for agency, own in ranked)


def _filters(context: Context, plans: tuple[PlanResults, ...], bodies: tuple[BodyResults, ...]) -> Iterator[Filter]:
    """Give the filters: by plan, place, body, and where items stand; counts are of items."""
    counted = [(plan, plan.tally.total) for plan in plans if plan.tally.total]
    titles = {plan.id: plan.title.text for plan, _ in counted}
    places = {plan.place: plan.place_name.text for plan, _ in counted}
    names = {one.body.id: one.body.text.text for one in bodies}
    present = [one.key for plan, _ in counted for one in plan.tally.counts for _ in range(one.count)]
    # What can hold on any day: the phone filters by its own day.
    possible = {where for plan, _ in counted for where in plan.standings}
    shown = [str(key.value) for key in Standing if key.value in possible]
    words = {key: context.word("standings", key) for key in shown}
    say = context.say
    yield Filter("plan", say("filters.plan"), choices(titles, [p.id for p, n in counted for _ in range(n)]))
    yield Filter("place", say("filters.place"), choices(places, [p.place for p, n in counted for _ in range(n)]))
    held = [one.body.id for one in bodies for _ in range(one.tally.total)]
    yield Filter("agency", say("filters.agency"), choices(names, held))
    yield Filter("state", say("filters.state"), choices(words, present))


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
