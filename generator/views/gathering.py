"""Events, committees, awards and the budget of a plan."""

from generator.domain.event import AudienceGroup, Event
from generator.domain.organisation import Award, BudgetLine, Committee, Member
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.domain.times import Period
from generator.frozen import frozen
from generator.views.bodies import BodyLink, body_link, body_links
from generator.views.context import Context
from generator.views.metrics import number_words
from generator.views.roles import FootnoteMark, ItemView, item_view
from generator.views.times import StateView, TimeView, time_views


@frozen
class AudienceView:
    """A group of guests with the numbers as stated: `expected` and each member's are never summed."""

    id: str | None
    label: str | None
    group: Localised
    expected: str | None
    inviter: BodyLink | None
    members: tuple[tuple[Localised, str | None], ...]
    note: Localised | None


@frozen
class EventView:
    """One event."""

    id: str
    label: str | None
    name: Localised
    times: tuple[TimeView, ...]
    state: StateView | None
    session: Localised | None
    venue: Localised | None
    host: tuple[BodyLink, ...]
    organiser: tuple[BodyLink, ...]
    scale: Localised | None
    audience: tuple[AudienceView, ...]
    agenda: tuple[ItemView, ...]
    agenda_note: Localised | None
    invitation: Localised | None
    logistics: tuple[Localised, ...]
    related: tuple[tuple[str, str], ...]
    footnotes: tuple[FootnoteMark, ...]
    note: Localised | None


@frozen
class MemberView:
    """A seat in a committee."""

    role: Localised | None
    position: Localised
    body: BodyLink | None


@frozen
class CommitteeView:
    """A committee."""

    id: str
    label: str | None
    name: Localised
    body: BodyLink | None
    established_by: BodyLink | None
    composition: tuple[MemberView, ...]
    mandate: Localised | None
    times: tuple[TimeView, ...]
    note: Localised | None


@frozen
class AwardView:
    """Prizes."""

    id: str
    label: str | None
    name: Localised
    rules: Localised | None
    jury: BodyLink | None
    decided_by: BodyLink | None
    announce: tuple[TimeView, ...]
    prizes: Localised | None
    exclusions: Localised | None
    note: Localised | None


@frozen
class BudgetView:
    """A line of the budget. `amount` is in words, in đồng; None where the document states none."""

    id: str
    label: str | None
    source: Localised
    text: Localised | None
    amount: str | None
    manager: tuple[BodyLink, ...]
    appraiser: tuple[BodyLink, ...]
    approver: tuple[BodyLink, ...]
    times: tuple[TimeView, ...]


def _people(context: Context, expected: int | None) -> str | None:
    """Say how many people are expected."""
    return None if expected is None else context.strings.counted("event.people", expected)


def _audience_view(context: Context, group: AudienceGroup) -> AudienceView:
    """Give the view of a group of guests."""
    return AudienceView(
        id=group.id,
        label=group.label,
        group=context.text(group.group),
        expected=_people(context, group.expected),
        inviter=body_link(context, group.inviter) if group.inviter is not None else None,
        members=tuple((context.text(m.text), _people(context, m.expected)) for m in group.members),
        note=context.maybe(group.note),
    )


def event_view(
    context: Context, event: Event, validity: Period | None, labels: dict[str, str], marks: tuple[FootnoteMark, ...]
) -> EventView:
    """Give the view of an event; `labels` names the tasks that prepare it."""
    times = time_views(context, event.time, validity)
    return EventView(
        id=event.id,
        label=event.label,
        name=context.text(event.name),
        times=times,
        state=next((time.state for time in times if time.state is not None), None),
        session=context.maybe(event.session),
        venue=context.maybe(event.venue),
        host=body_links(context, event.host),
        organiser=body_links(context, event.organiser),
        scale=context.maybe(event.scale),
        audience=tuple(_audience_view(context, group) for group in event.audience),
        agenda=tuple(item_view(context, item) for item in event.agenda),
        agenda_note=context.maybe(event.agenda_note),
        invitation=context.maybe(event.invitation),
        logistics=context.texts(event.logistics),
        related=tuple((ref, labels.get(ref, ref)) for ref in event.related),
        footnotes=marks,
        note=context.maybe(event.note),
    )


def _member_view(context: Context, member: Member) -> MemberView:
    """Give the view of a seat."""
    body = body_link(context, member.body) if member.body is not None else None
    return MemberView(context.maybe(member.role), context.text(member.position), body)


def _committee_view(context: Context, committee: Committee, validity: Period | None) -> CommitteeView:
    """Give the view of a committee."""
    by = committee.established_by
    return CommitteeView(
        id=committee.id,
        label=committee.label,
        name=context.text(committee.name),
        body=body_link(context, committee.body) if committee.body is not None else None,
        established_by=body_link(context, by) if by is not None else None,
        composition=tuple(_member_view(context, member) for member in committee.composition),
        mandate=context.maybe(committee.mandate),
        times=time_views(context, committee.time, validity),
        note=context.maybe(committee.note),
    )


def _award_view(context: Context, award: Award, validity: Period | None) -> AwardView:
    """Give the view of prizes."""
    return AwardView(
        id=award.id,
        label=award.label,
        name=context.text(award.name),
        rules=context.maybe(award.rules),
        jury=body_link(context, award.jury) if award.jury is not None else None,
        decided_by=body_link(context, award.decided_by) if award.decided_by is not None else None,
        announce=time_views(context, award.announce, validity),
        prizes=context.maybe(award.prizes),
        exclusions=context.maybe(award.exclusions),
        note=context.maybe(award.note),
    )


def _budget_view(context: Context, line: BudgetLine, validity: Period | None) -> BudgetView:
    """Give the view of a line of the budget."""
    amount = None if line.amount is None else context.say("budget.amount", n=number_words(context, line.amount))
    return BudgetView(
        id=line.id,
        label=line.label,
        source=context.text(line.source),
        text=context.maybe(line.text),
        amount=amount,
        manager=body_links(context, line.manager),
        appraiser=body_links(context, line.appraiser),
        approver=body_links(context, line.approver),
        times=time_views(context, line.time, validity),
    )


def committee_views(context: Context, plan: Plan, validity: Period | None) -> tuple[CommitteeView, ...]:
    """Give the committees of a plan."""
    return tuple(_committee_view(context, one, validity) for one in plan.committees)


def award_views(context: Context, plan: Plan, validity: Period | None) -> tuple[AwardView, ...]:
    """Give the prizes of a plan."""
    return tuple(_award_view(context, one, validity) for one in plan.awards)


def budget_views(context: Context, plan: Plan, validity: Period | None) -> tuple[BudgetView, ...]:
    """Give the budget of a plan."""
    return tuple(_budget_view(context, one, validity) for one in plan.budget)
