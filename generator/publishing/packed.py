"""A mapping whose values stay packed until somebody asks for one: most that a build knows of the last one it never
looks at, and what it did not change it writes again as it lay."""

import pickle
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Generic, TypeVar

from generator.publishing.loading import loaded

K = TypeVar("K")
V = TypeVar("V")


class Packed(Mapping[K, V], Generic[K, V]):
    """Values by key, in the order of the keys; None is no value."""

    __slots__ = ("_open", "_packed")

    def __init__(self, values: Mapping[K, V]) -> None:
        self._open: dict[K, V] = dict(values)
        self._packed: dict[K, bytes] = dict.fromkeys(values, b"")

    def __getitem__(self, key: K) -> V:
        found = self._open.get(key)
        if found is None:
            found = self._open[key] = loaded(self._packed[key])
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._packed

    def __iter__(self) -> Iterator[K]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def apart(self) -> Iterator[tuple[K, V]]:
        """Give every value without keeping open what was not: for who wants each once, of tens of thousands."""
        for key, data in self._packed.items():
            yield key, self._open[key] if key in self._open else loaded(data)

    def put(self, key: K, value: V) -> None:
        """Take in another value, packed at once. For whoever makes the mapping, before anyone else sees it."""
        self._packed[key] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)

    def renewed(self, keys: Collection[K], new: "Packed[K, V]") -> "Packed[K, V]":
        """Give the values of `keys`, in this order: those of `new`, the others as they are here. Raises KeyError."""
        made: Packed[K, V] = Packed({})
        made._packed = {key: new._packed[key] if key in new._packed else self._packed[key] for key in keys}
        old = {key: value for key, value in self._open.items() if key in made._packed and key not in new._packed}
        made._open = {**old, **{key: value for key, value in new._open.items() if key in made._packed}}
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Pack what is not packed yet. A value that was packed once is frozen, so its bytes still say it."""
        for key, data in self._packed.items():
            if not data:
                self._packed[key] = pickle.dumps(self._open[key], pickle.HIGHEST_PROTOCOL)
        return _unopened, (self._packed,)


def _unopened(packed: dict[K, bytes]) -> Packed[K, Any]:
    made: Packed[K, Any] = Packed({})
    made._packed = packed
    return made
