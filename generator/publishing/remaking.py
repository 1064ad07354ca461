"""The parts of a site made anew: first those of plans and registries, then all others, made from what these gave."""

import os
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.domain.project import Project
from generator.frozen import frozen
from generator.outputs.registry import Part, excerpt_parts, further_parts
from generator.publishing.keeping import Kept, KeptExcerpts
from generator.publishing.making import Spread, Workshop, shell_digest
from generator.publishing.packed import Packed
from generator.publishing.processes import Processes, forgo_garbage
from generator.publishing.program import program_digest
from generator.publishing.remembering import Memory, Now, Past, changed_excerpts, common_digest, past_of
from generator.publishing.renewing import Renewed, renew
from generator.publishing.report import Request, Site
from generator.publishing.search import can_search
from generator.publishing.shelf import Shelf
from generator.publishing.shell_words import shell_of
from generator.publishing.store import Store, digest_of
from generator.views.site import SiteView, site_view

_PROJECT = "project"
# From so many plans, what further processes still hold of them is worth more than the second that new ones take.
_MANY = 2000


@frozen
class Remade:
    """All parts of a site in their order, and what came of those that were made."""

    workshop: Workshop
    past: Past
    now: Now
    wanted: tuple[Part, ...]
    made: Renewed
    kept: Packed[str, Kept]
    """The excerpts of all plans and registries."""

    @property
    def is_searchable(self) -> bool:
        """Whether the pages have a search."""
        return any(shell.search is not None for shell in self.workshop.shells.values())


def remake(
    request: Request,
    shelf: Shelf,
    store: Store,
    project: Project,
    memory: Memory | None,
    lying: Site | None,
    processes: Processes,
) -> Remade:
    """Make what no longer holds. `lying` tells how the files of the last build lay; None: as they did."""
    workshop = workshop_of(request, store, project)
    now = Now(workshop.site.default.index, shelf.registry_key)
    past = past_of(memory, _common(request, project, workshop), now)
    first, spread = excerpt_parts(workshop.site), _spread(processes, request, shelf, project, Packed({}))
    made = Renewed(dict(past.known.numbers) if past.known is not None else {})
    renew(workshop, past, past.changed, first, lying, spread, made)
    before = past.known.excerpts if past.known is not None else Packed[str, Kept]({})
    kept = before.renewed([part.key for part in first], made.excerpts)
    workshop = replace(workshop, site=_site(request, store.folder, project, kept))
    changed = past.changed
    if past.known is not None:
        changed |= changed_excerpts(past.known, list(kept), made.excerpts)
    if len(first) > _MANY:
        processes.end()
    others, spread = further_parts(workshop.site), _spread(processes, request, shelf, project, kept)
    renew(workshop, past, changed, others, lying, spread, made)
    return Remade(workshop, past, now, (*first, *others), made, kept)


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
    sent = (replace(project, plans=shelf.kept(request.root)), dict(workshop.shells), dict(workshop.known), kept)
    workshop.store.keep(_PROJECT, name, sent)
    if workshop.store.find(_PROJECT, name) is None:
        return None
    return processes.pool(), _WorkshopElsewhere(request, shelf.folder, name)


@frozen
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
