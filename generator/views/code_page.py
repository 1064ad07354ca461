"""The page that a printed code opens: every language on one page, small, its state computed again on the phone."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.domain.colour import accent, readable_on
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.views.card import plan_card
from generator.views.context import Context
from generator.views.site import SiteView
from generator.views.times import StateView


@dataclass(frozen=True, slots=True)
class CodeWords:
    """What the page says in one language. `words` are the words of each state that the phone may find."""

    language: str
    title: Localised
    place: Localised
    state: StateView | None
    words: tuple[tuple[str, str], ...]
    as_of: str
    until: Localised | None
    plan_href: str
    action: str
    feedback_href: str
    elsewhere: str
    demo: str | None


@dataclass(frozen=True, slots=True)
class CodePage:
    """The page of a code. `colours` are the accent and what is readable on it, light and dark each."""

    site_name: str
    host: str
    colours: tuple[str, str, str, str]
    languages: tuple[CodeWords, ...]


def code_page(site: SiteView, plan: Plan) -> CodePage:
    """Give the page of the plan's general code."""
    config = site.default.config
    shades = accent(config.accent)
    return CodePage(
        site_name=site.default.text(config.name).text,
        host=urlsplit(config.address).netloc,
        colours=(shades.light, shades.dark, readable_on(shades.light), readable_on(shades.dark)),
        languages=tuple(_words(context, plan) for context in site.contexts),
    )


def _words(context: Context, plan: Plan) -> CodeWords:
    """Give what the page says in the context's language."""
    card = plan_card(context, plan)
    keys = tuple(dict.fromkeys(key for _, key in card.state.changes)) if card.state is not None else ()
    return CodeWords(
        language=context.language,
        title=card.title,
        place=card.place_name,
        state=card.state,
        words=tuple((key, context.word("states", key)) for key in keys),
        as_of=context.say("qr.as_of", day=context.day(context.as_of)),
        until=card.until.text if card.until is not None else None,
        plan_href=f"{card.href}#muc-tham-gia",
        action=context.say("qr.action"),
        feedback_href=context.routes.feedback,
        elsewhere=context.say("qr.elsewhere"),
        demo=context.say("shell.demo") if context.config.demo else None,
    )
