"""Excerpts: what pages elsewhere show of a plan, as rows by section, made once while the plan itself is open.

A page over many plans is put together from their excerpts and opens no plan. It looks at single sections, and an
edit that leaves a section as it was costs the pages that show it nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from hashlib import blake2b
from struct import Struct
from sys import intern
from typing import Any, Protocol

from generator.packing import told
from generator.pieces import Piece
from generator.views.watched import Seen, Watch

Rows = tuple[Any, ...]
"""What a plan gives to a section: values of views, or bytes where the section stands in a file as it is."""

Mark = tuple[str, int, int]
"""What is known of rows without opening them: their digest, how many there are, their size where they are bytes."""

Marks = Mapping[str, Mark]
"""By section."""

_MARK = Struct("<8sQQ")


class PackedMarks(Mapping[str, Mark]):
    """Marks in a third of the room: of ten thousand plans there are a million."""

    __slots__ = ("_places", "_said")

    def __init__(self, sections: Iterable[str], said: bytes) -> None:
        self._places = {intern(section): at for at, section in enumerate(sections)}
        self._said = said

    @classmethod
    def of(cls, marks: Marks) -> "PackedMarks":
        """Pack `marks`."""
        said = (_MARK.pack(bytes.fromhex(digest), count, size) for digest, count, size in marks.values())
        return cls(marks, b"".join(said))

    def __getitem__(self, section: str) -> Mark:
        digest, count, size = _MARK.unpack_from(self._said, self._places[section] * _MARK.size)
        return digest.hex(), count, size

    def __contains__(self, section: object) -> bool:
        return section in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def counts(self) -> Iterator[tuple[str, int]]:
        """Give the sections and how many rows each has."""
        for section, (_, count, _) in zip(self._places, _MARK.iter_unpack(self._said), strict=True):
            yield section, count

    def __reduce__(self) -> tuple[type["PackedMarks"], tuple[tuple[str, ...], bytes]]:
        return PackedMarks, (tuple(self._places), self._said)


Totals = tuple[tuple[str, int], ...]


REGISTRIES = ("_bodies", "_documents")
"""What gives excerpts beside the plans; no plan has such an id."""

_DIGEST = 8


def mark_of(rows: Rows) -> Mark:
    """Give what is known of some rows."""
    size = sum(len(row) for row in rows if isinstance(row, bytes))
    return blake2b(told(rows), digest_size=_DIGEST).hexdigest(), len(rows), size


class Excerpts(Protocol):
    """The excerpts of all plans and of the registries in one language."""

    def marks(self) -> Mapping[str, Marks]:
        """Give what is known of the sections without opening them, by plan id or one of `REGISTRIES`."""

    def rows(self, plan_id: str, section: str) -> Rows:
        """Give the rows of one section of one plan, or of one of `REGISTRIES`, which has it."""


# So many sections are looked up plan by plan before all of them are.
_FEW = 32

_HOLDERS, _SECTIONS, _ROWS, _WHOLE, _TOTALS = "holders", "sections", "rows", "whole", "totals"


@dataclass(frozen=True)
class Shown:
    """The excerpts of one language, the newest plan first; what a page looks at is noted in `watch`."""

    language: str
    order: tuple[str, ...]
    """The ids of the published plans."""
    excerpts: Excerpts
    watch: Watch

    def holders(self, section: str) -> Totals:
        """Give the plans that have rows in `section`: (id, how many)."""
        self._note(_HOLDERS, section)
        return self._holders_of(section)

    def sections(self, group: str) -> Totals:
        """Give the sections `<group>/...` that any plan has, in the order of their names: (section, rows in all)."""
        self._note(_SECTIONS, group)
        return self._in_group(group)

    def rows(self, plan_id: str, section: str) -> Rows:
        """Give the rows of one plan in `section`."""
        self._note(_ROWS, f"{plan_id}/{section}")
        known = self._marks.get(plan_id, {})
        return self.excerpts.rows(plan_id, section) if section in known else ()

    def gathered(self, section: str) -> Iterator[Any]:
        """Give the rows of all plans in `section`, the newest plan first: one look, whatever the number of plans."""
        self._note(_WHOLE, section)
        for plan_id, _ in self._holders_of(section):
            yield from self.excerpts.rows(plan_id, section)

    def pieces(self, section: str) -> tuple[Piece, ...]:
        """Give the rows of all who have some in `section`, bytes, unopened: the same look as `gathered`."""
        self._note(_WHOLE, section)
        return tuple(
            Piece(digest, size, partial(self._joined, key, section)) for key, (digest, _, size) in self._held(section)
        )

    def total(self, section: str) -> tuple[int, int]:
        """Give how many rows all have in `section`, and their size in bytes."""
        self._note(_TOTALS, section)
        held = [mark for _, mark in self._held(section)]
        return sum(count for _, count, _ in held), sum(size for _, _, size in held)

    def _holders_of(self, section: str) -> Totals:
        """Look up a few sections one by one, as an edit asks for a few; go through all marks where many are wanted."""
        if section not in self._few and len(self._few) < _FEW:
            self._few[section] = tuple((key, count) for key, (_, count, _) in self._held_by(self.order, section))
        return self._few[section] if section in self._few else self._by_section.get(section, ())

    def _held(self, section: str) -> Iterator[tuple[str, Mark]]:
        yield from self._held_by((*REGISTRIES, *self.order), section)

    def _held_by(self, keys: Iterable[str], section: str) -> Iterator[tuple[str, Mark]]:
        for key in keys:
            marks = self._marks.get(key, {})
            if section in marks:
                yield key, marks[section]

    def _joined(self, key: str, section: str) -> bytes:
        return b"".join(self.excerpts.rows(key, section))

    def _note(self, what: str, key: str) -> None:
        self.watch.seen.add((f"{self.language}:{what}", key))

    @cached_property
    def _marks(self) -> Mapping[str, Marks]:
        return self.excerpts.marks()

    @cached_property
    def _few(self) -> dict[str, Totals]:
        return {}

    @cached_property
    def _by_section(self) -> Mapping[str, Totals]:
        return _holders({plan_id: self._marks.get(plan_id, {}) for plan_id in self.order})

    @cached_property
    def _in_group(self) -> Callable[[str], Totals]:
        return cache(lambda group: _in_all(f"{group}/", [self._marks.get(plan_id, {}) for plan_id in self.order]))


def _holders(marks: Mapping[str, Marks]) -> Mapping[str, Totals]:
    """Give the plans that have rows in each section, in the order of `marks`."""
    found: dict[str, list[tuple[str, int]]] = {}
    for plan_id, sections in marks.items():
        for section, count in _counts(sections):
            found.setdefault(section, []).append((plan_id, count))
    return {section: tuple(holders) for section, holders in found.items()}


def _counts(marks: Marks) -> Iterator[tuple[str, int]]:
    """Give the sections and how many rows each has."""
    if isinstance(marks, PackedMarks):
        return marks.counts()
    return ((section, count) for section, (_, count, _) in marks.items())


def _in_all(start: str, marks: Iterable[Marks]) -> Totals:
    """Give the sections whose names begin with `start`, with their rows in all."""
    found: dict[str, int] = {}
    for sections in marks:
        for section, count in _counts(sections):
            if section.startswith(start):
                found[section] = found.get(section, 0) + count
    return tuple(sorted(found.items()))


Packed = tuple[str, Mapping[str, Marks]]
"""The excerpts of one plan or registry: a name that no other excerpts have, and their marks by language."""


def is_of_excerpts(look: Seen) -> bool:
    """Say whether an excerpt was looked at, or something else."""
    return ":" in look[0]


def changed_looks(before: Mapping[str, Packed], now: Mapping[str, Packed]) -> frozenset[Seen]:
    """Give every look at excerpts that shows something else `now` than `before`; plans stand in their order.

    Where these are the same plans in the same order, those may be left out of both whose excerpts are the same.
    """
    changed = [plan_id for plan_id in {**before, **now} if before.get(plan_id, _NONE)[0] != now.get(plan_id, _NONE)[0]]
    languages = {language for _, marks in (*before.values(), *now.values()) for language in marks}
    same_order = list(before) == list(now)
    found: set[Seen] = set()
    for language in languages:
        old, new = _of(before, language), _of(now, language)
        found.update(_changed_rows(language, changed, old, new))
        places = _changed_counts(changed, old, new) if same_order else _changed_places(old, new)
        found.update((f"{language}:{_HOLDERS}", section) for section in places)
        found.update((f"{language}:{_WHOLE}", section) for section in places)
        groups = {section.partition("/")[0] for section in places if "/" in section}
        found.update((f"{language}:{_SECTIONS}", group) for group in groups)
    return frozenset(found)


_NONE: Packed = ("", {})
_NO_MARK: Mark = ("", 0, 0)


def _of(packed: Mapping[str, Packed], language: str) -> dict[str, Marks]:
    return {plan_id: marks.get(language, {}) for plan_id, (_, marks) in packed.items()}


def _changed_rows(
    language: str, changed: list[str], old: Mapping[str, Marks], new: Mapping[str, Marks]
) -> Iterator[Seen]:
    for plan_id in changed:
        was, is_now = old.get(plan_id, {}), new.get(plan_id, {})
        for section in {**was, **is_now}:
            if was.get(section) != is_now.get(section):
                yield f"{language}:{_ROWS}", f"{plan_id}/{section}"
                yield f"{language}:{_WHOLE}", section
            if was.get(section, _NO_MARK)[1:] != is_now.get(section, _NO_MARK)[1:]:
                yield f"{language}:{_TOTALS}", section


def _changed_counts(changed: list[str], old: Mapping[str, Marks], new: Mapping[str, Marks]) -> set[str]:
    """Give the sections in which some plan has another number of rows, where plans and their order are the same."""
    return {
        section
        for plan_id in changed
        for section in {**old[plan_id], **new[plan_id]}
        if old[plan_id].get(section, _NO_MARK)[1] != new[plan_id].get(section, _NO_MARK)[1]
    }


def _changed_places(old: Mapping[str, Marks], new: Mapping[str, Marks]) -> set[str]:
    """Give the sections that other plans have, or that the plans have in another order."""
    was, is_now = _holders(old), _holders(new)
    return {section for section in {**was, **is_now} if was.get(section) != is_now.get(section)}
