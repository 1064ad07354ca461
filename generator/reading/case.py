"""A mistake in its place: what was found wrong, where it stands in the file, and what was expected there."""

from collections.abc import Mapping as Values
from difflib import get_close_matches
from typing import Any

from generator.domain.identifier import fold
from generator.domain.problem import DataPath, Problem
from generator.frozen import frozen
from generator.reading.nodes import Found, Node, Scalar
from generator.reading.shapes import shape_at
from generator.reading.source import Source


@frozen
class Mistake:
    """One error of validation: pydantic's type of it, its place, what was given, the values it carries."""

    kind: str
    loc: DataPath
    given: object
    values: Values[str, str]


@frozen
class Case:
    """A mistake together with where it stands in the file and what was expected there."""

    source: Source
    root: Node
    shape: Any
    mistake: Mistake
    found: Found

    @property
    def written(self) -> str:
        """The text that is wrong, as it stands."""
        node = self.found.node
        return node.text or "" if isinstance(node, Scalar) else str(self.mistake.given)[:80]

    @property
    def expected(self) -> Any:
        """The type of the place."""
        return shape_at(self.shape, self.found.path)

    @property
    def key(self) -> str:
        """The last key on the way to the place, as the reader of the message knows it."""
        return next((str(step) for step in reversed(self.found.path) if isinstance(step, str)), "")

    def line(self, new: str) -> str:
        """Give the line with `new` for the wrong value; empty where it does not stand there so."""
        node = self.found.node
        return self.swap(node.line, node.column, self.written, new) if isinstance(node, Scalar) else ""

    def swap(self, line: int, column: int, old: str, new: str) -> str:
        """Give a line of the file with `new` for `old` at `column`."""
        text = self.source.line(line)
        start = text.find(old, column - 1) if old else -1
        return text[:start] + new + text[start + len(old) :] if start >= 0 else ""

    def problem(self, code: str, instead: str = "", at: Any = None, **values: Any) -> Problem:
        """Make the problem at the value, or at `at` (a key or a node)."""
        place = at or self.found.node
        path = self.found.path
        return self.source.problem(code, place.line, place.column, path=path, instead=instead, **values)


def nearest(word: str, names: tuple[str, ...], count: int = 3, cutoff: float = 0.6) -> list[str]:
    """Give the names most like `word`, accents and case aside, best first."""
    folded = {fold(name).replace("-", "_"): name for name in reversed(names)}
    close = get_close_matches(fold(word).replace("-", "_"), folded, count, cutoff)
    return [folded[name] for name in close]
