"""Puts translations into the text of a YAML file: every other sign of it stays as it is."""

import json
import re
from collections.abc import Mapping

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.domain.text import DEFAULT_LANGUAGE
from generator.frozen import frozen

_STEP = re.compile(r"\[#?[^\]]+\]|[^.\[\]]+")
# Words that begin with a letter and hold no sign that YAML or people could take for something else.
_PLAIN = re.compile(r"[^\W\d_][\w ()“”’–;/-]*[\w)”]")
_LONG = 100


@frozen
class _Splice:
    start: int
    end: int
    text: str


def with_texts(text: str, language: str, new: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Give `text`, YAML without errors, with the translations `new` (by field), and the fields that it has not."""
    root = YAML(typ="safe", pure=True).compose(text)
    splices, unknown = [], []
    for field, words in new.items():
        found = _find(root, field)
        if found is None:
            unknown.append(field)
            continue
        splices.append(_splice(text, *found, language, words))
    for one in sorted(splices, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text, tuple(unknown)


def _find(root: Node, field: str) -> tuple[ScalarNode | MappingNode, Node | None] | None:
    """Give the node of `field` and the key it hangs on (None in a list); None where it is no text."""
    node: Node | None = root
    key: Node | None = None
    for step in _STEP.findall(field):
        if node is None:
            return None
        if step.startswith("["):
            node, key = _entry(node, key, step[1:-1])
        else:
            key, node = next(((k, v) for k, v in _pairs(node) if k.value == step), (None, None))
    if isinstance(node, MappingNode) and any(k.value == DEFAULT_LANGUAGE for k, _ in _pairs(node)):
        return node, key
    return (node, key) if isinstance(node, ScalarNode) else None


def _pairs(node: Node) -> list[tuple[Node, Node]]:
    return list(node.value) if isinstance(node, MappingNode) else []


def _entry(node: Node, key: Node | None, name: str) -> tuple[Node | None, Node | None]:
    """Give an entry of a list by `#number` or id; one value may stand for a list of one."""
    if not isinstance(node, SequenceNode):
        return node, key
    if name.startswith("#"):
        number = int(name[1:])
        return (node.value[number - 1] if number <= len(node.value) else None), None
    for item in node.value:
        if any(k.value == "id" and v.value == name for k, v in _pairs(item)):
            return item, None
    return None, None


def _splice(text: str, node: ScalarNode | MappingNode, key: Node | None, language: str, words: str) -> _Splice:
    if isinstance(node, ScalarNode):
        return _translated(text, node, key, language, words)
    pairs = {k.value: v for k, v in _pairs(node)}
    if language in pairs:
        start, end = pairs[language].start_mark.index, _end(text, pairs[language])
        # A key without a value has no place of its own.
        return _Splice(start, end, _written(words) if end > start else f" {_written(words)}")
    last = _end(text, node.value[-1][1])
    if node.flow_style:
        return _Splice(last, last, f", {language}: {_written(words)}")
    line = text.find("\n", last)
    at = line if line >= 0 else len(text)
    indent = " " * node.value[0][0].start_mark.column
    return _Splice(at, at, f"\n{indent}{language}: {_written(words)}")


def _translated(text: str, node: ScalarNode, key: Node | None, language: str, words: str) -> _Splice:
    """Make a plain text one in two languages: on one line, or on lines of their own where that would be long."""
    start, end = node.start_mark.index, _end(text, node)
    given = text[start:end]
    own = given if given.startswith(('"', "'")) and "\n" not in given else _written(node.value.strip())
    pairs = (f"{DEFAULT_LANGUAGE}: {own}", f"{language}: {_written(words)}")
    alone = key is not None and text[: key.start_mark.index].rpartition("\n")[2].strip(" -") == ""
    if alone and sum(map(len, pairs)) > _LONG:
        indent = "\n" + " " * (key.start_mark.column + 2) if key is not None else ""
        return _Splice(len(text[:start].rstrip(" ")), end, "".join(indent + pair for pair in pairs))
    return _Splice(start, end, "{" + ", ".join(pairs) + "}")


def _end(text: str, node: Node) -> int:
    """Give where a node ends, without the ends of lines that a block of text takes with it."""
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    return start + len(text[start:end].rstrip())


def _written(words: str) -> str:
    """Write a text as it stands where nothing in it can be misread, else in straight quotes (as JSON, RFC 8259)."""
    return words if _PLAIN.fullmatch(words) and len(words) > 5 else json.dumps(words, ensure_ascii=False)
