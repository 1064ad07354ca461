"""Where the tasks and targets of a plan or a body stand, counted on the day of reference."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.domain.progress import NO_PROGRESS, Standing, item_changes, standing_changes
from generator.views.context import Context


@dataclass(frozen=True, slots=True)
class Count:
    """How many items stand somewhere; `words` are for so many of them."""

    key: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The items of something, counted by where they stand on the day of reference."""

    counts: tuple[Count, ...]
    """All of them, zero or not, in the order in which they are shown."""
    total: int

    @property
    def present(self) -> tuple[Count, ...]:
        """Those that are not zero."""
        return tuple(one for one in self.counts if one.count)


Changes = tuple[tuple[date, Standing], ...]
Standings = Mapping[str, Changes]
"""By item id: the days on which its count changes, each with where it stands from then on."""


def standings_of(context: Context, plan_id: str) -> Standings:
    """Give the days on which the count of each task and target of a plan changes, by item id."""
    parts = context.index.parts[plan_id]
    return {
        item: standing_changes(item_changes(times, parts.validity, parts.progress.get(item, NO_PROGRESS)))
        for item, times in parts.times.items()
    }


def tally(context: Context, changes: Iterable[Changes]) -> Tally:
    """Count items by where they stand on the day of reference."""
    found = Counter(_on(one, context.as_of) for one in changes)
    counts = tuple(Count(key.value, context.word("standings", key.value), found[key]) for key in Standing)
    return Tally(counts, sum(found.values()))


def _on(changes: Changes, day: date) -> Standing:
    return [where for since, where in changes if since <= day][-1]


def plan_tally(context: Context, plan_id: str) -> Tally:
    """Count the tasks and targets of one plan."""
    return tally(context, standings_of(context, plan_id).values())


def body_tally(context: Context, items: Iterable[tuple[str, str]]) -> Tally:
    """Count the tasks and targets among (plan, item) pairs, each once."""
    mine: dict[str, set[str]] = {}
    for plan_id, item in items:
        mine.setdefault(plan_id, set()).add(item)
    return tally(context, (c for plan_id, own in mine.items() for c in of_items(standings_of(context, plan_id), own)))


def of_items(standings: Standings, items: set[str]) -> Iterator[Changes]:
    """Give the changes of those of `items` that are tasks or targets."""
    return (standings[item] for item in sorted(items & standings.keys()))


def tally_words(counted: Tally) -> str:
    """Say a count in one line."""
    return "; ".join(f"{one.count} {one.words}" for one in counted.present)
