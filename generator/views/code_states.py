"""What a code's page says in each state that it can come into."""

from datetime import date, timedelta

from generator.domain.code_state import CodeChanges, CodeState
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.answered import Answered
from generator.views.channel_links import target_link
from generator.views.code_channels import hotline_of
from generator.views.context import Context
from generator.views.times import time_words


@frozen
class Row:
    """One line: a label, words (None: missing, and said so), and an address of another site if they are a link."""

    label: str
    words: Localised | None
    href: str | None = None


@frozen
class Part:
    """One state: its key, its words, the lines that belong to it, and the plan to look at instead, as
    (words, its title, path)."""

    key: str
    word: str
    rows: tuple[Row, ...]
    instead: tuple[str, Localised, str] | None = None


def parts_of(context: Context, one: Answered, changes: CodeChanges, window: Localised | None) -> tuple[Part, ...]:
    """Give every state that the page can be in, in the order in which they come; `window` in the document's words."""
    seen = dict.fromkeys(state for _, state in changes)
    return tuple(_part(context, one, changes, state, window) for state in seen)


def _part(context: Context, one: Answered, changes: CodeChanges, state: CodeState, window: Localised | None) -> Part:
    since = next(day for day, reached in changes if reached is state)
    rows: list[Row] = []
    if state is CodeState.NOT_YET_OPEN:
        rows += _opening(context, one, changes)
    elif state is CodeState.OPEN:
        closes = next((day for day, reached in changes if day > since and reached is not state), None)
        rows += _day_row(context, "closes", closes - timedelta(days=1) if closes is not None else None)
    elif state is not CodeState.UNSTATED:
        rows += _day_row(context, "since", _ended(one, since))
        rows += _what_came(context, one, state)
    if window is not None and state in (CodeState.NOT_YET_OPEN, CodeState.OPEN, CodeState.CLOSED):
        rows.append(Row(context.say("qr.window"), window))
    return Part(state.value, context.word("code_states", state.value), tuple(rows), _instead(context, one))


def _opening(context: Context, one: Answered, changes: CodeChanges) -> tuple[Row, ...]:
    """Give the day on which it opens where that is known, else when the launch is expected, in the words given."""
    feedback = one.plan.feedback if one.plan is not None else None
    if feedback is None:
        return ()
    if feedback.launched_on is None and feedback.window.start is None:
        launch = feedback.expected_launch
        return (Row(context.say("qr.launch"), time_words(context, launch)),) if launch is not None else ()
    return _day_row(context, "opens", next((day for day, state in changes if state is CodeState.OPEN), None))


def _day_row(context: Context, key: str, day: date | None) -> tuple[Row, ...]:
    """Give the line of a day, where it is known."""
    if day is None or day == date.min:
        return ()
    return (Row(context.say(f"qr.{key}"), context.own(context.day(day))),)


def _ended(one: Answered, since: date) -> date:
    """Give the day on which a plan ended: that of the record where it was removed."""
    return one.gone.removed.on if one.gone is not None and one.gone.removed is not None else since


def _what_came(context: Context, one: Answered, state: CodeState) -> tuple[Row, ...]:
    """Give why and with what result it ended, and whom to ask."""
    outcome = one.plan.outcome if one.plan is not None else None
    note = outcome.note if outcome is not None else one.gone.removed.note if one.gone and one.gone.removed else None
    rows: list[Row] = []
    if note is not None:
        rows.append(Row(context.say("qr.note"), context.text(note)))
    result = outcome.result if outcome is not None else None
    if result is not None or state is CodeState.CLOSED:
        link = target_link(outcome.link) if outcome is not None else None
        words = context.maybe(result) or context.own(context.say("qr.no_result"))
        rows.append(Row(context.say("qr.result"), words, link))
    return (*rows, _contact(context, one))


def _contact(context: Context, one: Answered) -> Row:
    """Give whom to ask: the number of the plan, else that of the site; missing where neither is known."""
    contact = context.config.contact
    own = hotline_of(one.plan) if one.plan is not None else None
    number = own or (contact.phone or contact.email if contact is not None else None)
    words = context.own(number) if number is not None else None
    return Row(context.say("qr.contact"), words, target_link(number))


def _instead(context: Context, one: Answered) -> tuple[str, Localised, str] | None:
    """Give the plan that took this one up, where there is one and it is public."""
    outcome = one.plan.outcome if one.plan is not None else None
    removed = one.gone.removed if one.gone is not None else None
    into = outcome.into if outcome is not None else removed.into if removed is not None else None
    plan = context.index.plans.get(into or "")
    if plan is None:
        return None
    return (context.say("qr.instead"), context.text(plan.short_title), context.routes.plan(plan.id))
