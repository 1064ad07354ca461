"""Excerpts of plans as they are kept: one object a plan, in which each section can be opened alone."""

import pickle
import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from generator.packing import packed
from generator.publishing.loading import loaded
from generator.publishing.store import Store
from generator.views.context import Context
from generator.views.excerpting import excerpt_by
from generator.views.excerpts import Marks, PackedMarks, Rows, mark_of

# Pages over many plans open the same objects in turn, month after month. Opened rows are large and seldom asked
# for twice: only as many stay open as a page looks at again at once.
_BUNDLES, _SECTIONS = 512, 32

Kept = tuple[str, Mapping[str, Marks]]
"""The object that holds the excerpts of a plan or registry, and its sections by language."""

NOT_KEPT: Kept = ("", {})


def keep_excerpts(store: Store, found: Mapping[str, Mapping[str, Rows]]) -> Kept:
    """Keep the excerpts of one plan or registry, by language. Raises OSError."""
    bundle = {
        f"{language}/{section}": _packed(rows) for language, own in found.items() for section, rows in own.items()
    }
    marks = {
        language: PackedMarks.of({section: mark_of(rows) for section, rows in own.items()})
        for language, own in found.items()
    }
    return store.keep_object(pickle.dumps(bundle, pickle.HIGHEST_PROTOCOL)), marks


def _packed(rows: Rows) -> bytes:
    """Pack each section by itself, so that opening one costs nothing for the others."""
    return zlib.compress(packed(rows), 1)


class KeptExcerpts:
    """All excerpts in one language, opened when a page asks; one that is broken is made anew."""

    def __init__(self, context: Context, folder: Path, kept: Mapping[str, Kept]) -> None:
        self._context, self._folder, self._kept = context, folder, kept
        self._rows = lru_cache(_SECTIONS)(self._opened)

    def marks(self) -> Mapping[str, Marks]:
        """Give what is known of the sections without opening them."""
        language = self._context.language
        return {plan_id: marks.get(language, {}) for plan_id, (_, marks) in self._kept.items()}

    def rows(self, plan_id: str, section: str) -> Rows:
        """Give the rows of one section of one plan or registry."""
        return self._rows(plan_id, section)

    def _opened(self, plan_id: str, section: str) -> Rows:
        bundle = _bundle(self._folder, self._kept[plan_id][0])
        rows = _unpacked(bundle.get(f"{self._context.language}/{section}", b""))
        if rows is not None:
            return rows
        return excerpt_by(self._context, plan_id)[section]


@lru_cache(_BUNDLES)
def _bundle(folder: Path, name: str) -> Mapping[str, bytes]:
    """Open the object of one plan; nothing where it is gone or broken."""
    content = Store(folder).find_object(name)
    found = loaded(content) if content is not None else None
    return found if isinstance(found, dict) else {}


def _unpacked(content: bytes) -> Rows | None:
    try:
        found = loaded(zlib.decompress(content))
    except zlib.error:
        return None
    return found if isinstance(found, tuple) else None
