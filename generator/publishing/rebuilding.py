"""A build in which something is new: what of the last one still holds is kept, the rest is made, all is laid out."""

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.domain.project import Project
from generator.outputs.registry import excerpt_parts, further_parts
from generator.publishing.engine import theme_assets
from generator.publishing.headers import header_files
from generator.publishing.keeping import Kept, KeptExcerpts
from generator.publishing.making import Made, Spread, Workshop, shell_digest
from generator.publishing.processes import Processes, forgo_garbage
from generator.publishing.program import program_digest
from generator.publishing.remembering import Memory, Now, common_digest, known_jobs, remembered
from generator.publishing.renewing import Past, renewed, status_of
from generator.publishing.report import BuildReport, Finished, Outcome, Request
from generator.publishing.search import SearchError, can_search, search_index
from generator.publishing.shelf import Shelf
from generator.publishing.shell_words import shell_of
from generator.publishing.store import Store, digest_of
from generator.publishing.writing import File, Held, publish
from generator.reading.project import read_project
from generator.views.site import SiteView, site_view

_MEMORY, _LATEST, _PROJECT = "memory", "latest", "project"
_FOR_ALL = "all"
# What the store may hold beyond what the site uses, and after how many new objects somebody looks.
_MOST_IDLE_BYTES = 512 * 1024 * 1024
_LOOK_AFTER = 3000


Searched = tuple[str, tuple[tuple[str, str], ...]]
"""What the search was made of, and its files: (path, name of the object)."""

Lay = Callable[[Request, Store, Mapping[str, str], Memory | None], tuple[Searched, str | None]]
"""Lays out the objects of all paths; gives the search that lies with them, and why it is missing."""


def rebuild(
    request: Request, store: Store, key: str, inputs: str, last: Finished | None, lay: Lay | None = None
) -> Finished:
    """Read the project, make what changed and lay out the site. Raises OSError; then the old site stands.

    `lay` lays it out in another way than as a folder that takes the place of the old one, search and all.
    """
    forgo_garbage()
    with Processes(request.processes) as processes:
        shelf = Shelf(store, processes.pool if request.processes > 1 else None)
        read = read_project(request.root, shelf)
        if read.project is None:
            return Finished(inputs, {}, Outcome(None, read.problems))
        own = _memory(store, key)
        memory = own or _memory(store, str(store.find(_LATEST, _FOR_ALL)))
        workshop = replace(workshop_of(request, store, read.project), known=known_jobs(memory))
        past = Past(_common(request, read.project, workshop), memory, last)
        now = Now(workshop.site.default.index, shelf.registry_key, {})
        spread = _spread(processes, request, shelf, read.project, {})
        plans = renewed(workshop, past, now, excerpt_parts(workshop.site), spread)
        kept = {made.part.key: made.kept for made in plans}
        workshop = replace(workshop, site=_site(request, store.folder, read.project, kept))
        spread = _spread(processes, request, shelf, read.project, kept)
        now = Now(workshop.site.default.index, shelf.registry_key, kept)
        parts = [*plans, *renewed(workshop, past, now, further_parts(workshop.site), spread)]
    objects = _objects(workshop, parts)
    searched, failure = (lay or _published)(request, store, objects, own)
    store.keep(_MEMORY, key, remembered(memory, past.common, now, parts, searched))
    store.keep(_LATEST, _FOR_ALL, key)
    site = {path: (name, status_of(store, name)) for path, name in (*objects.items(), *searched[1])}
    used = (key, _FOR_ALL, *shelf.keys(), *(name for name, _ in kept.values()))
    grown = _trimmed(store, digest_of(str(request.output)), used, site, last)
    return Finished(inputs, site, Outcome(_report(read.project, workshop, objects, failure), read.problems), grown)


def _memory(store: Store, key: str) -> Memory | None:
    """Give what a build into one folder was made of; one into another folder may well start from it."""
    found = store.find(_MEMORY, key)
    return found if isinstance(found, Memory) else None


def workshop_of(request: Request, store: Store, project: Project) -> Workshop:
    """Give all that making the parts of a project needs."""
    site = site_view(project, request.as_of, request.drafts)
    searchable = can_search()
    shells = {context.language: shell_of(site, context, searchable) for context in site.contexts}
    return Workshop(site, request.root, shells, store, {})


def _common(request: Request, project: Project, workshop: Workshop) -> str:
    """Give the digest of what every part is made of."""
    shells = map(shell_digest, workshop.shells.values())
    return common_digest(project, program_digest(), request.as_of.isoformat(), *shells)


def _site(request: Request, folder: Path, project: Project, kept: Mapping[str, Kept]) -> SiteView:
    """Give the site with the excerpts of its plans, which lie in the store in `folder`."""
    return site_view(project, request.as_of, request.drafts, lambda context: KeptExcerpts(context, folder, kept))


