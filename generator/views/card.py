"""A plan in a few lines: what lists, the home page and the head of its own page show."""

from generator.domain.agency import Place
from generator.domain.phase import phase_changes
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.domain.times import TimeExpression
from generator.frozen import frozen
from generator.views.bodies import BodyLink, body_link, body_links
from generator.views.context import Context
from generator.views.paper import is_draft
from generator.views.times import StateView, TimeView, state_view, time_view


@frozen
class PlanCard:
    """A plan in a list, with what filters compare."""

    id: str
    href: str
    title: Localised
    summary: Localised
    kind: str
    kind_word: str
    place: str
    place_name: Localised
    issuer: BodyLink
    leads: tuple[BodyLink, ...]
    state: StateView | None
    until: TimeView | None
    draft: bool
    year: str | None
    takes_feedback: bool
    number: Localised | None
    unpublished: bool = False


def place_title(context: Context, place: Place) -> Localised:
    """Give the official name of a place, e.g. "thành phố Tân An"."""
    return context.text(place.title or place.name)


def deciding_time(plan: Plan) -> TimeExpression | None:
    """Give the time that the plan's phase follows from: the window, the day of the event, or the validity."""
    if plan.feedback is not None:
        return plan.feedback.window
    dated = (time for event in plan.events for time in event.time if time.end is not None)
    return next(dated, None) if plan.kind.value == "ceremony" else plan.validity


def plan_year(plan: Plan) -> str | None:
    """Give the year of issue, else the first year for which the plan holds; None where neither is known."""
    issued, validity = plan.document.issued, plan.validity
    for time in (issued, validity):
        if time is not None and (time.start or time.end) is not None:
            return str((time.start or time.end).year)  # type: ignore[union-attr]
    return None


def plan_card(context: Context, plan: Plan, number: Localised | None = None) -> PlanCard:
    """Give a plan in a few lines."""
    time = deciding_time(plan)
    place = context.index.places[plan.place]
    document = plan.document
    return PlanCard(
        id=plan.id,
        href=context.routes.plan(plan.id),
        title=context.text(plan.short_title),
        summary=context.text(plan.summary),
        kind=plan.kind.value,
        kind_word=context.word("plan_kinds", plan.kind.value),
        place=plan.place,
        place_name=place_title(context, place),
        issuer=body_link(context, document.acting_body or document.issuer),
        leads=body_links(context, plan.lead or (document.acting_body or document.issuer,)),
        state=state_view(context, phase_changes(plan)),
        until=time_view(context, time) if time is not None else None,
        draft=is_draft(plan),
        year=plan_year(plan),
        takes_feedback=plan.takes_feedback,
        number=number,
        unpublished=plan.publish_from is not None and plan.publish_from > context.as_of,
    )
