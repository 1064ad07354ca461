"""The index of bodies, by place and kind."""

from dataclasses import dataclass

from generator.domain.agency import Agency, Place
from generator.domain.identifier import fold
from generator.domain.text import Localised
from generator.views.bodies import BodyLink, agency_name, registered_link
from generator.views.card import place_title
from generator.views.context import Context


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """A body in the index. `search` holds its names folded (small letters, no accents), for search as you type."""

    link: BodyLink
    kind: str
    kind_word: str
    branch_word: str
    tasks: int
    search: str


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """The bodies of one place and one kind."""

    kind: str
    word: str
    lines: tuple[AgencyLine, ...]


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """The bodies of one place; central ones have none."""

    id: str
    name: Localised
    note: str | None
    groups: tuple[AgencyGroup, ...]
    count: int


# So many bodies are one page on a phone.
_ON_A_PAGE = 300
_KINDS = ("body", "committee", "collective")


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place whose bodies stand on a page of their own. `search` is its name folded, for search as you type."""

    name: Localised
    href: str
    note: str | None
    count: int
    search: str


@dataclass(frozen=True, slots=True)
class AgencyIndex:
    """One page of the index. `places` are those that have pages of their own; none where this page has all bodies."""

    groups: tuple[PlaceGroup, ...]
    places: tuple[PlaceLink, ...]


def agency_index(context: Context, base: str) -> AgencyIndex:
    """Give the first page: all bodies by place and kind, or where they are many the central ones and the places.

    Places stand in alphabetical order, central bodies last. `base` is the path of this page.
    """
    bodies_of, own = context.index.bodies_of, places_with_pages(context)
    groups = [_place_group(context, place) for place in bodies_of if place not in own]
    links = [_place_link(context, base, place, len(bodies_of[place])) for place in own]
    return AgencyIndex(
        tuple(sorted(groups, key=lambda group: (group.id == "", fold(group.name.text)))),
        tuple(sorted(links, key=lambda link: fold(link.name.text))),
    )


def places_with_pages(context: Context) -> tuple[str, ...]:
    """Give the places whose bodies stand on pages of their own."""
    if len(context.index.agencies) <= _ON_A_PAGE:
        return ()
    return tuple(place for place in context.index.bodies_of if place)


def place_page(context: Context, place: str) -> AgencyIndex:
    """Give the page of the bodies of one place."""
    return AgencyIndex((_place_group(context, place),), ())


def place_path(base: str, place: str) -> str:
    """Give the path of the bodies of a place; an id never has the sign that stands in it."""
    return f"{base}noi_{place}/"


def _place_link(context: Context, base: str, place_id: str, count: int) -> PlaceLink:
    place = context.index.places[place_id]
    href = context.routes.at(place_path(base, place_id))
    name = place_title(context, place)
    return PlaceLink(name, href, _place_ended(context, place), count, fold(name.text))


def _place_group(context: Context, place_id: str) -> PlaceGroup:
    """Give the bodies of one place."""
    agencies = [context.index.agencies[agency] for agency in context.index.bodies_of[place_id]]
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
