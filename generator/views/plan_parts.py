"""One plan as many pages need it: what follows from it, found once for all languages."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from generator.domain.agenda import Entry, entries
from generator.domain.dated import DatedEntry, dated_entries
from generator.domain.phase import Changes, validity_of
from generator.domain.plan import Plan
from generator.domain.progress import (
    NO_PROGRESS,
    Progress,
    Standings,
    item_changes,
    item_times,
    progress_of,
    standing_changes,
)
from generator.domain.responsibility import Assignment, Charge, assignments, charges
from generator.domain.target import Target
from generator.domain.task import Task
from generator.domain.text import Words
from generator.domain.times import Period, TimeExpression
from generator.frozen import frozen
from generator.routes import PART

FEEDBACK = f"{PART}tham-gia"
"""Stands for the feedback of a plan among its items; the part of its page has this name."""


@frozen
class PlanParts:
    """What many pages need to know of one plan, found once."""

    validity: Period | None
    entries: tuple[Entry, ...]
    dated: tuple[DatedEntry, ...]
    """The entries that a calendar can hold."""
    charges: Mapping[str, tuple[Charge, ...]]
    titles: Mapping[str, Words]
    """By item id: the words that name the item in a list."""
    labels: Mapping[str, str | None]
    """By id of a task or target: its label as written."""
    roles: Mapping[str, tuple[Assignment, ...]]
    """By item: every role that a body holds in it; under "" those in the plan as a whole."""
    held: Mapping[str, tuple[Assignment, ...]]
    """By agency id: every role it holds in this plan."""
    times: Mapping[str, tuple[TimeExpression, ...]]
    """By id of a task or target: all its times."""
    progress: Mapping[str, Progress]
    """By id of a task or target of which something is published: how far it has come."""
    changes: Mapping[str, Changes]
    """By id of a task or target: the days on which its state changes."""
    standings: Mapping[str, Standings]
    """By id of a task or target: the days on which its count changes, each with where it stands from then on."""


def plan_parts(plan: Plan) -> PlanParts:
    """Find what many pages need to know of one plan."""
    items: tuple[Task | Target, ...] = (*plan.targets, *plan.tasks)
    validity, found, held = validity_of(plan), entries(plan), assignments(plan)
    times, progress = item_times(plan), progress_of(plan)
    changes = {key: item_changes(own, validity, progress.get(key, NO_PROGRESS)) for key, own in times.items()}
    return PlanParts(
        validity=validity,
        entries=found,
        dated=dated_entries(plan, found, validity),
        charges=MappingProxyType(charges(plan)),
        titles=MappingProxyType(item_titles(plan)),
        labels=MappingProxyType({item.id: item.label for item in items}),
        roles=MappingProxyType(grouped((item_of(one), one) for one in held)),
        held=MappingProxyType(grouped((one.body.agency, one) for one in held)),
        times=MappingProxyType(times),
        progress=MappingProxyType(progress),
        changes=MappingProxyType(changes),
        standings=MappingProxyType({key: standing_changes(own) for key, own in changes.items()}),
    )


def item_titles(plan: Plan) -> dict[str, Words]:
    """Give the words that name each item of a plan in a list: its title if it has one, else its text."""
    spoken: dict[str, Words | None] = {
        **{task.id: task.title or task.text for task in plan.tasks},
        **{provision.id: provision.title or provision.text for provision in plan.provisions},
        **{target.id: target.text for target in plan.targets},
        **{milestone.id: milestone.name for milestone in plan.milestones},
        **{event.id: event.name for event in plan.events},
        **{committee.id: committee.name for committee in plan.committees},
        **{award.id: award.name for award in plan.awards},
        **{line.id: line.source for line in plan.budget},
        **{channel.id: channel.label for channel in plan.channels},
    }
    return {key: words for key, words in spoken.items() if words is not None}


def item_of(one: Assignment) -> str:
    """Give the item in which a role is held; who receives feedback holds a role in that."""
    return FEEDBACK if not one.item and one.role == "receive_feedback" else one.item


_T = TypeVar("_T")


def grouped(pairs: Iterable[tuple[str, _T]]) -> dict[str, tuple[_T, ...]]:
    """Group values by key, both in their order."""
    found: dict[str, list[_T]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return {key: tuple(values) for key, values in found.items()}
