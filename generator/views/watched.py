"""Look-ups that know what was looked up: what a page was made from is found by watching, never by declaring.

A page is made again when, and only when, something that it looked up is another than before. What it looked up
is whatever went through these mappings while it was made, absent keys and whole lists of keys included.
"""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

V = TypeVar("V")

Seen = tuple[str, str]
"""The name of a mapping and a key of it, or `ALL_KEYS`."""

ALL_KEYS = "*"
# A page looks at one plan in each language, a body's page at a handful: more is not worth its memory.
_KEPT_OPEN = 128
# What the pages of one plan share in each of a few languages.
_KEPT_MADE = 64


@dataclass(slots=True)
class Watch:
    """What was looked up in one index since the last `watching` began, and what was lately made of it."""

    seen: set[Seen] = field(default_factory=set)
    made: dict[Hashable, tuple[Any, set[Seen]]] = field(default_factory=dict)

    @contextmanager
    def watching(self) -> Iterator[set[Seen]]:
        """Collect what is looked up within the block."""
        before, self.seen = self.seen, set()
        try:
            yield self.seen
        finally:
            self.seen = before

    def once(self, key: Hashable, make: Callable[[], V]) -> V:
        """Give what `make` makes, which is made once for the last few keys.

        What it looked up counts as looked up whenever it is asked for: a page is as watched as if it had made all.
        """
        if key not in self.made:
            with self.watching() as looks:
                value = make()
            self.made[key] = value, looks
            if len(self.made) > _KEPT_MADE:
                del self.made[next(iter(self.made))]
        made, looks = self.made[key]
        self.seen |= looks
        return cast(V, made)


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
