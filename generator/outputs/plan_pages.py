"""The page of each plan."""

from collections.abc import Iterator

from generator.drawing.print_sheet import print_digest, print_pdf
from generator.frozen import frozen
from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job
from generator.print_kit import POSTER, PrintPiece, print_formats
from generator.routes import Routes, plan_data
from generator.views.context import Context
from generator.views.following import follow_plan
from generator.views.paper import size_in_words
from generator.views.plan import PlanView, plan_view
from generator.views.print_piece import poster_piece
from generator.views.share_card import plan_card_link
from generator.views.share_links import share_links
from generator.views.site import SiteView
from generator.views.structured import event_nodes

_ALWAYS = frozenset({"tom-tat", "thoi-gian", "tham-gia", "van-ban"})


@frozen
class PosterLink:
    """The poster as the page names it: where it is, what it is in words, and what it is made of."""

    href: str
    words: str
    piece: PrintPiece
    made_with: str
    decimal: str

    @property
    def size(self) -> str:
        """Its size in words; known when it is made, once in a process for the file and for the page."""
        return size_in_words(len(print_pdf(self.piece, print_formats()[POSTER])), self.decimal)


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
            card=plan_card_link(context, context.index.plans[plan_id]),
            data=tuple(event_nodes(context, context.index.plans[plan_id])),
            follow=follow_plan(context, context.index.plans[plan_id]),
        )
        share = None if view.card.unpublished else share_links(context, view.card.href, view.card.title.text)
        more = {"parts": parts_of(view), "poster": _poster(context, plan_id), "share": share}
        yield page_job(context, "plan.html", view, head, data_file=plan_data(plan_id), **more)


def _poster(context: Context, plan_id: str) -> PosterLink | None:
    """Give the link to the plan's poster. None where it has none, or staff recorded what became of the plan: the
    file stays at its address, but nobody is asked to hang it any more."""
    plan, form = context.index.plans[plan_id], print_formats()[POSTER]
    piece = poster_piece(context, plan)
    if piece is None or plan.outcome is not None:
        return None
    made_with, decimal = f"{print_digest(form)} {form}", context.say("numbers.decimal")
    return PosterLink(context.routes.poster(plan_id), form.name(context.language), piece, made_with, decimal)


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
