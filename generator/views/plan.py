"""The page of one plan, in the order of a citizen's questions."""

from dataclasses import replace

from generator.chart import Chart
from generator.domain.plan import Plan
from generator.domain.statement import Movement, Slogan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.routes import attachment
from generator.views.bodies import BodyLink, body_link, body_links, registered_link
from generator.views.card import PlanCard, place_title, plan_card
from generator.views.chart import plan_chart
from generator.views.context import Context
from generator.views.gathering import (
    AwardView,
    BudgetView,
    CommitteeView,
    EventView,
    award_views,
    budget_views,
    committee_views,
    event_view,
)
from generator.views.news import NewsView, plan_news
from generator.views.notice import NoticeLink, notice_links
from generator.views.outcome import AnswerView, OutcomeView, answer_views, outcome_view
from generator.views.paper import PaperView, identity_facts, paper_view
from generator.views.participation import (
    ChannelGroup,
    CodeView,
    FeedbackView,
    channel_groups,
    code_view,
    feedback_view,
)
from generator.views.roles import WorkContext, work_context
from generator.views.tally import Tally, plan_tally
from generator.views.target_table import MetricGroup, metric_groups
from generator.views.timeline import TimelineView, plan_timeline, timeline_view
from generator.views.work import SectionView, objective_view, provision_view, section_views, target_view, task_view


@frozen
class QuoteView:
    """A slogan or movement, quoted exactly; `anchor` is its id."""

    id: str
    kind: str
    kind_word: str
    text: Localised
    original: str
    official: bool
    owner: BodyLink | None


@frozen
class PictureView:
    """A picture with its alternative text."""

    href: str
    alt: Localised
    caption: Localised | None
    credit: str | None


@frozen
class OutlineEntry:
    """A heading of the document; `id` is there where no other part of the page carries it."""

    id: str | None
    target: str
    label: str | None
    title: Localised
    note: Localised | None
    entries: tuple["OutlineEntry", ...]


@frozen
class BodyCount:
    """A body of the plan and in how many of its items it holds a role."""

    body: BodyLink
    count: int


@frozen
class PlanView:
    """Everything on the page of one plan."""

    card: PlanCard
    title: Localised
    place_now: tuple[Localised, ...]
    place_note: Localised | None
    """The places that the plan's place became part of, where it is no more."""
    summary_only: bool
    standing: tuple[BodyLink, ...]
    participants: Localised | None
    feedback: FeedbackView | None
    code: CodeView | None
    channels: tuple[ChannelGroup, ...]
    site_channels: tuple[ChannelGroup, ...]
    objectives: tuple[SectionView, ...]
    slogans: tuple[QuoteView, ...]
    movements: tuple[QuoteView, ...]
    timeline: TimelineView
    chart: Chart | None
    targets: tuple[SectionView, ...]
    target_table: tuple[MetricGroup, ...]
    tasks: tuple[SectionView, ...]
    provisions: tuple[SectionView, ...]
    bodies: tuple[BodyCount, ...]
    events: tuple[EventView, ...]
    committees: tuple[CommitteeView, ...]
    awards: tuple[AwardView, ...]
    budget: tuple[BudgetView, ...]
    milestones: tuple[tuple[str, Localised, Localised | None], ...]
    pictures: tuple[PictureView, ...]
    paper: PaperView
    notices: tuple[NoticeLink, ...]
    outcome: OutcomeView | None
    news: tuple[NewsView, ...]
    answers: tuple[AnswerView, ...]
    tally: Tally
    outline: tuple[OutlineEntry, ...]

    @property
    def work_count(self) -> int:
        """How many tasks and targets the plan has."""
        return sum(section.count for section in (*self.tasks, *self.targets))


_QUOTES = '“”"«»'


def plan_view(context: Context, plan: Plan, sizes: dict[str, int]) -> PlanView:
    """Give everything that the page of `plan` shows; `sizes` are the bytes of the attached files by path."""
    validity = context.index.parts[plan.id].validity
    work = work_context(context, plan)
    placed: set[str] = set()
    own_channels = channel_groups(context, plan.channels)
    return PlanView(
        card=plan_card(context, plan, _printed_number(context, plan)),
        title=context.text(plan.title),
        place_now=_place_now(context, plan),
        place_note=_place_note(context, plan),
        summary_only=plan.summary_only,
        standing=body_links(context, plan.standing),
        participants=context.maybe(plan.participants),
        feedback=feedback_view(context, plan),
        code=code_view(context, plan),
        channels=own_channels,
        site_channels=() if plan.takes_feedback else channel_groups(context, context.config.channels),
        targets=section_views(work, plan.targets, target_view, placed),
        target_table=metric_groups(work),
        tasks=section_views(work, plan.tasks, task_view, placed),
        objectives=section_views(work, plan.objectives, objective_view, placed),
        provisions=section_views(work, plan.provisions, provision_view, placed),
        slogans=_slogans(context, plan),
        movements=_movements(context, plan),
        timeline=timeline_view(context, plan_timeline(context, plan)),
        chart=plan_chart(context, plan),
        bodies=_body_counts(context, work),
        events=_events(work),
        committees=committee_views(context, plan, validity),
        awards=award_views(context, plan, validity),
        budget=budget_views(context, plan, validity),
        milestones=tuple((m.id, context.text(m.name), context.maybe(m.note)) for m in plan.milestones),
        pictures=_pictures(context, plan),
        paper=paper_view(context, plan, sizes),
        notices=notice_links(context, plan),
        outcome=outcome_view(context, plan),
        news=plan_news(context, plan),
        answers=answer_views(context, plan),
        tally=plan_tally(context, plan.id),
        outline=_outline(context, plan, placed),
    )


