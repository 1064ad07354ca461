"""Filters over lists: which attribute they compare, and what can be chosen."""

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.frozen import frozen


@frozen
class Choice:
    """One choice of a filter: its value, its words, and how many things it leaves."""

    value: str
    word: str
    count: int


@frozen
class Filter:
    """A filter over a list: the attribute it compares, its label, and its choices."""

    key: str
    label: str
    choices: tuple[Choice, ...]


def choices(words: Mapping[str, str], values: Iterable[str]) -> tuple[Choice, ...]:
    """Give the choices of a filter with their counts."""
    counts = Counter(values)
    return tuple(Choice(value, word, counts[value]) for value, word in words.items())
