"""Secret and internal documents: one that carries the mark as its own is refused; to cite a rule on it is fine."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from generator.domain.problem import DataPath, Problem
from generator.domain.registry import Registry
from generator.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.reading.validation import Document

_AROUND = " \t.,:;!*()[]“”\"'-–"


def secrecy_mark(document: Document, _registry: Registry) -> Iterator[Problem]:
    """A field, or a line of its own, holds a mark of secrecy or of internal circulation."""
    if not _may_be_marked(document.source.text):
        return
    for path, node in _scalars(document.root, ()):
        mark = next((line.strip() for line in (node.text or "").split("\n") if is_mark(line)), None)
        if mark is not None:
            source = document.source
            lines = range(node.line, len(source.lines) + 1)
            line = next((number for number in lines if mark in source.line(number)), node.line)
            yield source.problem("secret_document", line, path=path, text=mark)


def _may_be_marked(text: str) -> bool:
    """Say whether a mark, or an escape that could hide one, stands in the file: most need no closer look."""
    folded = text.casefold()
    return "\\" in text or any(pattern.search(folded) for pattern in _shortest())


@lru_cache
def _shortest() -> tuple[re.Pattern[str], ...]:
    """Give patterns of the marks that hold no other mark, on one line or over several."""
    marks = _words()["marks"]
    shortest = [mark for mark in marks if not any(other in mark for other in marks if other != mark)]
    return tuple(re.compile(r"\s+".join(map(re.escape, mark.split()))) for mark in shortest)


def is_mark(line: str) -> bool:
    """Say whether a whole line is such a mark, with or without its label ("Độ mật: Tối mật")."""
    if len(line) > 60:
        return False
    return _pattern().fullmatch(" ".join(line.strip(_AROUND).casefold().split())) is not None


@lru_cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return words


@lru_cache
def _pattern() -> re.Pattern[str]:
    labels, marks = ("|".join(map(re.escape, _words()[key])) for key in ("labels", "marks"))
    return re.compile(f"(?:(?:{labels}) ?: ?)?(?:{marks})")


def _scalars(node: Node, path: DataPath) -> Iterator[tuple[DataPath, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, inner in enumerate(node.items):
            yield from _scalars(inner, (*path, index))
    elif isinstance(node, Mapping):
        for key, (_, inner) in node.entries.items():
            yield from _scalars(inner, (*path, key))
