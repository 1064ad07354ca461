"""The entries of calendars: each time of a plan that has a day, as the finished text of an event, once a language.

The calendars of a plan, of a body and of everything are put together from these rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from generator.calendar_file import CalendarEvent, event_text
from generator.domain.agenda import Entry, EntryKind
from generator.domain.calendar_days import CalendarDays, Sense
from generator.domain.dated import DatedEntry, of_feedback
from generator.domain.document import DocumentStatus
from generator.domain.outcome import OutcomeKind
from generator.domain.plan import Plan
from generator.domain.responsibility import Assignment
from generator.domain.revised import revised_on
from generator.domain.text import Localised
from generator.domain.times import Lane, lane_of
from generator.frozen import frozen
from generator.views.context import Context
from generator.views.once import once_a_plan
from generator.views.plan_parts import FEEDBACK
from generator.views.responsible import bodies_in, responsible_lines
from generator.views.timeline import in_a_line_or_two
from generator.views.times import time_words

ONCE, AGAIN = "calendar", "calendar-rules"
"""The sections of entries that stand once, and of those that come again."""

_CALLED_OFF = frozenset({OutcomeKind.CANCELLED, OutcomeKind.WITHDRAWN})


@frozen
class CalendarRow:
    """One event: its first and its last day, the bodies that it concerns, and its finished text."""

    first: date
    last: date
    again: bool
    """Whether it may come again; its lane of the timeline has no month by which it could be found."""
    bodies: tuple[str, ...]
    text: str


def calendar_sections(context: Context, plan: Plan) -> Iterator[tuple[str, tuple[CalendarRow, ...]]]:
    """Give the rows of a plan by section."""
    rows = calendar_rows(context, plan)
    yield ONCE, tuple(row for row in rows if not row.again)
    yield AGAIN, tuple(row for row in rows if row.again)


def has_days(context: Context, plan: Plan) -> bool:
    """Say whether any time of the plan has a day that a calendar can hold."""
    return bool(context.index.parts[plan.id].dated)


@once_a_plan
def calendar_rows(context: Context, plan: Plan) -> tuple[CalendarRow, ...]:
    """Give an event for each day, stretch of days or rule of the plan, in the order of the document."""
    dated = context.index.parts[plan.id].dated
    revised = revised_on(plan) if dated else {}
    return tuple(_row(context, plan, one, revised.get(one.entry.item, revised[""])) for one in dated)


def _row(context: Context, plan: Plan, dated: DatedEntry, stamp: date) -> CalendarRow:
    entry, days = dated.entry, dated.days
    held = context.index.parts[plan.id].roles.get(entry.item or FEEDBACK, ())
    whole, summary = _named(context, plan, entry, days.sense)
    event = CalendarEvent(
        uid=f"{dated.name}@{urlsplit(context.config.address).hostname}",
        stamp=stamp,
        days=replace(days, tentative=days.tentative or plan.status is DocumentStatus.DRAFT),
        summary=summary,
        description="\n".join(_described(context, plan, entry, whole, held)),
        address=context.config.address + context.routes.item(plan.id, entry.item or FEEDBACK),
        category=context.word("entry_kinds", entry.kind.value),
        place=_venue(context, plan, entry),
        cancelled=_is_called_off(plan, days),
    )
    again = lane_of(entry.time) is Lane.RECURRING
    return CalendarRow(days.first, days.end, again, bodies_in(held), event_text(event))


def _named(context: Context, plan: Plan, entry: Entry, sense: Sense) -> tuple[tuple[Localised, ...], Localised]:
    """Give the summary of an event, and before it the text of its item where the summary has only the start of it."""
    title = context.index.parts[plan.id].titles.get(entry.item)
    if title is None:
        name = context.text(plan.short_title)
        words = context.say(f"calendar.{of_feedback(plan, entry)}.{sense.value}", plan=name.text)
        return (), replace(name, text=words)
    whole = context.text(title)
    short = in_a_line_or_two(whole)
    summary = context.say(f"calendar.summary.{sense.value}", text=short.text)
    return (whole,) if short != whole else (), replace(whole, text=summary)


def _described(
    context: Context, plan: Plan, entry: Entry, whole: Iterable[Localised], held: Iterable[Assignment]
) -> Iterator[str]:
    """Give the lines that explain an event; `whole` is its text where the summary has only the start of it."""
    yield context.say("calendar.time", time=time_words(context, entry.time).text)
    yield from (words.text for words in whole)
    yield from responsible_lines(context, held)
    done = context.index.parts[plan.id].progress.get(entry.item)
    if done is not None and done.done_on is not None:
        yield context.say("calendar.done", day=context.day(done.done_on))
    yield context.say("calendar.plan", title=context.text(plan.short_title).text)
    if plan.status is DocumentStatus.DRAFT:
        yield context.say("notice.draft")
    yield context.config.address + context.routes.item(plan.id, entry.item or FEEDBACK)


def _venue(context: Context, plan: Plan, entry: Entry) -> Localised | None:
    if entry.kind is not EntryKind.EVENT:
        return None
    return next((context.maybe(event.venue) for event in plan.events if event.id == entry.item), None)


def _is_called_off(plan: Plan, days: CalendarDays) -> bool:
    """Say whether the plan was cancelled or withdrawn before the event was over."""
    outcome = plan.outcome
    return outcome is not None and outcome.kind in _CALLED_OFF and days.end >= outcome.on
