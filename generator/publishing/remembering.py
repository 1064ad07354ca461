"""What the last build into a folder was made of: what of it still holds need not be made again.

A build of a thousand plans has some eight thousand parts that look up four hundred thousand things. They are kept as
numbers into one list, and what came of each part stays packed: an edit looks at all numbers and opens few parts.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import NamedTuple

from generator.domain.facts import PlanFacts
from generator.domain.project import Project
from generator.frozen import frozen
from generator.outputs.registry import Part
from generator.publishing.keeping import Kept
from generator.publishing.packed import Packed
from generator.publishing.store import digest_of
from generator.views.excerpts import changed_looks, is_of_excerpts
from generator.views.index import OF_REGISTRY, Index, changeable
from generator.views.watched import Seen

_LOOKED_UP = frozenset({"plans", "facts", "registry"})


Searched = tuple[str, tuple[tuple[str, str], ...]]
"""What the search was made of, and its files: (path, name of the object)."""


class Result(NamedTuple):
    """What came of a part: as in `Made`."""

    files: tuple[tuple[str, str], ...]
    jobs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Memory:
    """One finished build."""

    stamp: str
    """What tells this build from any other."""
    common: str
    """The digest of what every part is made of."""
    registry: str
    """What tells the registries from any others."""
    plans: Mapping[str, str]
    """The published plans, the newest first: by id, what tells their facts from any others."""
    facts: Packed[str, PlanFacts]
    """Their facts, by id."""
    names: tuple[str, ...]
    keys: tuple[str, ...]
    """Every look, in two halves; those that nobody looks at any more stay until all parts are made anew."""
    digests: tuple[str, ...]
    """What each look gave; empty for excerpts, which are compared plan by plan."""
    seen: "array[int]"
    """The numbers of what the parts looked up, part by part."""
    ends: "array[int]"
    """Where those of each part end."""
    results: Packed[Part, Result]
    """The parts in their order, plans first."""
    excerpts: Packed[str, Kept]
    """By the id of the plan or registry that gave them, the newest plan first."""
    searched: Searched

    @cached_property
    def looks(self) -> tuple[Seen, ...]:
        """Every look, by number."""
        return tuple(zip(self.names, self.keys, strict=True))

    @cached_property
    def numbers(self) -> Mapping[Seen, int]:
        """The number of every look."""
        return dict(zip(self.looks, range(len(self.names)), strict=True))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts, in their order."""
        return tuple(self.results)

    def seen_by(self, at: int) -> "array[int]":
        """Give the numbers of what the part `at` looked up."""
        return self.seen[self.ends[at - 1] if at else 0 : self.ends[at]]

    def __getstate__(self) -> dict[str, object]:
        """Leave out what follows from the rest."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def common_digest(project: Project, *more: str) -> str:
    """Tell what every part is made of: settings, written pages, the list of files, what was published, the day."""
    said = (repr(getattr(project, field.name)) for field in fields(project) if field.name not in _LOOKED_UP)
    return digest_of(*more, *said)


@frozen
class Now:
    """What the parts of today may look up: the index, and what tells its registries from any others."""

    index: Index
    registry: str

    @property
    def plans(self) -> dict[str, str]:
        """Give the published plans, the newest first: by id, what tells their facts from any others."""
        return {facts.id: facts.digest for facts in self.index.facts}


@frozen
class Past:
    """What is known of the last build, seen from today: `common` is the digest of what every part is made of."""

    memory: Memory | None
    common: str
    changed: frozenset[int]
    """The numbers of the looks, other than at excerpts, that give something else today."""

    @property
    def known(self) -> Memory | None:
        """The last build, where anything of it can still hold."""
        return self.memory if self.memory is not None and self.memory.common == self.common else None


def past_of(memory: Memory | None, common: str, now: Now) -> Past:
    """See the last build from today."""
    if memory is None or memory.common != common:
        return Past(memory, common, frozenset())
    may_differ = _may_differ(memory, now)
    return Past(
        memory,
        common,
        frozenset(
            number
            for number, look in enumerate(memory.looks)
            if may_differ(look) and now.index.digest(look) != memory.digests[number]
        ),
    )


def _may_differ(memory: Memory, now: Now) -> Callable[[Seen], bool]:
    """Tell which looks to compare: where the plans are the same, those that hang on facts that are not."""
    if memory.registry != now.registry:
        return lambda look: not is_of_excerpts(look)
    plans = now.plans
    if list(memory.plans) != list(plans):
        return lambda look: not is_of_excerpts(look) and look[0] not in OF_REGISTRY
    new = [facts for facts in now.index.facts if facts.digest != memory.plans[facts.id]]
    return changeable(now.index, [*new, *(memory.facts[facts.id] for facts in new)])


def changed_excerpts(memory: Memory, order: Sequence[str], new: Mapping[str, Kept]) -> frozenset[int]:
    """Give the numbers of the looks at excerpts that show something else: `new` are those that were made anew.

    `order` are the ids of all that give some, the newest plan first.
    """
    if list(memory.excerpts) == list(order):
        before, now = {one: memory.excerpts[one] for one in new}, dict(new)
    else:
        before, now = dict(memory.excerpts), {one: new[one] if one in new else memory.excerpts[one] for one in order}
    numbers = memory.numbers
    return frozenset(numbers[look] for look in changed_looks(before, now) if look in numbers)


def still_true(past: Past, changed: frozenset[int], wanted: Sequence[Part]) -> set[Part]:
    """Give those of `wanted` that looked at nothing that is in `changed`."""
    memory = past.known
    if memory is None:
        return set()
    touched = {memory.parts[at] for at in _that_saw(memory, changed)}
    return {part for part in wanted if part in memory.results and part not in touched}


def _that_saw(memory: Memory, changed: frozenset[int]) -> set[int]:
    """Give the places of the parts that looked at any of `changed`."""
    if not changed:
        return set()
    return {bisect_right(memory.ends, at) for at, number in enumerate(memory.seen) if number in changed}


def remembered(
    past: Past,
    now: Now,
    stamp: str,
    wanted: Sequence[Part],
    numbers: Mapping[Seen, int],
    seen: "Mapping[Part, array[int]]",
    results: Packed[Part, Result],
    excerpts: Packed[str, Kept],
    searched: Searched,
) -> Memory:
    """Give what the next build must know of this one.

    `seen` and `results` are of the parts that were made; the others of `wanted` still hold. `numbers` are those of
    all looks, those of the last build as they were.
    """
    old, plans = past.known, now.plans
    facts = {one.id: one for one in now.index.facts if old is None or old.plans.get(one.id) != one.digest}
    all_seen, ends = _all_seen(old, wanted, seen)
    return Memory(
        stamp=stamp,
        common=past.common,
        registry=now.registry,
        plans=plans,
        facts=(old.facts if old is not None else Packed[str, PlanFacts]({})).renewed(plans, Packed(facts)),
        names=tuple(name for name, _ in numbers),
        keys=tuple(key for _, key in numbers),
        digests=_digests(old, past.changed, now, numbers),
        seen=all_seen,
        ends=ends,
        results=(old.results if old is not None else Packed[Part, Result]({})).renewed(wanted, results),
        excerpts=excerpts,
        searched=searched,
    )


def _all_seen(
    old: Memory | None, wanted: Sequence[Part], new: "Mapping[Part, array[int]]"
) -> "tuple[array[int], array[int]]":
    """Give the numbers of what the parts looked up, part by part, and where those of each end."""
    places = {part: at for at, part in enumerate(old.parts)} if old is not None else {}
    seen, ends = array("I"), array("I")
    for part in wanted:
        if part in new:
            seen.extend(new[part])
        elif old is not None:
            seen.extend(old.seen_by(places[part]))
        ends.append(len(seen))
    return seen, ends


def _digests(old: Memory | None, changed: frozenset[int], now: Now, numbers: Mapping[Seen, int]) -> tuple[str, ...]:
    """Give what each look gives today, "" for excerpts."""
    looks = list(numbers)
    known = list(old.digests) if old is not None else []
    for number in changed if old is not None else ():
        known[number] = now.index.digest(looks[number])
    known.extend("" if is_of_excerpts(look) else now.index.digest(look) for look in looks[len(known) :])
    return tuple(known)
