"""Scans by the place where a code hangs: all codes of a place together, also those of its former ids."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from generator.domain.scans import ShownScans, shown_scans
from generator.frozen import frozen
from generator.views.answered import Answered, all_codes, answered
from generator.views.site import SiteView


@frozen
class PlaceScans:
    """The scans of one place, or of a plan's general code where `placement` is None."""

    plan: str
    placement: str | None
    where: str | None
    codes: tuple[str, ...]
    scans: ShownScans


def known_codes(site: SiteView) -> frozenset[str]:
    """Give every code that the site answers, of today and of before."""
    return frozenset(one.code for one in all_codes(site))


def place_scans(site: SiteView, counts: Mapping[tuple[str, date], int]) -> Iterator[PlaceScans]:
    """Give the scans of each place that has any, by plan and placement. Numbers are hidden after adding up codes."""
    by_code = {one.code: one for one in answered(site)}
    days: defaultdict[tuple[str, str], defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    codes: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (code, day), count in counts.items():
        owner = _owner(by_code[code])
        days[owner][day] += count
        codes[owner].add(code)
    for owner in sorted(days):
        used = tuple(sorted(codes[owner]))
        one = by_code[used[0]]
        where = one.placement.where.vi if one.placement is not None else None
        yield PlaceScans(owner[0], owner[1] or None, where, used, shown_scans(days[owner]))


def _owner(one: Answered) -> tuple[str, str]:
    return one.plan_id, one.placement.id if one.placement is not None else ""
