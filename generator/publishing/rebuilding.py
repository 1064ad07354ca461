"""A build in which something is new: what of the last one still holds is kept, the rest is made, all is laid out."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.frozen import frozen
from generator.publishing.composing import composed, recomposed
from generator.publishing.laying import Laid, Start, lay_site
from generator.publishing.processes import Processes, forgo_garbage
from generator.publishing.remaking import Remade, remake
from generator.publishing.remembering import Memory, Searched, remembered
from generator.publishing.report import BuildReport, Finished, Outcome, Request, Site
from generator.publishing.search import SearchError, search_index
from generator.publishing.shelf import Shelf
from generator.publishing.store import Store, digest_of
from generator.reading.project import read_project

_MEMORY, _LATEST = "memory", "latest"
_FOR_ALL = "all"
# What the store may hold beyond what the site uses, and after how many new objects somebody looks.
_MOST_IDLE_BYTES = 512 * 1024 * 1024
_LOOK_AFTER = 3000
NO_SEARCH: Searched = ("", ())
NO_FOLDER = (0, 0)


@frozen
class Before:
    """The last build into a folder, and the identity of that folder, `NO_FOLDER` where it is not as that left it."""

    last: Finished | None
    identity: tuple[int, int] = NO_FOLDER

    @property
    def site(self) -> Site:
        """How the files of the last site lay."""
        return self.last.site if self.last is not None else {}

    def start(self, memory: Memory | None, changed: Iterable[str]) -> Start | None:
        """Give what to start from, where the site lies as it was and `memory` is of that build."""
        if self.last is None or self.identity == NO_FOLDER or memory is None or memory.stamp != self.last.stamp:
            return None
        return Start(self.last, self.identity, frozenset(changed))


class Layout(NamedTuple):
    """What is to lie in a folder."""

    objects: Mapping[str, str]
    """By path."""
    start: Start | None
    """What is known of what lies there."""
    searched: Searched | None
    """The search of the last build; None where the site has no search."""


Lay = Callable[[Request, Store, Layout], tuple[Laid, Searched, str | None]]
"""Lays out a site; gives what lies now, the search that lies with it, and why it is missing."""


def rebuild(request: Request, store: Store, key: str, inputs: str, before: Before, lay: Lay | None = None) -> Finished:
    """Read the project, make what changed and lay out the site. Raises OSError; then the old site stands.

    `lay` lays it out in another way than as a folder that takes the place of the old one, search and all.
    """
    forgo_garbage()
    own = _memory(store, key)
    memory = own or _memory(store, str(store.find(_LATEST, _FOR_ALL)))
    with Processes(request.processes) as processes:
        shelf = Shelf(store, processes.pool if request.processes > 1 else None)
        read = read_project(request.root, shelf)
        if read.project is None:
            return Finished("", inputs, {}, 0, Outcome(None, read.problems))
        lying = before.site if before.start(own, ()) is None else None
        remade = remake(request, shelf, store, read.project, memory, lying, processes)
    layout = _layout(remade, before, own)
    laid, searched, failure = (lay or _published)(request, store, layout)
    stamp = os.urandom(16).hex()
    store.keep(_MEMORY, key, _remembered(remade, stamp, searched))
    store.keep(_LATEST, _FOR_ALL, key)
    hidden = len(read.project.plans) - len(remade.now.index.facts)
    report = _report(layout.objects, len(remade.now.index.facts), read.project.config.languages, hidden, failure)
    finished = Finished(
        stamp=stamp,
        inputs=inputs,
        site=_site(store, laid, layout.start),
        folders=laid.folders,
        outcome=Outcome(report, read.problems),
        grown=_grown(laid, before, layout.start),
        spare=laid.spare,
    )
    used = (key, _FOR_ALL, *shelf.keys(), *(name for _, (name, _) in remade.kept.apart()))
    return _trimmed(store, digest_of(str(request.output)), used, finished)


def _memory(store: Store, key: str) -> Memory | None:
    """Give what a build into one folder was made of; one into another folder may well start from it."""
    found = store.find(_MEMORY, key)
    return found if isinstance(found, Memory) else None


def _remembered(remade: Remade, stamp: str, searched: Searched) -> Memory:
    made, kept = remade.made, remade.kept
    return remembered(
        remade.past, remade.now, stamp, remade.wanted, made.numbers, made.seen, made.results, kept, searched
    )


def _layout(remade: Remade, before: Before, own: Memory | None) -> Layout:
    """Give what is to lie: what lay and changed, where that is known, else the whole."""
    stands = own is not None and own is remade.past.known and before.start(own, ()) is not None
    found = recomposed(remade, own, before.site) if own is not None and stands else composed(remade)
    searched = None
    if remade.is_searchable:
        searched = own.searched if own is not None else NO_SEARCH
    return Layout(found.objects, before.start(own, found.changed) if stands else None, searched)


def _published(request: Request, store: Store, layout: Layout) -> tuple[Laid, Searched, str | None]:
    """Lay out the site, with its search where that is possible; else give the reason: the site matters more."""
    spares = store.spare_path(digest_of(str(request.output)))
    objects, start, old = layout
    if old is None:
        return lay_site(request.output, objects, store, spares, start, None), NO_SEARCH, ""
    key = _pages_digest(objects)
    if old[0] == key and old[1] and all(store.has_object(name) for _, name in old[1]):
        return lay_site(request.output, {**objects, **dict(old[1])}, store, spares, start, None), old, None
    found: dict[str, str] = {}
    failures: list[str] = []

    def index(pages: Path) -> Mapping[str, str]:
        try:
            found.update((path, store.keep_object(content)) for path, content in search_index(pages))
        except SearchError as error:
            failures.append(str(error))
        return found

    laid = lay_site(request.output, objects, store, spares, start, index)
    return laid, (key, tuple(found.items())), (failures[0] if failures else None)


def _pages_digest(objects: Mapping[str, str]) -> str:
    """Tell the pages of a site, of which the search is made, from any others."""
    pages = sorted(path for path in objects if path.endswith(".html"))
    return digest_of("\0".join(f"{path}\0{objects[path]}" for path in pages))


def _site(store: Store, laid: Laid, start: Start | None) -> Site:
    """Give how the files lie: as before, where the object at a path is the same."""
    before = start.last.site if start is not None else {}
    return {
        path: known if (known := before.get(path)) is not None and known[0] == name else (name, store.status(name))
        for path, name in laid.objects.items()
    }


def _report(
    objects: Mapping[str, str], plans: int, languages: tuple[str, ...], hidden: int, failure: str | None
) -> BuildReport:
    """Count what was built; the search's own files are not counted."""
    pages = sum(path.endswith(".html") for path in objects)
    return BuildReport(plans, pages, len(objects) - pages, languages, hidden, failure)


def _grown(laid: Laid, before: Before, start: Start | None) -> int:
    """Give about how many objects were made since the store was last trimmed."""
    grown = before.last.grown if before.last is not None else 0
    return grown + (len(laid.objects) if start is None else len(start.changed))


def _trimmed(store: Store, spare: str, used: Iterable[str], finished: Finished) -> Finished:
    """Trim the store once enough has grown in it."""
    if finished.grown < _LOOK_AFTER:
        return finished
    store.drop_spares(spare)
    store.trim({*used, *(name for name, _ in finished.site.values())}, _MOST_IDLE_BYTES)
    return replace(finished, grown=0)
