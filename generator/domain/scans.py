"""How often codes were opened, told so that nobody can be singled out.

A day with a few scans may tell of a person: who was seen at the banner at noon is the one scan of that day. So a day
with fewer than `LEAST` scans shows no number, and a total adds only the numbers that are shown: a total of everything
would give a hidden day away by subtraction. Nothing is summed over days or places besides.
"""

from collections.abc import Mapping
from datetime import date

from generator.frozen import frozen

LEAST = 5
"""The least number that is told."""


@frozen
class DayCount:
    """The scans of one day, None where they were too few to be told. Days without any are not listed."""

    day: date
    scans: int | None


@frozen
class ShownScans:
    """What may be told of one code, by day."""

    days: tuple[DayCount, ...]

    @property
    def total(self) -> int:
        """The scans of the days that are told; the others are not in it."""
        return sum(one.scans for one in self.days if one.scans is not None)

    @property
    def hidden_days(self) -> int:
        """On how many days there were scans, but too few to be told."""
        return sum(one.scans is None for one in self.days)


def shown_scans(counts: Mapping[date, int]) -> ShownScans:
    """Give what may be told of `counts`, in the order of days."""
    return ShownScans(tuple(DayCount(day, told(count)) for day, count in sorted(counts.items()) if count))


def told(count: int) -> int | None:
    """Give a count that may be told, None where it is too small."""
    return count if count >= LEAST else None
