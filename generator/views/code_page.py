"""What the page of a printed code shows: every state it can be in, in all languages, in one small file."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from generator.domain.code_state import CodeChanges, CodeState, code_changes, code_state_on
from generator.domain.colour import accent, readable_on
from generator.domain.placement import Placement
from generator.domain.plan import Plan
from generator.domain.text import Localised, Words
from generator.frozen import frozen
from generator.page import CardLink
from generator.views.answered import Answered
from generator.views.card import deciding_time, place_title
from generator.views.code_channels import CodeChannels, code_channels
from generator.views.code_states import Part, parts_of
from generator.views.context import Context
from generator.views.share_card import plan_card_link
from generator.views.site import SiteView
from generator.views.times import time_words


@frozen
class CodeWords:
    """What the page says in one language. `parts` are the states, `channels` stand below those that are open."""

    language: str
    title: Localised
    place: Localised | None
    where: Localised | None
    medium: str | None
    as_of: str
    demo: str | None
    parts: tuple[Part, ...]
    channels: CodeChannels | None
    labels: tuple[tuple[str, str], ...]
    plan_href: str
    feedback_href: str
    check_href: str


@frozen
class CodePage:
    """The page of a code. `colours` are the accent and what is readable on it, light and dark each.

    `changes` are (ISO day, state) pairs, `now` the state on the day of the build; `go` is the form to which an
    open code leads at once, where the site wants that.
    """

    code: str
    site_name: str
    host: str
    colours: tuple[str, str, str, str]
    changes: tuple[tuple[str, str], ...]
    now: str
    go: str | None
    card: CardLink | None
    """What chats show beside the code's address; none of a plan that was removed. `path` is a full address."""
    languages: tuple[CodeWords, ...]


_LABELS = ("here", "code", "window", "plan", "elsewhere", "check", "channels", "privacy")


def code_page(site: SiteView, one: Answered) -> CodePage:
    """Give the page of a code."""
    config, default = site.default.config, site.default
    shades = accent(config.accent)
    changes = _changes(one)
    form = code_channels(default, one).form
    return CodePage(
        code=one.code,
        site_name=default.text(config.name).text,
        host=urlsplit(config.qr.base or config.address).netloc,
        colours=(shades.light, shades.dark, readable_on(shades.light), readable_on(shades.dark)),
        changes=tuple((since.isoformat(), state.value) for since, state in changes),
        now=code_state_on(changes, default.as_of).value,
        go=form if config.qr.open == "form" else None,
        card=_card(default, one.plan),
        languages=tuple(_words(context, one, changes) for context in site.contexts),
    )


def _card(context: Context, plan: Plan | None) -> CardLink | None:
    if plan is None:
        return None
    link = plan_card_link(context, plan)
    return replace(link, path=context.config.address + link.path)


def _changes(one: Answered) -> CodeChanges:
    """Give the states; a plan that was removed was withdrawn, whatever it was before."""
    return code_changes(one.plan) if one.plan is not None else ((date.min, CodeState.WITHDRAWN),)


def _words(context: Context, one: Answered, changes: CodeChanges) -> CodeWords:
    """Give what the page says in the context's language."""
    plan, place = one.plan, one.placement
    reachable = {state for _, state in changes}
    return CodeWords(
        language=context.language,
        title=context.text(one.title),
        place=place_title(context, context.index.places[plan.place]) if plan is not None else None,
        where=_where(context, place),
        medium=context.word("media", place.medium.value) if place is not None else None,
        as_of=context.say("qr.as_of", day=context.day(context.as_of)),
        demo=context.say("shell.demo") if context.config.demo else None,
        parts=parts_of(context, one, changes, _window(context, plan)),
        channels=code_channels(context, one) if reachable & {CodeState.OPEN, CodeState.UNSTATED} else None,
        labels=tuple((key, context.say(f"qr.{key}")) for key in _LABELS),
        plan_href=context.routes.plan(one.plan_id),
        feedback_href=context.routes.feedback,
        check_href=context.routes.codes,
    )


def _where(context: Context, place: Placement | None) -> Localised | None:
    """Give the words for the place where the code hangs."""
    words: Words | None = place.where if place is not None else None
    return context.maybe(words)


def _window(context: Context, plan: Plan | None) -> Localised | None:
    """Give the document's own words for when feedback is taken."""
    time = deciding_time(plan) if plan is not None and plan.feedback is not None else None
    return time_words(context, time) if time is not None else None
