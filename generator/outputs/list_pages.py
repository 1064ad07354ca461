"""Pages over all plans: home, all plans, all bodies, the timeline, feedback, results, and "not found".

Each list is cut into pages that a phone can take; the functions named `..._keys` say into which parts, so that an
edit costs only the parts that show it.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job
from generator.routes import AGENCIES, FEEDBACK, NOT_FOUND, PLANS, RESULTS, TIMELINE
from generator.views.accountability import accountability_view, tally_page_view, tally_pages
from generator.views.agency_index import AgencyIndex, agency_index, place_pages, places_with_pages
from generator.views.calendar import calendar_view, section_views, sections_with_pages
from generator.views.context import Context
from generator.views.feedback import STATES, feedback_list_views, feedback_page_view, list_base
from generator.views.following import follow_site
from generator.views.home import home_view
from generator.views.lists import plan_pages, plans_view
from generator.views.not_found import not_found_view
from generator.views.paging import PageLink, one_of, page_path
from generator.views.site import SiteView
from generator.views.structured import site_nodes


def home_jobs(site: SiteView, _key: str) -> Iterator[Job]:
    """Give the jobs of the home page."""
    for context in site.contexts:
        head = PageHead(
            path="",
            title="",
            description=_about(context),
            section="home",
            follow=follow_site(context),
            data=site_nodes(context),
        )
        yield page_job(context, "home.html", home_view(context), head)


def plans_keys(site: SiteView) -> Iterator[str]:
    """Give the pages of the list of all plans, by their number from the newest."""
    yield from map(str, range(len(plan_pages(site.default))))


def plans_jobs(site: SiteView, page: str) -> Iterator[Job]:
    """Give the jobs of one page of the list of all plans."""
    for context in site.contexts:
        view = plans_view(context, PLANS, int(page))
        path = page_path(PLANS, int(page), len(view.pages) or 1)
        yield page_job(context, "plans.html", view, _head(context, path, "plans", view.pages))


def bodies_keys(site: SiteView) -> Iterator[str]:
    """Give the index of bodies, and every place whose bodies have a page."""
    yield ""
    yield from places_with_pages(site.default)


def bodies_jobs(site: SiteView, place: str) -> Iterator[Job]:
    """Give the jobs of the index of bodies, or of the bodies of one place."""
    for context in site.contexts:
        for view in place_pages(context, AGENCIES, place) if place else agency_index(context, AGENCIES):
            yield page_job(context, "agencies.html", view, _bodies(context, view))


def timeline_keys(site: SiteView) -> Iterator[str]:
    """Give the timeline, and every month and lane that has a page."""
    yield ""
    yield from sections_with_pages(site.default)


def timeline_jobs(site: SiteView, section: str) -> Iterator[Job]:
    """Give the jobs of the timeline, or of all pages of one month or lane."""
    for context in site.contexts:
        if not section:
            view = calendar_view(context, TIMELINE)
            head = replace(_head(context, TIMELINE, "timeline"), follow=follow_site(context))
            yield page_job(context, "timeline.html", view, head)
            continue
        for one in section_views(context, TIMELINE, section):
            head = _head(context, one.path, "timeline", title=f"{context.say('timeline.title')}: {one.title}")
            yield page_job(context, "timeline_section.html", one, head)


def feedback_keys(_site: SiteView) -> Iterator[str]:
    """Give the page on feedback, and the states whose plans may have further pages."""
    yield from ("", *STATES)


def feedback_jobs(site: SiteView, state: str) -> Iterator[Job]:
    """Give the jobs of the page on feedback, or of the further pages of the plans of one state."""
    for context in site.contexts:
        if not state:
            yield page_job(
                context, "feedback.html", feedback_page_view(context, FEEDBACK), _head(context, FEEDBACK, "feedback")
            )
            continue
        for page, view in enumerate(feedback_list_views(context, FEEDBACK, state), 1):
            path = page_path(list_base(FEEDBACK, state), page, len(view.pages))
            yield page_job(context, "feedback_list.html", view, _head(context, path, "feedback", title=view.title))


def results_keys(site: SiteView) -> Iterator[str]:
    """Give the first page of results, and the further pages of its tables."""
    yield ""
    yield from tally_pages(site.default)


def results_jobs(site: SiteView, page: str) -> Iterator[Job]:
    """Give the jobs of the first page of results, or of a further page of one of its tables."""
    for context in site.contexts:
        if not page:
            view = accountability_view(context, RESULTS)
            yield page_job(context, "results.html", view, _head(context, RESULTS, "results"))
            continue
        table = tally_page_view(context, RESULTS, page)
        yield page_job(context, "results_table.html", table, _head(context, table.path, "results", title=table.title))


def not_found_jobs(site: SiteView, _key: str) -> Iterator[Job]:
    """Give the jobs of the page for wrong addresses."""
    for context in site.contexts:
        lost = PageHead(path=NOT_FOUND, title=context.say("not_found.title"), description="", robots="noindex")
        yield page_job(context, "not_found.html", not_found_view(site, context), lost)


def _about(context: Context) -> str:
    """Say in one line what the site is."""
    words = context.config.tagline or context.config.name
    return context.text(words).text


def _bodies(context: Context, view: AgencyIndex) -> PageHead:
    """Give the head of a page of the index of bodies."""
    title, intro = context.say("nav.agencies"), context.say("agency.index_intro")
    own = f"{title}: {view.place.text}" if view.place is not None else title
    named = one_of(context, own, view.page, len(view.pages))
    return PageHead(path=view.path, title=named, description=intro, section="agencies")


def _head(
    context: Context, path: str, section: str, pages: tuple[PageLink, ...] = (), title: str | None = None
) -> PageHead:
    """Give the head of a list page; one of several says in its title which."""
    own, intro = context.say(f"{section}.title"), context.say(f"{section}.intro")
    here = next((at for at, link in enumerate(pages, 1) if link.here), 1)
    named = title or one_of(context, own, here, len(pages))
    return PageHead(path=path, title=named, description=intro, section=section)
