"""Numbering: labels that stand twice, and numbers that a list leaves out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.domain.problem import DataPath
from generator.domain.task import Item
from generator.reading.rules.records import Named
from generator.reading.warnings.evidence import Evidence, Finding, finding
from generator.reading.warnings.labels import bare_label, places

_IN_SECTIONS = (
    "objectives", "provisions", "targets", "tasks", "milestones", "events", "committees", "awards", "budget",
)  # fmt: skip


def section_label_twice(evidence: Evidence) -> Iterator[Finding]:
    """E01: two sections under one heading have the same number."""
    first: dict[tuple[str | None, str], str] = {}
    for index, section in enumerate(evidence.plan.sections):
        if not section.label or not bare_label(section.label):
            continue
        other = first.setdefault((section.parent, bare_label(section.label)), section.id)
        if other != section.id:
            path = ("sections", index, "label")
            yield finding("section_label_twice", path, label=section.label, other=other)


def number_left_out(evidence: Evidence) -> Iterator[Finding]:
    """E02: a numbered list leaves out a number. Items without a label, and other styles, are no gap."""
    for labels in _lists(evidence):
        yield from _gaps(labels)


def _gaps(labels: Sequence[Named]) -> Iterator[Finding]:
    series: dict[str, dict[int, Named]] = {}
    for named, place in zip(labels, places([label.text for label in labels]), strict=True):
        if place:
            series.setdefault(place.series, {}).setdefault(place.number, named)
    for numbers in series.values():
        ordered = sorted(numbers)
        for before, after in pairwise(ordered):
            if after - before > 1:
                yield finding(
                    "number_left_out", numbers[after].path, before=numbers[before].text, after=numbers[after].text
                )


def _lists(evidence: Evidence) -> Iterator[list[Named]]:
    """Give the labels that should count on from each other, one list for each place of the document."""
    beside: dict[str, list[Named]] = {}
    for index, section in enumerate(evidence.plan.sections):
        beside.setdefault(section.parent or "", []).extend(_label(section, ("sections", index)))
    for group in _IN_SECTIONS:
        for index, record in enumerate(getattr(evidence.plan, group)):
            above = getattr(record, "parent", None) or record.section or f"{group} "
            beside.setdefault(above, []).extend(_label(record, (group, index)))
            for key in ("items", "agenda", "audience"):
                yield from _inner(getattr(record, key, ()), (group, index, key))
    yield from beside.values()


def _inner(items: Sequence[object], path: DataPath) -> Iterator[list[Named]]:
    yield [named for index, item in enumerate(items) for named in _label(item, (*path, index))]
    for index, item in enumerate(items):
        if isinstance(item, Item) and item.items:
            yield from _inner(item.items, (*path, index, "items"))


def _label(record: object, path: DataPath) -> Iterator[Named]:
    label = getattr(record, "label", None)
    if label:
        yield Named((*path, "label"), label)
