"""Parts of the site as they are wanted now: those that still hold stay, the others are made anew."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generator.outputs.registry import Part
from generator.publishing.making import Made, Spread, Workshop, make_parts
from generator.publishing.remembering import Past, Result, still_true
from generator.publishing.report import Site
from generator.publishing.store import Store


def renewed(
    workshop: Workshop,
    past: Past,
    changed: frozenset[int],
    wanted: Sequence[Part],
    lying: Site | None,
    spread: Spread | None,
) -> dict[Part, Made]:
    """Make those of `wanted` that looked at anything of `changed`, and those whose files are no longer there.

    `lying` tells how the files of the last build lay, None where all are known to lie as they did. `spread` gives
    other processes.
    """
    true = still_true(past, changed, wanted)
    if lying is not None and past.known is not None:
        results = past.known.results
        true = {part for part in true if _is_sound(workshop.store, results[part], lying)}
    new = [part for part in wanted if part not in true]
    shop = replace(workshop, known=_known_jobs(past, true, {part.scope for part in wanted}))
    elsewhere = partial(spread, shop) if spread is not None else None
    return {made.part: made for made in make_parts(shop, new, elsewhere)}


def _known_jobs(past: Past, true: set[Part], scopes: set[str]) -> dict[str, str]:
    """Give the objects of the jobs of the last build, by key: of all parts in `scopes` that do not hold."""
    if past.memory is None:
        return {}
    parts = (part for part in past.memory.parts if part.scope in scopes and part not in true)
    return {key: name for part in parts for key, name in past.memory.results[part].jobs}


def _is_sound(store: Store, result: Result, lying: Site) -> bool:
    """Say whether the files of a part are as they were: by size and time, and where those differ by their bytes.

    Excerpts need only be there: one that is broken is made anew by whoever opens it.
    """
    if result.kept[0] and store.lying(result.kept[0]) is None:
        return False
    return all(
        (path in lying and lying[path] == (name, store.status(name))) or store.has_object(name)
        for path, name in result.files
    )
