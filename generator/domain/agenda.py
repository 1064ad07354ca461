"""Everything in a plan that has a time: the material of timelines and calendars."""

from collections.abc import Iterator
from enum import StrEnum

from generator.domain.plan import Plan
from generator.domain.responsibility import charges
from generator.domain.times import TimeExpression
from generator.frozen import frozen


class EntryKind(StrEnum):
    """What the time is said of."""

    TASK = "task"
    TARGET = "target"
    EVENT = "event"
    MILESTONE = "milestone"
    FEEDBACK = "feedback"
    COMMITTEE = "committee"
    AWARD = "award"
    BUDGET = "budget"
    PROVISION = "provision"


@frozen
class Entry:
    """One time of one item, with its order in the document. `item` is "" for the plan's feedback window."""

    plan: str
    kind: EntryKind
    item: str
    time: TimeExpression
    order: int


def entries(plan: Plan) -> tuple[Entry, ...]:
    """Give every time of the plan in the order of the document; a time stated twice for one item stands once."""
    seen: dict[object, tuple[EntryKind, str, TimeExpression]] = {}
    for kind, item, time in _times(plan):
        meaning = (time.kind, time.start, time.end, time.past_from) if time.end is not None else time.text
        seen.setdefault((item, meaning), (kind, item, time))
    return tuple(Entry(plan.id, kind, item, time, n) for n, (kind, item, time) in enumerate(seen.values()))


def _times(plan: Plan) -> Iterator[tuple[EntryKind, str, TimeExpression]]:
    """Give (kind, item id, time) for each time in the plan."""
    if plan.feedback is not None:
        if plan.feedback.expected_launch is not None:
            yield EntryKind.FEEDBACK, "", plan.feedback.expected_launch
        yield EntryKind.FEEDBACK, "", plan.feedback.window
    targets = {target.id for target in plan.targets}
    for item, parts in charges(plan).items():
        kind = EntryKind.TARGET if item in targets else EntryKind.TASK
        yield from ((kind, item, time) for part in parts for time in part.time)
    for target in plan.targets:
        yield from ((EntryKind.TARGET, target.id, m.by) for m in target.metrics if m.by is not None)
    yield from _times_beside_tasks(plan)


def _times_beside_tasks(plan: Plan) -> Iterator[tuple[EntryKind, str, TimeExpression]]:
    """Give the times of everything that is neither task, target nor feedback."""
    for provision in plan.provisions:
        yield from ((EntryKind.PROVISION, provision.id, time) for time in provision.time)
    for milestone in plan.milestones:
        yield from ((EntryKind.MILESTONE, milestone.id, time) for time in milestone.time)
    for event in plan.events:
        yield from ((EntryKind.EVENT, event.id, time) for time in event.time)
    for committee in plan.committees:
        yield from ((EntryKind.COMMITTEE, committee.id, time) for time in committee.time)
    for award in plan.awards:
        yield from ((EntryKind.AWARD, award.id, time) for time in award.announce)
    for line in plan.budget:
        yield from ((EntryKind.BUDGET, line.id, time) for time in line.time)
