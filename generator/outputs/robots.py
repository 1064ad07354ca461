"""robots.txt and sitemap.xml: what machines may read, and where it is, with its languages."""

from collections.abc import Iterator
from functools import partial

from generator.drawing.html import render, template_digest
from generator.outputs.job import Job, fingerprint
from generator.routes import AGENCIES, FEEDBACK, PLANS, RESULTS, TIMELINE, Routes
from generator.views.notice import plan_notices
from generator.views.site import SiteView

_ROBOTS = "User-agent: *\nDisallow:\nSitemap: {address}sitemap.xml\n"


def jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of the two files."""
    config = site.default.config
    robots = _ROBOTS.format(address=config.address).encode()
    yield Job("robots.txt", fingerprint(robots), partial(bytes, robots))
    paths = tuple(_paths(site))
    key = fingerprint(paths, config.address, config.languages, template_digest())
    yield Job("sitemap.xml", key, partial(_sitemap, paths, config.address, config.languages))


def _paths(site: SiteView) -> Iterator[str]:
    """Give the paths of all pages that may be indexed, without the language's prefix."""
    default = Routes(site.default.language)
    index = site.default.index
    yield from ("", PLANS, AGENCIES, TIMELINE, FEEDBACK, RESULTS)
    public = (p for p in index.plans.values() if not p.publish_from or p.publish_from <= site.default.as_of)
    for plan in public:
        yield default.plan(plan.id)
        yield from (default.notice(plan.id, notice.id) for notice in plan_notices(site.default, plan))
    yield from (default.agency(agency_id) for agency_id in index.agencies)
    yield from dict.fromkeys(default.content(page.slug) for page in site.content)


def _sitemap(paths: tuple[str, ...], address: str, languages: tuple[str, ...]) -> bytes:
    """Write a sitemap (sitemaps.org, protocol 0.9) with the languages of each page; no dates that nobody knows."""
    pages = [[(code, address + Routes(code).at(path)) for code in languages] for path in paths]
    return render("sitemap.xml", {"pages": pages}, str).encode()
