"""What a printed piece says: of a plan and one of its codes, in one language or several."""

from collections.abc import Sequence

from generator.domain.codes import PlanCode, own_codes
from generator.domain.colour import accent, readable_on
from generator.domain.document import DocumentStatus
from generator.domain.plan import Plan
from generator.domain.statement import SloganKind
from generator.print_kit import PrintPiece, PrintWords
from generator.views.bodies import body_link
from generator.views.card import place_title
from generator.views.code_channels import hotline_of
from generator.views.context import Context
from generator.views.participation import view_of_code
from generator.views.prints import short_address
from generator.views.times import time_words

_QUOTES = '“”"«»'


def poster_piece(context: Context, plan: Plan) -> PrintPiece | None:
    """Give what the poster of a plan says in the context's language; None where it takes no feedback or is a draft."""
    if not (plan.takes_feedback and may_be_printed(plan)):
        return None
    return print_piece((context,), own_codes(plan)[0])


def may_be_printed(plan: Plan) -> bool:
    """Say whether anything of a plan may be printed: a draft is shown on the site, but never handed out on paper."""
    return plan.status is not DocumentStatus.DRAFT


def print_piece(contexts: Sequence[Context], one: PlanCode) -> PrintPiece:
    """Give what a piece with this code says, in the languages of `contexts`, the first largest.

    A further language in which the plan has no title is left out: it would say the same twice.
    """
    context, place = contexts[0], one.placement
    further = (other for other in contexts[1:] if not other.text(one.plan.short_title).fallback)
    colour = accent(context.config.accent)
    return PrintPiece(
        words=tuple(_words(each, one.plan) for each in (context, *further)),
        address=view_of_code(context, one.plan.id, one.code).address,
        short_address=short_address(context, one.code),
        code_label=context.say("qr.alt", address=short_address(context, one.code)),
        accent=colour.light,
        ink=readable_on(colour.light),
        tint=colour.light_tint,
        distance_m=float(place.distance_m) if place is not None and place.distance_m is not None else None,
    )


def _words(context: Context, plan: Plan) -> PrintWords:
    """Give the words in one language; what the plan does not state is left out, never made up."""
    number, window = hotline_to_call(context, plan), plan.feedback.window if plan.feedback is not None else None
    return PrintWords(
        language=context.language,
        issuer=issuer_in_full(context, plan),
        call=context.say("print.call"),
        title=context.text(plan.short_title).text,
        slogan=_slogan(context, plan),
        when_label=context.say("print.when"),
        when=time_words(context, window).text if window is not None else None,
        scan=context.say("print.scan"),
        type_in=context.say("print.type_in"),
        hotline=context.say("qr.hotline", number=number) if number is not None else None,
        demo=context.say("print.demo") if context.config.demo else None,
    )


def issuer_in_full(context: Context, plan: Plan) -> str:
    """Name the issuer with its place, where the name alone does not say which one it is."""
    name = body_link(context, plan.document.acting_body or plan.document.issuer).text.text
    place = context.index.places[plan.place]
    if context.text(place.name).text.casefold() in name.casefold():
        return name
    return context.say("print.issuer", issuer=name, place=place_title(context, place).text)


def _slogan(context: Context, plan: Plan) -> str | None:
    """Give the slogan that the document sets for the campaign, else the first one that it quotes."""
    slogans = [one for one in plan.slogans if one.official or one.kind is SloganKind.SLOGAN]
    first = next(iter(sorted(slogans, key=lambda one: not one.official)), None)
    return context.text(first.text).text.strip(_QUOTES) if first is not None else None


def hotline_to_call(context: Context, plan: Plan) -> str | None:
    """Give the number to call: the plan's, else that of the site."""
    contact = context.config.contact
    return hotline_of(plan) or (contact.phone if contact is not None else None)
