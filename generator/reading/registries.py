"""The registries: bodies and places in plans/agencies.yml, cited documents in plans/documents.yml."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.domain.agency import Agency, Place
from generator.domain.document import CitedDocument
from generator.domain.naming import NameIndex
from generator.domain.problem import Problem
from generator.domain.registry import Registry
from generator.domain.scalar import SchemaVersion
from generator.domain.value import value
from generator.domain.written import Reading
from generator.frozen import frozen
from generator.reading.files import FileRead
from generator.reading.plans import resolver
from generator.reading.rules.registry import check_agencies, check_documents
from generator.reading.times import unknown_times
from generator.reading.validation import Document, adapter, read_document, validate

_STAND_INS = {"name": "?", "level": "mixed", "branch": "mixed", "type": "ke_hoach"}

T = TypeVar("T", Agency, Place, CitedDocument)


@value
class AgenciesFile:
    """All of plans/agencies.yml."""

    schema: SchemaVersion
    places: tuple[Place, ...] = ()
    agencies: tuple[Agency, ...] = ()


@value
class DocumentsFile:
    """All of plans/documents.yml."""

    schema: SchemaVersion
    documents: tuple[CitedDocument, ...] = ()


@frozen
class RegistryRead:
    """The registry, with all entries that can be used, its names, and the problems.

    `names` is None where the bodies could not be read at all.
    """

    registry: Registry
    names: NameIndex | None
    problems: tuple[Problem, ...]


def read_registry(agencies: FileRead, documents: FileRead) -> RegistryRead:
    """Make the registry of its two files. Entries with mistakes stay in it as far as they are understood."""
    bodies, problems = _document(agencies)
    bare = Registry(
        agencies=_entries(bodies, "agencies", Agency, None),
        places=_entries(bodies, "places", Place, None),
        documents={},
    )
    names = NameIndex.of(bare) if bodies else None
    context = Reading(resolve=resolver(names, None))
    cited, further = _document(documents)
    registry = Registry(
        agencies=bare.agencies,
        places=bare.places,
        documents=_entries(cited, "documents", CitedDocument, context),
    )
    checked = (*_checked_agencies(bodies, registry), *_checked_documents(cited, registry, context))
    names = NameIndex(registry, names.names) if names else None
    return RegistryRead(registry, names, (*problems, *further, *checked))


def _document(file: FileRead) -> tuple[Document | None, tuple[Problem, ...]]:
    if file.source is None:
        return None, file.problems
    read = read_document(file.source)
    return read.value, (*file.problems, *read.problems)


def _checked_agencies(document: Document | None, registry: Registry) -> Iterator[Problem]:
    if document is not None:
        yield from validate(document, AgenciesFile).problems
        yield from check_agencies(document, registry)


def _checked_documents(document: Document | None, registry: Registry, context: Reading) -> Iterator[Problem]:
    if document is not None:
        read = validate(document, DocumentsFile, context)
        yield from read.problems
        yield from check_documents(document, registry)
        yield from unknown_times(document, read.value)


def _entries(document: Document | None, key: str, shape: type[T], context: Reading | None) -> dict[str, T]:
    """Give the entries under `key` by id; the first of two with one id."""
    data = document.data() if document else None
    listed = data.get(key) if isinstance(data, dict) else None
    found: dict[str, T] = {}
    for item in listed if isinstance(listed, list) else ():
        entry = _entry(item, shape, context)
        if entry is not None:
            found.setdefault(entry.id, entry)
    return found


def _entry(item: Any, shape: type[T], context: Reading | None) -> T | None:
    """Make an entry, if need be without the keys that are wrong, so that it is still found by name."""
    wrong: set[object] = set()
    for _ in range(2):
        data = _mended(item, wrong) if isinstance(item, dict) else item
        try:
            entry: T = adapter(shape).validate_python(data, context=context)
            return entry
        except ValidationError as error:
            wrong = {mistake["loc"][0] for mistake in error.errors(include_url=False) if mistake["loc"]}
    return None


def _mended(item: dict[str, Any], wrong: set[object]) -> dict[str, Any]:
    """Leave out the `wrong` keys, or put stand-ins for those that must be there; none of it is published."""
    stand_ins = {key: text for key, text in _STAND_INS.items() if key in wrong}
    return {key: given for key, given in item.items() if key not in wrong} | stand_ins
