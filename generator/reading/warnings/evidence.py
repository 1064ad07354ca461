"""What a warning's rule looks at, and what it finds."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.domain.document import CitedDocument
from generator.domain.naming import NameIndex
from generator.domain.plan import Plan
from generator.domain.problem import DataPath
from generator.domain.registry import Registry
from generator.domain.responsibility import Assignment, assignments
from generator.domain.times import TimeExpression
from generator.frozen import frozen
from generator.reading.nodes import Mapping, Node, Scalar, Sequence, find
from generator.reading.rules.records import Named, records, texts
from generator.reading.times import times_in
from generator.reading.validation import Document

# Remarks of the editors quote the errors of the document; corrections and sources hold them on purpose.
_REMARKS = frozenset(
    {"notes", "note", "agenda_note", "issued_note", "validity_note", "corrections", "silence", "source"}
)
_VERBATIM = frozenset({"as_written", "symbol"})
_LEFT_OUT = _REMARKS | _VERBATIM
_EDITORS_OWN = frozenset({"summary", "short_title", "keywords"})


@dataclass(frozen=True)
class Evidence:
    """One plan as read: its values, its nodes, the bytes of its file, and the names of the registry."""

    plan: Plan
    document: Document
    data: bytes
    names: NameIndex

    @property
    def registry(self) -> Registry:
        """The registries that the plan was read with."""
        return self.names.registry

    @cached_property
    def texts(self) -> tuple[Named, ...]:
        """Every Vietnamese text of the file except remarks of the editors and verbatim symbols."""
        return tuple(named for named, is_translation in self._said if not is_translation)

    @cached_property
    def texts_in_all_languages(self) -> tuple[Named, ...]:
        """The same texts, with their translations."""
        return tuple(named for named, _ in self._said)

    @cached_property
    def _said(self) -> tuple[tuple[Named, bool], ...]:
        found: list[tuple[Named, bool]] = []
        root = self.document.root
        if not isinstance(root, Scalar):
            _texts(root, (), False, found)
        return tuple(found)

    @cached_property
    def document_texts(self) -> tuple[Named, ...]:
        """The texts that restate the document, without the editors' own summary, short title and keywords."""
        return tuple(named for named in self.texts if named.path[0] not in _EDITORS_OWN)

    @cached_property
    def folded(self) -> str:
        """All `texts`, a line each, without regard to capitals: most rules see at once that none concerns them."""
        return "\n".join(named.text for named in self.texts).casefold()

    def document_texts_with(self, *words: str) -> list[Named]:
        """Give those `document_texts` in which one of the words stands, whatever its capitals."""
        there = [word for word in (word.casefold() for word in words) if word in self.folded]
        candidates = self.document_texts if there else ()
        return [named for named in candidates if any(word in named.text.casefold() for word in there)]

    @cached_property
    def times(self) -> tuple[tuple[DataPath, TimeExpression], ...]:
        """Every time of the plan, with its path."""
        return tuple(times_in(self.plan))

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Every role that any body holds in the plan."""
        return assignments(self.plan)

    @cached_property
    def paths_of_items(self) -> dict[str, DataPath]:
        """The path of each record by its id; what has no item is the plan as a whole."""
        paths: dict[str, DataPath] = {"": ()}
        for path, record in records(self.document.root):
            node = record.entries["id"][1] if path and "id" in record.entries else None
            if isinstance(node, Scalar) and node.text:
                paths.setdefault(node.text, path)
        return paths

    @cached_property
    def cited(self) -> tuple[tuple[DataPath, CitedDocument], ...]:
        """Each document that the plan cites, once: at the first item that cites it, else among the legal bases."""
        found: dict[str, DataPath] = {}
        for path, record in records(self.document.root):
            for named in texts(record, "cites", path):
                found.setdefault(named.text, named.path)
        for index, basis in enumerate(self.plan.legal_bases):
            found.setdefault(basis.ref, ("legal_bases", index, "ref"))
        known = self.registry.documents
        return tuple((path, known[ref]) for ref, path in found.items() if ref in known)

    def items_at(self, path: DataPath) -> tuple[str, ...]:
        """Give the ids of the records around `path`, innermost first; the plan's own id is not among them."""
        found = (find(self.document.root, path[:end]).node for end in range(len(path), 0, -1))
        ids = (node.entries["id"][1] for node in found if isinstance(node, Mapping) and "id" in node.entries)
        return tuple(dict.fromkeys(node.text for node in ids if isinstance(node, Scalar) and node.text))


def _texts(node: Mapping | Sequence, path: DataPath, in_translation: bool, found: list[tuple[Named, bool]]) -> None:
    """Add each text in and under `node` to `found`, and whether it is a translation: such stand beside a `vi`.

    A list that is handed on, as generators within generators would pass each text through every level.
    """
    for step, child, is_translation in _below(node, in_translation):
        if not isinstance(child, Scalar):
            _texts(child, (*path, step), is_translation, found)
        elif child.text:
            found.append((Named((*path, step), child.text), is_translation))


def _below(node: Mapping | Sequence, in_translation: bool) -> list[tuple[str | int, Node, bool]]:
    if isinstance(node, Sequence):
        return [(index, item, in_translation) for index, item in enumerate(node.items)]
    in_languages = "vi" in node.entries
    return [
        (name, child, in_translation or (in_languages and name != "vi"))
        for name, (_, child) in node.entries.items()
        if name not in _LEFT_OUT
    ]


@frozen
class Finding:
    """One thing that a rule noticed.

    `values` go into the message. Findings with one `group` and one code are told together: `subject` is then
    what is listed. With `at_key` the key is pointed at, as where a value is missing.
    """

    code: str
    path: DataPath
    values: tuple[tuple[str, str], ...] = ()
    group: str | None = None
    subject: str = ""
    at_key: bool = False


def finding(
    code: str, path: DataPath, *, group: str | None = None, subject: str = "", at_key: bool = False, **values: Any
) -> Finding:
    """Make a finding; its values are given by name."""
    texts = tuple((name, str(value)) for name, value in values.items())
    return Finding(code, path, texts, group, subject, at_key)
