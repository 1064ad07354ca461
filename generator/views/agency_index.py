"""The index of bodies, by place and kind."""

from collections.abc import Iterable, Iterator

from generator.domain.agency import Agency, Place
from generator.domain.identifier import fold
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.bodies import BodyLink, agency_name, registered_link
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.paging import PageLink, cut, numbered, page_links, page_path


@frozen
class AgencyLine:
    """A body in the index. `search` holds its names folded (small letters, no accents), for search as you type."""

    link: BodyLink
    kind: str
    kind_word: str
    branch_word: str
    tasks: int
    search: str


@frozen
class AgencyGroup:
    """The bodies of one place and one kind."""

    kind: str
    word: str
    lines: tuple[AgencyLine, ...]


@frozen
class PlaceGroup:
    """The bodies of one place; central ones have none."""

    id: str
    name: Localised
    note: str | None
    groups: tuple[AgencyGroup, ...]
    count: int


# So many bodies are one page on a phone.
_ON_A_PAGE = 300
_PLACES_ON_A_PAGE = 300
_KINDS = ("body", "committee", "collective")


@frozen
class PlaceLink:
    """A place whose bodies stand on a page of their own. `search` is its name folded, for search as you type."""

    name: Localised
    href: str
    note: str | None
    count: int
    search: str


@frozen
class AgencyIndex:
    """One page of the index. `places` are those that have pages of their own; none where this page has all bodies."""

    path: str
    groups: tuple[PlaceGroup, ...]
    places: tuple[PlaceLink, ...]
    place: Localised | None
    """The place, on a page of its own."""
    pages: tuple[PageLink, ...]
    """The pages of the places, or of the bodies of the one place."""
    page: int
    """From 1."""


def agency_index(context: Context, base: str) -> Iterator[AgencyIndex]:
    """Give the index: all bodies by place and kind, or where they are many the central ones and the places.

    Places stand in alphabetical order, central bodies last, on the first page. `base` is the path of that.
    """
    bodies_of, own = context.index.bodies_of, places_with_pages(context)
    found = [_place_group(context, place, bodies_of[place]) for place in bodies_of if place not in own]
    groups = tuple(sorted(found, key=lambda group: (group.id == "", fold(group.name.text))))
    links = [_place_link(context, base, place, len(bodies_of[place])) for place in own]
    pages = cut(sorted(links, key=lambda link: fold(link.name.text)), _PLACES_ON_A_PAGE)
    labels = [context.say("pages.places", first=own[0].name.text, last=own[-1].name.text) for own in pages if own]
    for here, places in enumerate(pages):
        path, around = page_path(base, here, len(pages)), page_links(context, base, labels, here)
        yield AgencyIndex(path, () if here else groups, tuple(places), None, around, here + 1)


def index_paths(context: Context, base: str) -> tuple[str, ...]:
    """Give the paths of the pages of the index, without making them."""
    pages = len(cut(places_with_pages(context), _PLACES_ON_A_PAGE))
    return tuple(page_path(base, page, pages) for page in range(pages))


def places_with_pages(context: Context) -> tuple[str, ...]:
    """Give the places whose bodies stand on pages of their own."""
    if len(context.index.agencies) <= _ON_A_PAGE:
        return ()
    return tuple(place for place in context.index.bodies_of if place)


def place_pages(context: Context, base: str, place: str) -> Iterator[AgencyIndex]:
    """Give the pages of the bodies of one place; `base` is the path of the index."""
    own, pages = place_path(base, place), cut(context.index.bodies_of[place], _ON_A_PAGE)
    for here, ids in enumerate(pages):
        group = _place_group(context, place, ids)
        path, around = page_path(own, here, len(pages)), numbered(context, own, len(pages), here)
        yield AgencyIndex(path, (group,), (), group.name, around, here + 1)


def place_paths(context: Context, base: str, place: str) -> tuple[str, ...]:
    """Give the paths of those pages, without making them."""
    own, pages = place_path(base, place), len(cut(context.index.bodies_of[place], _ON_A_PAGE))
    return tuple(page_path(own, page, pages) for page in range(pages))


def place_path(base: str, place: str) -> str:
    """Give the path of the bodies of a place; an id never has the sign that stands in it."""
    return f"{base}noi_{place}/"


def _place_link(context: Context, base: str, place_id: str, count: int) -> PlaceLink:
    place = context.index.places[place_id]
    href = context.routes.at(place_path(base, place_id))
    name = place_title(context, place)
    return PlaceLink(name, href, _place_ended(context, place), count, fold(name.text))


def _place_group(context: Context, place_id: str, ids: Iterable[str]) -> PlaceGroup:
    """Give bodies of one place, by kind."""
    agencies = [context.index.agencies[agency] for agency in ids]
    place = context.index.places.get(place_id)
    name = place_title(context, place) if place is not None else context.own(context.say("agency.central"))
    note = _place_ended(context, place) if place is not None else None
    groups = tuple(
        AgencyGroup(kind, context.word("agency_kinds_plural", kind), lines)
        for kind in _KINDS
        if (lines := tuple(_agency_line(context, a) for a in agencies if a.kind.value == kind))
    )
    return PlaceGroup(place_id, name, note, groups, len(agencies))


def _place_ended(context: Context, place: Place) -> str | None:
    """Say when a place ended, if it no longer exists on the day of reference."""
    until = place.valid_until
    return context.say("agency.place_ended", day=context.day(until)) if until and until < context.as_of else None


def _agency_line(context: Context, agency: Agency) -> AgencyLine:
    """Give a body in the index."""
    names = (agency.name.vi, agency.short or "", *agency.aliases, agency_name(context, agency).text)
    return AgencyLine(
        link=registered_link(context, agency.id),
        kind=agency.kind.value,
        kind_word=context.word("agency_kinds", agency.kind.value),
        branch_word=context.word("branches", agency.branch.value),
        tasks=context.index.duties.get(agency.id, 0),
        search=fold(" ".join(dict.fromkeys(names))),
    )
