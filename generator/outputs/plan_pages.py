"""The page of each plan."""

from collections.abc import Iterator

from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job
from generator.routes import Routes
from generator.views.plan import PlanView, plan_view
from generator.views.site import SiteView

_ALWAYS = frozenset({"tom-tat", "thoi-gian", "tham-gia", "van-ban"})


def jobs(site: SiteView, plan_id: str) -> Iterator[Job]:
    """Give one job for each language of the plan's page."""
    for context in site.contexts:
        view = plan_view(context, context.index.plans[plan_id], site.sizes)
        head = PageHead(
            path=Routes("vi").plan(plan_id),
            title=view.card.title.text,
            description=view.card.summary.text,
            section="plans",
            robots="noindex" if view.card.unpublished else None,
        )
        yield page_job(context, "plan.html", view, head, parts=parts_of(view))


def parts_of(view: PlanView) -> tuple[str, ...]:
    """Give the parts that the page has, in order; their anchors are `muc-` and the part."""
    there = {
        "cap-nhat": view.news,
        "ket-qua": view.tally.total,
        "co-quan": view.bodies,
        "chi-tieu": view.targets,
        "nhiem-vu": view.tasks,
        "noi-dung": view.provisions,
        "su-kien": view.events,
        "to-chuc": view.committees,
        "khen-thuong": view.awards,
        "kinh-phi": view.budget,
    }
    rest = (part for part in there if part != "cap-nhat")
    order = ("tom-tat", "cap-nhat", "thoi-gian", *rest, "tham-gia", "van-ban")
    return tuple(part for part in order if part in _ALWAYS or there[part])
