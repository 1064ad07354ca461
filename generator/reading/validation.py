"""From the data of a file to values of the domain: what does not fit becomes a problem, all at once."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.domain.problem import DataPath, Problem
from generator.domain.text import Words, is_language_code
from generator.domain.written import Reading
from generator.frozen import frozen
from generator.reading.case import Mistake
from generator.reading.explaining import explain
from generator.reading.nodes import Node, empty_keys, filled, find
from generator.reading.parsing import parse_yaml
from generator.reading.shapes import keys_of, shape_at
from generator.reading.source import Source

T = TypeVar("T")

# Nobody reads more at a time, and looking for near words takes time.
MAX_MISTAKES = 200


@frozen
class Document:
    """A file that was read as YAML: its text and its nodes."""

    source: Source
    root: Node

    def data(self) -> object:
        """Give its content as dicts, lists and texts, without keys that have no value."""
        return filled(self.root)

    def problem(self, code: str, path: DataPath, *, at_key: bool = False, **values: Any) -> Problem:
        """Make the problem `code` at `path`: at its value, or at its key with `at_key`."""
        found = find(self.root, path)
        place = found.key if at_key and found.key else found.node
        return self.source.problem(code, place.line, place.column, path=path, **values)


@frozen
class Read(Generic[T]):
    """A value, or None where it could not be made, and the problems."""

    value: T | None
    problems: tuple[Problem, ...] = ()


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def adapter(shape: type[T]) -> TypeAdapter[T]:
    """Give pydantic's validator of `shape`, built once."""
    key: Any = shape
    return _adapter(key)


def read_document(source: Source) -> Read[Document]:
    """Read the YAML in `source`; a file with problems of form may still give a document to check further."""
    tree = parse_yaml(source)
    return Read(Document(source, tree.root) if tree.root is not None else None, tree.problems)


def validate(document: Document, shape: type[T], context: Reading | None = None) -> Read[T]:
    """Make a `shape` of the document's data, with times and names of bodies read in `context`."""
    return validate_data(document, document.data(), shape, context)


def validate_data(document: Document, data: object, shape: type[T], context: Reading | None = None) -> Read[T]:
    """Make a `shape` of `data`, which is what the document says, perhaps in part."""
    unknown = tuple(_unknown_empty_keys(document, shape))
    try:
        value: T = adapter(shape).validate_python(data, context=context)
    except ValidationError as error:
        mistakes = error.errors(include_url=False, include_input=True)[:MAX_MISTAKES]
        found = tuple(dict.fromkeys(_explained(document, shape, mistake) for mistake in mistakes))
        return Read(None, tuple(_without_misspelt((*unknown, *found))))
    return Read(None if unknown else value, unknown)


def _explained(document: Document, shape: type, mistake: Any) -> Problem:
    values = {name: str(value) for name, value in (mistake.get("ctx") or {}).items()}
    told = Mistake(mistake["type"], tuple(mistake["loc"]), mistake["input"], values)
    return explain(document.source, document.root, shape, told)


def _without_misspelt(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """A key that is there, misspelt, is not missing as well: adding it would be a second mistake."""
    meant = {(p.path[:-1], dict(p.values)["near"]) for p in problems if p.code == "unknown_key_near"}
    for problem in problems:
        if problem.code != "key_missing" or (problem.path, dict(problem.values)["key"]) not in meant:
            yield problem


def _unknown_empty_keys(document: Document, shape: type) -> Iterator[Problem]:
    """A misspelt key stays a mistake when nothing stands after it."""
    for path in empty_keys(document.root):
        record = shape_at(shape, path[:-1])
        keys = keys_of(record)
        not_yet_translated = record is Words and is_language_code(path[-1])
        if keys and path[-1] not in keys and not not_yet_translated:
            yield explain(document.source, document.root, shape, Mistake("unexpected_keyword_argument", path, None, {}))
