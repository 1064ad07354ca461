"""What the last build into a folder was made of: what of it still holds need not be made again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from generator.domain.project import Project
from generator.outputs.registry import Part
from generator.publishing.making import Made
from generator.publishing.store import digest_of
from generator.views.index import Index
from generator.views.watched import Seen

_LOOKED_UP = frozenset({"plans", "facts", "registry"})


@dataclass(frozen=True, slots=True)
class Memory:
    """One finished build."""

    common: str
    """The digest of what every part is made of."""
    digests: Mapping[Seen, str]
    """What each look-up gave, for all look-ups of all parts."""
    parts: Mapping[Part, Made]
    searched: tuple[str, tuple[tuple[str, str], ...]]
    """What the search was made of, and its files."""


def common_digest(project: Project, *more: str) -> str:
    """Tell what every part is made of: settings, written pages, the list of files, what was published, the day."""
    said = (repr(getattr(project, field.name)) for field in fields(project) if field.name not in _LOOKED_UP)
    return digest_of(*more, *said)


def still_true(memory: Memory | None, common: str, index: Index, parts: Iterable[Part]) -> list[Made]:
    """Give those of `parts` for which everything that they looked up is what it was."""
    if memory is None or memory.common != common:
        return []
    known = [made for part in parts if (made := memory.parts.get(part)) is not None]
    looked_at = {seen for made in known for seen in made.seen}
    changed = {seen for seen in looked_at if index.digest(seen) != memory.digests[seen]}
    return [made for made in known if changed.isdisjoint(made.seen)]


def looked_up(index: Index, parts: Sequence[Made]) -> dict[Seen, str]:
    """Give the digest of everything that any part looked up."""
    every = {seen for made in parts for seen in made.seen}
    return {seen: index.digest(seen) for seen in every}


def known_jobs(memory: Memory | None) -> dict[str, str]:
    """Give the objects of all jobs of the last build, by key."""
    return {} if memory is None else dict(pair for made in memory.parts.values() for pair in made.jobs)


def shared(parts: Sequence[Made]) -> dict[Part, Made]:
    """Give the parts by name, with equal look-ups as one value: most parts look up the same few thousand things."""
    pool: dict[Seen, Seen] = {}
    return {made.part: replace(made, seen=tuple(pool.setdefault(seen, seen) for seen in made.seen)) for made in parts}
