"""Files of an older `schema:` brought up to date: one step a version, comments and order kept.

A step changes the loaded YAML (ruamel's, with its comments) of one kind of file from its version to the next. The
present version is the first, so there is no step yet; the next change of the format adds one here and nowhere else.
"""

import io
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from generator.domain.problem import Problem
from generator.frozen import frozen
from generator.reading.nodes import Mapping as Record
from generator.reading.nodes import Node, Scalar
from generator.reading.parsing import parse_yaml
from generator.reading.source import Source

NEWEST = 1

Step = Callable[[CommentedMap], None]
# (kind of file, version it starts from) -> the step to the next version. Kinds: those of reading.schemas.SHAPES.
Steps = Mapping[tuple[str, int], Step]
STEPS: Steps = MappingProxyType({})


@frozen
class Migrated:
    """What became of one file: its version before, its new text (None where nothing is to do), and the problems."""

    old: int | None
    text: str | None
    problems: tuple[Problem, ...] = ()


def migrate(source: Source, kind: str, steps: Steps = STEPS, newest: int = NEWEST) -> Migrated:
    """Bring the text of one file of `kind` to version `newest`.

    A file that says no version, or one of the future, is a problem (schema_unclear, schema_newer); so is YAML that
    cannot be read. A version for which there is no step for this kind of file only gets its new number.
    """
    tree = parse_yaml(source)
    if not isinstance(tree.root, Record):
        return Migrated(None, None, tree.problems)
    written = tree.root.entries.get("schema")
    number = _number(written[1].text) if written and isinstance(written[1], Scalar) else None
    if written is None or number is None:
        line, text = (written[1].line, source.line(written[1].line).strip()) if written else (1, "")
        return Migrated(None, None, (source.problem("schema_unclear", line, text=text, newest=newest),))
    if number > newest:
        node = written[1]
        told = source.problem("schema_newer", node.line, node.column, text=number, newest=newest)
        return Migrated(number, None, (told,))
    if number == newest:
        return Migrated(number, None)
    wanted = [steps[kind, version] for version in range(number, newest) if (kind, version) in steps]
    text = _stepped(source.text, wanted, newest) if wanted else _renumbered(source, written[1], newest)
    return Migrated(number, text)


def _number(text: str | None) -> int | None:
    """Give a version; none where the text is no short whole number."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None


def _renumbered(source: Source, node: Node, newest: int) -> str:
    """Change nothing but the number: what nobody asked to change stays as it was written, to the space."""
    lines = list(source.lines)
    line, start = lines[node.line - 1], node.column - 1
    lines[node.line - 1] = line[:start] + re.sub(r"\d+", str(newest), line[start:], count=1)
    return "\n".join(lines)


def _stepped(text: str, steps: Sequence[Step], newest: int) -> str:
    """Apply the steps one after the other."""
    yaml = _yaml(text)
    data: Any = yaml.load(text)
    for step in steps:
        step(data)
    data["schema"] = newest
    made = io.StringIO()
    yaml.dump(data, made)
    return made.getvalue()


def _yaml(text: str) -> YAML:
    """Write as people wrote: their quotes, their width, lists indented or not as in the file."""
    yaml = YAML()
    yaml.width = 10**6
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    indented = "\n  - " in text or "\n    - " in text
    yaml.indent(mapping=2, sequence=4 if indented else 2, offset=2 if indented else 0)
    return yaml
