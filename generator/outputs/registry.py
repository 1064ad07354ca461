"""The one list of all kinds of output. A new kind is a module of its own and a line here."""

from collections.abc import Callable, Iterator

from generator.outputs import agency_pages, codes, content_pages, list_pages, plan_pages, robots
from generator.outputs.job import Job
from generator.views.site import SiteView

OUTPUTS: tuple[Callable[[SiteView], Iterator[Job]], ...] = (
    list_pages.jobs,
    plan_pages.jobs,
    agency_pages.jobs,
    content_pages.jobs,
    codes.jobs,
    robots.jobs,
)


def all_jobs(site: SiteView) -> Iterator[Job]:
    """Give every job of the site, lazily."""
    for jobs in OUTPUTS:
        yield from jobs(site)
