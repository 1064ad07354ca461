"""Parents: sections, tasks, places and bodies make trees, so no way upwards leads back."""

from collections.abc import Iterator, Mapping

from generator.domain.problem import DataPath, Problem
from generator.domain.registry import Registry
from generator.reading.nodes import Mapping as Record
from generator.reading.nodes import Sequence
from generator.reading.rules.records import Named, texts
from generator.reading.validation import Document


def parents_in_a_circle(document: Document, _registry: Registry) -> Iterator[Problem]:
    """A section or task is, over its parents, its own parent."""
    for group in ("sections", "tasks"):
        yield from circles(document, group)


def circles(document: Document, group: str) -> Iterator[Problem]:
    """Give each parent in list `group` of the file that closes a circle, one for each circle."""
    parents = dict(_parents(document, group))
    reported: set[str] = set()
    for child in parents:
        circle = _circle(child, parents)
        if circle and not reported.intersection(circle):
            reported.update(circle)
            yield document.problem("parent_circle", parents[child].path, circle=" → ".join((*circle, circle[0])))


def _circle(start: str, parents: Mapping[str, Named]) -> tuple[str, ...]:
    """Give the way from `start` back to itself; empty where the way upwards ends or circles further up."""
    way = [start]
    while way[-1] in parents:
        above = parents[way[-1]].text
        if above == start:
            return tuple(way)
        if above in way:
            return ()
        way.append(above)
    return ()


def _parents(document: Document, group: str) -> Iterator[tuple[str, Named]]:
    root = document.root
    listed = root.entries[group][1] if isinstance(root, Record) and group in root.entries else None
    for index, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
        if isinstance(item, Record):
            yield from _parent(item, (group, index))


def _parent(item: Record, path: DataPath) -> Iterator[tuple[str, Named]]:
    for child in texts(item, "id"):
        for named in texts(item, "parent", path):
            yield child.text, named
