"""A notice as a page, and the list of a plan's notices."""

from collections.abc import Iterator
from dataclasses import replace

from generator.domain.notice import Notice
from generator.domain.notice_facts import notices_of
from generator.domain.plan import Plan
from generator.domain.text import DEFAULT_LANGUAGE, Localised
from generator.frozen import frozen
from generator.official_paper import OfficialPaper, plain
from generator.routes import Routes
from generator.views.card import plan_card
from generator.views.context import Context
from generator.views.notice_facts import NoticeContext, notice_facts
from generator.views.notice_paper import notice_paper, paper_language
from generator.views.notice_wording import filled
from generator.views.paper import FileView, paper_view
from generator.views.times import StateView
from generator.wording import load_strings


@frozen
class NoticeLink:
    """A notice in the list of its plan."""

    id: str
    href: str
    kind: Localised
    subject: Localised


@frozen
class NoticePlan:
    """What a notice's page shows of its plan, and no more: a change here makes its papers, to tell their sizes."""

    id: str
    href: str
    title: Localised
    place_name: Localised
    state: StateView | None
    unpublished: bool


@frozen
class NoticePage:
    """A notice's page: the paper, whether it stands in for a translation, and the plan's own files."""

    id: str
    plan: NoticePlan
    kind: Localised
    paper: OfficialPaper
    fallback: bool
    path: str
    """Without the prefix of a language."""
    attachments: tuple[FileView, ...]


def notice_links(context: Context, plan: Plan) -> tuple[NoticeLink, ...]:
    """Give the notices of a plan for its page, in the order of its asking, then of the kinds."""
    return tuple(_link(context, plan, notice) for notice in plan_notices(context, plan))


def plan_notices(context: Context, plan: Plan) -> tuple[Notice, ...]:
    """Give the notices that the plan has on the day of reference."""
    return notices_of(plan, context.index.kinds, context.as_of)


def _link(context: Context, plan: Plan, notice: Notice) -> NoticeLink:
    """Give the link to a notice: what kind it is, and its subject."""
    language = paper_language(context, notice)
    written_in = replace(context, strings=load_strings(language))
    subject = filled(written_in.text(notice.subject).text, notice_facts(NoticeContext(written_in, plan, notice)))
    words = Localised(plain(subject), language, language != context.language)
    return NoticeLink(notice.id, context.routes.notice(plan.id, notice.id), context.text(notice.kind.name), words)


def notice_pages(context: Context, plan: Plan, sizes: dict[str, int]) -> Iterator[NoticePage]:
    """Give the page of each notice of a plan. `sizes` are the bytes of the attached files by path."""
    notices = plan_notices(context, plan)
    if not notices:
        return
    shown, files = _shown(context, plan), paper_view(context, plan, sizes).files
    for notice in notices:
        paper = notice_paper(context, plan, notice)
        yield NoticePage(
            id=notice.id,
            plan=shown,
            kind=context.text(notice.kind.name),
            paper=paper,
            fallback=paper.language != context.language,
            path=Routes(DEFAULT_LANGUAGE).notice(plan.id, notice.id),
            attachments=files,
        )


def _shown(context: Context, plan: Plan) -> NoticePlan:
    card = plan_card(context, plan)
    return NoticePlan(card.id, card.href, card.title, card.place_name, card.state, card.unpublished)
