"""Parts of the site as they are wanted now: those that still hold stay, the others are made anew."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generator.outputs.registry import WITH_EXCERPTS, Part
from generator.publishing.keeping import Kept
from generator.publishing.making import Made, Spread, Workshop, make_parts
from generator.publishing.packed import Packed
from generator.publishing.remembering import Memory, Past, Result, still_true
from generator.publishing.report import Site
from generator.publishing.store import Store
from generator.views.watched import Seen


class Renewed:
    """What came of parts that were made, as it will be kept: of a large site not even that is held open.

    `numbers` are those of all looks so far; new ones are put into it.
    """

    def __init__(self, numbers: dict[Seen, int]) -> None:
        self.numbers = numbers
        self.seen: dict[Part, array[int]] = {}
        self.results: Packed[Part, Result] = Packed({})
        self.excerpts: Packed[str, Kept] = Packed({})

    def take(self, made: Made) -> None:
        """Take in what came of a part."""
        numbers = self.numbers
        self.seen[made.part] = array("I", [numbers.setdefault(look, len(numbers)) for look in made.seen])
        self.results.put(made.part, Result(made.files, made.jobs))
        if made.part.scope in WITH_EXCERPTS:
            self.excerpts.put(made.part.key, made.kept)


def renew(
    workshop: Workshop,
    past: Past,
    changed: frozenset[int],
    wanted: Sequence[Part],
    lying: Site | None,
    spread: Spread | None,
    renewed: Renewed,
) -> None:
    """Make those of `wanted` that looked at anything of `changed`, and those whose files are no longer there.

    `lying` tells how the files of the last build lay, None where all are known to lie as they did. `spread` gives
    other processes. What was made goes into `renewed`.
    """
    true = still_true(past, changed, wanted)
    if lying is not None and past.known is not None:
        known = past.known
        true = {part for part in true if _is_sound(workshop.store, known, part, lying)}
    new = [part for part in wanted if part not in true]
    shop = replace(workshop, known=_known_jobs(past, true, {part.scope for part in wanted}))
    elsewhere = partial(spread, shop) if spread is not None else None
    for made in make_parts(shop, new, elsewhere):
        renewed.take(made)


def _known_jobs(past: Past, true: set[Part], scopes: set[str]) -> dict[str, str]:
    """Give the objects of the jobs of the last build, by key: of all parts in `scopes` that do not hold."""
    if past.memory is None:
        return {}
    parts = (part for part in past.memory.parts if part.scope in scopes and part not in true)
    return {key: name for part in parts for key, name in past.memory.results[part].jobs}


def _is_sound(store: Store, known: Memory, part: Part, lying: Site) -> bool:
    """Say whether the files of a part are as they were: by size and time, and where those differ by their bytes.

    Excerpts need only be there: one that is broken is made anew by whoever opens it.
    """
    if part.scope in WITH_EXCERPTS and store.lying(known.excerpts[part.key][0]) is None:
        return False
    return all(
        (path in lying and lying[path] == (name, store.status(name))) or store.has_object(name)
        for path, name in known.results[part].files
    )
