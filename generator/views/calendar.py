"""The timeline of everything: one page where that is short enough, else a page a month and one for each lane."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.chart import Chart
from generator.frozen import frozen
from generator.views.chart import site_chart
from generator.views.context import Context
from generator.views.filters import Filter, choices
from generator.views.paging import PageLink
from generator.views.timeline import LANES, TimelineEntry, TimelineRow, TimelineView, timeline_view

# So many entries are one page on a phone.
_ON_A_PAGE = 250
_NEXT, _RECENT = 20, 5
_SLUGS = {"ongoing": "thuong-xuyen", "recurring": "dinh-ky", "period": "giai-doan", "event": "theo-su-kien"}


@frozen
class SectionLink:
    """A section of the timeline that has pages of its own: a month, or a lane."""

    label: str
    href: str
    count: int


@frozen
class CalendarView:
    """The first page: the whole timeline, or what is next with the way to all months and lanes."""

    timeline: TimelineView
    filters: tuple[Filter, ...]
    chart: Chart | None
    years: tuple[tuple[str, tuple[SectionLink, ...]], ...]
    """By year: its months. None where this page has everything."""
    lanes: tuple[SectionLink, ...]


@frozen
class SectionView:
    """One page of a month or a lane."""

    path: str
    title: str
    timeline: TimelineView
    filters: tuple[Filter, ...]
    pages: tuple[PageLink, ...]
    """The pages of this section, where it has more than one."""
    before: SectionLink | None
    after: SectionLink | None


def calendar_view(context: Context, base: str) -> CalendarView:
    """Give the first page of the timeline; `base` is its path."""
    if is_whole(context):
        sections = (section for group in ("dated", "lane") for section, _ in context.shown.sections(group))
        timeline = timeline_view(context, [row for section in sections for row in context.shown.gathered(section)])
        return CalendarView(timeline, _filters(context, timeline), site_chart(context), (), ())
    near = (*reversed(recent(context, _RECENT)), *coming(context, _NEXT))
    years: dict[str, list[SectionLink]] = {}
    for section, count in context.shown.sections("dated"):
        month = replace(_link(context, base, section, count), label=_month(context, section))
        years.setdefault(section[6:10], []).append(month)
    lanes = tuple(_link(context, base, section, count) for section, count in _lanes(context))
    grouped = tuple((year, tuple(links)) for year, links in years.items())
    return CalendarView(timeline_view(context, near), (), site_chart(context), grouped, lanes)


def is_whole(context: Context) -> bool:
    """Say whether the timeline of everything is one page."""
    shown = context.shown
    return sum(count for group in ("dated", "lane") for _, count in shown.sections(group)) <= _ON_A_PAGE


def sections_with_pages(context: Context) -> tuple[str, ...]:
    """Give the months and lanes that have pages of their own."""
    if is_whole(context):
        return ()
    return tuple(section for group in ("dated", "lane") for section, _ in context.shown.sections(group))


def section_views(context: Context, base: str, section: str) -> Iterator[SectionView]:
    """Give the pages of a month or a lane, the earliest entries first."""
    rows = sorted(context.shown.gathered(section), key=lambda row: row.order)
    pages = [rows[at : at + _ON_A_PAGE] for at in range(0, len(rows), _ON_A_PAGE)]
    before, after = _neighbours(context, base, section)
    title = _title(context, section)
    for here, found in enumerate(pages):
        timeline = timeline_view(context, found)
        yield SectionView(
            path=_path(base, section, here),
            title=title if len(pages) == 1 else context.say("pages.part", title=title, page=here + 1, n=len(pages)),
            timeline=timeline,
            filters=_filters(context, timeline),
            pages=_page_links(context, base, section, len(pages), here),
            before=before,
            after=after,
        )


def section_paths(context: Context, base: str, section: str) -> tuple[str, ...]:
    """Give the paths of the pages of a month or a lane, without making them."""
    count = sum(rows for _, rows in context.shown.holders(section))
    return tuple(_path(base, section, page) for page in range(-(-count // _ON_A_PAGE)))


def _page_links(context: Context, base: str, section: str, count: int, here: int) -> tuple[PageLink, ...]:
    if count < 2:
        return ()
    labels = (context.say("pages.number", page=page + 1) for page in range(count))
    paths = (context.routes.at(_path(base, section, page)) for page in range(count))
    return tuple(PageLink(*link, page == here) for page, link in enumerate(zip(labels, paths, strict=True)))


def _neighbours(context: Context, base: str, section: str) -> tuple[SectionLink | None, SectionLink | None]:
    """Give the month before and the month after, of those that have entries."""
    if not section.startswith("dated/"):
        return None, None
    months = context.shown.sections("dated")
    at = next(at for at, (name, _) in enumerate(months) if name == section)
    before = _link(context, base, *months[at - 1]) if at else None
    after = _link(context, base, *months[at + 1]) if at + 1 < len(months) else None
    return before, after


def _lanes(context: Context) -> list[tuple[str, int]]:
    """Give the lanes that have entries, in the order in which they are shown."""
    found = dict(context.shown.sections("lane"))
    named = (f"lane/{lane.value}" for lane in LANES)
    return [(section, found[section]) for section in named if section in found]


def _link(context: Context, base: str, section: str, count: int) -> SectionLink:
    return SectionLink(_title(context, section), context.routes.at(_path(base, section, 0)), count)


def _title(context: Context, section: str) -> str:
    kind, _, key = section.partition("/")
    if kind == "lane":
        return context.word("lanes", key)
    month = context.say(f"dates.months.{int(key[5:])}")
    return context.say("dates.month_of_year", m=int(key[5:]), month=month, y=key[:4])


def _month(context: Context, section: str) -> str:
    """Name a month without its year."""
    month = int(section[-2:])
    return context.say("dates.month", m=month, month=context.say(f"dates.months.{month}"))


def _path(base: str, section: str, page: int) -> str:
    """Give the path of a page of a section: lich/2026-08/, lich/2026-08_2/, lich/dinh-ky/."""
    key = section.partition("/")[2]
    return f"{base}{_SLUGS.get(key, key)}{f'_{page + 1}' if page else ''}/"


def coming(context: Context, most: int) -> list[TimelineRow]:
    """Give the next `most` dated rows of all plans, from the day of reference on."""
    today = context.as_of.isoformat()
    months = [section for section, _ in context.shown.sections("dated") if section[6:] >= today[:7]]
    return _taken(context, months, most, lambda row: (row.entry.day or "") >= today)


def recent(context: Context, most: int) -> list[TimelineRow]:
    """Give the last `most` dated rows of all plans before the day of reference, the latest first."""
    today = context.as_of.isoformat()
    months = [section for section, _ in context.shown.sections("dated") if section[6:] <= today[:7]]
    return _taken(context, reversed(months), most, lambda row: (row.entry.day or "") < today, latest_first=True)


def _taken(
    context: Context,
    months: Iterable[str],
    most: int,
    fits: Callable[[TimelineRow], bool],
    latest_first: bool = False,
) -> list[TimelineRow]:
    """Take the first rows of `months` that fit; no month is opened that is not needed."""
    found: list[TimelineRow] = []
    for section in months:
        rows = sorted(filter(fits, context.shown.gathered(section)), key=lambda row: row.order)
        found += reversed(rows) if latest_first else rows
        if len(found) >= most:
            break
    return found[:most]


def _filters(context: Context, timeline: TimelineView) -> tuple[Filter, ...]:
    """Give the filters by plan, body and kind."""
    every: list[TimelineEntry] = [entry for year in timeline.years for entry in year.entries]
    every += [entry for lane in timeline.lanes for entry in lane.entries]
    plans = {e.plan: e.plan_title.text for e in every}
    kinds = {e.kind: e.kind_word for e in every}
    bodies = {body.id: body.text.text for e in every for body in e.leads}
    return (
        Filter("plan", context.say("filters.plan"), choices(plans, [e.plan for e in every])),
        Filter("agency", context.say("filters.agency"), choices(bodies, [b for e in every for b in e.bodies])),
        Filter("kind", context.say("filters.entry_kind"), choices(kinds, [e.kind for e in every])),
    )
