"""Pages over all plans: home, all plans, all bodies, the timeline, feedback, results, and "not found"."""

from collections.abc import Iterator

from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job
from generator.routes import AGENCIES, FEEDBACK, NOT_FOUND, PLANS, RESULTS, TIMELINE
from generator.views.accountability import accountability_view
from generator.views.agency_index import agency_index
from generator.views.answered import answered
from generator.views.context import Context
from generator.views.lists import feedback_page_view, home_view, plans_view, timeline_page_view
from generator.views.not_found import not_found_view
from generator.views.site import SiteView


def jobs(site: SiteView) -> Iterator[Job]:
    """Give the jobs of all these pages in all languages."""
    codes = " ".join(one.code for one in answered(site))
    for context in site.contexts:
        home = PageHead(path="", title="", description=_about(context), section="home")
        feedback, timeline = feedback_page_view(context), timeline_page_view(context)
        yield page_job(context, "home.html", home_view(context, feedback, timeline.timeline), home)
        yield page_job(context, "plans.html", plans_view(context), _head(context, PLANS, "plans"))
        yield page_job(context, "agencies.html", agency_index(context), _bodies(context))
        yield page_job(context, "timeline.html", timeline, _head(context, TIMELINE, "timeline"))
        yield page_job(context, "feedback.html", feedback, _head(context, FEEDBACK, "feedback"))
        results = accountability_view(context)
        yield page_job(context, "results.html", results, _head(context, RESULTS, "results"))
        lost = PageHead(path=NOT_FOUND, title=context.say("not_found.title"), description="", robots="noindex")
        yield page_job(context, "not_found.html", not_found_view(site, context), lost, codes=codes)


def _about(context: Context) -> str:
    """Say in one line what the site is."""
    words = context.config.tagline or context.config.name
    return context.text(words).text


def _bodies(context: Context) -> PageHead:
    """Give the head of the index of bodies."""
    intro = context.say("agency.index_intro")
    return PageHead(path=AGENCIES, title=context.say("nav.agencies"), description=intro, section="agencies")


def _head(context: Context, path: str, section: str) -> PageHead:
    """Give the head of a list page."""
    title, intro = context.say(f"{section}.title"), context.say(f"{section}.intro")
    return PageHead(path=path, title=title, description=intro, section=section)
