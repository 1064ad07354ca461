"""The feeds that people follow: of a plan, of a body, and of everything; each has the newest fifty entries."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from generator.domain.agency import Agency
from generator.domain.plan import Plan
from generator.domain.revised import NO_DAY
from generator.feed_file import FeedHead
from generator.frozen import frozen
from generator.routes import FEED as FEED_FILE
from generator.views.bodies import agency_name, body_link
from generator.views.calendar_files import body_title
from generator.views.context import Context
from generator.views.feed_rows import FEED, MONTHS, FeedRow, feed_rows, site_key
from generator.views.former import removed_pages
from generator.views.site import SiteView

_MOST = 50


@frozen
class FeedFile:
    """A feed: its head, its finished entries, and the day of the newest."""

    path: str
    head: FeedHead
    entries: tuple[str, ...]
    updated: date


def plan_feed(context: Context, plan: Plan) -> FeedFile:
    """Give the feed of a plan."""
    routes, key = context.routes, context.routes.plan_feed(plan.first_id)
    issuer = body_link(context, plan.document.acting_body or plan.document.issuer).text.text
    name = context.text(plan.short_title).text
    head = _head(context, ("plan", name, issuer), key, routes.plan_feed(plan.id), routes.plan(plan.id))
    return _file(routes.plan_feed(plan.id), head, feed_rows(context, plan))


def body_feed(context: Context, agency: Agency) -> FeedFile:
    """Give the feed of a body: what is new in the plans in which it holds a role, as far as it concerns it."""
    routes = context.routes
    first = agency.former_ids[0] if agency.former_ids else agency.id
    names = ("body", body_title(context, agency).text, agency_name(context, agency).text)
    head = _head(context, names, routes.agency_feed(first), routes.agency_feed(agency.id), routes.agency(agency.id))
    holders = context.shown.holders(f"body/{agency.id}")
    every = (row for plan_id, _ in holders for row in context.shown.rows(plan_id, FEED))
    return _file(routes.agency_feed(agency.id), head, (row for row in every if agency.id in row.bodies))


def site_feed(context: Context) -> FeedFile:
    """Give the feed of everything."""
    routes, config = context.routes, context.config
    name = context.text(config.name).text
    author = context.text(config.managing_body).text if config.managing_body is not None else name
    head = _head(context, ("site", name, author), routes.site_feed, routes.site_feed, routes.home)
    return _file(routes.site_feed, head, islice(_latest(context), _MOST))


def gone_feeds(site: SiteView, context: Context) -> Iterator[FeedFile]:
    """Give a feed without any entry for each plan and body that was removed; it says so."""
    for page, name, text in removed_pages(site, context):
        path = f"{page}{FEED_FILE}"
        yield _file(path, replace(_head(context, ("plan", name, name), path, path, page), subtitle=text), ())


def _latest(context: Context) -> Iterator[FeedRow]:
    """Give the entries of all plans, the newest first; no plan is opened before its month is reached."""
    for section, _ in reversed(context.shown.sections(MONTHS)):
        plans = context.shown.holders(section)
        found = (row for plan_id, _ in plans for row in context.shown.rows(plan_id, FEED) if row.month == section)
        yield from _newest_first(found)


def _newest_first(rows: Iterable[FeedRow]) -> list[FeedRow]:
    return sorted(rows, key=lambda row: row.day, reverse=True)


def _head(context: Context, names: tuple[str, str, str], key: str, source: str, page: str) -> FeedHead:
    """`names` are the kind, the name of what is followed, and the author; `key` names the feed for good."""
    kind, name, author = names
    address = context.config.address
    return FeedHead(
        key=f"{site_key(context)}{key}",
        title=context.say(f"feed.name.{kind}", name=name),
        subtitle=context.say("feed.subtitle", page=address + page),
        source=address + source,
        page=address + page,
        language=context.language,
        author=author,
    )


def _file(path: str, head: FeedHead, rows: Iterable[FeedRow]) -> FeedFile:
    newest = _newest_first(rows)[:_MOST]
    return FeedFile(path, head, tuple(row.text for row in newest), newest[0].day if newest else NO_DAY)
