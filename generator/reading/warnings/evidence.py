"""What a warning's rule looks at, and what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.domain.naming import NameIndex
from generator.domain.plan import Plan
from generator.domain.problem import DataPath
from generator.domain.registry import Registry
from generator.reading.nodes import Mapping, Node, Scalar, Sequence, find
from generator.reading.rules.records import Named
from generator.reading.validation import Document

# Remarks of the editors quote the errors of the document; corrections and sources hold them on purpose.
_REMARKS = frozenset(
    {"notes", "note", "agenda_note", "issued_note", "validity_note", "corrections", "silence", "source"}
)
_VERBATIM = frozenset({"as_written", "symbol"})
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
        return tuple(
            named for named in _texts(self.document.root, ())
            if not (_REMARKS | _VERBATIM).intersection(map(str, named.path))
        )  # fmt: skip

    @cached_property
    def texts_in_all_languages(self) -> tuple[Named, ...]:
        """The same texts, with their translations."""
        return tuple(
            named for named in _texts(self.document.root, (), translated=True)
            if not (_REMARKS | _VERBATIM).intersection(map(str, named.path))
        )  # fmt: skip

    @cached_property
    def document_texts(self) -> tuple[Named, ...]:
        """The texts that restate the document, without the editors' own summary, short title and keywords."""
        return tuple(named for named in self.texts if named.path[0] not in _EDITORS_OWN)

    def items_at(self, path: DataPath) -> tuple[str, ...]:
        """Give the ids of the records around `path`, innermost first; the plan's own id is not among them."""
        found = (find(self.document.root, path[:end]).node for end in range(len(path), 0, -1))
        ids = (node.entries["id"][1] for node in found if isinstance(node, Mapping) and "id" in node.entries)
        return tuple(dict.fromkeys(node.text for node in ids if isinstance(node, Scalar) and node.text))


def _texts(node: Node, path: DataPath, *, translated: bool = False) -> Iterator[Named]:
    if isinstance(node, Scalar):
        if node.text:
            yield Named(path, node.text)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _texts(item, (*path, index), translated=translated)
    else:
        only_own = "vi" in node.entries and not translated
        for name in ("vi",) if only_own else tuple(node.entries):
            yield from _texts(node.entries[name][1], (*path, name), translated=translated)


@dataclass(frozen=True, slots=True)
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
