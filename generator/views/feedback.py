"""Where and how to give feedback: what is open, what comes, what is closed, and the channels of the site itself."""

from collections.abc import Iterator, Sequence

from generator.domain.plan import Plan
from generator.frozen import frozen
from generator.views.card import PlanCard, plan_card
from generator.views.context import Context
from generator.views.excerpts import Rows
from generator.views.outcome import AnswerView, answer_views
from generator.views.paging import PageLink, cut, numbered, one_of, page_path
from generator.views.participation import ChannelGroup, CodeView, FeedbackView, channel_groups, code_view, feedback_view

_ON_A_PAGE = 40
_ANSWERS = 20
# More plans without feedback than this are no list for a phone: all plans are, one tap away.
_WITHOUT = 60
STATES = ("open", "not_yet_open", "closed")
_HEADINGS = {"open": "open", "not_yet_open": "coming", "closed": "closed"}


@frozen
class OpenPlan:
    """A plan that takes feedback, with the way to it."""

    card: PlanCard
    feedback: FeedbackView | None
    code: CodeView | None
    channels: tuple[ChannelGroup, ...]


@frozen
class FeedbackPageView:
    """Where and how to give feedback on the day of reference."""

    open: tuple[OpenPlan, ...]
    coming: tuple[OpenPlan, ...]
    closed: tuple[OpenPlan, ...]
    without: tuple[PlanCard, ...]
    """None where they are too many to list; `without_count` counts them all the same."""
    without_count: int
    site_channels: tuple[ChannelGroup, ...]
    answers: tuple[AnswerView, ...]
    """What was decided on feedback, in any plan, newest first."""
    more: tuple[tuple[str, tuple[PageLink, ...]], ...]
    """By state: its further pages."""


@frozen
class FeedbackListView:
    """A further page of the plans of one state."""

    state: str
    title: str
    plans: tuple[OpenPlan, ...]
    pages: tuple[PageLink, ...]


def feedback_sections(context: Context, plan: Plan) -> Iterator[tuple[str, Rows]]:
    """Give what a plan says of feedback: in which state it takes it, or that it does not; and its answers."""
    card = plan_card(context, plan)
    if plan.takes_feedback:
        state = card.state.key if card.state is not None and card.state.key in STATES else "open"
        groups = channel_groups(context, plan.channels)
        yield f"taking/{state}", (OpenPlan(card, feedback_view(context, plan), code_view(context, plan), groups),)
    else:
        yield "without", (card,)
    yield "answers", answer_views(context, plan)


def feedback_page_view(context: Context, base: str) -> FeedbackPageView:
    """Give the first page: what is newest in each state. `base` is its path."""
    first = {state: _plans(context, state, _pages(context, state)[0]) for state in STATES}
    answers = sorted(context.shown.gathered("answers"), key=lambda answer: answer.day, reverse=True)
    without = context.shown.holders("without")
    return FeedbackPageView(
        open=first["open"],
        coming=first["not_yet_open"],
        closed=first["closed"],
        without=tuple(context.shown.gathered("without")) if len(without) <= _WITHOUT else (),
        without_count=len(without),
        site_channels=channel_groups(context, context.config.channels),
        answers=tuple(answers[:_ANSWERS]),
        more=tuple((state, links[1:]) for state in STATES if (links := _links(context, base, state, 0))),
    )


def feedback_list_views(context: Context, base: str, state: str) -> Iterator[FeedbackListView]:
    """Give the further pages of the plans of one state, from the second."""
    heading = context.say(f"feedback.{_HEADINGS[state]}")
    for here, ids in enumerate(_pages(context, state)):
        if here:
            links = _links(context, base, state, here)
            title = one_of(context, heading, here + 1, len(links))
            yield FeedbackListView(state, title, _plans(context, state, ids), links)


def feedback_list_paths(context: Context, base: str, state: str) -> tuple[str, ...]:
    """Give the paths of those pages, without making them."""
    pages = len(_pages(context, state))
    return tuple(page_path(list_base(base, state), page, pages) for page in range(1, pages))


def list_base(base: str, state: str) -> str:
    """Give the path in front of the further pages of a state, whose first page is `base` itself."""
    return f"{base}{_SLUGS[state]}/"


_SLUGS = {"open": "dang-mo", "not_yet_open": "sap-mo", "closed": "da-dong"}


def _pages(context: Context, state: str) -> list[Sequence[str]]:
    return cut([plan_id for plan_id, _ in context.shown.holders(f"taking/{state}")], _ON_A_PAGE)


def _plans(context: Context, state: str, ids: Sequence[str]) -> tuple[OpenPlan, ...]:
    return tuple(one for plan_id in ids for one in context.shown.rows(plan_id, f"taking/{state}"))


def _links(context: Context, base: str, state: str, here: int) -> tuple[PageLink, ...]:
    return numbered(context, list_base(base, state), len(_pages(context, state)), here, first=base)
