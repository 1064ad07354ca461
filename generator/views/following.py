"""How a page is followed: by a calendar, which programs subscribe to, and by a feed."""

from generator.domain.agency import Agency
from generator.domain.plan import Plan
from generator.frozen import frozen
from generator.views.calendar_files import body_rows, body_title
from generator.views.calendar_rows import has_days
from generator.views.context import Context


@frozen
class CalendarLink:
    """A calendar: its name, its path, its full address, and the address that calendar programs subscribe to."""

    name: str
    path: str
    address: str
    subscribe: str


@frozen
class FeedLink:
    """A feed: its name and its path."""

    name: str
    path: str


@frozen
class Following:
    """The calendar and the feed of a page; no calendar where there is nothing with a day to follow."""

    calendar: CalendarLink | None
    feed: FeedLink


def follow_plan(context: Context, plan: Plan) -> Following:
    """Give the ways to follow a plan."""
    name, routes = context.text(plan.short_title).text, context.routes
    calendar = _calendar(context, "plan", name, routes.plan_calendar(plan.id)) if has_days(context, plan) else None
    return Following(calendar, _feed(context, "plan", name, routes.plan_feed(plan.id)))


def follow_body(context: Context, agency: Agency) -> Following:
    """Give the ways to follow a body."""
    name, routes = body_title(context, agency).text, context.routes
    busy = next(body_rows(context, agency.id), None) is not None
    calendar = _calendar(context, "body", name, routes.agency_calendar(agency.id)) if busy else None
    return Following(calendar, _feed(context, "body", name, routes.agency_feed(agency.id)))


def follow_site(context: Context) -> Following:
    """Give the ways to follow everything."""
    name, routes = context.text(context.config.name).text, context.routes
    return Following(
        _calendar(context, "site", name, routes.site_calendar), _feed(context, "site", name, routes.site_feed)
    )


def _calendar(context: Context, kind: str, name: str, path: str) -> CalendarLink:
    """`webcal:` stands for http and https alike; programs that know it ask again from time to time."""
    address = context.config.address + path
    return CalendarLink(
        context.say(f"calendar.name.{kind}", name=name), path, address, f"webcal:{address.partition(':')[2]}"
    )


def _feed(context: Context, kind: str, name: str, path: str) -> FeedLink:
    return FeedLink(context.say(f"feed.name.{kind}", name=name), path)
