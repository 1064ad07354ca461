"""A store for one long-lived process: what each build opens stays open, what each build replaces is written once."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from generator.publishing.store import Store

# Of these there is one each for a site, large, and every build replaces it.
_WRITTEN_LATER = frozenset({"memory", "shelf"})
_STAY_OPEN = frozenset({"memory", "shelf", "registry", "plan"})
_MOST_OPEN = 256


class WarmStore(Store):
    """The kept things in a folder, of which this process takes for granted what it once saw there.

    Values are shared between those who ask for them; all of them are frozen.
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._open: OrderedDict[tuple[str, str], Any] = OrderedDict()
        self._unwritten: set[tuple[str, str]] = set()
        self._whole: set[str] = set()

    def find(self, kind: str, key: str) -> Any:
        """Give the value under a key, or None where there is none, or none that is whole."""
        if kind not in _STAY_OPEN:
            return super().find(kind, key)
        if (kind, key) not in self._open:
            self._hold(kind, key, super().find(kind, key))
        self._open.move_to_end((kind, key))
        return self._open[kind, key]

    def keep(self, kind: str, key: str, value: object) -> str:
        """Keep a value under its key; give the digest of its bytes, "" where they are written later."""
        if kind in _WRITTEN_LATER:
            self._unwritten.add((kind, key))
            self._hold(kind, key, value)
            return ""
        self._open.pop((kind, key), None)
        return super().keep(kind, key, value)

    def keep_object(self, content: bytes) -> str:
        """Keep the bytes of a finished file; give the name under which they lie. Raises OSError."""
        name = super().keep_object(content)
        self._whole.add(name)
        return name

    def keep_stream(self, chunks: Iterable[bytes]) -> str:
        """Keep the bytes of a large file, of which only a chunk is at hand at a time; give its name. Raises OSError."""
        name = super().keep_stream(chunks)
        self._whole.add(name)
        return name

    def drop_object(self, name: str) -> None:
        """Throw an object away; whoever still wants it makes it again."""
        super().drop_object(name)
        self._whole.discard(name)

    def has_object(self, name: str) -> bool:
        """Say whether the object is there and its bytes are those of its name, as they were when first asked for."""
        if name not in self._whole and super().has_object(name):
            self._whole.add(name)
        return name in self._whole

    def write(self) -> None:
        """Write what is to be written later."""
        for kind, key in self._unwritten:
            super().keep(kind, key, self._open[kind, key])
        self._unwritten.clear()

    def look_again(self) -> None:
        """Take nothing for granted any more."""
        self.write()
        self._open.clear()
        self._lying.clear()
        self._whole.clear()
        self._made.clear()

    def _hold(self, kind: str, key: str, value: object) -> None:
        self._open[kind, key] = value
        self._open.move_to_end((kind, key))
        old = [one for one in self._open if one not in self._unwritten][: max(0, len(self._open) - _MOST_OPEN)]
        for one in old:
            del self._open[one]
