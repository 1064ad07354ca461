"""Kinds of notice, one file each in content/notices/, and whether every notice has the facts that its words need."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator.domain.identifier import slug
from generator.domain.notice import Notice, NoticeKind, Scope, loose_brace, placeholders
from generator.domain.notice_facts import LISTS, TEXTS, facts_of, notices_of
from generator.domain.plan import Plan
from generator.domain.problem import DataPath, Problem
from generator.frozen import frozen
from generator.reading.case import nearest
from generator.reading.files import FileRead
from generator.reading.nodes import Mapping, Node, Scalar, find
from generator.reading.nodes import Sequence as NodeList
from generator.reading.plans import PlanFile
from generator.reading.rules.references import unknown
from generator.reading.validation import Document, read_document, validate_data

_WORDINGS = ("subject", "body", "script")


@frozen
class KindFile:
    """What one file of content/notices/ gave: the kind unless it is wrong, its document, the problems."""

    kind: NoticeKind | None
    document: Document | None = None
    problems: tuple[Problem, ...] = ()


def read_kind(file: str, text: FileRead) -> KindFile:
    """Make a kind of notice of `file`; its id is the name of the file."""
    if text.source is None:
        return KindFile(None, None, text.problems)
    stem = PurePosixPath(file).stem
    if slug(stem) != stem:
        return KindFile(None, None, (text.source.problem("notice_kind_name", 1, text=stem, near=slug(stem)),))
    read = read_document(text.source)
    problems = (*text.problems, *read.problems)
    if read.value is None or not isinstance(read.value.root, Mapping):
        fault = (read.value.problem("file_not_record", ()),) if read.value is not None else ()
        return KindFile(None, None, (*problems, *fault))
    data = read.value.data()
    made = validate_data(read.value, {**data, "id": stem} if isinstance(data, dict) else data, NoticeKind)
    names = _names_known(made.value) if made.value is not None else None
    faults = tuple(_wording_faults(read.value, read.value.root, (), names)) if names is not None else ()
    return KindFile(made.value, read.value, (*problems, *made.problems, *faults))


def _names_known(kind: NoticeKind) -> frozenset[str]:
    """A kind may need facts that only a plan's own `values` give, such as results."""
    return TEXTS | LISTS | frozenset(kind.needs)


def check_notices(kinds: Sequence[KindFile], file: PlanFile) -> Iterator[Problem]:
    """Give what is wrong between a plan and the kinds: what is named and not there, facts that are missing."""
    if file.plan is None or file.document is None:
        return
    known = {kind.kind.id: kind for kind in kinds if kind.kind is not None}
    by_id = {key: kind.kind for key, kind in known.items() if kind.kind is not None}
    yield from _wanted_faults(file.document, file.plan, by_id)
    for notice in notices_of(file.plan, by_id, None):
        kind = known[notice.kind.id].document
        if kind is not None:
            yield from _missing_facts(file.document, kind, file.plan, notice)


def _wanted_faults(document: Document, plan: Plan, kinds: dict[str, NoticeKind]) -> Iterator[Problem]:
    """A plan asks for a kind that no file describes, or does not say (rightly) which event or item it is about."""
    events = {event.id for event in plan.events}
    for index, wanted in enumerate(plan.notices):
        path: DataPath = ("notices", index)
        yield from unknown(document, (*path, "kind"), wanted.kind, kinds, "notice_kind_unknown")
        if wanted.event is not None:
            yield from unknown(document, (*path, "event"), wanted.event, events, "reference_unknown")
        kind = kinds.get(wanted.kind)
        if kind is not None and kind.scope is Scope.EVENT and wanted.event is None and len(events) != 1:
            yield document.problem("notice_event_missing", path, kind=wanted.kind)
        if kind is not None and kind.scope is Scope.ITEM and wanted.item is None:
            yield document.problem("notice_item_missing", path, kind=wanted.kind)
        names = (_names_known(kind) if kind is not None else TEXTS | LISTS) | frozenset(wanted.values or ())
        found = find(document.root, path).node
        if isinstance(found, Mapping):
            yield from _wording_faults(document, found, path, names)


