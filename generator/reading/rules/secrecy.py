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
    for path, node in _scalars(document.root, ()):
        mark = next((line.strip() for line in (node.text or "").split("\n") if is_mark(line)), None)
        if mark is not None:
            source = document.source
            lines = range(node.line, len(source.lines) + 1)
            line = next((number for number in lines if mark in source.line(number)), node.line)
            yield source.problem("secret_document", line, path=path, text=mark)


def is_mark(line: str) -> bool:
    """Say whether a whole line is such a mark, with or without its label ("Độ mật: Tối mật")."""
    if len(line) > 60:
        return False
    return _pattern().fullmatch(" ".join(line.strip(_AROUND).casefold().split())) is not None


@lru_cache
def _pattern() -> re.Pattern[str]:
    words = yaml.load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    labels, marks = ("|".join(map(re.escape, words[key])) for key in ("labels", "marks"))
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
