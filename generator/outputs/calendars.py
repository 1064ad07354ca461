"""Calendars and feeds to follow: of each plan, of each body, and of everything, in every language."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.calendar_file import calendar_text
from generator.feed_file import feed_text
from generator.outputs.job import Job, fingerprint
from generator.views.calendar_files import CalendarFile, body_calendar, gone_calendars, plan_calendar, site_calendar
from generator.views.feed_files import FeedFile, body_feed, gone_feeds, plan_feed, site_feed
from generator.views.site import SiteView


def plan_jobs(site: SiteView, plan_id: str) -> Iterator[Job]:
    """Give the jobs of a plan, at its former addresses too: programs that follow it ask there and nowhere else."""
    for context in site.contexts:
        plan, routes = context.index.plans[plan_id], context.routes
        ids = dict.fromkeys((plan_id, *plan.former_ids))
        yield from _calendar(map(routes.plan_calendar, ids), plan_calendar(context, plan))
        yield from _feed(map(routes.plan_feed, ids), plan_feed(context, plan))


def body_jobs(site: SiteView, agency_id: str) -> Iterator[Job]:
    """Give the jobs of a body, at its former addresses too."""
    for context in site.contexts:
        agency, routes = context.index.agencies[agency_id], context.routes
        ids = dict.fromkeys((agency_id, *agency.former_ids))
        yield from _calendar(map(routes.agency_calendar, ids), body_calendar(context, agency))
        yield from _feed(map(routes.agency_feed, ids), body_feed(context, agency))


def site_calendar_jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of the calendar of everything."""
    for context in site.contexts:
        yield from _calendar((context.routes.site_calendar,), site_calendar(context))


def site_feed_jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of the feed of everything."""
    for context in site.contexts:
        yield from _feed((context.routes.site_feed,), site_feed(context))


def gone_jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of what was followed and was removed."""
    for context in site.contexts:
        for calendar in gone_calendars(site, context):
            yield from _calendar((calendar.path,), calendar)
        for feed in gone_feeds(site, context):
            yield from _feed((feed.path,), feed)


def _calendar(paths: Iterable[str], file: CalendarFile) -> Iterator[Job]:
    return _files(paths, calendar_text(file.head, file.events))


def _feed(paths: Iterable[str], file: FeedFile) -> Iterator[Job]:
    return _files(paths, feed_text(file.head, file.entries, file.updated))


def _files(paths: Iterable[str], content: bytes) -> Iterator[Job]:
    """What is put together of finished text is its own fingerprint."""
    key = fingerprint(content)
    return (Job(path, key, partial(bytes, content)) for path in paths)
