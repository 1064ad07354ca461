"""What one plan asks of one body: its duties by role, its dates, where they stand, what is new, and with whom."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.domain.document import DocumentStatus
from generator.domain.plan import Plan
from generator.domain.progress import NO_PROGRESS
from generator.domain.responsibility import Assignment
from generator.domain.text import Localised
from generator.domain.times import TimeExpression
from generator.frozen import frozen
from generator.views.context import Context
from generator.views.news import NewsView, news_of_items
from generator.views.once import once_a_plan
from generator.views.tally import standings_on
from generator.views.timeline import TimelineRow, plan_timeline
from generator.views.times import TimeView, time_views


@frozen
class DutyLine:
    """One item of a plan in which a body holds a role."""

    href: str
    label: str | None
    text: Localised
    times: tuple[TimeView, ...]


@frozen
class RoleDuties:
    """What a body holds in one role."""

    word: str
    lines: tuple[DutyLine, ...]


@frozen
class DutyGroup:
    """What a body is responsible for in one plan, by role; of a crowded body, `href` leads to the roles."""

    plan: str
    href: str
    title: Localised
    draft: bool
    roles: tuple[RoleDuties, ...]
    count: int


@frozen
class BodyShare:
    """All that a plan gives to the page of a body."""

    duties: DutyGroup
    timeline: tuple[TimelineRow, ...]
    items: int
    """In how many items it holds a role."""
    standings: tuple[str, ...]
    """Where each of its tasks and targets stands on the day of reference."""
    news: tuple[NewsView, ...]
    partners: tuple[tuple[str, int], ...]
    """(id of another body, how many items both hold a role in)."""


def body_shares(context: Context, plan: Plan) -> Iterator[tuple[str, BodyShare]]:
    """Give the share of every body that holds any role in the plan: (agency id, its share)."""
    parts = context.index.parts[plan.id]
    items = {agency: frozenset(one.item for one in held if one.item) for agency, held in parts.held.items()}
    rows = tuple(zip(parts.entries, plan_timeline(context, plan), strict=True))
    standings = standings_on(context, plan.id)
    for agency in parts.held:
        mine = items[agency]
        yield (
            agency,
            BodyShare(
                duties=_duties_or_the_way_there(context, plan, agency),
                timeline=tuple(row for entry, row in rows if entry.item in mine),
                items=len(mine),
                standings=tuple(standings[item] for item in sorted(mine & standings.keys())),
                news=news_of_items(context, plan, mine),
                partners=tuple(_partners(agency, mine, items)),
            ),
        )


def _partners(agency: str, mine: frozenset[str], items: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, int]]:
    """Give the other bodies that hold a role in the same items."""
    for other, theirs in items.items():
        if other != agency and mine & theirs:
            yield other, len(mine & theirs)


def _duties_or_the_way_there(context: Context, plan: Plan, agency: str) -> DutyGroup:
    """Give what a body holds in the plan; of a crowded one only how much, and where that stands."""
    group = plan_duties(context, plan, agency)
    if not context.index.crowded.get(agency):
        return group
    return replace(group, href=context.routes.agency_plan(agency, plan.id), roles=(), count=items_of(group))


def items_of(group: DutyGroup) -> int:
    """Count the items in which the body holds a role, each once whatever roles it holds there."""
    return len({line.href for role in group.roles for line in role.lines if "#" in line.href})


def plan_duties(context: Context, plan: Plan, agency: str) -> DutyGroup:
    """Give what a body holds in the plan by role, what is due first before the rest."""
    held = context.index.parts[plan.id].held[agency]
    lines = _duty_lines(context, plan)
    by_role: dict[str, list[DutyLine]] = {}
    for one in sorted(held, key=_by_time):
        by_role.setdefault(_role_word(context, one), []).append(lines[one.item, one.time])
    roles = tuple(RoleDuties(word, tuple(lines)) for word, lines in by_role.items())
    title, draft = context.text(plan.short_title), plan.status is DocumentStatus.DRAFT
    return DutyGroup(plan.id, context.routes.plan(plan.id), title, draft, roles, len(held))


def _by_time(assignment: Assignment) -> date:
    """Order what a body holds by its first date; what has none comes after, in the order of the document."""
    return min((time.end for time in assignment.time if time.end is not None), default=date.max)


@once_a_plan
def _duty_lines(context: Context, plan: Plan) -> Mapping[tuple[str, tuple[TimeExpression, ...]], DutyLine]:
    """Give a line for each item in which bodies hold roles, once for all of them, by the item and its times."""
    every = (one for held in context.index.parts[plan.id].held.values() for one in held)
    by_item = {(one.item, one.time): one for one in every}
    return {key: _duty_line(context, plan, one) for key, one in by_item.items()}


def _duty_line(context: Context, plan: Plan, one: Assignment) -> DutyLine:
    """Give one item in which a body holds a role."""
    parts = context.index.parts[plan.id]
    return DutyLine(
        href=context.routes.item(plan.id, one.item) if one.item else context.routes.plan(plan.id),
        label=parts.labels.get(one.item),
        text=context.text(parts.titles.get(one.item, plan.short_title)),
        times=time_views(context, one.time, parts.validity, parts.progress.get(one.item, NO_PROGRESS)),
    )


def _role_word(context: Context, assignment: Assignment) -> str:
    """Give the document's own wording of a role on Vietnamese pages, else the role's word."""
    own = assignment.wording if context.language == "vi" else None
    return own or context.word("roles", assignment.role)
