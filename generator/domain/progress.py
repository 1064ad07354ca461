"""How far the work of a plan has come, by what staff published: states of items, counts, and what is new.

Nothing is inferred from silence: without a published result an item is past its stated date at most.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from generator.domain.outcome import Outcome
from generator.domain.plan import Plan
from generator.domain.responsibility import charges
from generator.domain.result import Overdue, UpdateKind
from generator.domain.target import Target
from generator.domain.task import Task
from generator.domain.times import Lane, Period, TimeExpression, TimeState, boundaries, lane_of, sort_key
from generator.frozen import frozen

Changes = tuple[tuple[date, TimeState], ...]


@frozen
class Progress:
    """What staff published of one item: the day it was done, the day of its first result, that it is late."""

    done_on: date | None = None
    published_on: date | None = None
    overdue: Overdue | None = None


NO_PROGRESS = Progress()


class Standing(StrEnum):
    """Where an item stands, as it is counted. The order of the members is the order in which they are shown."""

    RESULT = "result"
    AHEAD = "ahead"
    PAST = "past"
    OVERDUE = "overdue"
    UNDATED = "undated"


_STANDINGS = {
    TimeState.COMPLETED: Standing.RESULT,
    TimeState.RESULT_PUBLISHED: Standing.RESULT,
    TimeState.OVERDUE: Standing.OVERDUE,
    TimeState.PAST_STATED_DATE: Standing.PAST,
    TimeState.TOOK_PLACE: Standing.PAST,
    TimeState.UPCOMING: Standing.AHEAD,
    TimeState.DUE_SOON: Standing.AHEAD,
    TimeState.TAKING_PLACE: Standing.AHEAD,
}


def progress_of(plan: Plan) -> dict[str, Progress]:
    """Give the progress of each task and target of which something is published, by id."""
    told = _first_results(plan)
    found = {task.id: Progress(task.done_on, told.get(task.id), task.overdue) for task in plan.tasks}
    found |= {target.id: Progress(None, told.get(target.id), target.overdue) for target in plan.targets}
    return {key: progress for key, progress in found.items() if progress != NO_PROGRESS}


def _first_results(plan: Plan) -> dict[str, date]:
    """Give the day of the first published result of each item: values of targets, and updates that tell a result."""
    days = [(target.id, result.date) for target in plan.targets for result in target.results]
    days += [(one.item, one.date) for one in plan.updates if one.item and one.kind is UpdateKind.RESULT]
    return {item: min(day for other, day in days if other == item) for item, _ in days}


def progressed(changes: Changes, progress: Progress) -> Changes:
    """Lay what is published over the changes that follow from a time; done stays done."""
    steps: list[tuple[date, TimeState]] = []
    if progress.overdue is not None:
        steps.append((progress.overdue.since, TimeState.OVERDUE))
    if progress.published_on is not None:
        steps.append((progress.published_on, TimeState.RESULT_PUBLISHED))
    for day, state in sorted(steps):
        changes = _from(changes, day, state)
    return _from(changes, progress.done_on, TimeState.COMPLETED) if progress.done_on is not None else changes


def _from(changes: Changes, day: date, state: TimeState) -> Changes:
    """Let `state` hold from `day` on."""
    return (*(change for change in changes if change[0] < day), (day, state))


def item_times(plan: Plan) -> dict[str, tuple[TimeExpression, ...]]:
    """Give the times of each task and target by id, in the order of the document: its own and those of its roles."""
    by = {target.id: [m.by for m in target.metrics if m.by is not None] for target in plan.targets}
    return {
        item: (*(time for charge in found for time in charge.time), *by.get(item, ()))
        for item, found in charges(plan).items()
    }


def item_changes(times: Iterable[TimeExpression], validity: Period | None, progress: Progress) -> Changes:
    """Give the changes of state of a whole task or target: its last stated date decides, then what is published."""
    time = deciding_time(times)
    planned = boundaries(time, validity=validity) if time is not None else ((date.min, TimeState.NONE),)
    return progressed(planned, progress)


def deciding_time(times: Iterable[TimeExpression]) -> TimeExpression | None:
    """Give the time that tells when an item is past: the last of its dates; else the first of its other times."""
    every = tuple(times)
    dated = [time for time in every if lane_of(time) is Lane.DATED and time.past_from is not None]
    if dated:
        return max(dated, key=lambda time: sort_key(time, 0))
    return every[0] if every else None


def standing(state: TimeState) -> Standing:
    """Give where an item in `state` is counted; what has no date of its own, or goes on, is undated."""
    return _STANDINGS.get(state, Standing.UNDATED)


Standings = tuple[tuple[date, Standing], ...]
"""The days on which the count of an item changes, each with where it stands from then on."""


def standing_changes(changes: Changes) -> Standings:
    """Give the days on which the count of an item changes."""
    found: list[tuple[date, Standing]] = []
    for day, state in changes:
        if not found or found[-1][1] is not standing(state):
            found.append((day, standing(state)))
    return tuple(found)


class NewsKind(StrEnum):
    """What something new is: the kinds of update, and what follows from results, answers and the outcome."""

    CHANGE = "change"
    PROGRESS = "progress"
    RESULT = "result"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    COMPLETED = "completed"
    VALUE = "value"
    OVERDUE = "overdue"
    ANSWER = "answer"
    OUTCOME = "outcome"


@frozen
class News:
    """Something new in a plan on a day. `key` is unique in the plan and stays the same as long as the thing does."""

    plan: str
    key: str
    day: date
    kind: NewsKind
    item: str = ""
    """The item that it is about; "" for the whole plan."""
    at: int = 0
    """Where it stands among its like: the index of the update, answer or result."""


def news(plan: Plan) -> tuple[News, ...]:
    """Give everything that is new in the plan, newest first; what is of one day in the order of the file."""
    found = (one for part in (_of_updates, _of_tasks, _of_targets, _of_answers, _of_outcome) for one in part(plan))
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _of_updates(plan: Plan) -> Iterator[News]:
    for at, one in enumerate(plan.updates):
        yield News(plan.id, one.id, one.date, NewsKind(one.kind.value), one.item or "", at)


def _of_tasks(plan: Plan) -> Iterator[News]:
    for at, task in enumerate(plan.tasks):
        if task.done_on is not None:
            yield News(plan.id, f"{task.id}-done", task.done_on, NewsKind.COMPLETED, task.id, at)
    late: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    for item in late:
        if item.overdue is not None:
            yield News(plan.id, f"{item.id}-overdue", item.overdue.since, NewsKind.OVERDUE, item.id)


def _of_targets(plan: Plan) -> Iterator[News]:
    for target in plan.targets:
        for at, one in enumerate(target.results):
            key = f"{target.id}-{one.metric or 1}-{one.date.isoformat()}"
            yield News(plan.id, key, one.date, NewsKind.VALUE, target.id, at)


def _of_answers(plan: Plan) -> Iterator[News]:
    for at, one in enumerate(plan.answers):
        yield News(plan.id, one.id, one.date, NewsKind.ANSWER, one.item or "", at)


def _of_outcome(plan: Plan) -> Iterator[News]:
    outcome: Outcome | None = plan.outcome
    if outcome is not None:
        yield News(plan.id, f"{plan.id}-outcome", outcome.on, NewsKind.OUTCOME)


def published_files(plan: Plan) -> tuple[str, ...]:
    """Give the files under content/files/ that updates, answers, evidence and results name, each once."""
    evidence = (task.evidence for task in plan.tasks)
    named = [one.file for one in (*plan.updates, *plan.answers, *evidence) if one is not None]
    named += [one.file for target in plan.targets for one in target.results]
    return tuple(dict.fromkeys(file for file in named if file is not None))
