"""All that plans ask of one body, added up. Plans may be many: their shares are opened one after the other."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.domain.times import Lane
from generator.frozen import frozen
from generator.views.body_share import BodyShare, DutyGroup
from generator.views.context import Context
from generator.views.news import NewsView, newest
from generator.views.tally import Tally, tally
from generator.views.timeline import TimelineRow

_NEWEST = 10
_NEXT, _RECENT = 20, 5


@frozen
class BodyWork:
    """What all plans ask of a body. Of a crowded one, `duties` say how much and where it stands."""

    crowded: bool
    duties: tuple[DutyGroup, ...]
    rows: tuple[TimelineRow, ...]
    """What it has to do with a time; of a crowded body what is next, and what was last."""
    count: int
    tally: Tally
    """Where its tasks and targets stand."""
    news: tuple[NewsView, ...]
    partners: tuple[tuple[str, int], ...]
    """Bodies that hold a role in the same items, and in how many; those with most first."""


def body_work(context: Context, agency_id: str) -> BodyWork:
    """Add up the shares of all plans."""
    sums = _Sums(bool(context.index.crowded.get(agency_id)), context.as_of.isoformat())
    for share in context.shown.gathered(f"body/{agency_id}"):
        sums.add(share)
    return BodyWork(
        crowded=sums.crowded,
        duties=tuple(sums.duties),
        rows=tuple(sums.rows),
        count=sums.items,
        tally=tally(context, sums.standings.elements()),
        news=sums.news,
        partners=tuple(sorted(sums.partners.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


@dataclass(slots=True)
class _Sums:
    """What is kept of the shares while they go by."""

    crowded: bool
    today: str
    duties: list[DutyGroup] = field(default_factory=list)
    rows: list[TimelineRow] = field(default_factory=list)
    items: int = 0
    standings: Counter[str] = field(default_factory=Counter)
    news: tuple[NewsView, ...] = ()
    partners: Counter[str] = field(default_factory=Counter)

    def add(self, share: BodyShare) -> None:
        """Take in the share of one more plan."""
        self.duties.append(share.duties)
        self.rows = [*self.rows, *share.timeline]
        if self.crowded:
            self.rows = _near(self.rows, self.today)
        self.items += share.items
        self.standings.update(share.standings)
        self.news = newest((*self.news, *share.news), _NEWEST)
        self.partners.update(dict(share.partners))


def _near(rows: Iterable[TimelineRow], today: str) -> list[TimelineRow]:
    """Give the dated rows that come next, and those that were last before the day of reference."""
    dated = sorted((row for row in rows if row.lane == Lane.DATED.value), key=lambda row: row.order)
    before = [row for row in dated if (row.entry.day or "") < today]
    return [*before[-_RECENT:], *dated[len(before) :][:_NEXT]]
