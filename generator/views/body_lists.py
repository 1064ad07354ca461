"""Lists of a body's page that may grow long: plans that ask something of it, partners, bodies under it.

Each is cut so that the page fits a phone; what does not fit stands on further pages.
"""

from collections.abc import Iterator, Sequence

from generator.domain.text import DEFAULT_LANGUAGE
from generator.frozen import frozen
from generator.routes import Routes
from generator.views.bodies import BodyLink, registered_link
from generator.views.body_share import DutyGroup
from generator.views.body_work import BodyWork
from generator.views.context import Context
from generator.views.paging import PageLink, cut, numbered, page_path

_PLANS_ON_A_PAGE = 60
_BODIES_ON_A_PAGE = 300
_PARTNERS = 30
_CHILDREN = 100
# An id never has the sign that stands in these.
_WITH, _UNDER = "phoi_hop/", "truc_thuoc/"


@frozen
class Partner:
    """A body with which this one shares items, and in how many; a body under it shares none."""

    body: BodyLink
    count: int


@frozen
class FurtherLink:
    """Where all of a list stands, and how many they are."""

    href: str
    count: int


@frozen
class BodyLists:
    """What the first page shows of the lists, by id, and where all of them stand."""

    duties: tuple[DutyGroup, ...]
    pages: tuple[PageLink, ...]
    partners: tuple[tuple[str, int], ...]
    all_partners: FurtherLink | None
    children: tuple[str, ...]
    all_children: FurtherLink | None


@frozen
class BodyListView:
    """A further page of one of the lists: `kind` is duties, partners or children."""

    path: str
    kind: str
    body: BodyLink
    duties: tuple[DutyGroup, ...]
    bodies: tuple[Partner, ...]
    count: int
    pages: tuple[PageLink, ...]
    page: int
    """From 1."""


def body_lists(context: Context, agency_id: str, work: BodyWork) -> BodyLists:
    """Give what the first page shows of the lists."""
    plans = _plan_pages(work)
    children = _children(context, agency_id)
    many, below = work.crowded and len(work.partners) > _PARTNERS, len(children) > _CHILDREN
    home = context.routes.agency(agency_id)
    return BodyLists(
        duties=tuple(plans[0]),
        pages=_plan_links(context, agency_id, plans, 0),
        partners=work.partners[:_PARTNERS] if many else work.partners,
        all_partners=FurtherLink(f"{home}{_WITH}", len(work.partners)) if many else None,
        children=() if below else children,
        all_children=FurtherLink(f"{home}{_UNDER}", len(children)) if below else None,
    )


def body_list_views(context: Context, agency_id: str, work: BodyWork) -> Iterator[BodyListView]:
    """Give the further pages of the lists."""
    lists, body = body_lists(context, agency_id, work), registered_link(context, agency_id)
    plans = _plan_pages(work)
    for here in range(1, len(plans)):
        links = _plan_links(context, agency_id, plans, here)
        path, count = page_path(_base(agency_id), here, len(plans)), len(work.duties)
        yield BodyListView(path, "duties", body, tuple(plans[here]), (), count, links, here + 1)
    if lists.all_partners is not None:
        yield from _bodies(context, body, "partners", _WITH, work.partners)
    if lists.all_children is not None:
        yield from _bodies(context, body, "children", _UNDER, [(child, 0) for child in _children(context, agency_id)])


def plan_list_paths(context: Context, agency_id: str) -> tuple[str, ...]:
    """Give the paths of the further pages of plans, without making them."""
    if not context.index.crowded.get(agency_id):
        return ()
    pages = len(cut(context.shown.holders(f"body/{agency_id}"), _PLANS_ON_A_PAGE))
    return tuple(page_path(_base(agency_id), page, pages) for page in range(1, pages))


def partner(context: Context, agency_id: str, count: int) -> Partner:
    """Give a body that shares `count` items."""
    return Partner(registered_link(context, agency_id), count)


def _base(agency_id: str) -> str:
    return Routes(DEFAULT_LANGUAGE).agency(agency_id)


def _children(context: Context, agency_id: str) -> tuple[str, ...]:
    return context.index.children.get(agency_id, ())


def _plan_pages(work: BodyWork) -> list[Sequence[DutyGroup]]:
    return cut(work.duties, _PLANS_ON_A_PAGE) if work.crowded else [work.duties]


def _plan_links(
    context: Context, agency_id: str, pages: Sequence[Sequence[DutyGroup]], here: int
) -> tuple[PageLink, ...]:
    return numbered(context, _base(agency_id), len(pages), here)


def _bodies(
    context: Context, body: BodyLink, kind: str, name: str, found: Sequence[tuple[str, int]]
) -> Iterator[BodyListView]:
    """Give the pages of a list of bodies, each with a count."""
    base, pages = f"{_base(body.id)}{name}", cut(found, _BODIES_ON_A_PAGE)
    for here, bodies in enumerate(pages):
        links = numbered(context, base, len(pages), here)
        shown = tuple(partner(context, *one) for one in bodies)
        yield BodyListView(page_path(base, here, len(pages)), kind, body, (), shown, len(found), links, here + 1)
