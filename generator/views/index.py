"""What is found across all plans, computed once for all languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.domain.agency import Agency, Place
from generator.domain.agenda import Entry, entries
from generator.domain.document import CitedDocument, DocumentStatus
from generator.domain.phase import validity_of
from generator.domain.plan import Plan
from generator.domain.project import Project
from generator.domain.responsibility import Assignment, Charge, assignments, charges
from generator.domain.target import Target
from generator.domain.task import Task
from generator.domain.text import Words
from generator.domain.times import Period


@dataclass(frozen=True, slots=True)
class PlanParts:
    """What many pages need to know of one plan, found once."""

    validity: Period | None
    entries: tuple[Entry, ...]
    charges: Mapping[str, tuple[Charge, ...]]
    titles: Mapping[str, Words]
    """By item id: the words that name the item in a list."""
    labels: Mapping[str, str | None]
    """By id of a task or target: its label as written."""


@dataclass(frozen=True, slots=True)
class Index:
    """The published plans, newest first, and look-ups over them."""

    plans: Mapping[str, Plan]
    parts: Mapping[str, PlanParts]
    agencies: Mapping[str, Agency]
    places: Mapping[str, Place]
    documents: Mapping[str, CitedDocument]
    assignments: Mapping[str, tuple[Assignment, ...]]
    """By agency id: every role it holds, in any plan."""
    citing: Mapping[str, tuple[str, ...]]
    """By document id: the ids of the plans that cite it."""
    anchors: Mapping[str, Words]
    """By its Vietnamese words in small letters: an event that times hang on."""


def is_published(plan: Plan, as_of: date, drafts: bool) -> bool:
    """Say whether the public sees the plan on `as_of`; `drafts` asks for drafts and plans ahead of their day too."""
    if drafts:
        return True
    if plan.status is DocumentStatus.DRAFT and not plan.publish_draft:
        return False
    return plan.publish_from is None or plan.publish_from <= as_of


def _issued_key(plan: Plan) -> tuple[date, str]:
    """Order plans by the day of issue, as far as it is known, then by id."""
    issued = plan.document.issued
    return (issued.end if issued and issued.end else date.min, plan.id)


def plan_parts(plan: Plan) -> PlanParts:
    """Find what many pages need to know of one plan."""
    items: tuple[Task | Target, ...] = (*plan.targets, *plan.tasks)
    return PlanParts(
        validity=validity_of(plan),
        entries=entries(plan),
        charges=MappingProxyType(charges(plan)),
        titles=MappingProxyType(item_titles(plan)),
        labels=MappingProxyType({item.id: item.label for item in items}),
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


def build_index(project: Project, as_of: date, drafts: bool = False) -> Index:
    """Gather what pages across plans need; only plans published on `as_of` count."""
    plans = sorted((p for p in project.plans if is_published(p, as_of, drafts)), key=_issued_key, reverse=True)
    held: dict[str, list[Assignment]] = {}
    citing: dict[str, list[str]] = {}
    for plan in plans:
        for assignment in assignments(plan):
            held.setdefault(assignment.body.agency, []).append(assignment)
        for ref in dict.fromkeys(basis.ref for basis in plan.legal_bases):
            citing.setdefault(ref, []).append(plan.id)
    return Index(
        plans=MappingProxyType({plan.id: plan for plan in plans}),
        parts=MappingProxyType({plan.id: plan_parts(plan) for plan in plans}),
        agencies=project.registry.agencies,
        places=project.registry.places,
        documents=project.registry.documents,
        assignments=MappingProxyType({key: tuple(value) for key, value in held.items()}),
        citing=MappingProxyType({key: tuple(value) for key, value in citing.items()}),
        anchors=MappingProxyType({anchor.vi.casefold(): anchor for plan in plans for anchor in plan.anchors}),
    )
