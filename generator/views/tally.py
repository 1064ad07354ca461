"""Where the tasks and targets of a plan or a body stand, counted on the day of reference."""

from collections import Counter
from collections.abc import Iterable

from generator.domain.progress import Standing
from generator.frozen import frozen
from generator.views.context import Context


@frozen
class Count:
    """How many items stand somewhere; `words` are for so many of them."""

    key: str
    words: str
    count: int


@frozen
class Tally:
    """The items of something, counted by where they stand on the day of reference."""

    counts: tuple[Count, ...]
    """All of them, zero or not, in the order in which they are shown."""
    total: int

    @property
    def present(self) -> tuple[Count, ...]:
        """Those that are not zero."""
        return tuple(one for one in self.counts if one.count)


def standings_on(context: Context, plan_id: str) -> dict[str, str]:
    """Give where each task and target of a plan stands on the day of reference, by item id."""
    found = context.index.parts[plan_id].standings.items()
    return {item: [where for since, where in changes if since <= context.as_of][-1].value for item, changes in found}


def tally(context: Context, standings: Iterable[str]) -> Tally:
    """Count items by where each stands on the day of reference."""
    found = Counter(standings)
    counts = tuple(Count(key.value, context.word("standings", key.value), found[key.value]) for key in Standing)
    return Tally(counts, sum(found.values()))


def added(context: Context, tallies: Iterable[Tally]) -> Tally:
    """Add up the counts of several plans."""
    found = Counter[str]()
    for one in tallies:
        found.update({count.key: count.count for count in one.counts})
    return tally(context, found.elements())


def plan_tally(context: Context, plan_id: str) -> Tally:
    """Count the tasks and targets of one plan."""
    return tally(context, standings_on(context, plan_id).values())


def tally_words(counted: Tally) -> str:
    """Say a count in one line."""
    return "; ".join(f"{one.count} {one.words}" for one in counted.present)
