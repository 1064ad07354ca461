"""Accountability at a glance: where tasks and targets stand, counted by plan and by body, and each of them."""

from collections.abc import Iterator, Sequence

from generator.chart import Share, ShareBar, Shares
from generator.domain.phase import state_on
from generator.domain.plan import Plan
from generator.domain.progress import NO_PROGRESS, Standing, deciding_time, standing
from generator.domain.text import Localised
from generator.domain.times import Lane, lane_of
from generator.frozen import frozen
from generator.views.bodies import BodyLink, registered_link
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.excerpts import Rows
from generator.views.filters import Filter, choices
from generator.views.index import RESULTS_PAGE
from generator.views.paging import PageLink, cut, numbered, one_of, page_path
from generator.views.tally import Tally, added, tally, tally_words
from generator.views.times import StateView, TimeView, state_view, time_view


@frozen
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


@frozen
class PlanResults:
    """One plan: its count."""

    id: str
    title: Localised
    href: str
    place: str
    place_name: Localised
    tally: Tally
    bodies: tuple[str, ...]
    standings: tuple[str, ...]
    """Every standing in which some item is on some day."""


@frozen
class BodyResults:
    """One body and its count."""

    body: BodyLink
    tally: Tally


TallyRow = tuple[str, Localised, Tally]
"""A row of a table: path, name and count."""


@frozen
class AccountabilityView:
    """The first page over everything: the newest plans, the bodies with most, and the way to the others."""

    tally: Tally
    plans: tuple[PlanResults, ...]
    items: tuple[tuple[PlanResults, tuple[ItemLine, ...]], ...]
    """Each task and target by plan; none where the site has so many that only the plans are listed."""
    bodies: tuple[BodyResults, ...]
    filters: tuple[Filter, ...]
    picture: Shares | None
    plan_pages: tuple[PageLink, ...]
    body_pages: tuple[PageLink, ...]

    @property
    def plan_rows(self) -> tuple[TallyRow, ...]:
        """The rows of the table of plans."""
        return plan_rows(self.plans)

    @property
    def body_rows(self) -> tuple[TallyRow, ...]:
        """The rows of the table of bodies."""
        return body_rows(self.bodies)

    @property
    def has_results(self) -> bool:
        """Say whether anything has a published result."""
        return any(one.key == Standing.RESULT.value for one in self.tally.present)


@frozen
class TallyPageView:
    """A further page of the table of plans or of bodies. `columns` says which standings have a column."""

    path: str
    title: str
    head: str
    rows: tuple[TallyRow, ...]
    columns: Tally
    pages: tuple[PageLink, ...]


def plan_rows(plans: Sequence[PlanResults]) -> tuple[TallyRow, ...]:
    """Give the rows of a table of plans."""
    return tuple((plan.href, plan.title, plan.tally) for plan in plans)


def body_rows(bodies: Sequence[BodyResults]) -> tuple[TallyRow, ...]:
    """Give the rows of a table of bodies."""
    return tuple((one.body.href, one.body.text, one.tally) for one in bodies)


_ON_A_PAGE = 60
BODIES = "co-quan/"


def result_sections(context: Context, plan: Plan) -> Iterator[tuple[str, Rows]]:
    """Give where the tasks and targets of a plan stand: the count, and each of them."""
    lines = tuple(_lines(context, plan))
    if lines:
        yield "results", (_plan(context, plan, lines),)
        yield "items", lines


def accountability_view(context: Context, base: str) -> AccountabilityView:
    """Give the first page; `base` is its path."""
    every: list[PlanResults] = list(context.shown.gathered("results"))
    here = [plan for plan in every if plan.id in _plan_pages(context)[0]]
    pages = _body_pages(context)
    bodies = tuple(_bodies(context, pages[0]))
    items = _items(context, here)
    return AccountabilityView(
        tally=added(context, (plan.tally for plan in every)),
        plans=tuple(here),
        items=items,
        bodies=bodies,
        filters=tuple(_filters(context, here, bodies)) if items else (),
        picture=_picture(context, here),
        plan_pages=_plan_links(context, base, 0),
        body_pages=_body_links(context, base, 0),
    )


def tally_pages(context: Context) -> Iterator[str]:
    """Give the further pages of both tables: `plans/1`, `bodies/1` and so on."""
    yield from (f"plans/{at}" for at in range(1, len(_plan_pages(context))))
    yield from (f"bodies/{at}" for at in range(1, len(_body_pages(context))))


