"""From the text of a YAML file to nodes: one document, no tags or aliases, no key twice, no endless depth."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import events

from generator.domain.problem import Problem, Severity
from generator.frozen import frozen
from generator.reading.characters import hidden_in, normalised, without_hidden
from generator.reading.nodes import Key, Mapping, Node, Scalar, Sequence
from generator.reading.quoting import quoted_at
from generator.reading.slips.layout import tab_problems
from generator.reading.source import Source
from generator.reading.syntax import explain_syntax

MAX_DEPTH = 60
MAX_NODES = 200_000
# Dots stand where a corrected line or an example leaves a gap to fill.
_NOTHING = frozenset({"", "~", "null", "Null", "NULL", "…", "..."})

# libyaml when the wheel has it; the slower reader in Python gives the same events.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen
class Tree:
    """The nodes of one YAML file, None where there are none, and the problems."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


class _Stop(Exception):  # noqa: N818 - ends the reading of one file; never leaves this module
    """The file goes beyond a limit, so the rest is not looked at."""


@dataclass(slots=True)
class _Builder:
    """Puts events together to nodes: `stack` has the open collections, `keys` the key that waits in each."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    stack: list[Mapping | Sequence] = field(default_factory=list)
    keys: list[Key | None] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0
    # What costs a look at every text, and is known of the whole file at once.
    escapes: bool = field(init=False)
    remarks: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.escapes = "\\" in self.source.text
        self.remarks = frozenset(number for number, row in enumerate(self.source.lines) if " #" in row)

    def take(self, event: events.Event) -> None:
        """Take the next event."""
        if isinstance(event, events.ScalarEvent):
            self._add(self._scalar(event), event)
        elif isinstance(event, events.MappingStartEvent):
            self._open(Mapping(*_place(event), flow=bool(event.flow_style)), event)
        elif isinstance(event, events.SequenceStartEvent):
            self._open(Sequence(*_place(event), flow=bool(event.flow_style)), event)
        elif isinstance(event, events.CollectionEndEvent):
            self.stack.pop()
            self.keys.pop()
        elif isinstance(event, events.AliasEvent):
            self._report("alias", event, name=event.anchor)
            self._add(Scalar(*_place(event), f"*{event.anchor}"), event)
        elif isinstance(event, events.DocumentStartEvent):
            self._document(event)

    def _scalar(self, event: events.ScalarEvent) -> Scalar:
        is_plain = not event.style
        text = None if is_plain and event.value in _NOTHING else event.value
        if text and is_plain and self.remarks:
            self._look_behind(event)
        elif text and self.escapes and event.style == '"':
            text = self._unescaped(text, event)
        return Scalar(*_place(event), text, is_plain)

    def _look_behind(self, event: events.ScalarEvent) -> None:
        """Warn of ` #1` after a text without quotes: it looks like part of the text and is left out as a remark."""
        end = event.end_mark
        if end is None or end.line not in self.remarks:
            return
        row = self.source.line(end.line + 1)
        if row.startswith(" #", end.column) and row[end.column + 2 : end.column + 3].strip(" #"):
            line, column = _place(event)
            values: dict[str, Any] = {"text": row[end.column + 1 :].strip(), "instead": quoted_at(row, column)}
            warning = Severity.WARNING
            self.problems.append(self.source.problem("hash_in_text", line, column, severity=warning, **values))

    def _unescaped(self, text: str, event: events.ScalarEvent) -> str:
        """Escapes bring in characters that are not to be seen in the file itself."""
        hidden = next(hidden_in(text), None)
        if hidden:
            self._report(f"hidden_{hidden.kind}", event, character=hidden.code_point)
        return without_hidden(normalised(text)) if hidden or not text.isascii() else text

    def _open(self, node: Mapping | Sequence, event: events.CollectionStartEvent) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._report("too_deep", event, limit=MAX_DEPTH)
            raise _Stop
        self._add(node, event)
        self.stack.append(node)
        self.keys.append(None)

    def _add(self, node: Node, event: events.NodeEvent) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._report("too_many_nodes", event, limit=MAX_NODES)
            raise _Stop
        if event.anchor or getattr(event, "tag", None):
            self._refuse_marks(event)
        if not self.stack:
            self.root = node
        elif isinstance(parent := self.stack[-1], Sequence):
            parent.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = self._key(node, event)
        else:
            self._put(parent, key, node)
            self.keys[-1] = None

    def _refuse_marks(self, event: events.NodeEvent) -> None:
        if getattr(event, "tag", None):
            self._report("tag", event)
        elif not isinstance(event, events.AliasEvent):
            self._report("anchor", event, name=event.anchor)

    def _key(self, node: Node, event: events.NodeEvent) -> Key:
        if isinstance(node, Scalar) and node.text:
            return Key(node.text, node.line, node.column)
        self._report("key_type", event)
        return Key("", node.line, node.column)

    def _put(self, parent: Mapping, key: Key, node: Node) -> None:
        if key.text in parent.entries:
            first, _ = parent.entries[key.text]
            told = self.source.problem("duplicate_key", key.line, key.column, key=key.text, first=first.line)
            self.problems.append(told)
        elif key.text:  # a key that is no text was reported when it came
            parent.entries[key.text] = (key, node)

    def _document(self, event: events.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._report("several_documents", event)
            raise _Stop

    def _report(self, code: str, event: events.Event, **values: Any) -> None:
        line, column = _place(event)
        instead = quoted_at(self.source.line(line), column) if code in ("alias", "anchor", "tag") else ""
        self.problems.append(self.source.problem(code, line, column, instead=instead, **values))


def _place(event: events.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def parse_yaml(source: Source) -> Tree:
    """Read the one YAML document in `source`. An empty file is a problem of its own (`file_empty`)."""
    tabs = tuple(tab_problems(source))
    if tabs:
        return Tree(None, tabs)
    builder = _Builder(source)
    try:
        for event in _events(source):
            builder.take(event)
    except _Stop:
        return Tree(None, tuple(builder.problems))
    except yaml.YAMLError as error:
        return Tree(None, (*builder.problems, explain_syntax(source, error)))
    return _whole(builder)


def _events(source: Source) -> Iterator[events.Event]:
    return yaml.parse(source.text, Loader=_LOADER)


def _whole(builder: _Builder) -> Tree:
    if builder.root is None or (isinstance(builder.root, Scalar) and builder.root.text is None):
        builder.problems.append(builder.source.problem("file_empty", 1))
        return Tree(None, tuple(builder.problems))
    return Tree(builder.root, tuple(builder.problems))
