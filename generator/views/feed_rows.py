"""The entries of feeds: what became of a plan, each as a finished Atom entry, once a language.

A plan's publication is an entry, and everything that staff report of it; a change of words is none.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from generator.domain.plan import Plan
from generator.domain.progress import news
from generator.domain.revised import published_on
from generator.domain.text import Localised
from generator.feed_file import FeedEntry, entry_text
from generator.frozen import frozen
from generator.routes import PART
from generator.views.bodies import body_link
from generator.views.context import Context
from generator.views.news import NewsView, all_news
from generator.views.responsible import bodies_in
from generator.views.timeline import in_a_line_or_two

FEED, MONTHS = "feed", "told"
"""The section of a plan's entries, and the group of sections that says in which months it has any."""

_PUBLICATION = f"{PART}cong-bo"
_PUBLISHED = "published"


@frozen
class FeedRow:
    """One entry: its day, the bodies that it concerns, and its finished text."""

    day: date
    bodies: tuple[str, ...]
    text: str

    @property
    def month(self) -> str:
        """The section of its month."""
        return f"{MONTHS}/{self.day:%Y-%m}"


def feed_sections(context: Context, plan: Plan) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give the rows of a plan, and a mark in each of their months."""
    rows = feed_rows(context, plan)
    yield FEED, rows
    yield from ((month, (True,)) for month in dict.fromkeys(row.month for row in rows))


def feed_rows(context: Context, plan: Plan) -> tuple[FeedRow, ...]:
    """Give what is new in a plan until the day of reference, the newest first, its publication last."""
    roles = context.index.parts[plan.id].roles
    every = tuple(context.index.parts[plan.id].held)
    pairs = zip(news(plan), all_news(context, plan), strict=True)
    told = [
        FeedRow(one.day, bodies_in(roles.get(one.item, ())) if one.item else every, _told(context, plan, view))
        for one, view in pairs
    ]
    day = context.index.since.get(plan.id) or published_on(plan)
    if day is not None:
        told.append(FeedRow(day, every, _published(context, plan, day)))
    return tuple(row for row in told if row.day <= context.as_of)


def site_key(context: Context) -> str:
    """Name the site for good: its host, as a move to https or into a folder makes it no other site."""
    return f"https://{urlsplit(context.config.address).hostname}/"


def _told(context: Context, plan: Plan, one: NewsView) -> str:
    lines = [one.text.text]
    if one.item is not None:
        lines.append(context.say("feed.about", item=one.item[1].text))
    lines.append(context.say("calendar.plan", title=one.plan_title.text))
    return _written(
        context,
        plan,
        key=one.key,
        day=date.fromisoformat(one.day),
        text=one.text,
        summary=replace(one.text, text="\n".join(lines)),
        path=one.href,
        kind=(one.kind, one.kind_word),
    )


def _published(context: Context, plan: Plan, day: date) -> str:
    return _written(
        context,
        plan,
        key=_PUBLICATION,
        day=day,
        text=context.text(plan.short_title),
        summary=context.text(plan.summary),
        path=context.routes.plan(plan.id),
        kind=(_PUBLISHED, context.say("feed.published")),
    )


def _written(
    context: Context,
    plan: Plan,
    *,
    key: str,
    day: date,
    text: Localised,
    summary: Localised,
    path: str,
    kind: tuple[str, str],
) -> str:
    address = context.config.address
    short = in_a_line_or_two(text)
    issuer = body_link(context, plan.document.acting_body or plan.document.issuer)
    entry = FeedEntry(
        key=f"{site_key(context)}{context.language}/{plan.first_id}/{key}",
        day=day,
        title=replace(short, text=context.say("feed.title", kind=kind[1], text=short.text)),
        summary=summary,
        address=address + path,
        language=context.language,
        author=(issuer.text.text, address + issuer.href),
        kind=kind,
        plan=(plan.id, context.text(plan.short_title).text, address + context.routes.plans),
    )
    return entry_text(entry)
