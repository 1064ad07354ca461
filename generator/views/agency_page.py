"""The page of one body: what it is, where it stands, what became of it, and all it is responsible for."""

from generator.domain.agency import Agency, Successor
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.bodies import BodyLink, agency_name, ended_words, registered_link
from generator.views.body_lists import FurtherLink, Partner, body_lists, partner
from generator.views.body_share import DutyGroup
from generator.views.body_work import BodyWork
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.index import RESULTS_PAGE
from generator.views.news import NewsView
from generator.views.paging import PageLink
from generator.views.tally import Tally
from generator.views.timeline import TimelineView, timeline_view


@frozen
class SuccessorView:
    """What followed a body or its place: a page of its own where it is a body."""

    name: Localised
    href: str | None
    relation_word: str


@frozen
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
    listed: bool
    """Whether the page of results lists its items one by one."""
    crowded: bool
    """Whether what each plan asks of it stands on a page of its own; then `timeline` is what is near."""
    pages: tuple[PageLink, ...]
    """The pages of the list of plans."""
    all_children: FurtherLink | None
    """Where the bodies under it stand, if they are too many for `children`."""
    all_partners: FurtherLink | None
    """Where all partners stand, if they are more than `partners`."""


def agency_view(context: Context, agency: Agency, work: BodyWork) -> AgencyView:
    """Give the page of a body: what it is, where it stands, what became of it, what it is responsible for."""
    index = context.index
    place = index.places.get(agency.place or "")
    ended = ended_words(context, agency)
    lists = body_lists(context, agency.id, work)
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
        children=tuple(registered_link(context, child) for child in lists.children),
        ended=ended,
        successors=tuple(_successor(context, s) for s in agency.successors),
        place_successors=tuple(_successor(context, s) for s in place.successors) if place and ended else (),
        place_note=context.maybe(place.note) if place and ended else None,
        note=context.maybe(agency.note),
        contact=() if ended else _contact(context, agency),
        duties=lists.duties,
        timeline=timeline_view(context, work.rows),
        partners=tuple(partner(context, *one) for one in lists.partners),
        count=work.count,
        tally=work.tally,
        news=work.news,
        listed=index.lists_items[RESULTS_PAGE],
        crowded=work.crowded,
        pages=lists.pages,
        all_children=lists.all_children,
        all_partners=lists.all_partners,
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
