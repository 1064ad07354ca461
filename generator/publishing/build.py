"""The sequence of a build: views, jobs, pages in their shells, and then everything written at once."""

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.domain.project import Project
from generator.outputs.job import Job
from generator.outputs.registry import all_jobs
from generator.page import FinishedPage, MarkdownPage
from generator.publishing.engine import Shell, render_site, theme_assets
from generator.publishing.search import SearchError, can_search, search_index
from generator.publishing.shell_words import shell_of
from generator.publishing.writing import publish
from generator.routes import attachment
from generator.views.site import SiteView, site_view

File = tuple[str, bytes]

# Below this many jobs a second process costs more than it saves.
_WORTH_A_PROCESS = 150


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built: how many plans, pages and other files, and in which languages."""

    plans: int
    pages: int
    files: int
    languages: tuple[str, ...]
    hidden_drafts: int
    search_failure: str | None = None
    """Why the site has no search, in the tool's own words; empty where the tool is missing."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: the day of reference, where to, in how many processes, and whether drafts are shown."""

    root: Path
    output: Path
    as_of: date
    processes: int = 1
    drafts: bool = False


def build(project: Project, request: Request) -> BuildReport:
    """Build the whole site into `request.output`. Raises OSError where it cannot be written; then nothing changed."""
    site = site_view(project, request.as_of, request.drafts)
    files = dict(make_files(site, request.processes))
    files.update(theme_assets(shell_of(site, site.default).accent))
    files.update(_attached(site, request.root))
    failure = _publish(request.output, sorted(files.items()))
    pages = sum(path.endswith(".html") for path in files)
    plans = len(site.default.index.plans)
    hidden = len(project.plans) - plans
    return BuildReport(plans, pages, len(files) - pages, project.config.languages, hidden, failure)


def _publish(folder: Path, files: Iterable[File]) -> str | None:
    """Write the site, with its search where that is possible; else give the reason: the site matters more."""
    if not can_search():
        publish(folder, files)
        return ""
    failures: list[str] = []

    def index(pages: Path) -> Iterable[File]:
        try:
            return search_index(pages)
        except SearchError as error:
            failures.append(str(error))
            return ()

    publish(folder, files, index)
    return failures[0] if failures else None


def make_files(site: SiteView, processes: int) -> Iterator[File]:
    """Run all jobs and give every file: (path, bytes). Two jobs with one path are a bug and raise ValueError."""
    batches = list(_batches(site, processes))
    alone = processes == 1 or len(batches) == 1
    results = _in_turn(batches) if alone else _in_processes(batches, processes)
    seen: set[str] = set()
    for path, content in (file for made in results for file in made):
        if path in seen:
            raise ValueError(f"two jobs make {path}")
        seen.add(path)
        yield path, content


Batch = tuple[Shell | None, Sequence[Job]]


def _batches(site: SiteView, processes: int) -> Iterator[Batch]:
    """Group the jobs by language, each language's in as many parts as there are processes for it."""
    by_language: dict[str | None, list[Job]] = {}
    for job in all_jobs(site):
        by_language.setdefault(job.language, []).append(job)
    searchable = can_search()
    shells = {context.language: shell_of(site, context, searchable) for context in site.contexts}
    for language, jobs in by_language.items():
        parts = max(1, min(processes, len(jobs) // _WORTH_A_PROCESS))
        for part in range(parts):
            yield (shells[language] if language else None), jobs[part::parts]


def _in_turn(batches: Iterable[Batch]) -> Iterator[list[File]]:
    """Run the batches in this process, one after the other."""
    yield from (_run(shell, jobs) for shell, jobs in batches)


def _in_processes(batches: Iterable[Batch], processes: int) -> Iterator[list[File]]:
    """Run the batches in processes; results come in the order of the batches, so that bytes never depend on it."""
    # "spawn" starts clean everywhere: forking a program that has threads is not safe (Python's own warning).
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        yield from (future.result() for future in _submitted(pool, batches))


def _submitted(pool: Executor, batches: Iterable[Batch]) -> list[Future[list[File]]]:
    """Hand every batch to the pool."""
    return [pool.submit(_run, shell, jobs) for shell, jobs in batches]


def _run(shell: Shell | None, jobs: Sequence[Job]) -> list[File]:
    """Run some jobs of one language: files as they are, pages through the engine."""
    files: list[File] = []
    pages: list[FinishedPage | MarkdownPage] = []
    for job in jobs:
        made = job.make()
        if isinstance(made, bytes):
            files.append((job.path, made))
        else:
            pages.append(made)
    if shell is not None and pages:
        files.extend(render_site(shell, pages))
    return files


def _attached(site: SiteView, root: Path) -> Iterator[File]:
    """Give the files that plans attach or show."""
    for plan in site.default.index.plans.values():
        attached = (one.file for one in plan.attachments if one.file is not None)
        for file in dict.fromkeys((*attached, *(picture.file for picture in plan.pictures))):
            yield attachment(plan.id, file), (root / "content" / "files" / file).read_bytes()