def _wording_faults(document: Document, record: Mapping, path: DataPath, names: frozenset[str]) -> Iterator[Problem]:
    """Look through the wordings of a kind or of a plan's notice: braces, names, lists."""
    for key in _WORDINGS:
        if key in record.entries:
            yield from _faults_under(document, record.entries[key][1], (*path, key), names)


def _faults_under(document: Document, node: Node, path: DataPath, names: frozenset[str]) -> Iterator[Problem]:
    if isinstance(node, NodeList):
        for index, inner in enumerate(node.items):
            yield from _faults_under(document, inner, (*path, index), names)
    elif isinstance(node, Mapping):
        for key, (_, inner) in node.entries.items():
            yield from _faults_under(document, inner, (*path, key), names)
    elif node.text:
        yield from _text_faults(document, node, path, names)


def _text_faults(document: Document, node: Scalar, path: DataPath, names: frozenset[str]) -> Iterator[Problem]:
    text = node.text or ""
    keys = [step for step in path if isinstance(step, str)]
    if "when" in keys:
        yield from unknown(document, path, text, names, "notice_fact_unknown")
    elif keys[-1] == "list":
        yield from unknown(document, path, text, LISTS, "notice_list_unknown")
    elif loose_brace(text):
        yield _at_name(document, node, path, "{", "notice_brace")
    else:
        for name in dict.fromkeys(placeholders(text)):
            if name not in names - LISTS:
                near = ", ".join(nearest(name, tuple(sorted(names - LISTS))))
                code = "notice_fact_unknown_near" if near else "notice_fact_unknown"
                yield _at_name(document, node, path, name, code, text=name, near=near)


def _at_name(document: Document, node: Scalar, path: DataPath, name: str, code: str, **values: Any) -> Problem:
    """Make a problem at the very line where `name` stands: a wording may go over several lines."""
    source = document.source
    lines = range(node.line, min(node.line + (node.text or "").count(" ") + 2, len(source.lines) + 1))
    line = next((n for n in lines if name in source.line(n)), node.line)
    column = source.line(line).find(name) + 1 if name in source.line(line) else node.column
    return source.problem(code, line, column, path=path, **values)


def _missing_facts(plan_file: Document, kind_file: Document, plan: Plan, notice: Notice) -> Iterator[Problem]:
    """A placeholder of a notice has no value: never an empty gap, always a problem at its line."""
    facts = facts_of(plan, notice)
    wanted = notice.wanted
    index = plan.notices.index(wanted) if wanted is not None else -1
    for key in _WORDINGS:
        own = wanted is not None and bool(getattr(wanted, key))
        document, path = (plan_file, ("notices", index, key)) if own else (kind_file, (key,))
        found = find(document.root, path)
        if found.key is not None:
            yield from _missing_under(document, found.node, path, facts, plan.id)
    if wanted is not None:
        missing = [name for name in notice.kind.needs if name not in facts]
        if missing:
            at: DataPath = ("notices", index, "kind")
            yield plan_file.problem("notice_needs", at, kind=wanted.kind, facts=", ".join(missing))


def _missing_under(
    document: Document, node: Node, path: DataPath, facts: frozenset[str], plan: str
) -> Iterator[Problem]:
    """Go through passages and sentences; one whose `when` names a fact that is not there is left out."""
    if isinstance(node, NodeList):
        for index, inner in enumerate(node.items):
            yield from _missing_under(document, inner, (*path, index), facts, plan)
    elif isinstance(node, Mapping):
        when = node.entries["when"][1] if "when" in node.entries else None
        if when is not None and not facts.issuperset(_texts(when)):
            return
        for key, (_, inner) in node.entries.items():
            if key != "when":
                yield from _missing_under(document, inner, (*path, key), facts, plan)
    elif node.text:
        names = [node.text.strip()] if path[-1] == "list" else list(dict.fromkeys(placeholders(node.text)))
        for name in (name for name in names if name in TEXTS | LISTS and name not in facts):
            yield _at_name(document, node, path, name, "notice_fact_missing", text=name, plan=plan)


def _texts(node: Node) -> set[str]:
    items = node.items if isinstance(node, NodeList) else [node]
    return {item.text.strip() for item in items if isinstance(item, Scalar) and item.text}
