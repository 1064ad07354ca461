"""The index of bodies, and the page of each body."""

from collections.abc import Iterator

from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job
from generator.routes import AGENCIES, Routes
from generator.views.agency_index import agency_index
from generator.views.agency_page import AgencyView, agency_view
from generator.views.context import Context
from generator.views.site import SiteView


def jobs(site: SiteView) -> Iterator[Job]:
    """Give the jobs of all bodies in all languages."""
    for context in site.contexts:
        yield _index_job(context)
        yield from _agency_jobs(context)


def _index_job(context: Context) -> Job:
    """Give the job of the index."""
    head = PageHead(
        path=AGENCIES,
        title=context.say("nav.agencies"),
        description=context.say("agency.index_intro"),
        section="agencies",
    )
    return page_job(context, "agencies.html", agency_index(context), head)


def _agency_jobs(context: Context) -> Iterator[Job]:
    """Give one job for each body."""
    for agency in context.index.agencies.values():
        view = agency_view(context, agency)
        place = view.place.text if view.place is not None else context.say("agency.central")
        head = PageHead(
            path=Routes("vi").agency(agency.id),
            title=_title(view),
            description=context.say("agency.description", name=view.name.text, place=place),
            section="agencies",
        )
        yield page_job(context, "agency.html", view, head)


def _title(view: AgencyView) -> str:
    """Name the body with its place: many places have a body of the same name."""
    name = view.name.text
    place = view.place.text if view.place is not None else ""
    return f"{name}, {place}" if place and place.casefold() not in name.casefold() else name
