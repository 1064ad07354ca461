"""Parts of the site made into kept files, in this process or in others; what each looked up is noted beside it."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from generator.domain.progress import published_files
from generator.frozen import frozen
from generator.outputs.job import Job
from generator.outputs.registry import WITH_EXCERPTS, Part, jobs_of
from generator.page import FinishedPage, MarkdownPage
from generator.pieces import Pieces
from generator.publishing.engine import Shell, render_site
from generator.publishing.keeping import NOT_KEPT, Kept, keep_excerpts
from generator.publishing.program import program_digest
from generator.publishing.splicing import keep_pieces
from generator.publishing.store import Store, digest_of
from generator.routes import attachment
from generator.views.excerpting import excerpt_by
from generator.views.site import SiteView
from generator.views.watched import Seen

# Parts that go to a process at once: enough that pages share one run of the engine, few enough to spread evenly.
_IN_A_BATCH = 24
# Below so many parts a second process costs more than it saves.
_WORTH_A_PROCESS = 48


class Made(NamedTuple):
    """A part that was made: what it looked up, its files, and which of them came of which job.

    A tuple, as it is kept by the thousand and read at every build.
    """

    part: Part
    seen: tuple[Seen, ...]
    files: tuple[tuple[str, str], ...]
    """(path within the site, name of the object)."""
    jobs: tuple[tuple[str, str], ...]
    """(key of the job, name of the object)."""
    kept: Kept = NOT_KEPT
    """What a plan or a registry gives to outputs over many plans."""


@frozen
class Workshop:
    """What making needs: the site, the shells of its languages, the store, and the objects of known jobs."""

    site: SiteView
    root: Path
    shells: Mapping[str, Shell]
    store: Store
    known: Mapping[str, str]


Elsewhere = Callable[[], tuple[Executor, Callable[[], Workshop]] | None]
"""Gives other processes and how each comes to its own workshop; None where they could not."""

Spread = Callable[[Workshop], tuple[Executor, Callable[[], Workshop]] | None]
"""The same, for parts that are made with a workshop."""


def make_parts(workshop: Workshop, parts: Sequence[Part], spread: Elsewhere | None) -> Iterator[Made]:
    """Make `parts`, in any order. `spread` gives other processes, and how each of them comes to its own workshop."""
    others = spread() if spread is not None and len(parts) >= _WORTH_A_PROCESS else None
    if others is None:
        for batch in _batches(parts):
            yield from make_batch(workshop, batch)
        return
    pool, found = others
    for made in pool.map(partial(_elsewhere, found), _batches(parts)):
        yield from made


def _batches(parts: Sequence[Part]) -> list[Sequence[Part]]:
    """Put parts that stand together into one batch, as they look up the same; one over all plans goes alone."""
    alone = [part for part in parts if part.scope == "site"]
    rest = [part for part in parts if part.scope != "site"]
    return [*([part] for part in alone), *(rest[at : at + _IN_A_BATCH] for at in range(0, len(rest), _IN_A_BATCH))]


def _elsewhere(found: Callable[[], Workshop], parts: Sequence[Part]) -> list[Made]:
    """Make a batch in another process."""
    return make_batch(_workshop(found), parts)


@lru_cache(maxsize=1)
def _workshop(found: Callable[[], Workshop]) -> Workshop:
    """Give this process its workshop, once. What it holds stays: looking through it for garbage is waste."""
    workshop = found()
    gc.collect()
    gc.freeze()
    return workshop


def make_batch(workshop: Workshop, parts: Sequence[Part]) -> list[Made]:
    """Make some parts. Pages of one language go through the engine together, at the end.

    Each part's views are let go once its pages are drawn: those of a body that serves every town take gigabytes.
    """
    waiting: dict[str, list[FinishedPage | MarkdownPage]] = {}
    objects: dict[str, str] = {}
    found = [_begin(workshop, part, waiting, objects) for part in parts]
    for language, pages in waiting.items():
        for path, content in render_site(workshop.shells[language], pages):
            objects[path] = workshop.store.keep_object(content)
    return [_made(one, objects) for one in found]


def _begin(
    workshop: Workshop, part: Part, waiting: dict[str, list[FinishedPage | MarkdownPage]], objects: dict[str, str]
) -> "_Begun":
    """Do the jobs of a part. What was known or is done goes to `objects` by path, pages without shell to `waiting`."""
    found = _look_up(workshop, part)
    keys = [(job.path, job_key(workshop, job)) for job in found.jobs]
    for job, (_, key) in zip(found.jobs, keys, strict=True):
        name = workshop.known.get(key)
        if name is not None and workshop.store.has_object(name):
            objects[job.path] = name
            continue
        made = job.make()
        if isinstance(made, bytes):
            objects[job.path] = workshop.store.keep_object(made)
        elif isinstance(made, Pieces):
            objects[job.path] = keep_pieces(workshop.store, job.path, made)
        else:
            waiting.setdefault(job.language or "", []).append(made)
    return _Begun(part, found.seen, tuple(keys), found.files, found.kept)


class _Begun(NamedTuple):
    """A part of which all is done but the shell around its pages. `keys` are (path, key) of its jobs."""

    part: Part
    seen: tuple[Seen, ...]
    keys: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    kept: Kept


@frozen
class _Found:
    """A part before its jobs are done: what was looked up for them, its attached files, its excerpts."""

    seen: tuple[Seen, ...]
    jobs: tuple[Job, ...]
    files: tuple[tuple[str, str], ...]
    kept: Kept


def _look_up(workshop: Workshop, part: Part) -> _Found:
    """Find out what is to be done for a part."""
    with workshop.site.default.index.watch.watching() as seen:
        jobs = tuple(jobs_of(workshop.site, part))
        files = tuple(_attached(workshop, part.key)) if part.scope == "plan" else ()
        kept = _excerpts(workshop, part.key) if part.scope in WITH_EXCERPTS else NOT_KEPT
    return _Found(tuple(sorted(seen)), jobs, files, kept)


def _excerpts(workshop: Workshop, key: str) -> Kept:
    """Keep what a plan or a registry gives to outputs over many plans, in every language."""
    return keep_excerpts(workshop.store, {one.language: excerpt_by(one, key) for one in workshop.site.contexts})


def _attached(workshop: Workshop, plan_id: str) -> Iterator[tuple[str, str]]:
    """Keep the files that a plan attaches or shows."""
    plan = workshop.site.default.index.plans[plan_id]
    attached = (one.file for one in plan.attachments if one.file is not None)
    for file in dict.fromkeys((*attached, *(picture.file for picture in plan.pictures), *published_files(plan))):
        content = (workshop.root / "content" / "files" / file).read_bytes()
        yield attachment(plan_id, file), workshop.store.keep_object(content)


def _made(begun: _Begun, objects: Mapping[str, str]) -> Made:
    files = tuple((path, objects[path]) for path, _ in begun.keys)
    jobs = tuple((key, objects[path]) for path, key in begun.keys)
    return Made(begun.part, begun.seen, (*files, *begun.files), jobs, begun.kept)


def job_key(workshop: Workshop, job: Job) -> str:
    """Give what tells the finished file of a job from any other: the job, its path, the shell around a page.

    The program counts too: a page names the theme's files, whose names change with what is in them.
    """
    shell = "" if job.language is None else shell_digest(workshop.shells[job.language])
    return digest_of(program_digest(), job.fingerprint, job.path, shell)


@lru_cache(maxsize=64)
def shell_digest(shell: Shell) -> str:
    """Give a digest of all that a shell puts around a page."""
    return digest_of(repr(shell))
