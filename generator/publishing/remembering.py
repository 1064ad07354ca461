"""What the last build into a folder was made of: what of it still holds need not be made again.

A build of a thousand plans has some fifteen thousand parts that look up a hundred thousand things. They are kept as
numbers into one list, which is read and written in a fraction of the time that the things themselves take.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

from generator.domain.project import Project
from generator.outputs.registry import Part
from generator.publishing.keeping import NOT_KEPT, Kept
from generator.publishing.making import Made
from generator.publishing.store import digest_of
from generator.views.excerpts import changed_looks, is_of_excerpts
from generator.views.index import OF_REGISTRY, Index
from generator.views.watched import Seen

_LOOKED_UP = frozenset({"plans", "facts", "registry"})


class _Kept(NamedTuple):
    """A part as it is remembered: as `Made`, with numbers in place of what it looked up."""

    looks: "array[int]"
    files: tuple[tuple[str, str], ...]
    jobs: tuple[tuple[str, str], ...]
    kept: Kept


@dataclass(frozen=True, slots=True)
class Memory:
    """One finished build."""

    common: str
    """The digest of what every part is made of."""
    looks: tuple[Seen, ...]
    """All that any part looked up."""
    digests: tuple[str, ...]
    """What each of them gave; empty for excerpts, which are compared plan by plan."""
    registry: str
    """What tells the registries from any others."""
    parts: Mapping[Part, _Kept]
    searched: tuple[str, tuple[tuple[str, str], ...]]
    """What the search was made of, and its files."""


def common_digest(project: Project, *more: str) -> str:
    """Tell what every part is made of: settings, written pages, the list of files, what was published, the day."""
    said = (repr(getattr(project, field.name)) for field in fields(project) if field.name not in _LOOKED_UP)
    return digest_of(*more, *said)


@dataclass(frozen=True, slots=True)
class Now:
    """What the parts of today may look up: the index, what tells its registries, and the excerpts by plan."""

    index: Index
    registry: str
    kept: Mapping[str, Kept]

    def digest(self, look: Seen, memory: Memory | None, number: int | None) -> str:
        """Tell what a look gives; where the registries are what they were, so is what only they say."""
        if is_of_excerpts(look):
            return ""
        if memory is not None and number is not None and self.registry == memory.registry and look[0] in OF_REGISTRY:
            return memory.digests[number]
        return self.index.digest(look)


def still_true(memory: Memory | None, common: str, now: Now, parts: Iterable[Part]) -> list[Made]:
    """Give those of `parts` for which everything that they looked up is what it was."""
    if memory is None or memory.common != common:
        return []
    known = [(part, found) for part in parts if (found := memory.parts.get(part)) is not None]
    looked_at = {number for _, found in known for number in found.looks}
    excerpts = changed_looks(_excerpts(memory), now.kept)
    changed = {number for number in looked_at if _differs(memory, now, excerpts, number)}
    return [_made(memory, *one) for one in known if changed.isdisjoint(one[1].looks)]


def _differs(memory: Memory, now: Now, excerpts: frozenset[Seen], number: int) -> bool:
    look = memory.looks[number]
    return look in excerpts or now.digest(look, memory, number) != memory.digests[number]


def _excerpts(memory: Memory) -> dict[str, Kept]:
    return {part.key: found.kept for part, found in memory.parts.items() if found.kept != NOT_KEPT}


def _made(memory: Memory, part: Part, found: _Kept) -> Made:
    return Made(part, tuple(memory.looks[number] for number in found.looks), found.files, found.jobs, found.kept)


def remembered(
    past: Memory | None,
    common: str,
    now: Now,
    parts: Sequence[Made],
    searched: tuple[str, tuple[tuple[str, str], ...]],
) -> Memory:
    """Give what the next build must know of this one; `past` is what was known before."""
    numbers: dict[Seen, int] = {}
    kept = {
        made.part: _Kept(
            array("I", (numbers.setdefault(look, len(numbers)) for look in made.seen)), made.files, made.jobs, made.kept
        )
        for made in parts
    }
    before = {look: number for number, look in enumerate(past.looks)} if past is not None else {}
    digests = tuple(now.digest(look, past, before.get(look)) for look in numbers)
    return Memory(common, tuple(numbers), digests, now.registry, kept, searched)


def known_jobs(memory: Memory | None) -> dict[str, str]:
    """Give the objects of all jobs of the last build, by key."""
    return {} if memory is None else dict(pair for made in memory.parts.values() for pair in made.jobs)
