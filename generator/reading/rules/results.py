"""What staff publish of tasks and targets: each value has a metric, each evidence a day, nothing is told twice."""

from collections.abc import Iterator

from generator.domain.problem import DataPath, Problem
from generator.domain.registry import Registry
from generator.frozen import frozen
from generator.reading.nodes import Mapping, Node, Sequence
from generator.reading.rules.records import texts
from generator.reading.validation import Document


@frozen
class _Row:
    """One result of a target as written: its path, its record, the units of the target's metrics."""

    path: DataPath
    record: Mapping
    units: tuple[str, ...]

    def text(self, key: str) -> str:
        return next((named.text for named in texts(self.record, key)), "")

    @property
    def metric(self) -> str:
        """The number of the metric, as written or as it goes without saying."""
        return self.text("metric") or ("1" if len(self.units) == 1 else "")


def result_without_metric(document: Document, _registry: Registry) -> Iterator[Problem]:
    """A value is of a metric that the target does not have, or of one of several without saying which."""
    for row in _rows(document):
        value, metric = row.text("value"), row.text("metric")
        count = len(row.units)
        if metric.isdigit() and int(metric) > count:
            yield document.problem("result_metric_unknown", (*row.path, "metric"), text=metric, count=count)
        elif value and not metric and count == 0:
            yield document.problem("result_nothing_to_measure", (*row.path, "value"), text=value)
        elif value and not metric and count > 1:
            yield document.problem("result_metric_missing", (*row.path, "value"), at_key=True, count=count)


def result_unit_differs(document: Document, _registry: Registry) -> Iterator[Problem]:
    """A result has another unit than its metric."""
    for row in _rows(document):
        written = _vietnamese(row.record, "unit")
        at = int(row.metric) - 1 if row.metric.isdigit() else -1
        if written and 0 <= at < len(row.units) and written != row.units[at]:
            yield document.problem("result_unit_differs", (*row.path, "unit"), text=written, unit=row.units[at] or "–")


def result_empty(document: Document, _registry: Registry) -> Iterator[Problem]:
    """A result says neither a value nor anything in words."""
    for row in _rows(document):
        if not row.text("value") and not _vietnamese(row.record, "text"):
            yield document.problem("result_empty", row.path)


def result_twice(document: Document, _registry: Registry) -> Iterator[Problem]:
    """One metric has two results of one day."""
    first: dict[tuple[DataPath, str, str], _Row] = {}
    for row in _rows(document):
        key = (row.path[:-1], row.metric, row.text("date"))
        if first.setdefault(key, row) is not row and row.text("date"):
            line = first[key].record.line
            yield document.problem("result_twice", (*row.path, "date"), text=row.text("date"), first=line)


def evidence_without_day(document: Document, _registry: Registry) -> Iterator[Problem]:
    """Evidence that a task is done stands without the day on which it was."""
    for path, task in _records(document.root, "tasks"):
        if "evidence" in task.entries and not any(texts(task, "done_on")):
            yield document.problem("evidence_without_day", (*path, "evidence"), at_key=True)


def _rows(document: Document) -> Iterator[_Row]:
    for path, target in _records(document.root, "targets"):
        units = tuple(_vietnamese(metric, "unit") for _, metric in _records(target, "metrics"))
        for below, record in _records(target, "results"):
            yield _Row((*path, *below), record, units)


def _records(node: Node, key: str) -> Iterator[tuple[DataPath, Mapping]]:
    """Give the records of the list at `key` of a record, with their paths from it."""
    listed = node.entries[key][1] if isinstance(node, Mapping) and key in node.entries else None
    for index, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
        if isinstance(item, Mapping):
            yield (key, index), item


def _vietnamese(record: Mapping, key: str) -> str:
    """Give a text that is written plainly or as {vi: …}."""
    node = record.entries[key][1] if key in record.entries else None
    found = texts(node, "vi") if isinstance(node, Mapping) else texts(record, key)
    return next((named.text for named in found), "")