def _printed_number(context: Context, plan: Plan) -> Localised | None:
    """Give number and symbol for the head of the page."""
    return next((fact.text for fact in identity_facts(context, plan) if fact.key == "number"), None)


def _place_now(context: Context, plan: Plan) -> tuple[Localised, ...]:
    """Give what the registry says became of the plan's place, if it is no more on the day of reference."""
    place = context.index.places.get(plan.place)
    if place is None or place.valid_until is None or place.valid_until >= context.as_of:
        return ()
    places = context.index.places
    return tuple(place_title(context, places[one.id]) for one in place.successors if one.id in places)


def _place_note(context: Context, plan: Plan) -> Localised | None:
    """Give what the registry says of the plan's place, e.g. that the list of what followed may be incomplete."""
    place = context.index.places.get(plan.place)
    return None if place is None else context.maybe(place.note)


def _unquoted(text: Localised) -> Localised:
    """Give a quotation without the marks that staff may have typed: the page puts its own."""
    return replace(text, text=text.text.strip(_QUOTES))


def _quote(context: Context, one: Slogan | Movement, words: str, official: bool) -> QuoteView:
    """Give the view of a quotation; `words` is the group of words for its kind."""
    return QuoteView(
        id=one.id,
        kind=one.kind.value,
        kind_word=context.word(words, one.kind.value),
        text=_unquoted(context.text(one.text)),
        original=one.text.vi.strip(_QUOTES),
        official=official,
        owner=body_link(context, one.owner) if one.owner is not None else None,
    )


def _slogans(context: Context, plan: Plan) -> tuple[QuoteView, ...]:
    """Give the slogans, the official one first."""
    ordered = sorted(plan.slogans, key=lambda slogan: not slogan.official)
    return tuple(_quote(context, one, "slogan_kinds", one.official) for one in ordered)


def _movements(context: Context, plan: Plan) -> tuple[QuoteView, ...]:
    """Give the movements that the plan names."""
    return tuple(_quote(context, one, "movement_kinds", False) for one in plan.movements)


def _events(work: WorkContext) -> tuple[EventView, ...]:
    """Give the events, each with the names of the tasks that prepare it."""
    titles = {
        key: str(work.context.text(words)) for key, words in work.context.index.parts[work.plan.id].titles.items()
    }
    return tuple(
        event_view(work.context, event, work.validity, titles, work.markers.get(event.id, ()))
        for event in work.plan.events
    )


def _body_counts(context: Context, work: WorkContext) -> tuple[BodyCount, ...]:
    """Give the bodies that hold roles in items, those with most items first: the filter's choices."""
    items: dict[str, set[str]] = {}
    for agency, held in context.index.parts[work.plan.id].held.items():
        mine = {one.item for one in held if one.item in work.charges}
        if mine:
            items[agency] = mine
    by_count = sorted(items.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(BodyCount(registered_link(context, agency), len(found)) for agency, found in by_count)


def _pictures(context: Context, plan: Plan) -> tuple[PictureView, ...]:
    """Give the pictures of the plan."""
    return tuple(
        PictureView(attachment(plan.id, p.file), context.text(p.alt), context.maybe(p.caption), p.credit)
        for p in plan.pictures
    )


def _outline(context: Context, plan: Plan, placed: set[str]) -> tuple[OutlineEntry, ...]:
    """Give all headings of the document as a tree; a heading without a place on the page carries its id here."""

    def level(parent: str | None) -> tuple[OutlineEntry, ...]:
        return tuple(
            OutlineEntry(
                id=None if section.id in placed else section.id,
                target=section.id,
                label=section.label,
                title=context.text(section.title),
                note=context.maybe(section.note),
                entries=level(section.id),
            )
            for section in plan.sections
            if section.parent == parent
        )

    return level(None)
