"""What an office reports of tasks and targets, and how that differs from what the plan already says."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from generator.domain.plan import Plan
from generator.domain.result import UpdateKind
from generator.domain.target import Target, TargetResult
from generator.domain.task import Task
from generator.domain.text import Words
from generator.frozen import frozen


@frozen(kw_only=True)
class TaskReport:
    """A row about a task; what is None was left empty and says nothing."""

    item: str
    done_on: date | None = None
    evidence: str | None = None
    link: str | None = None


@frozen(kw_only=True)
class TargetReport:
    """A row about a target: a value, or words where there is nothing to measure, of a day. `metric` counts from 1."""

    item: str
    date: date
    metric: int | None = None
    value: Decimal | None = None
    text: str | None = None
    source: str | None = None
    link: str | None = None
    note: str | None = None


@frozen(kw_only=True)
class ProgressReport:
    """How far the work on a task or target has come on a day, in words: an update of the plan."""

    item: str
    date: date
    text: str


Report = TaskReport | TargetReport | ProgressReport


@frozen
class Difference:
    """One field of an item that would be added (`before` is None) or changed. `of` is the day of a target's result."""

    item: str
    field: str
    before: str | None
    after: str
    of: date | None = None
    metric: int | None = None


def differences(plan: Plan, reports: Iterable[Report]) -> tuple[Difference, ...]:
    """Give what the reports would add or change in the plan; what it already says is no difference."""
    tasks = {task.id: task for task in plan.tasks}
    targets = {target.id: target for target in plan.targets}
    found: list[Difference] = []
    for report in reports:
        if isinstance(report, TaskReport):
            found.extend(_of_task(tasks[report.item], report))
        elif isinstance(report, ProgressReport):
            found.extend(_of_progress(plan, report))
        else:
            found.extend(_of_target(targets[report.item], report))
    return tuple(dict.fromkeys(found))


def _of_task(task: Task, report: TaskReport) -> Iterator[Difference]:
    evidence = task.evidence
    rows = (
        ("done_on", task.done_on.isoformat() if task.done_on else None, report.done_on),
        ("evidence", _vi(evidence.text if evidence is not None else None), report.evidence),
        ("link", evidence.link if evidence is not None else None, report.link),
    )
    for field, before, reported in rows:
        after = reported.isoformat() if isinstance(reported, date) else reported
        if after is not None and after != before:
            yield Difference(task.id, field, before, after)


def _of_progress(plan: Plan, report: ProgressReport) -> Iterator[Difference]:
    known = (one for one in plan.updates if (one.kind, one.item, one.date) == _about(report))
    before = next((one.text.vi for one in known), None)
    if report.text != before:
        yield Difference(report.item, "progress", before, report.text, report.date)


def _about(report: ProgressReport) -> tuple[UpdateKind, str, date]:
    return UpdateKind.PROGRESS, report.item, report.date


def _of_target(target: Target, report: TargetReport) -> Iterator[Difference]:
    known = result_at(target, report)
    rows = (
        ("value", plain_number(known.value) if known is not None else None, plain_number(report.value)),
        ("text", _vi(known.text if known is not None else None), report.text),
        ("source", _vi(known.source if known is not None else None), report.source),
        ("link", known.link if known is not None else None, report.link),
        ("note", _vi(known.note if known is not None else None), report.note),
    )
    for field, before, after in rows:
        if after is not None and after != before:
            yield Difference(target.id, field, before, after, report.date, report.metric)


def result_at(target: Target, report: TargetReport) -> TargetResult | None:
    """Give the result of the same metric and day that the plan already has."""
    same = (one for one in target.results if one.date == report.date and (one.metric or 1) == (report.metric or 1))
    return next(same, None)


def plain_number(value: Decimal | None) -> str | None:
    """Write a number with a decimal point and nothing that does not count: 94.50 is 94.5."""
    if value is None:
        return None
    return str(int(value)) if value == value.to_integral() else f"{value.normalize():f}"


def _vi(words: Words | None) -> str | None:
    return words.vi if words is not None else None
