"""What the registries give to the open data: their lines of tables, and themselves as JSON holds them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.domain.agency import Agency
from generator.domain.rewriting import rewritten
from generator.views.context import Context
from generator.views.excerpts import REGISTRIES, Rows
from generator.views.open_data.registry_rows import REGISTRY_ROWS, cited_documents
from generator.views.open_data.tables import OF_REGISTRIES
from generator.views.open_data.text import csv_lines, json_text

_BODIES, _DOCUMENTS = REGISTRIES
MEMBERS = tuple(f"members/{registry}" for registry in REGISTRIES)
"""The sections with the members that the registries are in the JSON of everything."""


def registry_sections(context: Context, registry: str) -> Iterator[tuple[str, Rows]]:
    """Give what one of `REGISTRIES` is in the open data: the same in every language, so of the default one alone.

    Documents go apart from bodies: which of them are told depends on the plans.
    """
    languages = context.config.languages
    if context.language != languages[0]:
        return
    for table in OF_REGISTRIES:
        if table.name in _TABLES[registry]:
            yield f"data/{table.name}", csv_lines(table, languages, REGISTRY_ROWS[table.name](context))
    members = {name: [rewritten(one) for one in found] for name, found in _FOUND[registry](context).items()}
    yield f"members/{registry}", (json_text(members)[1:-1].encode(),)


def _bodies(context: Context) -> Mapping[str, Iterable[object]]:
    """Give places and bodies as they are written in their file, without how to reach a body that has ended."""
    agencies = (_reachable(context, agency) for agency in context.index.agencies.values())
    return {"places": context.index.places.values(), "agencies": agencies}


def _reachable(context: Context, agency: Agency) -> Agency:
    return replace(agency, contact=None) if agency.ended_on(context.as_of) else agency


def _documents(context: Context) -> Mapping[str, Iterable[object]]:
    return {"documents": cited_documents(context)}


_TABLES = MappingProxyType({_BODIES: ("bodies", "places"), _DOCUMENTS: ("documents",)})
_FOUND: Mapping[str, Callable[[Context], Mapping[str, Iterable[object]]]] = MappingProxyType(
    {_BODIES: _bodies, _DOCUMENTS: _documents}
)
