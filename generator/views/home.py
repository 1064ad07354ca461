"""The home page: what is open first, then the next dates, what is new, and the latest plans."""

from collections.abc import Sequence

from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.calendar import coming, recent
from generator.views.card import PlanCard
from generator.views.context import Context
from generator.views.feedback import OpenPlan
from generator.views.news import NewsView, newest
from generator.views.timeline import TimelineEntry, TimelineRow


@frozen
class HomeView:
    """The home page. `more_open` counts the plans that take feedback and are not among `open`."""

    name: Localised
    tagline: Localised | None
    open: tuple[OpenPlan, ...]
    more_open: int
    coming: tuple[OpenPlan, ...]
    next_entries: tuple[TimelineEntry, ...]
    recent_entries: tuple[TimelineEntry, ...]
    plans: tuple[PlanCard, ...]
    plan_count: int
    agency_count: int
    news: tuple[NewsView, ...]


_NEXT = 5
_LATEST = 6
_OPEN = 12


def home_view(context: Context) -> HomeView:
    """Give the home page."""
    shown, next_rows = context.shown, coming(context, _NEXT)
    taking, plans = shown.holders("taking/open"), shown.holders("card")
    return HomeView(
        name=context.text(context.config.name),
        tagline=context.maybe(context.config.tagline),
        open=_open_plans(context, "taking/open"),
        more_open=max(len(taking) - _OPEN, 0),
        coming=_open_plans(context, "taking/not_yet_open"),
        next_entries=_entries(next_rows),
        recent_entries=() if next_rows else _entries(recent(context, _NEXT)),
        plans=tuple(card for plan_id, _ in plans[:_LATEST] for card in shown.rows(plan_id, "card")),
        plan_count=len(plans),
        agency_count=len(context.index.agencies),
        news=newest(shown.gathered("news"), _NEXT),
    )


def _open_plans(context: Context, section: str) -> tuple[OpenPlan, ...]:
    """Give the newest plans of a section."""
    holders = context.shown.holders(section)[:_OPEN]
    return tuple(one for plan_id, _ in holders for one in context.shown.rows(plan_id, section))


def _entries(rows: Sequence[TimelineRow]) -> tuple[TimelineEntry, ...]:
    return tuple(row.entry for row in rows)
