"""The card of a link: what it says of a plan, or of the whole site.

No card tells a state: a chat keeps the picture for months, and it must not say "open" when that is over.
"""

import hashlib
from urllib.parse import urlsplit

from generator.domain.colour import accent, readable_on
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.domain.times import PeriodName
from generator.page import CardLink
from generator.share_card import CardFact, ShareCard
from generator.views.bodies import body_link
from generator.views.card import deciding_time, place_title
from generator.views.context import Context
from generator.views.once import once_a_plan
from generator.views.paper import is_draft
from generator.views.times import time_words


def plan_card_link(context: Context, plan: Plan) -> CardLink:
    """Give the link to a plan's card."""
    return _link(context.routes.share_card(plan.id), plan_share_card(context, plan))


def site_card_link(context: Context) -> CardLink:
    """Give the link to the site's card."""
    return _link(context.routes.site_card, site_share_card(context))


def _link(path: str, card: ShareCard) -> CardLink:
    """Give a link that changes with the card: networks keep a picture by its address, and would show the old one."""
    version = hashlib.blake2b(repr(card).encode(), digest_size=4).hexdigest()
    return CardLink(path=f"{path}?v={version}", alt=card.alt)


@once_a_plan
def plan_share_card(context: Context, plan: Plan) -> ShareCard:
    """Give the card of a plan; what the plan does not state is left out."""
    document = plan.document
    issuer = body_link(context, document.acting_body or document.issuer).text
    when = deciding_time(plan)
    facts = (
        (time_label(plan), time_words(context, when) if when is not None else None),
        ("issuer", issuer),
    )
    place = place_title(context, context.index.places[plan.place]).text
    return _card(
        context,
        kicker=context.say("share_card.kicker", kind=context.word("plan_kinds", plan.kind.value), place=place),
        title=context.text(plan.short_title).text,
        facts=tuple(_fact(context, key, words) for key, words in facts if words is not None),
        marks=_marks(context, plan),
    )


def site_share_card(context: Context) -> ShareCard:
    """Give the card of every page that is no plan's."""
    config = context.config
    about = (("about", context.maybe(config.tagline)), ("managing_body", context.maybe(config.managing_body)))
    return _card(
        context,
        kicker=context.say("share_card.site"),
        title=context.text(config.name).text,
        facts=tuple(_fact(context, key, words) for key, words in about if words is not None),
        marks=(),
    )


def _card(
    context: Context, *, kicker: str, title: str, facts: tuple[CardFact, ...], marks: tuple[str, ...]
) -> ShareCard:
    config = context.config
    colour = accent(config.accent)
    demo = (context.say("shell.demo"),) if config.demo else ()
    return ShareCard(
        language=context.language,
        kicker=kicker,
        title=title,
        facts=facts,
        site=context.say("share_card.foot", name=context.text(config.name).text, host=urlsplit(config.address).netloc),
        marks=(*marks, *demo),
        accent=colour.light,
        ink=readable_on(colour.light),
        tint=colour.light_tint,
    )


def _fact(context: Context, key: str, words: Localised) -> CardFact:
    return CardFact(label=context.say(f"share_card.{key}"), text=words.text)


def time_label(plan: Plan) -> str:
    """Say what the plan's time is of: its window for feedback, its day, or how long it holds.

    A term of office is what a plan speaks of, not how long it holds.
    """
    if plan.feedback is not None:
        return "window"
    of_term = plan.validity is not None and plan.validity.period is PeriodName.TERM
    return "event" if plan.kind.value == "ceremony" or of_term else "validity"


def _marks(context: Context, plan: Plan) -> tuple[str, ...]:
    """Give the warnings: a draft, and what became of the plan."""
    outcome = plan.outcome
    draft = (context.say("document_status.draft"),) if is_draft(plan) else ()
    return (*draft, *((context.word("share_card.outcome", outcome.kind.value),) if outcome is not None else ()))
