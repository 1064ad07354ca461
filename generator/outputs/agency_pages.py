"""The page of each body, the further pages of its lists, and what each plan asks of those that are asked much."""

from collections.abc import Iterator

from generator.domain.text import Localised
from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job
from generator.routes import Routes
from generator.views.agency_page import agency_view
from generator.views.bodies import agency_name
from generator.views.body_in_plan import BodyInPlanView, body_in_plan_views, crowded_bodies
from generator.views.body_lists import BodyListView, body_list_views
from generator.views.body_work import BodyWork, body_work
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.following import follow_body
from generator.views.paging import one_of
from generator.views.site import SiteView
from generator.views.structured import body_nodes


def jobs(site: SiteView, agency_id: str) -> Iterator[Job]:
    """Give one job for each language of the body's page, and of each further page of its lists."""
    for context in site.contexts:
        work = body_work(context, agency_id)
        title = _title(context, agency_id)
        yield _body_job(context, agency_id, work, title)
        for view in body_list_views(context, agency_id, work):
            yield page_job(context, "agency_list.html", view, _list_head(context, view, title))


def plan_jobs(site: SiteView, plan_id: str) -> Iterator[Job]:
    """Give one job for each language of every page on what the plan asks of a body."""
    for context in site.contexts:
        plan = context.index.plans[plan_id]
        for agency in crowded_bodies(context, plan):
            base = Routes("vi").agency_plan(agency, plan_id)
            for page, view in enumerate(body_in_plan_views(context, base, plan, agency), 1):
                yield page_job(context, "agency_plan.html", view, _plan_head(context, view, page))


def _body_job(context: Context, agency_id: str, work: BodyWork, title: str) -> Job:
    agency = context.index.agencies[agency_id]
    view = agency_view(context, agency, work)
    place = view.place.text if view.place is not None else context.say("agency.central")
    head = PageHead(
        path=Routes("vi").agency(agency_id),
        title=title,
        description=context.say("agency.description", name=view.name.text, place=place),
        section="agencies",
        data=body_nodes(context, agency),
        follow=follow_body(context, agency),
    )
    return page_job(context, "agency.html", view, head)


def _list_head(context: Context, view: BodyListView, title: str) -> PageHead:
    """Give the head of a further page; lists of bodies say nothing that their own pages do not."""
    what = f"{title}: {context.say(f'agency.{view.kind}')}"
    named = one_of(context, what, view.page, len(view.pages))
    robots = None if view.kind == "duties" else "noindex"
    return PageHead(path=view.path, title=named, description=what, section="agencies", robots=robots)


def _plan_head(context: Context, view: BodyInPlanView, page: int) -> PageHead:
    name = _with_place(view.body.text, view.place)
    title = context.say("agency.in_plan", name=name, plan=view.plan.text)
    named = context.say("pages.part", title=title, page=page, n=len(view.pages)) if view.pages else title
    description = context.say("agency.in_plan_description", name=name, plan=view.plan.text)
    robots = "noindex" if view.unpublished else None
    return PageHead(path=view.path, title=named, description=description, section="agencies", robots=robots)


def _title(context: Context, agency_id: str) -> str:
    agency = context.index.agencies[agency_id]
    place = context.index.places.get(agency.place or "")
    return _with_place(agency_name(context, agency), place_title(context, place) if place is not None else None)


def _with_place(name: Localised, place: Localised | None) -> str:
    """Name a body with its place: many places have a body of the same name."""
    there = place.text if place is not None else ""
    return f"{name.text}, {there}" if there and there.casefold() not in name.text.casefold() else name.text