def tally_page_view(context: Context, base: str, page: str) -> TallyPageView:
    """Give a further page of one of the tables."""
    table, _, number = page.partition("/")
    at, of_plans = int(number), table == "plans"
    rows = _plan_rows(context, _plan_pages(context)[at]) if of_plans else _body_rows(context, _body_pages(context)[at])
    links = _plan_links(context, base, at) if of_plans else _body_links(context, base, at)
    own = base if of_plans else f"{base}{BODIES}"
    return TallyPageView(
        path=page_path(own, at, len(links)),
        title=one_of(context, context.say(f"results.table.{table}"), at + 1, len(links)),
        head=context.say("results.plan" if of_plans else "results.body"),
        rows=rows,
        columns=added(context, (counts for _, _, counts in rows)),
        pages=links,
    )


def tally_page_paths(context: Context, base: str) -> tuple[str, ...]:
    """Give the paths of those pages, without making them."""
    tables = ((base, len(_plan_pages(context))), (f"{base}{BODIES}", len(_body_pages(context))))
    return tuple(page_path(own, page, pages) for own, pages in tables for page in range(1, pages))


def _plan_rows(context: Context, ids: Sequence[str]) -> tuple[TallyRow, ...]:
    return plan_rows([one for plan_id in ids for one in context.shown.rows(plan_id, "results")])


def _body_rows(context: Context, ids: Sequence[str]) -> tuple[TallyRow, ...]:
    return body_rows(tuple(_bodies(context, ids)))


def _plan_pages(context: Context) -> list[Sequence[str]]:
    return cut([plan_id for plan_id, _ in context.shown.holders("results")], _ON_A_PAGE)


def _body_pages(context: Context) -> list[Sequence[str]]:
    """Give the ids of all bodies that hold a role in some task or target, those with most of them first."""
    totals = context.shown.sections("standing")
    ranked = sorted(totals, key=lambda pair: (-pair[1], pair[0]))
    return cut([section.partition("/")[2] for section, _ in ranked], _ON_A_PAGE)


def _plan_links(context: Context, base: str, here: int) -> tuple[PageLink, ...]:
    return numbered(context, base, len(_plan_pages(context)), here)


def _body_links(context: Context, base: str, here: int) -> tuple[PageLink, ...]:
    return numbered(context, f"{base}{BODIES}", len(_body_pages(context)), here, first=base)


def _items(context: Context, plans: Sequence[PlanResults]) -> tuple[tuple[PlanResults, tuple[ItemLine, ...]], ...]:
    """Give each task and target, where a phone can list them all."""
    if not context.index.lists_items[RESULTS_PAGE]:
        return ()
    return tuple((plan, context.shown.rows(plan.id, "items")) for plan in plans)


def _plan(context: Context, plan: Plan, lines: Sequence[ItemLine]) -> PlanResults:
    place = context.index.places[plan.place]
    standings = context.index.parts[plan.id].standings.values()
    return PlanResults(
        id=plan.id,
        title=context.text(plan.short_title),
        href=context.routes.plan(plan.id),
        place=plan.place,
        place_name=place_title(context, place),
        tally=tally(context, (line.standing for line in lines)),
        bodies=tuple(dict.fromkeys(agency for line in lines for agency in line.bodies)),
        standings=tuple(dict.fromkeys(where.value for changes in standings for _, where in changes)),
    )


def _lines(context: Context, plan: Plan) -> Iterator[ItemLine]:
    parts = context.index.parts[plan.id]
    bodies: dict[str, dict[str, None]] = {}
    for agency, held in parts.held.items():
        for one in held:
            bodies.setdefault(one.item, {})[agency] = None
    for item, times in parts.times.items():
        progress = parts.progress.get(item, NO_PROGRESS)
        changes = parts.changes[item]
        time = deciding_time(times)
        dated = time is not None and lane_of(time) is Lane.DATED
        yield ItemLine(
            href=context.routes.item(plan.id, item),
            label=parts.labels.get(item),
            text=context.text(parts.titles[item]),
            time=time_view(context, time, parts.validity) if time is not None else None,
            state=state_view(context, changes) if dated or progress != NO_PROGRESS else None,
            standing=standing(state_on(changes, context.as_of)).value,
            standings=tuple((day.isoformat(), where.value) for day, where in parts.standings[item]),
            bodies=tuple(bodies.get(item, ())),
        )


def _bodies(context: Context, ids: Sequence[str]) -> Iterator[BodyResults]:
    """Give some bodies with their counts over all plans."""
    for agency in ids:
        standings = context.shown.gathered(f"standing/{agency}")
        yield BodyResults(registered_link(context, agency), tally(context, standings))


def _filters(context: Context, plans: Sequence[PlanResults], bodies: Sequence[BodyResults]) -> Iterator[Filter]:
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


def _picture(context: Context, plans: Sequence[PlanResults]) -> Shares | None:
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
