"""Results put into the YAML that people wrote: only the lines of the items concerned change, comments and order stay.

Progress in words becomes an update of the plan. Each item is taken out of the text, edited by itself (ruamel.yaml
keeps its comments, order and quotes) and put back.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from generator.domain.reported import ProgressReport, Report, TargetReport, TaskReport, plain_number
from generator.domain.result import UpdateKind
from generator.domain.rewriting import written_number
from generator.reading.nodes import Mapping, Scalar
from generator.reading.nodes import Sequence as NodeList
from generator.reading.validation import Document


class CannotMergeError(Exception):
    """An item is written so that it cannot be changed by itself; the argument is its id."""


def merged(document: Document, text: str, reports: Iterable[Report]) -> str:
    """Give `text` (that of `document`) with the reports in it. Raises CannotMergeError. Again, nothing changes."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    every = tuple(reports)
    edits = (*_of_items(document, lines, every), *_of_updates(document, lines, every))
    # From the end, so that the places of what comes before stay right.
    for first, last, new in sorted(edits, reverse=True):
        lines[first:last] = new
    return end.join(lines)


Edit = tuple[int, int, list[str]]
"""The first line that goes (from 0), the one after the last, and what stands there then."""


def _of_items(document: Document, lines: Sequence[str], reports: Iterable[Report]) -> Iterator[Edit]:
    """Give the edits of tasks and targets."""
    by_item: dict[str, list[Report]] = {}
    for report in reports:
        if not isinstance(report, ProgressReport):
            by_item.setdefault(report.item, []).append(report)
    for item, found in by_item.items():
        first, last = _span(document, lines, item, ("tasks", "targets"))
        yield first, last, _edited(item, lines[first:last], found)


def _of_updates(document: Document, lines: Sequence[str], reports: Iterable[Report]) -> Iterator[Edit]:
    """Give the edits of the list of updates: words of a known one changed, new ones after the last."""
    listed = _listed(document, "updates")
    known = {_about(node): _id_of(node) for node in listed.items} if listed is not None else {}
    new: list[CommentedMap] = []
    for report in (one for one in reports if isinstance(one, ProgressReport)):
        update = known.get((UpdateKind.PROGRESS.value, report.item, report.date.isoformat()))
        if update is not None:
            first, last = _span(document, lines, update, ("updates",))
            yield first, last, _edited(update, lines[first:last], [report])
        else:
            new.append(_update(report, {*known.values(), *(one["id"] for one in new)}))
    if new:
        yield _appended(document, lines, listed, new)


def _listed(document: Document, group: str) -> NodeList | None:
    """Give a list of the file; None where the file does not have its key. Raises CannotMergeError for anything else."""
    root = document.root
    if not isinstance(root, Mapping) or group not in root.entries:
        return None
    listed = root.entries[group][1]
    if not isinstance(listed, NodeList) or listed.flow or not listed.items:
        raise CannotMergeError(group)
    return listed


def _about(node: object) -> tuple[str, ...]:
    """Give kind, item and day of an update as written."""
    found = node.entries if isinstance(node, Mapping) else {}
    texts = {key: one.text or "" for key, (_, one) in found.items() if isinstance(one, Scalar)}
    return texts.get("kind", ""), texts.get("item", ""), _day(texts.get("date", ""))


def _update(report: ProgressReport, taken: set[str]) -> CommentedMap:
    name = f"tien-do-{report.item}-{report.date.isoformat()}"
    free = next(one for one in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    made = CommentedMap(
        id=free, date=report.date, kind=UpdateKind.PROGRESS.value, item=report.item, text=_quoted(report.text)
    )
    made.fa.set_flow_style()
    return made


def _appended(document: Document, lines: Sequence[str], listed: NodeList | None, new: Sequence[CommentedMap]) -> Edit:
    """Put new updates after the last one, or a list of them at the end of the file."""
    out = io.StringIO()
    yaml = YAML()
    yaml.width = 100_000
    for one in new:  # one by one: what two of them share, such as a day, would become an anchor
        yaml.dump(CommentedSeq([one]), out)
    written = out.getvalue().rstrip("\n").split("\n")
    if listed is None:
        end = _trimmed(lines, 0, len(lines))
        return end, end, ["updates:", *(f"  {line}" for line in written)]
    start = listed.items[-1].line - 1
    indent = lines[start][: len(lines[start]) - len(lines[start].lstrip())]
    end = _trimmed(lines, start, _after(document.root, listed, len(listed.items) - 1, len(lines)))
    return end, end, [f"{indent}{line}" for line in written]


def _span(document: Document, lines: Sequence[str], item: str, groups: Sequence[str]) -> tuple[int, int]:
    """Give the first line of an item (from 0) and the one after its last; what follows it as remarks is not its own."""
    root = document.root
    for group in groups:
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
        _put(record, report)
    out = io.StringIO()
    yaml.dump(held, out)
    return out.getvalue().rstrip("\n").split("\n")[1:]


def _put(record: CommentedMap, report: Report) -> None:
    if isinstance(report, TaskReport):
        _put_task(record, report)
    elif isinstance(report, ProgressReport):
        _put_text(record, "text", report.text)
    else:
        _put_result(record, report)


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
        known["value"] = written_number(Decimal(plain_number(report.value) or 0))
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


def _put_text(record: CommentedMap, key: str, text: str | None) -> None:
    """Put a text; where it is another one than before, its translations go, as they no longer say the same."""
    if text is None:
        return
    known = record.get(key)
    before = known.get("vi") if isinstance(known, CommentedMap) else known
    if before != text:
        record[key] = _quoted(text)


def _quoted(text: str) -> str:
    """Quote a text that not every reader takes without quotes: within braces YAML 1.1 refuses `?a`."""
    return DoubleQuotedScalarString(text) if text.startswith(("?", ":", "-")) else text
