"""References by id: each names something that exists, in this plan or in the registries."""

from collections.abc import Collection, Iterator

from generator.domain.identifier import slug
from generator.domain.problem import DataPath, Problem
from generator.domain.registry import Registry
from generator.reading.case import nearest
from generator.reading.nodes import Mapping, Scalar, find
from generator.reading.rules.records import group_of, identifiers, ids_by_group, records, texts
from generator.reading.validation import Document

# The key, and the groups of the plan that its ids come from; "*" is any of them.
_IN_PLAN: dict[str, tuple[str, ...]] = {
    "section": ("sections",),
    "footnotes": ("footnotes",),
    "footnote": ("footnotes",),
    "movements": ("movements",),
    "related": ("tasks",),
    "covers": ("tasks", "targets"),
    "anchor": ("*",),
    "item": ("*",),
}
_REFERENCES = frozenset({*_IN_PLAN, "parent"})
# News is about what is to be done, not about a heading or a footnote.
_NEWS = ("updates", "answers")
_NEWS_OF = ("tasks", "targets", "events")
_DOCUMENTS = ("cites", "ref")
_TEXT_SECTION = "channels"


def place_unknown(document: Document, registry: Registry) -> Iterator[Problem]:
    """The plan's place is not in the registry of places."""
    if isinstance(document.root, Mapping):
        for named in texts(document.root, "place"):
            yield from unknown(document, named.path, named.text, registry.places, "place_unknown")


def broken_reference(document: Document, registry: Registry) -> Iterator[Problem]:
    """A section, footnote, task, document … is named that is not there."""
    groups = ids_by_group(document.root)
    everything = {named.text for named in identifiers(document.root)}
    for path, record in records(document.root):
        for key in [key for key in _DOCUMENTS if key in record.entries]:
            for named in texts(record, key, path):
                yield from unknown(document, named.path, named.text, registry.documents, "document_unknown")
        for key in [key for key in record.entries if key in _REFERENCES]:
            known = _known(path, key, groups, everything)
            for named in texts(record, key, path) if known is not None else ():
                # What cannot be an id at all is told as such when the values are read.
                if slug(named.text) == named.text:
                    yield from unknown(document, named.path, named.text, known or (), "reference_unknown")


def _known(path: DataPath, key: str, groups: dict[str, set[str]], everything: set[str]) -> set[str] | None:
    """Give the ids that `key` of the record at `path` may name; None where it names nothing of the plan."""
    if not path or (key == "section" and group_of(path) == _TEXT_SECTION):
        return None
    if key == "parent":
        return groups.get(group_of(path), set())
    if key == "item" and group_of(path) in _NEWS:
        return {found for group in _NEWS_OF for found in groups.get(group, ())}
    if key not in _IN_PLAN or (len(path) > 2 and group_of(path) == "agenda"):
        return None
    if _IN_PLAN[key] == ("*",):
        return everything
    return {found for group in _IN_PLAN[key] for found in groups.get(group, ())}


def unknown(document: Document, path: DataPath, text: str, known: Collection[str], code: str) -> Iterator[Problem]:
    """Give the problem `code` where `text` is not among the ids `known`, with the nearest one to write."""
    if text in known:
        return
    near = nearest(text, tuple(sorted(known)))
    if not near:
        yield document.problem(code, path, text=text, key=_key(path))
        return
    instead = swapped(document, path, text, near[0])
    yield document.problem(f"{code}_near", path, instead=instead, text=text, key=_key(path), near=", ".join(near))


def _key(path: DataPath) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def swapped(document: Document, path: DataPath, old: str, new: str) -> str:
    """Give the line at `path` with `new` for `old`; empty where it does not stand there so."""
    node = find(document.root, path).node
    line = document.source.line(node.line)
    start = line.find(old, node.column - 1)
    return line[:start] + new + line[start + len(old) :] if isinstance(node, Scalar) and start >= 0 else ""
