"""Look-ups that know what was looked up: what a page was made from is found by watching, never by declaring.

A page is made again when, and only when, something that it looked up is another than before. What it looked up
is whatever went through these mappings while it was made, absent keys and whole lists of keys included.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

V = TypeVar("V")

Seen = tuple[str, str]
"""The name of a mapping and a key of it, or `ALL_KEYS`."""

ALL_KEYS = "*"
# A page looks at one plan in each language, a body's page at a handful: more is not worth its memory.
_KEPT_OPEN = 128


@dataclass(slots=True)
class Watch:
    """What was looked up since the last `watching` began."""

    seen: set[Seen] = field(default_factory=set)

    @contextmanager
    def watching(self) -> Iterator[set[Seen]]:
        """Collect what is looked up within the block."""
        before, self.seen = self.seen, set()
        try:
            yield self.seen
        finally:
            self.seen = before


class Watched(Mapping[str, V], Generic[V]):
    """A mapping by id whose values are made when first asked for; the last few are kept."""

    __slots__ = ("_keys", "_load", "_name", "_watch")

    def __init__(self, name: str, watch: Watch, keys: Collection[str], load: Callable[[str], V]) -> None:
        self._name, self._watch = name, watch
        self._keys = dict.fromkeys(keys)
        self._load = lru_cache(_KEPT_OPEN)(load)

    def __getitem__(self, key: str) -> V:
        self._watch.seen.add((self._name, key))
        if key not in self._keys:
            raise KeyError(key)
        return self._load(key)

    def __contains__(self, key: object) -> bool:
        self._watch.seen.add((self._name, str(key)))
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        self._watch.seen.add((self._name, ALL_KEYS))
        return iter(self._keys)

    def __len__(self) -> int:
        self._watch.seen.add((self._name, ALL_KEYS))
        return len(self._keys)