def _spread(
    processes: Processes, request: Request, shelf: Shelf, project: Project, kept: Mapping[str, Kept]
) -> Spread | None:
    """Give how parts are made in further processes; None where one is all that may be used."""
    return partial(_elsewhere, processes, request, shelf, project, kept) if request.processes > 1 else None


def _elsewhere(
    processes: Processes,
    request: Request,
    shelf: Shelf,
    project: Project,
    kept: Mapping[str, Kept],
    workshop: Workshop,
) -> tuple[Executor, Callable[[], Workshop]] | None:
    """Give further processes, and how each comes to its workshop: all is found out here and sent there once.

    None where what is sent cannot be read again; then this process does all the work.
    """
    name = digest_of(str(request.output), str(os.getpid()), str(bool(kept)))
    sent = (replace(project, plans=shelf.kept(request.root)), dict(workshop.shells), dict(workshop.known), dict(kept))
    workshop.store.keep(_PROJECT, name, sent)
    if workshop.store.find(_PROJECT, name) is None:
        return None
    return processes.pool(), _WorkshopElsewhere(request, shelf.folder, name)


@dataclass(frozen=True, slots=True)
class _WorkshopElsewhere:
    """Gives the workshop in another process. Two that say the same are equal: each process opens it once."""

    request: Request
    folder: Path
    name: str

    def __call__(self) -> Workshop:
        """Open what was sent."""
        forgo_garbage()
        store = Store(self.folder)
        project, shells, known, kept = store.find(_PROJECT, self.name)
        return Workshop(_site(self.request, self.folder, project, kept), self.request.root, shells, store, known)


def _objects(workshop: Workshop, parts: Iterable[Made]) -> dict[str, str]:
    """Give the object of every path. Two parts that make one path are a bug and raise ValueError."""
    shell = next(iter(workshop.shells.values()))
    headers = header_files(shell.base_address, shell.accent, search=shell.search is not None)
    shared_files = (*theme_assets(shell.accent), *headers)
    found = {path: workshop.store.keep_object(content) for path, content in shared_files}
    for path, name in (file for made in parts for file in made.files):
        if path in found:
            raise ValueError(f"two jobs make {path}")
        found[path] = name
    return dict(sorted(found.items()))


def _published(
    request: Request, store: Store, objects: Mapping[str, str], memory: Memory | None
) -> tuple[Searched, str | None]:
    """Lay out the site, with its search where that is possible; else give the reason: the site matters more."""
    key = digest_of(*(part for path, name in objects.items() if path.endswith(".html") for part in (path, name)))
    files: list[File] = [(path, _held(store, name)) for path, name in objects.items()]
    spare = store.spare_path(digest_of(str(request.output)))
    if not can_search():
        publish(request.output, files, spare=spare)
        return (key, ()), ""
    old = memory.searched if memory is not None else ("", ())
    if old[0] == key and old[1] and all(store.has_object(name) for _, name in old[1]):
        found_before = ((path, _held(store, name)) for path, name in old[1])
        publish(request.output, (*files, *found_before), spare=spare)
        return old, None
    found: list[tuple[str, str]] = []
    failures: list[str] = []

    def index(pages: Path) -> Iterable[File]:
        try:
            found.extend((path, store.keep_object(content)) for path, content in search_index(pages))
        except SearchError as error:
            failures.append(str(error))
        return [(path, _held(store, name)) for path, name in found]

    publish(request.output, files, index, spare)
    return (key, tuple(found)), (failures[0] if failures else None)


def _held(store: Store, name: str) -> Held:
    found = store.lying(name)
    return Held(store.object_path(name), (found.device, found.number) if found is not None else None)


def _report(project: Project, workshop: Workshop, objects: Mapping[str, str], failure: str | None) -> BuildReport:
    """Count what was built; the search's own files are not counted."""
    plans = len(workshop.site.default.index.facts)
    pages = sum(path.endswith(".html") for path in objects)
    hidden = len(project.plans) - plans
    return BuildReport(plans, pages, len(objects) - pages, project.config.languages, hidden, failure)


def _trimmed(
    store: Store,
    spare: str,
    used: Iterable[str],
    site: Mapping[str, tuple[str, tuple[int, int]]],
    last: Finished | None,
) -> int:
    """Trim the store once enough has grown in it; give how many objects grew since."""
    before = {name for name, _ in last.site.values()} if last is not None else set()
    grown = (last.grown if last is not None else 0) + len({name for name, _ in site.values()} - before)
    if grown < _LOOK_AFTER:
        return grown
    store.drop_spares(spare)
    store.trim({*used, *(name for name, _ in site.values())}, _MOST_IDLE_BYTES)
    return 0
