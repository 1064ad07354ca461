"""The page of one body: what it is, where it stands, what became of it, and all it is responsible for."""

from dataclasses import dataclass
from datetime import date

from generator.domain.agency import Agency, Successor
from generator.domain.document import DocumentStatus
from generator.domain.plan import Plan
from generator.domain.progress import NO_PROGRESS
from generator.domain.responsibility import Assignment
from generator.domain.text import Localised
from generator.views.bodies import BodyLink, agency_name, ended_words, registered_link
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.news import NewsView, body_news
from generator.views.tally import Tally, body_tally
from generator.views.timeline import TimelineView, timeline_view
from generator.views.times import TimeView, time_views

_NEWEST = 10


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One item of a plan in which a body holds a role."""

    href: str
    label: str | None
    text: Localised
    times: tuple[TimeView, ...]


@dataclass(frozen=True, slots=True)
class RoleDuties:
    """What a body holds in one role."""

    word: str
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """What a body is responsible for in one plan, by role."""

    plan: str
    href: str
    title: Localised
    draft: bool
    roles: tuple[RoleDuties, ...]
    count: int


@dataclass(frozen=True, slots=True)
class SuccessorView:
    """What followed a body or its place: a page of its own where it is a body."""

    name: Localised
    href: str | None
    relation_word: str


@dataclass(frozen=True, slots=True)
class Partner:
    """A body with which this one shares items, and in how many."""

    body: BodyLink
    count: int


@dataclass(frozen=True, slots=True)
class AgencyView:
    """The page of one body."""

    id: str
    name: Localised
    official_name: str
    aliases: tuple[str, ...]
    kind_word: str
    branch_word: str
    level_word: str
    place: Localised | None
    parent: BodyLink | None
    children: tuple[BodyLink, ...]
    ended: str | None
    successors: tuple[SuccessorView, ...]
    place_successors: tuple[SuccessorView, ...]
    place_note: Localised | None
    """What the registry says of that list, e.g. that it may be incomplete."""
    note: Localised | None
    contact: tuple[tuple[str, str, str | None], ...]
    duties: tuple[DutyGroup, ...]
    timeline: TimelineView
    """What it has to do with a time, across plans."""
    partners: tuple[Partner, ...]
    count: int
    tally: Tally
    """Where its tasks and targets stand."""
    news: tuple[NewsView, ...]


def agency_view(context: Context, agency: Agency) -> AgencyView:
    """Give the page of a body: what it is, where it stands, what became of it, what it is responsible for."""
    index = context.index
    held = index.assignments.get(agency.id, ())
    place = index.places.get(agency.place or "")
    ended = ended_words(context, agency)
    return AgencyView(
        id=agency.id,
        name=agency_name(context, agency),
        official_name=agency.name.vi,
        aliases=tuple(dict.fromkeys((*((agency.short,) if agency.short else ()), *agency.aliases))),
        kind_word=context.word("agency_kinds", agency.kind.value),
        branch_word=context.word("branches", agency.branch.value),
        level_word=context.word("levels", agency.level.value),
        place=place_title(context, place) if place is not None else None,
        parent=registered_link(context, agency.parent) if agency.parent is not None else None,
        children=tuple(registered_link(context, child) for child in index.children.get(agency.id, ())),
        ended=ended,
        successors=tuple(_successor(context, s) for s in agency.successors),
        place_successors=tuple(_successor(context, s) for s in place.successors) if place and ended else (),
        place_note=context.maybe(place.note) if place and ended else None,
        note=context.maybe(agency.note),
        contact=() if ended else _contact(context, agency),
        duties=_duty_groups(context, held),
        timeline=_timeline(context, held),
        partners=_partners(context, agency.id, held),
        count=len({(a.plan, a.item) for a in held if a.item}),
        tally=body_tally(context, [(a.plan, a.item) for a in held]),
        news=body_news(context, [(a.plan, a.item) for a in held if a.item], _NEWEST),
    )


def _successor(context: Context, successor: Successor) -> SuccessorView:
    """Give what followed, a body or a place, each with an entry of its own in the registry."""
    word = context.word("successions", successor.relation.value)
    if successor.id in context.index.agencies:
        link = registered_link(context, successor.id)
        return SuccessorView(link.text, link.href, word)
    return SuccessorView(place_title(context, context.index.places[successor.id]), None, word)


def _contact(context: Context, agency: Agency) -> tuple[tuple[str, str, str | None], ...]:
    """Give the contact lines of a body that still exists: key, label, text."""
    contact = agency.contact
    address = context.maybe(contact.address) if contact is not None else None
    rows = (
        ("address", address.text if address is not None else None),
        ("phone", contact.phone if contact is not None else None),
        ("email", contact.email if contact is not None else None),
        ("website", contact.website if contact is not None else None),
    )
    return tuple((key, context.say(f"contact.{key}"), text) for key, text in rows)


def _timeline(context: Context, held: tuple[Assignment, ...]) -> TimelineView:
    """Give the timeline of what a body holds."""
    mine = {(one.plan, one.item) for one in held if one.item}
    index = context.index
    pairs = [
        (index.plans[plan_id], entry)
        for plan_id in dict.fromkeys(one.plan for one in held)
        for entry in index.parts[plan_id].entries
        if (plan_id, entry.item) in mine
    ]
    return timeline_view(context, pairs)


def _duty_groups(context: Context, held: tuple[Assignment, ...]) -> tuple[DutyGroup, ...]:
    """Group what a body holds by plan, in the order of the plans."""
    by_plan: dict[str, list[Assignment]] = {}
    for assignment in held:
        by_plan.setdefault(assignment.plan, []).append(assignment)
    return tuple(_duty_group(context, plan_id, found) for plan_id, found in by_plan.items())


def _duty_group(context: Context, plan_id: str, held: list[Assignment]) -> DutyGroup:
    """Give what a body holds in one plan."""
    plan = context.index.plans[plan_id]
    by_role: dict[str, list[DutyLine]] = {}
    for one in sorted(held, key=_by_time):
        by_role.setdefault(_role_word(context, one), []).append(_duty_line(context, plan, one))
    roles = tuple(RoleDuties(word, tuple(lines)) for word, lines in by_role.items())
    title, draft = context.text(plan.short_title), plan.status is DocumentStatus.DRAFT
    return DutyGroup(plan_id, context.routes.plan(plan_id), title, draft, roles, len(held))


def _by_time(assignment: Assignment) -> date:
    """Order what a body holds by its first date; what has none comes after, in the order of the document."""
    return min((time.end for time in assignment.time if time.end is not None), default=date.max)


def _duty_line(context: Context, plan: Plan, one: Assignment) -> DutyLine:
    """Give one item in which a body holds a role."""
    parts = context.index.parts[plan.id]
    return DutyLine(
        href=context.routes.item(plan.id, one.item) if one.item else context.routes.plan(plan.id),
        label=parts.labels.get(one.item),
        text=context.text(parts.titles.get(one.item, plan.short_title)),
        times=time_views(context, one.time, parts.validity, parts.progress.get(one.item, NO_PROGRESS)),
    )


def _role_word(context: Context, assignment: Assignment) -> str:
    """Give the document's own wording of a role on Vietnamese pages, else the role's word."""
    own = assignment.wording if context.language == "vi" else None
    return own or context.word("roles", assignment.role)


def _partners(context: Context, agency_id: str, held: tuple[Assignment, ...]) -> tuple[Partner, ...]:
    """Give the bodies that hold a role in the same items, those with most shared items first."""
    mine = {(a.plan, a.item) for a in held if a.item}
    shared: dict[str, set[tuple[str, str]]] = {}
    for plan_id in dict.fromkeys(plan for plan, _ in mine):
        for other, theirs in context.index.parts[plan_id].held.items():
            shared.setdefault(other, set()).update(mine & {(a.plan, a.item) for a in theirs})
    shared = {other: items for other, items in shared.items() if other != agency_id and items}
    ranked = sorted(shared.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Partner(registered_link(context, other), len(items)) for other, items in ranked)
