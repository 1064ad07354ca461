"""Parts of the site as they are wanted now: those that still hold stay, the others are made anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator.outputs.registry import Part
from generator.publishing.making import Made, Spread, Workshop, make_parts
from generator.publishing.remembering import Memory, Now, still_true
from generator.publishing.report import Finished
from generator.publishing.store import Store


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of the last build into the same folder, and the digest of what every part is made of today."""

    common: str
    memory: Memory | None
    last: Finished | None


def renewed(workshop: Workshop, past: Past, now: Now, wanted: Sequence[Part], spread: Spread | None) -> list[Made]:
    """Give `wanted`, in this order. `spread` gives other processes for what must be made."""
    true = still_true(past.memory, past.common, now, wanted)
    there = {made.part: made for made in true if _is_sound(workshop.store, made, past.last)}
    new = [part for part in wanted if part not in there]
    elsewhere = partial(spread, workshop) if spread is not None else None
    there.update((made.part, made) for made in make_parts(workshop, new, elsewhere))
    return [there[part] for part in wanted]


def _is_sound(store: Store, made: Made, last: Finished | None) -> bool:
    """Say whether the files of a part are as they were: by size and time, and where those differ by their bytes.

    Excerpts need only be there: one that is broken is made anew by whoever opens it.
    """
    before = last.site if last is not None else {}
    if made.kept[0] and store.lying(made.kept[0]) is None:
        return False
    return all(
        (path in before and before[path] == (name, status_of(store, name))) or store.has_object(name)
        for path, name in made.files
    )


def status_of(store: Store, name: str) -> tuple[int, int]:
    """Give size and time of change of an object, zeros where it is not there."""
    found = store.lying(name)
    return (found.size, found.changed) if found is not None else (0, 0)
