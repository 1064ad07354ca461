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


_KINDS = ("body", "committee", "collective")


def agency_index(context: Context) -> tuple[PlaceGroup, ...]:
    """Give all bodies by place and kind; places in alphabetical order, central bodies last."""
    by_place: dict[str, list[Agency]] = {}
    for agency in context.index.agencies.values():
        by_place.setdefault(agency.place or "", []).append(agency)
    groups = [_place_group(context, place, found) for place, found in by_place.items()]
    return tuple(sorted(groups, key=lambda group: (group.id == "", fold(group.name.text))))


def _place_group(context: Context, place_id: str, agencies: list[Agency]) -> PlaceGroup:
    """Give the bodies of one place."""
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
