"""Items that lack what their neighbours have: roles, a time, the number of a target."""

import re
from collections.abc import Callable, Iterator

from generator.domain.plan import Plan
from generator.domain.problem import DataPath
from generator.domain.responsibility import Charge, charges
from generator.domain.target import Metric, Operator, Target
from generator.domain.task import Task
from generator.reading.warnings.evidence import Evidence, Finding, finding

# Two may differ by intent; among three or more, one alone without roles is an oversight.
_NEIGHBOURS = 2
_COMPARED = "trên|dưới|ít nhất|tối thiểu|tối đa|khoảng|từ|đạt|giảm|tăng|thêm"
_NUMBER = re.compile(
    rf"\d[\d.,]{{0,20}}\s?%|\b(?:{_COMPARED})\s+(?!(?:19|20)\d\d\b)\d[\d.,]{{0,20}}(?![\d/])", re.IGNORECASE
)


def without_roles(evidence: Evidence) -> Iterator[Finding]:
    """W05: one item has nobody responsible, while all its neighbours have. A role block counts."""
    yield from _alone(evidence.plan, "without_roles", lambda charge: charge.roles is not None)


def without_time(evidence: Evidence) -> Iterator[Finding]:
    """W05: one item has no time, while all its neighbours have one under a label. A role block counts.

    Times without a label ("Thời gian thực hiện") are part of the sentence, and not every duty has one.
    """
    labelled = _alone(evidence.plan, "without_time", lambda charge: bool(charge.time and charge.time_label))
    timed = {one.path for one in _alone(evidence.plan, "without_time", lambda charge: bool(charge.time))}
    yield from (one for one in labelled if one.path in timed)


def _alone(plan: Plan, code: str, has: Callable[[Charge], bool]) -> Iterator[Finding]:
    """Give the one item among its neighbours whose charges are all without something."""
    found = charges(plan)
    for neighbours in _neighbours(plan):
        without = [(path, item) for path, item in neighbours if not any(map(has, found[item.id]))]
        if len(without) == 1 and len(neighbours) > _NEIGHBOURS:
            path, item = without[0]
            yield finding(code, path, text=_named(item), n=len(neighbours) - 1)


def _neighbours(plan: Plan) -> Iterator[list[tuple[DataPath, Task | Target]]]:
    """Give the tasks, and the targets, that stand in one section under one parent."""
    together: dict[tuple[str | None, ...], list[tuple[DataPath, Task | Target]]] = {}
    for index, task in enumerate(plan.tasks):
        together.setdefault(("tasks", task.section, task.parent), []).append((("tasks", index), task))
    for index, target in enumerate(plan.targets):
        together.setdefault(("targets", target.section), []).append((("targets", index), target))
    yield from together.values()


def _named(item: Task | Target) -> str:
    title = item.title if isinstance(item, Task) else None
    words = (title or item.text).vi
    text = words if len(words) <= 60 else words[:60].rpartition(" ")[0] + "…"
    return f"{item.label} {text}" if item.label else text


def target_without_metric(evidence: Evidence) -> Iterator[Finding]:
    """W18: a target's words have a number that is not among its metrics, or a metric has no value."""
    for index, target in enumerate(evidence.plan.targets):
        number = _NUMBER.search(target.text.vi)
        if number and not any(map(_has_value, target.metrics)):
            yield finding("target_without_metric", ("targets", index, "text"), text=number.group().strip(" ,."))
        for order, metric in enumerate(target.metrics):
            if metric.op is not Operator.NAMED and not _has_value(metric):
                yield finding("metric_without_value", ("targets", index, "metrics", order), text=_named(target))


def _has_value(metric: Metric) -> bool:
    return any(number is not None for number in (metric.value, metric.min, metric.max))
