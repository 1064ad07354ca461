"""The one list of all kinds of output. A new kind is a module of its own and a line here.

What belongs to one plan or one body stands in the list of those: then an edit elsewhere costs it nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.outputs import (
    agency_pages,
    codes,
    content_pages,
    former_pages,
    list_pages,
    notices,
    plan_pages,
    posters,
    robots,
    share_cards,
)
from generator.outputs.job import Job
from generator.views.site import SiteView

OF_PLAN: tuple[Callable[[SiteView, str], Iterator[Job]], ...] = (
    plan_pages.jobs,
    notices.jobs,
    posters.jobs,
    share_cards.jobs,
)
OF_BODY: tuple[Callable[[SiteView, str], Iterator[Job]], ...] = (agency_pages.jobs,)
OF_SITE: dict[str, Callable[[SiteView], Iterator[Job]]] = {
    "lists": list_pages.jobs,
    "content": content_pages.jobs,
    "codes": codes.jobs,
    "former": former_pages.jobs,
    "robots": robots.jobs,
    "cards": share_cards.site_jobs,
}


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A part of the site that is made or left as one: the outputs of one plan or body, or one kind over all."""

    scope: str
    """plan, body or site."""
    key: str
    """The id of the plan or body, or a key of `OF_SITE`."""


def parts_of_site(site: SiteView) -> tuple[Part, ...]:
    """Give every part of the site; those over all plans first, as they take longest."""
    index = site.default.index
    over_all = [Part("site", key) for key in OF_SITE]
    return (*over_all, *(Part("plan", key) for key in index.plans), *(Part("body", key) for key in index.agencies))


def jobs_of(site: SiteView, part: Part) -> Iterator[Job]:
    """Give the jobs of one part."""
    if part.scope == "site":
        yield from OF_SITE[part.key](site)
        return
    for jobs in OF_PLAN if part.scope == "plan" else OF_BODY:
        yield from jobs(site, part.key)


def all_jobs(site: SiteView) -> Iterator[Job]:
    """Give every job of the site, lazily."""
    for part in parts_of_site(site):
        yield from jobs_of(site, part)
