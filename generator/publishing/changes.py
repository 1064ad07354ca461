"""What the public would see change between two states of a project: found from values and fingerprints, nothing built.

A page is another where its job's fingerprint is: exactly what it is made of.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from generator.domain.codes import own_codes
from generator.domain.differences import Difference, differences
from generator.domain.leaves import name_of
from generator.domain.project import Project
from generator.frozen import frozen
from generator.outputs.job import Job
from generator.outputs.registry import all_jobs
from generator.routes import CODES, DATA, NOT_FOUND, Routes
from generator.views.site import SiteView, site_view


class Kind(StrEnum):
    """What became of something."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@frozen
class Change:
    """Something that came, changed or went: its path or sign, and the name that people know it by."""

    kind: Kind
    path: str
    title: str


@frozen
class RecordChange:
    """A plan, a body or the settings (`path` "") that are there before and after, and every difference in it."""

    path: str
    title: str
    differences: tuple[Difference, ...]


@frozen
class Changes:
    """Everything that would change."""

    pages: tuple[Change, ...]
    files: tuple[Change, ...]
    codes: tuple[Change, ...]
    records: tuple[RecordChange, ...]

    @property
    def any(self) -> bool:
        """Say whether there is anything at all."""
        return bool(self.pages or self.files or self.codes or self.records)


@frozen
class _Made:
    """A path's fingerprint and title."""

    key: str
    title: str


def changes(before: Project | None, now: Project, as_of: date) -> Changes:
    """Compare two projects as the public sees them on `as_of`; `before` is None where nothing was public yet."""
    old = site_view(before, as_of) if before is not None else None
    new = site_view(now, as_of)
    was, made = (_jobs(old) if old else {}), _jobs(new)
    prefixes = [Routes(context.language).home for context in new.contexts[1:]]
    found = tuple(one for one in _changed(was, made) if not _follows(one.path, prefixes))
    return Changes(
        pages=_without_twins([_shown(one) for one in found if _is_page(one.path)], prefixes),
        files=tuple(one for one in found if not one.path.endswith(".html") and "/" in one.path),
        codes=tuple(_changed(_codes(old) if old else {}, _codes(new))),
        records=_records(before, now, old, new) if before is not None and old is not None else (),
    )


def _jobs(site: SiteView) -> dict[str, _Made]:
    return {job.path: _Made(job.fingerprint, job.title or _site_name(site, job)) for job in all_jobs(site)}


def _site_name(site: SiteView, job: Job) -> str:
    """Name the home page, whose title is that of the site."""
    languages = {context.language: context for context in site.contexts}
    if job.language is None or job.path != f"{Routes(job.language).home}index.html":
        return ""
    return languages[job.language].text(site.default.config.name).text


def _is_page(path: str) -> bool:
    """Say whether people come upon the page; what a code opens is told with the codes."""
    return path.endswith(".html") and not path.startswith(CODES) and not path.endswith(NOT_FOUND)


def _follows(path: str, prefixes: Iterable[str]) -> bool:
    """Say whether a path is one of the open data, a calendar or a feed: what changes in them is told already."""
    followed = path.endswith((".ics", ".atom"))
    return followed or any(path.startswith(f"{prefix}{DATA}") for prefix in ("", *prefixes))


def _changed(old: Mapping[str, _Made], new: Mapping[str, _Made]) -> Iterable[Change]:
    """Give what came, what changed and what went, in this order, each by path."""
    kinds = (
        (Kind.NEW, new.keys() - old.keys(), new),
        (Kind.CHANGED, {path for path in new.keys() & old.keys() if new[path].key != old[path].key}, new),
        (Kind.REMOVED, old.keys() - new.keys(), old),
    )
    for kind, paths, side in kinds:
        yield from (Change(kind, path, side[path].title) for path in sorted(paths))


def _shown(page: Change) -> Change:
    """Give a page by its address in place of its file."""
    return replace(page, path=page.path.removesuffix("index.html"))


def _without_twins(pages: list[Change], prefixes: Iterable[str]) -> tuple[Change, ...]:
    """Leave out a page in a further language where the same happened to its original."""
    told = {(one.kind, prefix + one.path) for one in pages for prefix in prefixes}
    return tuple(one for one in pages if (one.kind, one.path) not in told)


def _codes(site: SiteView) -> dict[str, _Made]:
    """Give the codes of all public plans: where each leads, and where it hangs."""
    found = {}
    for one in (code for plan in site.default.index.plans.values() for code in own_codes(plan)):
        where = name_of(one.placement) if one.placement is not None else ""
        title = ": ".join(filter(None, (str(one.plan.short_title), where)))
        found[one.code] = _Made("/".join(filter(None, one.owner)), title)
    return found


def _records(before: Project, now: Project, old: SiteView, new: SiteView) -> tuple[RecordChange, ...]:
    """Compare the settings, and the plans and bodies that are public before and after."""
    was, is_now = old.default.index, new.default.index
    routes = Routes(new.default.language)
    settings = [("", str(now.config.name), before.config, now.config)]
    plans = [
        (routes.plan(key), str(plan.short_title), was.plans[key], plan)
        for key, plan in is_now.plans.items()
        if key in was.plans
    ]
    bodies = [
        (routes.agency(key), str(body.name), was.agencies[key], body)
        for key, body in is_now.agencies.items()
        if key in was.agencies
    ]
    compared: list[tuple[str, str, Any, Any]] = [*settings, *plans, *bodies]
    found = (RecordChange(path, title, differences(one, other)) for path, title, one, other in compared if one != other)
    return tuple(record for record in found if record.differences)
