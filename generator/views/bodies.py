"""Bodies as a reader meets them in a text: the words, the page of the body, and whether it still exists."""

from collections.abc import Iterable

from generator.domain.agency import Agency
from generator.domain.text import Localised
from generator.domain.written import BodyRef
from generator.frozen import frozen
from generator.views.context import Context


@frozen
class BodyLink:
    """A body: its words, the path of its page, a note, and the words for its end where it ended."""

    id: str
    text: Localised
    href: str
    note: str | None
    ended: str | None


def agency_name(context: Context, agency: Agency) -> Localised:
    """Give the name of a body: as the registry has it, else by the rules of the language, else in Vietnamese."""
    name = context.text(agency.name)
    if not name.fallback:
        return name
    by_rule = context.strings.body_name(agency.name.vi)
    return context.own(by_rule) if by_rule else name


def body_link(context: Context, ref: BodyRef) -> BodyLink:
    """Give the link for a body as a document names it. In Vietnamese the document's own words stand."""
    agency = context.index.agencies[ref.agency]
    as_written = context.language == "vi" and ref.text != ref.agency
    text = context.verbatim(ref.text) if as_written else agency_name(context, agency)
    return BodyLink(agency.id, text, context.routes.agency(agency.id), ref.note, ended_words(context, agency))


def body_links(context: Context, refs: Iterable[BodyRef]) -> tuple[BodyLink, ...]:
    """Give the links for several bodies."""
    return tuple(body_link(context, ref) for ref in refs)


def ended_words(context: Context, agency: Agency) -> str | None:
    """Say when the body ended, if it no longer exists on the day of reference."""
    if agency.valid_until is None or not agency.ended_on(context.as_of):
        return None
    return context.say("agency.ended_on", day=context.day(agency.valid_until))


def registered_link(context: Context, agency_id: str) -> BodyLink:
    """Give the link for a body under its registered name."""
    agency = context.index.agencies[agency_id]
    name, path = agency_name(context, agency), context.routes.agency(agency_id)
    return BodyLink(agency_id, name, path, None, ended_words(context, agency))
