"""The rows of bodies, places and cited documents, which stand in the registries and in no plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from generator.domain.agency import Agency, Successor
from generator.domain.document import CitedDocument
from generator.routes import Routes
from generator.views.context import Context
from generator.views.open_data.text import Row


def cited_documents(context: Context) -> tuple[CitedDocument, ...]:
    """Give the documents that public plans cite, and those that these carry out or that replaced them.

    What only a plan cites that is not published is not told.
    """
    index = context.index
    cited = frozenset(index.citing)
    wanted = {document: None for document in index.documents if document in cited}
    waiting = list(wanted)
    while waiting:
        document = index.documents[waiting.pop()]
        further = (*document.implements, *((document.superseded_by,) if document.superseded_by else ()))
        new = [one for one in further if one in index.documents and one not in wanted]
        wanted.update(dict.fromkeys(new))
        waiting += new
    return tuple(index.documents[document] for document in index.documents if document in wanted)


def _bodies(context: Context) -> Iterator[Row]:
    for agency in context.index.agencies.values():
        yield {
            "id": agency.id,
            "name": agency.name,
            "short": agency.short,
            "aliases": "; ".join(agency.aliases),
            "branch": agency.branch,
            "kind": agency.kind,
            "level": agency.level,
            "place": agency.place,
            "parent": agency.parent,
            "valid_from": agency.valid_from,
            "valid_until": agency.valid_until,
            "successors": _ids(agency.successors),
            **_contact(context, agency),
            "url": {code: context.config.address + Routes(code).agency(agency.id) for code in context.config.languages},
        }


def _contact(context: Context, agency: Agency) -> Row:
    """Give how to reach a body, as its page does: one that has ended is not reached any more."""
    contact = None if agency.ended_on(context.as_of) else agency.contact
    if contact is None:
        return {}
    return {
        "address": contact.address,
        "phone": contact.phone,
        "email": contact.email,
        "website": contact.website,
    }


def _places(context: Context) -> Iterator[Row]:
    for place in context.index.places.values():
        yield {
            "id": place.id,
            "name": place.name,
            "full_name": place.title,
            "level": place.level,
            "parent": place.parent,
            "valid_until": place.valid_until,
            "successors": _ids(place.successors),
        }


def _documents(context: Context) -> Iterator[Row]:
    for document in cited_documents(context):
        issued = document.issued
        yield {
            "id": document.id,
            "type": document.type,
            "number": document.number,
            "symbol": document.symbol,
            "as_written": document.as_written,
            "issuers": " ".join(body.agency for body in document.issuers),
            "issued": issued.text if issued else None,
            "issued_start": issued.start if issued else None,
            "issued_end": issued.end if issued else None,
            "subject": document.subject,
            "in_force": document.in_force,
            "superseded_by": document.superseded_by,
            "link": document.url,
        }


def _ids(successors: Iterable[Successor]) -> str:
    return " ".join(one.id for one in successors)


REGISTRY_ROWS: Mapping[str, Callable[[Context], Iterator[Row]]] = MappingProxyType(
    {"bodies": _bodies, "places": _places, "documents": _documents}
)
"""By the name of a table: what gives its rows."""
