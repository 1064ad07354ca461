"""What must agree within the registries."""

from collections.abc import Callable, Iterator

from generator.domain.document import CitedDocument
from generator.domain.problem import DataPath, Problem
from generator.domain.registry import Registry
from generator.reading.nodes import find
from generator.reading.rules.faces import sign_not_shown
from generator.reading.rules.links import unsafe_link
from generator.reading.rules.records import group_of, identifiers, records, texts
from generator.reading.rules.references import unknown
from generator.reading.rules.trees import circles
from generator.reading.validation import Document

Rule = Callable[[Document, Registry], Iterator[Problem]]


def entry_twice(document: Document, _registry: Registry) -> Iterator[Problem]:
    """An id stands twice in one list of a registry."""
    first: dict[tuple[str, str], int] = {}
    for named in identifiers(document.root):
        at = (group_of(named.path), named.text)
        if at in first:
            yield document.problem("id_twice", named.path, text=named.text, first=first[at])
        first.setdefault(at, find(document.root, named.path).node.line)


def registry_reference(document: Document, registry: Registry) -> Iterator[Problem]:
    """A parent, place or successor is named that the registry does not have."""
    agencies, places = set(registry.agencies), set(registry.places)
    for path, record in records(document.root):
        for key, known in _known(path, agencies, places):
            for named in texts(record, key, path):
                yield from unknown(document, named.path, named.text, known, "reference_unknown")


def _known(path: DataPath, agencies: set[str], places: set[str]) -> Iterator[tuple[str, set[str]]]:
    if "successors" in path:
        yield "id", agencies | places
    elif group_of(path) == "agencies" and len(path) == 2:
        yield "parent", agencies
        yield "place", places
    elif group_of(path) == "places" and len(path) == 2:
        yield "parent", places


def registry_circle(document: Document, _registry: Registry) -> Iterator[Problem]:
    """A place or body is, over its parents, its own parent."""
    for group in ("places", "agencies"):
        yield from circles(document, group)


def document_reference(document: Document, registry: Registry) -> Iterator[Problem]:
    """A document implements, or is superseded by, one that the registry does not have."""
    for path, record in records(document.root):
        for key in ("implements", "superseded_by"):
            for named in texts(record, key, path):
                yield from unknown(document, named.path, named.text, set(registry.documents), "document_unknown")


def document_twice(document: Document, registry: Registry) -> Iterator[Problem]:
    """Two entries are the same document: type, number, symbol, issuers and date are alike."""
    first: dict[tuple[object, ...], str] = {}
    for named in identifiers(document.root):
        entry = registry.documents.get(named.text)
        if entry is None or not _is_told(entry):
            continue
        same = first.setdefault(entry.key, entry.id)
        if same != entry.id:
            yield document.problem("document_twice", named.path, text=entry.id, other=same)


def _is_told(entry: CitedDocument) -> bool:
    """Without a number, symbol or date nothing tells one law from another."""
    return entry.number is not None or entry.symbol is not None or entry.issued is not None


_OF_AGENCIES: tuple[Rule, ...] = (entry_twice, registry_reference, registry_circle)
_OF_DOCUMENTS: tuple[Rule, ...] = (entry_twice, document_reference, document_twice)


def check_agencies(document: Document, registry: Registry) -> Iterator[Problem]:
    """Give what is wrong between the entries of plans/agencies.yml."""
    yield from unsafe_link(document)
    yield from sign_not_shown(document)
    for rule in _OF_AGENCIES:
        yield from rule(document, registry)


def check_documents(document: Document, registry: Registry) -> Iterator[Problem]:
    """Give what is wrong between the entries of plans/documents.yml."""
    yield from unsafe_link(document)
    yield from sign_not_shown(document)
    for rule in _OF_DOCUMENTS:
        yield from rule(document, registry)
