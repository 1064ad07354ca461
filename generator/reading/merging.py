"""Results put into the YAML that people wrote: only the lines of the items concerned change, comments and order stay.

Each item is taken out of the text, edited by itself (ruamel.yaml keeps its comments, order and quotes) and put back.
"""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from generator.domain.reported import Report, TargetReport, TaskReport, plain_number
from generator.reading.nodes import Mapping, Scalar
from generator.reading.nodes import Sequence as NodeList
from generator.reading.validation import Document


class CannotMergeError(Exception):
    """An item is written so that it cannot be changed by itself; the argument is its id."""


def merged(document: Document, text: str, reports: Iterable[Report]) -> str:
    """Give `text` (that of `document`) with the reports in it. Raises CannotMergeError. Again, nothing changes."""
    by_item: dict[str, list[Report]] = {}
    for report in reports:
        by_item.setdefault(report.item, []).append(report)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    spans = {item: _span(document, lines, item) for item in by_item}
    # From the end, so that the places of what comes before stay right.
    for item in sorted(by_item, key=lambda one: spans[one], reverse=True):
        first, last = spans[item]
        lines[first:last] = _edited(item, lines[first:last], by_item[item])
    return end.join(lines)


def _span(document: Document, lines: Sequence[str], item: str) -> tuple[int, int]:
    """Give the first line of an item (from 0) and the one after its last; what follows it as remarks is not its own."""
    root = document.root
    for group in ("tasks", "targets"):
        listed = root.entries[group][1] if isinstance(root, Mapping) and group in root.entries else None
        if not isinstance(listed, NodeList):
            continue
        starts = [node.line - 1 for node in listed.items]
        at = next((n for n, node in enumerate(listed.items) if _id_of(node) == item), None)
        if at is None:
            continue
        if listed.flow or not lines[starts[at]].lstrip().startswith("- "):
            raise CannotMergeError(item)
        return starts[at], _trimmed(lines, starts[at], _after(root, listed, at, len(lines)))
    raise CannotMergeError(item)


def _id_of(node: object) -> str:
    entry = node.entries.get("id") if isinstance(node, Mapping) else None
    return (entry[1].text or "").strip() if entry is not None and isinstance(entry[1], Scalar) else ""


def _after(root: object, listed: NodeList, at: int, end: int) -> int:
    """Give the line at which what follows an item begins: the next item, the next key of the file, or its end."""
    if at + 1 < len(listed.items):
        return listed.items[at + 1].line - 1
    keys = [key.line - 1 for key, _ in root.entries.values()] if isinstance(root, Mapping) else []
    return min((line for line in keys if line >= listed.items[at].line), default=end)


def _trimmed(lines: Sequence[str], first: int, last: int) -> int:
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    return last


def _edited(item: str, lines: Sequence[str], reports: Sequence[Report]) -> list[str]:
    """Give the lines of one item with the reports in it."""
    dash = len(lines[0]) - len(lines[0].lstrip())
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 100_000
    yaml.indent(mapping=2, sequence=dash + 2, offset=dash)
    held = yaml.load("item:\n" + "\n".join(lines) + "\n")
    record = held["item"][0]
    if not isinstance(record, CommentedMap):
        raise CannotMergeError(item)
    for report in reports:
        _put_task(record, report) if isinstance(report, TaskReport) else _put_result(record, report)
    out = io.StringIO()
    yaml.dump(held, out)
    return out.getvalue().rstrip("\n").split("\n")[1:]


def _put_task(record: CommentedMap, report: TaskReport) -> None:
    """Put the day and the evidence of a task."""
    if report.done_on is not None:
        record["done_on"] = report.done_on
    if report.evidence is None and report.link is None:
        return
    known = record.get("evidence")
    if isinstance(known, str) or known is None:
        known = CommentedMap({"text": known} if known else {})
        known.fa.set_flow_style()
    _put_text(known, "text", report.evidence)
    _put_text(known, "link", report.link)
    record["evidence"] = known["text"] if list(known) == ["text"] and isinstance(known["text"], str) else known


def _put_result(record: CommentedMap, report: TargetReport) -> None:
    """Put a result of a target: into the one of the same metric and day, else after the last."""
    if not isinstance(record.get("results"), CommentedSeq):
        record["results"] = CommentedSeq()
    results = record["results"]
    known = next((one for one in results if _same(one, report)), None)
    if known is None:
        known = CommentedMap({"date": report.date})
        known.fa.set_flow_style()
        results.append(known)
        if report.metric is not None:
            known["metric"] = report.metric
    if report.value is not None and plain_number(report.value) != _number(known.get("value")):
        known["value"] = _written(plain_number(report.value) or "")
    for key, text in (("text", report.text), ("source", report.source), ("link", report.link), ("note", report.note)):
        _put_text(known, key, text)


def _same(known: Any, report: TargetReport) -> bool:
    """Say whether a result in the file is of the metric and day of the report."""
    if not isinstance(known, CommentedMap):
        return False
    return _day(known.get("date")) == report.date.isoformat() and int(known.get("metric") or 1) == (report.metric or 1)


def _day(written: Any) -> str:
    """Give a day as ISO 8601, also where offices wrote it."""
    text = str(written)
    parts = text.replace("-", "/").replace(".", "/").split("/")
    if len(parts) == 3 and len(parts[2]) == 4:
        return f"{parts[2]}-{int(parts[1]):02}-{int(parts[0]):02}"
    return text


def _number(written: Any) -> str:
    return str(written).replace(",", ".")


def _written(number: str) -> int | float | str:
    """Give a number as YAML writes it; one that a float would change stays text."""
    if number.lstrip("-").isdigit():
        return int(number)
    return float(number) if repr(float(number)) == number else number


def _put_text(record: CommentedMap, key: str, text: str | None) -> None:
    """Put a text; where it is another one than before, its translations go, as they no longer say the same."""
    if text is None:
        return
    known = record.get(key)
    before = known.get("vi") if isinstance(known, CommentedMap) else known
    if before != text:
        record[key] = text
