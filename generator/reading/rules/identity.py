"""Ids within a plan: every one becomes an anchor of the same page, so no two are alike."""

from collections.abc import Iterator

from generator.domain.problem import DataPath, Problem
from generator.domain.registry import Registry
from generator.reading.nodes import find
from generator.reading.rules.records import identifiers
from generator.reading.validation import Document

RESERVED_PREFIX = "muc-"


def id_twice(document: Document, _registry: Registry) -> Iterator[Problem]:
    """An id stands twice in the plan."""
    first: dict[str, DataPath] = {}
    for named in identifiers(document.root):
        if named.text in first:
            line = find(document.root, first[named.text]).node.line
            yield document.problem("id_twice", named.path, text=named.text, first=line)
        first.setdefault(named.text, named.path)


def reserved_id(document: Document, _registry: Registry) -> Iterator[Problem]:
    """Anchors that start with `muc-` belong to the page's own headings."""
    for named in identifiers(document.root):
        if named.text.startswith(RESERVED_PREFIX):
            yield document.problem("id_reserved", named.path, text=named.text, prefix=RESERVED_PREFIX)
