"""The list of all plans, with filters where one page holds it, else cut into pages."""

from collections.abc import Callable, Sequence

from generator.frozen import frozen
from generator.views.card import PlanCard
from generator.views.context import Context
from generator.views.filters import Choice, Filter
from generator.views.paging import PageLink, cut, page_links

_ON_A_PAGE = 60


@frozen
class PlansView:
    """One page of the list; `pages` are all of them, none where this is the only one."""

    cards: tuple[PlanCard, ...]
    filters: tuple[Filter, ...]
    pages: tuple[PageLink, ...]
    count: int
    """How many plans there are on all pages."""


def plan_pages(context: Context) -> list[Sequence[str]]:
    """Give the ids of the plans on each page, the newest page first."""
    return cut([plan_id for plan_id, _ in context.shown.holders("card")], _ON_A_PAGE)


def plans_view(context: Context, base: str, page: int) -> PlansView:
    """Give one page of the list, 0 the newest; `base` is the path of that."""
    pages = plan_pages(context)
    labels = [_label(context, at + 1, ids) for at, ids in enumerate(pages)]
    cards = tuple(card for plan_id in pages[page] for card in context.shown.rows(plan_id, "card"))
    filters = _filters(context, cards) if len(pages) == 1 else ()
    return PlansView(cards, filters, page_links(context, base, labels, page), sum(map(len, pages)))


def _label(context: Context, page: int, ids: Sequence[str]) -> str:
    """Name a page by its number, and by the years in which its plans were issued where they are known."""
    years = [year for plan_id in (ids[-1], ids[0]) if (year := context.index.years[plan_id])] if ids else []
    if not years:
        return context.say("pages.page", page=page)
    return context.say("pages.label", page=page, years="–".join(dict.fromkeys(years)))


def _filters(context: Context, cards: tuple[PlanCard, ...]) -> tuple[Filter, ...]:
    """Give the filters by state, place, issuer, year and kind."""
    return (
        _filter(context, "state", cards, lambda c: (c.state.key, c.state.word) if c.state else None),
        _filter(context, "place", cards, lambda c: (c.place, c.place_name.text)),
        _filter(context, "issuer", cards, lambda c: (c.issuer.id, c.issuer.text.text)),
        _filter(context, "year", cards, lambda c: (c.year, c.year) if c.year else None),
        _filter(context, "kind", cards, lambda c: (c.kind, c.kind_word)),
    )


def _filter(
    context: Context, key: str, cards: tuple[PlanCard, ...], of: Callable[[PlanCard], tuple[str, str] | None]
) -> Filter:
    """Make a filter of what `of` says about each card: (value, words)."""
    words: dict[str, str] = {}
    counts: dict[str, int] = {}
    for card in cards:
        found = of(card)
        if found is not None:
            words[found[0]] = found[1]
            counts[found[0]] = counts.get(found[0], 0) + 1
    found_choices = tuple(Choice(value, words[value], count) for value, count in counts.items())
    return Filter(key, context.say(f"filters.{key}"), found_choices)
