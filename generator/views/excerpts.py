"""Excerpts: what pages elsewhere show of a plan, as rows by section, made once while the plan itself is open.

A page over many plans is put together from their excerpts and opens no plan. It looks at single sections, and an
edit that leaves a section as it was costs the pages that show it nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from generator.views.watched import Seen, Watch

Rows = tuple[Any, ...]
"""What a plan gives to a section: values of views."""

Marks = Mapping[str, tuple[str, int]]
"""By section: the digest of its rows, and how many there are."""

Totals = tuple[tuple[str, int], ...]


class Excerpts(Protocol):
    """The excerpts of all plans in one language."""

    def marks(self) -> Mapping[str, Marks]:
        """Give what is known of each plan's sections without opening them, by plan id."""

    def rows(self, plan_id: str, section: str) -> Rows:
        """Give the rows of one section of one plan, which has it."""


class NoExcerpts:
    """Stands where excerpts are only made and none is looked at."""

    def marks(self) -> Mapping[str, Marks]:
        """Give nothing."""
        return {}

    def rows(self, plan_id: str, section: str) -> Rows:
        """There are none."""
        raise LookupError(f"{plan_id}: {section}")


_HOLDERS, _SECTIONS, _ROWS = "holders", "sections", "rows"


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
        return self._by_section.get(section, ())

    def sections(self, group: str) -> Totals:
        """Give the sections `<group>/...` that any plan has, in the order of their names: (section, rows in all)."""
        self._note(_SECTIONS, group)
        return self._by_group.get(group, ())

    def rows(self, plan_id: str, section: str) -> Rows:
        """Give the rows of one plan in `section`."""
        self._note(_ROWS, f"{plan_id}/{section}")
        known = self._marks.get(plan_id, {})
        return self.excerpts.rows(plan_id, section) if section in known else ()

    def gathered(self, section: str) -> Iterator[Any]:
        """Give the rows of all plans in `section`, the newest plan first."""
        for plan_id, _ in self.holders(section):
            yield from self.rows(plan_id, section)

    def digest(self, seen: Seen) -> object:
        """Tell what was looked at from any other value that could stand there."""
        what, key = seen[0].partition(":")[2], seen[1]
        if what == _HOLDERS:
            return self._by_section.get(key, ())
        if what == _SECTIONS:
            return self._by_group.get(key, ())
        plan_id, _, section = key.partition("/")
        return self._marks.get(plan_id, {}).get(section, ("", 0))[0]

    def _note(self, what: str, key: str) -> None:
        self.watch.seen.add((f"{self.language}:{what}", key))

    @cached_property
    def _marks(self) -> Mapping[str, Marks]:
        return self.excerpts.marks()

    @cached_property
    def _by_section(self) -> Mapping[str, Totals]:
        found: dict[str, list[tuple[str, int]]] = {}
        for plan_id in self.order:
            for section, (_, count) in self._marks.get(plan_id, {}).items():
                found.setdefault(section, []).append((plan_id, count))
        return {section: tuple(holders) for section, holders in found.items()}

    @cached_property
    def _by_group(self) -> Mapping[str, Totals]:
        found: dict[str, list[tuple[str, int]]] = {}
        for section, holders in sorted(self._by_section.items()):
            group, mark, _ = section.partition("/")
            if mark:
                found.setdefault(group, []).append((section, sum(count for _, count in holders)))
        return {group: tuple(totals) for group, totals in found.items()}
