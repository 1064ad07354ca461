"""What a site map lists: every page that may be indexed, with the day of its last change where the data tell one."""

from collections.abc import Iterator

from generator.domain.text import DEFAULT_LANGUAGE
from generator.routes import AGENCIES, DATA, FEEDBACK, PLANS, RESULTS, TIMELINE, Routes
from generator.views.accountability import tally_page_paths
from generator.views.addresses import MapEntry
from generator.views.agency_index import index_paths, place_paths, places_with_pages
from generator.views.body_lists import plan_list_paths
from generator.views.calendar import section_paths, sections_with_pages
from generator.views.context import Context
from generator.views.feedback import STATES, feedback_list_paths
from generator.views.lists import plan_pages
from generator.views.paging import page_path
from generator.views.site import SiteView

_ROUTES = Routes(DEFAULT_LANGUAGE)


def map_entries(site: SiteView) -> Iterator[MapEntry]:
    """Give every page that may be indexed, lists first; no plan is opened."""
    context = site.default
    yield from (MapEntry(path) for path in _list_paths(context))
    yield from (MapEntry(_ROUTES.content(slug)) for slug in dict.fromkeys(page.slug for page in site.content))
    yield from context.shown.gathered("map")
    for agency in context.index.agencies:
        yield from (MapEntry(path) for path in (_ROUTES.agency(agency), *plan_list_paths(context, agency)))


def _list_paths(context: Context) -> Iterator[str]:
    """Give the pages over all plans, with the further pages of those that have some."""
    yield from ("", PLANS)
    pages = len(plan_pages(context))
    yield from (page_path(PLANS, page, pages) for page in range(1, pages))
    yield from index_paths(context, AGENCIES)
    for place in places_with_pages(context):
        yield from place_paths(context, AGENCIES, place)
    yield TIMELINE
    for section in sections_with_pages(context):
        yield from section_paths(context, TIMELINE, section)
    yield FEEDBACK
    for state in STATES:
        yield from feedback_list_paths(context, FEEDBACK, state)
    yield RESULTS
    yield from tally_page_paths(context, RESULTS)
    yield DATA
