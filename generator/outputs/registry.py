"""The one list of all kinds of output. A new kind is a module of its own and a line here.

What belongs to one plan or one body stands in the list of those: then an edit elsewhere costs it nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import NamedTuple

from generator.outputs import (
    agency_pages,
    calendars,
    codes,
    content_pages,
    former_pages,
    list_pages,
    notices,
    open_data,
    plan_pages,
    posters,
    robots,
    share_cards,
)
from generator.outputs.job import Job
from generator.views.excerpts import REGISTRIES
from generator.views.site import SiteView

OF_PLAN: tuple[Callable[[SiteView, str], Iterator[Job]], ...] = (
    plan_pages.jobs,
    agency_pages.plan_jobs,
    notices.jobs,
    posters.jobs,
    share_cards.jobs,
    calendars.plan_jobs,
    codes.plan_jobs,
    open_data.plan_jobs,
)
OF_BODY: tuple[Callable[[SiteView, str], Iterator[Job]], ...] = (agency_pages.jobs, calendars.body_jobs)
_OF_ONE = MappingProxyType({"plan": OF_PLAN, "body": OF_BODY, "registry": ()})
Keys = Callable[[SiteView], Iterable[str]]


def _once(_site: SiteView) -> Iterable[str]:
    return ("",)


OF_SITE: dict[str, tuple[Keys, Callable[[SiteView, str], Iterator[Job]]]] = {
    "home": (_once, list_pages.home_jobs),
    "plans": (list_pages.plans_keys, list_pages.plans_jobs),
    "bodies": (list_pages.bodies_keys, list_pages.bodies_jobs),
    "timeline": (list_pages.timeline_keys, list_pages.timeline_jobs),
    "feedback": (list_pages.feedback_keys, list_pages.feedback_jobs),
    "results": (list_pages.results_keys, list_pages.results_jobs),
    "not-found": (_once, list_pages.not_found_jobs),
    "content": (_once, content_pages.jobs),
    "codes": (_once, codes.jobs),
    "former": (_once, former_pages.jobs),
    "robots": (_once, robots.jobs),
    "data": (open_data.keys, open_data.jobs),
    "data-gone": (_once, open_data.gone_jobs),
    "cards": (_once, share_cards.site_jobs),
    "calendar": (_once, calendars.site_calendar_jobs),
    "feed": (_once, calendars.site_feed_jobs),
    "follow-removed": (_once, calendars.gone_jobs),
}
"""By name: into which parts this kind falls, and the jobs of one of them."""


class Part(NamedTuple):
    """A part of the site that is made or left as one: the outputs of one plan or body, or one kind over all.

    A tuple, as it is kept by the thousand and read at every build.
    """

    scope: str
    """plan, registry, body or site."""
    key: str
    """The id of the plan or body, one of `REGISTRIES`, or a key of `OF_SITE`, a colon, and one of its parts."""


def parts_of_site(site: SiteView) -> tuple[Part, ...]:
    """Give every part of the site, first those from whose excerpts all others are made."""
    return (*excerpt_parts(site), *further_parts(site))


WITH_EXCERPTS = frozenset({"plan", "registry"})
"""The scopes of `excerpt_parts`."""


def excerpt_parts(site: SiteView) -> tuple[Part, ...]:
    """Give the parts that have excerpts: those of the registries, then of the plans."""
    plans = (Part("plan", facts.id) for facts in site.default.index.facts)
    return (*(Part("registry", key) for key in REGISTRIES), *plans)


def further_parts(site: SiteView) -> tuple[Part, ...]:
    """Give all other parts; those over all plans first, as they take longest."""
    over_all = (Part("site", f"{name}:{key}") for name, (keys, _) in OF_SITE.items() for key in keys(site))
    return (*over_all, *(Part("body", key) for key in site.default.index.agencies))


def jobs_of(site: SiteView, part: Part) -> Iterator[Job]:
    """Give the jobs of one part."""
    if part.scope == "site":
        name, _, key = part.key.partition(":")
        yield from OF_SITE[name][1](site, key)
        return
    for jobs in _OF_ONE[part.scope]:
        yield from jobs(site, part.key)


def all_jobs(site: SiteView) -> Iterator[Job]:
    """Give every job of the site, lazily."""
    for part in parts_of_site(site):
        yield from jobs_of(site, part)
