"""What one plan asks of one body, on pages of its own: for bodies whose page has no room for all their duties."""

from collections.abc import Iterator, Sequence

from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.bodies import BodyLink, registered_link
from generator.views.body_share import DutyLine, RoleDuties, items_of, plan_duties
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.paging import PageLink
from generator.views.timeline import TimelineView, plan_timeline, timeline_view

# So many duties are one page on a phone.
_ON_A_PAGE = 150

Line = tuple[str, DutyLine]
"""The word of a role, and an item in which the body holds it."""


@frozen
class BodyInPlanView:
    """One page of what a plan asks of a body. `unpublished` plans are for nobody to find."""

    path: str
    body: BodyLink
    place: Localised | None
    plan: Localised
    plan_href: str
    draft: bool
    unpublished: bool
    count: int
    """In how many items it holds a role, on all pages."""
    roles: tuple[RoleDuties, ...]
    timeline: TimelineView
    pages: tuple[PageLink, ...]


def crowded_bodies(context: Context, plan: Plan) -> tuple[str, ...]:
    """Give the bodies of the plan whose duties in it stand on pages of their own."""
    return tuple(agency for agency in context.index.parts[plan.id].held if context.index.crowded.get(agency))


def body_in_plan_views(context: Context, base: str, plan: Plan, agency: str) -> Iterator[BodyInPlanView]:
    """Give the pages of one body in the plan; `base` is the path of the first, without a language's prefix."""
    group = plan_duties(context, plan, agency)
    place = context.index.places.get(context.index.agencies[agency].place or "")
    pages = _cut([(role.word, line) for role in group.roles for line in role.lines])
    for here, (lines, own) in enumerate(_with_their_items(pages)):
        yield BodyInPlanView(
            path=_path(base, here),
            body=registered_link(context, agency),
            place=place_title(context, place) if place is not None else None,
            plan=group.title,
            plan_href=group.href,
            draft=group.draft,
            unpublished=plan.publish_from is not None and plan.publish_from > context.as_of,
            count=items_of(group),
            roles=_by_role(lines),
            timeline=_timeline(context, plan, own),
            pages=_links(context, base, pages, here),
        )


def body_in_plan_paths(context: Context, base: str, plan: Plan, agency: str) -> tuple[str, ...]:
    """Give the paths of those pages, without making them."""
    count = len(context.index.parts[plan.id].held[agency])
    return tuple(_path(base, page) for page in range(-(-count // _ON_A_PAGE)))


def _cut(lines: Sequence[Line]) -> list[Sequence[Line]]:
    return [lines[at : at + _ON_A_PAGE] for at in range(0, len(lines), _ON_A_PAGE)]


def _path(base: str, page: int) -> str:
    """Give the path of a page: co-quan/<body>/<plan>/, co-quan/<body>/<plan>_2/."""
    return f"{base.removesuffix('/')}{f'_{page + 1}' if page else ''}/"


def _with_their_items(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[Sequence[Line], frozenset[str]]]:
    """Give each page with the addresses of the items that no page before it has."""
    told: frozenset[str] = frozenset()
    for lines in pages:
        own = frozenset(line.href for _, line in lines) - told
        told |= own
        yield lines, own


def _by_role(lines: Sequence[Line]) -> tuple[RoleDuties, ...]:
    found: dict[str, list[DutyLine]] = {}
    for word, line in lines:
        found.setdefault(word, []).append(line)
    return tuple(RoleDuties(word, tuple(own)) for word, own in found.items())


def _timeline(context: Context, plan: Plan, items: frozenset[str]) -> TimelineView:
    """Give the times of some items, which are known by their addresses."""
    rows = zip(context.index.parts[plan.id].entries, plan_timeline(context, plan), strict=True)
    return timeline_view(context, (row for entry, row in rows if entry.item and row.entry.href in items))


def _links(context: Context, base: str, pages: Sequence[Sequence[Line]], here: int) -> tuple[PageLink, ...]:
    if len(pages) < 2:
        return ()
    paths = (context.routes.at(_path(base, page)) for page in range(len(pages)))
    return tuple(
        PageLink(context.say("pages.number", page=page + 1), path, page == here) for page, path in enumerate(paths)
    )
