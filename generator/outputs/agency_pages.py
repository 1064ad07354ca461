"""The page of each body."""

from collections.abc import Iterator

from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job
from generator.routes import Routes
from generator.views.agency_page import AgencyView, agency_view
from generator.views.following import follow_body
from generator.views.site import SiteView
from generator.views.structured import body_nodes


def jobs(site: SiteView, agency_id: str) -> Iterator[Job]:
    """Give one job for each language of the body's page."""
    for context in site.contexts:
        view = agency_view(context, context.index.agencies[agency_id])
        place = view.place.text if view.place is not None else context.say("agency.central")
        head = PageHead(
            path=Routes("vi").agency(agency_id),
            title=_title(view),
            description=context.say("agency.description", name=view.name.text, place=place),
            section="agencies",
            data=body_nodes(context, context.index.agencies[agency_id]),
            follow=follow_body(context, context.index.agencies[agency_id]),
        )
        yield page_job(context, "agency.html", view, head)


def _title(view: AgencyView) -> str:
    """Name the body with its place: many places have a body of the same name."""
    name = view.name.text
    place = view.place.text if view.place is not None else ""
    return f"{name}, {place}" if place and place.casefold() not in name.casefold() else name
