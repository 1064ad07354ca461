"""The calendars that people follow: of a plan, of a body, and of everything, put together from the rows of plans."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from generator.calendar_file import CalendarHead
from generator.domain.agency import Agency
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.routes import CALENDAR
from generator.views.bodies import agency_name
from generator.views.calendar_rows import AGAIN, ONCE, CalendarRow, calendar_rows
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.former import removed_pages
from generator.views.site import SiteView

_BEFORE = timedelta(days=90)
# Programs read a calendar anew every day: so many events are about a megabyte, more than most of them take.
_MOST = 1200


@frozen
class CalendarFile:
    """A calendar: its head and its finished events."""

    path: str
    head: CalendarHead
    events: tuple[str, ...]


def plan_calendar(context: Context, plan: Plan) -> CalendarFile:
    """Give the calendar of a plan, with all that has a day."""
    routes, name = context.routes, context.text(plan.short_title).text
    path = routes.plan_calendar(plan.id)
    return _file(path, _head(context, "plan", name, path, routes.plan(plan.id)), calendar_rows(context, plan))


def body_calendar(context: Context, agency: Agency) -> CalendarFile:
    """Give the calendar of a body: all that has a day and in which it holds a role, in every plan."""
    routes, name = context.routes, body_title(context, agency).text
    path = routes.agency_calendar(agency.id)
    return _file(path, _head(context, "body", name, path, routes.agency(agency.id)), body_rows(context, agency.id))


def body_rows(context: Context, agency_id: str) -> Iterator[CalendarRow]:
    """Give the rows in which a body holds a role, the newest plan first."""
    for plan_id, _ in context.shown.holders(f"body/{agency_id}"):
        for section in (ONCE, AGAIN):
            yield from (row for row in context.shown.rows(plan_id, section) if agency_id in row.bodies)


def site_calendar(context: Context) -> CalendarFile:
    """Give the calendar of everything that is not over 90 days before the day of reference; where that is very much,
    what comes first."""
    name, routes = context.text(context.config.name).text, context.routes
    path, first = routes.site_calendar, context.as_of - _BEFORE
    head = _head(context, "site", name, path, routes.timeline)
    again = (row for row in context.shown.gathered(AGAIN) if row.last >= first)
    return _file(path, head, (*islice(again, _MOST // 4), *islice(_near(context, first), _MOST)))


def _near(context: Context, first: date) -> Iterator[CalendarRow]:
    """Give the single events from `first` on, month by month; no plan is opened before one of its months is."""
    seen: set[str] = set()
    waiting: list[CalendarRow] = []
    # What is due before the first of a month stands in the timeline there, and in a calendar on the day before.
    # What only begins has no month in the timeline.
    for section, _ in context.shown.sections("dated"):
        month = section.partition("/")[2]
        if month and month < f"{first:%Y-%m}":
            continue
        yield from (row for row in waiting if f"{row.last:%Y-%m}" < month)
        waiting = [row for row in waiting if f"{row.last:%Y-%m}" >= month]
        new = [plan_id for plan_id, _ in context.shown.holders(section) if plan_id not in seen]
        seen.update(new)
        found = (row for plan_id in new for row in context.shown.rows(plan_id, ONCE) if row.last >= first)
        waiting = sorted((*waiting, *found), key=lambda row: row.last)
    yield from waiting


def gone_calendars(site: SiteView, context: Context) -> Iterator[CalendarFile]:
    """Give a calendar without any event for each plan and body that was removed: who follows it is told."""
    for page, name, text in removed_pages(site, context):
        path = f"{page}{CALENDAR}"
        yield CalendarFile(path, replace(_head(context, "plan", name, path, page), about=text), ())


def body_title(context: Context, agency: Agency) -> Localised:
    """Give the name of a body with its place, as many places have a body of the same name."""
    name, place = agency_name(context, agency), context.index.places.get(agency.place or "")
    where = place_title(context, place).text if place is not None else ""
    if not where or where.casefold() in name.text.casefold():
        return name
    return Localised(f"{name.text}, {where}", name.language, name.fallback)


def _head(context: Context, kind: str, name: str, source: str, page: str) -> CalendarHead:
    address = context.config.address
    about = context.say("calendar.about", page=address + page)
    return CalendarHead(
        name=context.say(f"calendar.name.{kind}", name=name),
        about=f"{context.say('calendar.demo')} {about}" if context.config.demo else about,
        source=address + source,
        page=address + page,
        language=context.language,
    )


def _file(path: str, head: CalendarHead, rows: Iterable[CalendarRow]) -> CalendarFile:
    """Put a calendar in the order of its days."""
    ordered = sorted(rows, key=lambda row: (row.first, row.last))
    return CalendarFile(path, head, tuple(row.text for row in ordered))
