"""Pages over all plans: home, all plans, the timeline of everything, where to give feedback."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.chart import Chart
from generator.domain.text import Localised
from generator.views.card import PlanCard, plan_card
from generator.views.chart import site_chart
from generator.views.context import Context
from generator.views.filters import Choice, Filter, choices
from generator.views.news import NewsView, latest_news
from generator.views.outcome import AnswerView, answer_views
from generator.views.participation import ChannelGroup, CodeView, FeedbackView, channel_groups, code_view, feedback_view
from generator.views.timeline import TimelineEntry, TimelineView, timeline_view


@dataclass(frozen=True, slots=True)
class PlansView:
    """All plans with their filters."""

    cards: tuple[PlanCard, ...]
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A plan that takes feedback, with the way to it."""

    card: PlanCard
    feedback: FeedbackView | None
    code: CodeView | None
    channels: tuple[ChannelGroup, ...]


@dataclass(frozen=True, slots=True)
class FeedbackPageView:
    """Where and how to give feedback: what is open, what comes, what is closed, and the site's own channels."""

    open: tuple[OpenPlan, ...]
    coming: tuple[OpenPlan, ...]
    closed: tuple[OpenPlan, ...]
    without: tuple[PlanCard, ...]
    site_channels: tuple[ChannelGroup, ...]
    answers: tuple[AnswerView, ...]
    """What was decided on feedback, in any plan, newest first."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    name: Localised
    tagline: Localised | None
    open: tuple[OpenPlan, ...]
    coming: tuple[OpenPlan, ...]
    next_entries: tuple[TimelineEntry, ...]
    recent_entries: tuple[TimelineEntry, ...]
    ongoing: tuple[PlanCard, ...]
    plans: tuple[PlanCard, ...]
    plan_count: int
    agency_count: int
    news: tuple[NewsView, ...]


@dataclass(frozen=True, slots=True)
class TimelinePageView:
    """The timeline of everything, with filters."""

    timeline: TimelineView
    filters: tuple[Filter, ...]
    chart: Chart | None


_NEXT = 5
_ANSWERS = 20
_LATEST = 6


def all_cards(context: Context) -> tuple[PlanCard, ...]:
    """Give every plan in a few lines, newest first."""
    return tuple(plan_card(context, plan) for plan in context.index.plans.values())


def _filter(
    context: Context, key: str, cards: tuple[PlanCard, ...], of: Callable[[PlanCard], tuple[str, str] | None]
) -> Filter:
    """Make a filter of what `of` says about each card: (value, words)."""
    words: dict[str, str] = {}
    counts: dict[str, int] = {}
    for card in cards:
        found = of(card)
        if found is not None:
            words[found[0]] = found[1]
            counts[found[0]] = counts.get(found[0], 0) + 1
    found_choices = tuple(Choice(value, words[value], count) for value, count in counts.items())
    return Filter(key, context.say(f"filters.{key}"), found_choices)


def plans_view(context: Context) -> PlansView:
    """Give all plans with filters by state, place, issuer, year and kind."""
    cards = all_cards(context)
    filters = (
        _filter(context, "state", cards, lambda c: (c.state.key, c.state.word) if c.state else None),
        _filter(context, "place", cards, lambda c: (c.place, c.place_name.text)),
        _filter(context, "issuer", cards, lambda c: (c.issuer.id, c.issuer.text.text)),
        _filter(context, "year", cards, lambda c: (c.year, c.year) if c.year else None),
        _filter(context, "kind", cards, lambda c: (c.kind, c.kind_word)),
    )
    return PlansView(cards, filters)


def _open_plan(context: Context, plan_id: str) -> OpenPlan:
    """Give a plan that takes feedback."""
    plan = context.index.plans[plan_id]
    groups = channel_groups(context, plan.channels)
    return OpenPlan(plan_card(context, plan), feedback_view(context, plan), code_view(context, plan), groups)


def feedback_page_view(context: Context) -> FeedbackPageView:
    """Give where and how to give feedback on the day of reference."""
    taking = [_open_plan(context, plan.id) for plan in context.index.plans.values() if plan.takes_feedback]
    by_state: dict[str, list[OpenPlan]] = {}
    for one in taking:
        by_state.setdefault(one.card.state.key if one.card.state is not None else "open", []).append(one)
    without = tuple(card for card in all_cards(context) if not card.takes_feedback)
    site = channel_groups(context, context.config.channels)
    return FeedbackPageView(
        open=tuple(by_state.get("open", ())),
        coming=tuple(by_state.get("not_yet_open", ())),
        closed=tuple(by_state.get("closed", ())),
        without=without,
        site_channels=site,
        answers=_answers(context),
    )


def _answers(context: Context) -> tuple[AnswerView, ...]:
    """Give what was decided on feedback, newest first."""
    every = [answer for plan in context.index.plans.values() for answer in answer_views(context, plan)]
    return tuple(sorted(every, key=lambda answer: answer.day, reverse=True)[:_ANSWERS])


def timeline_page_view(context: Context) -> TimelinePageView:
    """Give the timeline of everything with filters by plan, body and kind."""
    plans = context.index.plans.values()
    timeline = timeline_view(
        context, [(plan, entry) for plan in plans for entry in context.index.parts[plan.id].entries]
    )
    return TimelinePageView(timeline, _timeline_filters(context, timeline), site_chart(context))


def _timeline_filters(context: Context, timeline: TimelineView) -> tuple[Filter, ...]:
    """Give the filters of a timeline."""
    every = [e for year in timeline.years for e in year.entries]
    every += [e for lane in timeline.lanes for e in lane.entries]
    plans = {e.plan: e.plan_title.text for e in every}
    kinds = {e.kind: e.kind_word for e in every}
    bodies = {body.id: body.text.text for e in every for body in e.leads}
    return (
        Filter("plan", context.say("filters.plan"), choices(plans, [e.plan for e in every])),
        Filter("agency", context.say("filters.agency"), choices(bodies, [b for e in every for b in e.bodies])),
        Filter("kind", context.say("filters.entry_kind"), choices(kinds, [e.kind for e in every])),
    )


def home_view(context: Context, feedback: FeedbackPageView, timeline: TimelineView) -> HomeView:
    """Give the home page, out of two others: what is open first, then the next dates, then the latest plans."""
    cards = all_cards(context)
    dated = [entry for year in timeline.years for entry in year.entries]
    today = context.as_of.isoformat()
    return HomeView(
        name=context.text(context.config.name),
        tagline=context.maybe(context.config.tagline),
        open=feedback.open,
        coming=feedback.coming,
        next_entries=tuple(e for e in dated if (e.day or "") >= today)[:_NEXT],
        recent_entries=tuple(reversed([e for e in dated if (e.day or "") < today]))[:_NEXT],
        ongoing=tuple(card for card in cards if card.state is not None and card.state.key == "ongoing"),
        plans=cards[:_LATEST],
        plan_count=len(cards),
        agency_count=len(context.index.agencies),
        news=latest_news(context, context.index.plans.values(), _NEXT),
    )
