"""The records of a file as written, with their paths: what the rules look through.

Rules read the nodes and not the finished plan, so that a wrong value elsewhere does not hide their findings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.domain.problem import DataPath
from generator.reading.nodes import Mapping, Node, Scalar, Sequence


class Named(NamedTuple):
    """One text of the file: its path and the text. A tuple, as thousands are made for each file."""

    path: DataPath
    text: str


def records(node: Node, path: DataPath = ()) -> Iterator[tuple[DataPath, Mapping]]:
    """Give every mapping in and under `node`, outer ones first, in the order of the file."""
    return iter(_all_records(_Same(node))) if not path else _records(node, path)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A node that is equal to itself only: to compare all that is in it would take longer than to walk it."""

    node: Node

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.node is other.node

    def __hash__(self) -> int:
        return id(self.node)


@lru_cache(maxsize=2)
def _all_records(root: _Same) -> tuple[tuple[DataPath, Mapping], ...]:
    """Walk a file once for all rules, each of which looks through all of it."""
    return tuple(_records(root.node, ()))


def _records(node: Node, path: DataPath) -> Iterator[tuple[DataPath, Mapping]]:
    # A stack and not recursion: each level would pass each record on.
    waiting: list[tuple[DataPath, Node]] = [(path, node)]
    while waiting:
        at, found = waiting.pop()
        if isinstance(found, Mapping):
            yield at, found
            below = [((*at, name), child) for name, (_, child) in found.entries.items() if type(child) is not Scalar]
            waiting.extend(reversed(below))
        elif isinstance(found, Sequence):
            items = [((*at, index), item) for index, item in enumerate(found.items) if type(item) is not Scalar]
            waiting.extend(reversed(items))


def texts(record: Mapping, key: str, path: DataPath = ()) -> Iterator[Named]:
    """Give the text, or the texts of the list, at `key` of a record."""
    node = record.entries[key][1] if key in record.entries else None
    if isinstance(node, Scalar) and node.text:
        yield Named((*path, key), node.text.strip())
    for index, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        if isinstance(item, Scalar) and item.text:
            yield Named((*path, key, index), item.text.strip())


def group_of(path: DataPath) -> str:
    """Give the top-level key that a path is under."""
    return str(path[0]) if path else ""


def identifiers(root: Node) -> Iterator[Named]:
    """Give every id inside the file except the file's own."""
    return iter(_all_identifiers(_Same(root)))


@lru_cache(maxsize=2)
def _all_identifiers(root: _Same) -> tuple[Named, ...]:
    inside = ((path, record) for path, record in _all_records(root) if path and "id" in record.entries)
    return tuple(named for path, record in inside if not _is_elsewhere(path) for named in texts(record, "id", path))


def _is_elsewhere(path: DataPath) -> bool:
    """Successors carry the id of another entry, not one of their own."""
    return "successors" in path


def ids_by_group(root: Node) -> dict[str, set[str]]:
    """Give the ids in the file by top-level key; nested items count to the group they are in."""
    found: dict[str, set[str]] = {}
    for named in identifiers(root):
        found.setdefault(group_of(named.path), set()).add(named.text)
    return found
