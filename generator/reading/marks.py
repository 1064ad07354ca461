"""Where a plan file says what other files must agree with: its id, its former ids, the files it names."""

from collections.abc import Iterator
from typing import Any

from generator.domain.problem import DataPath, Location, Problem, Severity
from generator.frozen import frozen
from generator.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.reading.rules.records import records
from generator.reading.validation import Document


@frozen
class Mark:
    """One such value: what it is, its path, text, place and line.

    Kinds: `id`, `former_ids`, `file`, `sha256`, `placement` (its id), `outcome_kind` and `outcome_into`.
    """

    kind: str
    path: DataPath
    text: str
    location: Location
    excerpt: str

    def problem(self, code: str, *, instead: str = "", severity: Severity = Severity.ERROR, **values: Any) -> Problem:
        """Make the problem `code` at this value."""
        texts = tuple((name, str(value)) for name, value in values.items())
        return Problem(
            code=code, location=self.location, severity=severity, path=self.path, values=texts,
            excerpt=self.excerpt, instead=instead,
        )  # fmt: skip


def marks_of(document: Document) -> tuple[Mark, ...]:
    """Give the marks of a plan file, in its order."""
    return tuple(_marks(document))


def _marks(document: Document) -> Iterator[Mark]:
    root = document.root
    if not isinstance(root, Mapping):
        return
    for key in ("id", "former_ids"):
        for path, node in _scalars(root, (key,)):
            yield _mark(document, key, path, node)
    for group in ("attachments", "pictures"):
        yield from _in_group(document, root, group, {"file": "file", "sha256": "sha256"})
    yield from _published_files(document, root)
    yield from _in_group(document, root, "placements", {"id": "placement"})
    outcome = root.entries["outcome"][1] if "outcome" in root.entries else None
    for key in ("kind", "into"):
        for path, node in _scalars(outcome, (key,)):
            yield _mark(document, f"outcome_{key}", ("outcome", *path), node)


def _in_group(document: Document, root: Mapping, group: str, kinds: dict[str, str]) -> Iterator[Mark]:
    """Give the marks in the records of a list; `kinds` names the kind of mark for each key."""
    listed = root.entries[group][1] if group in root.entries else None
    for index, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
        for key, kind in kinds.items():
            for path, node in _scalars(item, (key,)):
                yield _mark(document, kind, (group, index, *path), node)


def _published_files(document: Document, root: Mapping) -> Iterator[Mark]:
    """Give the files that updates, answers, evidence and results name."""
    for group in ("updates", "answers", "tasks", "targets"):
        listed = root.entries[group][1] if group in root.entries else None
        for path, record in records(listed, (group,)) if listed is not None else ():
            for below, node in _scalars(record, ("file",)):
                yield _mark(document, "file", (*path, *below), node)


def _scalars(node: Node | None, path: tuple[str]) -> Iterator[tuple[DataPath, Scalar]]:
    """Give the text or the texts at a key."""
    found = node.entries[path[0]][1] if isinstance(node, Mapping) and path[0] in node.entries else None
    if isinstance(found, Scalar):
        yield path, found
    for index, item in enumerate(found.items if isinstance(found, Sequence) else ()):
        if isinstance(item, Scalar):
            yield (*path, index), item


def _mark(document: Document, kind: str, path: DataPath, node: Scalar) -> Mark:
    source = document.source
    location = Location(source.file, node.line, node.column)
    return Mark(kind, path, (node.text or "").strip(), location, source.line(node.line))
