"""How to answer from a code's page: the form with its privacy note, and the other channels below it."""

from collections.abc import Iterator

from generator.domain.channel import Channel, ChannelKind, Purpose
from generator.domain.placement import Placement
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.answered import Answered
from generator.views.channel_links import channel_link, form_of
from generator.views.context import Context

_TAKING = (Purpose.FEEDBACK, Purpose.SUBMISSION)
# What is filled in stands three times as long in an address, and the page has room for 10 KB.
_MOST_SIGNS = 100
_FIRST = (ChannelKind.PHONE, ChannelKind.ZALO, ChannelKind.MEETING, ChannelKind.OFFICE, ChannelKind.GROUP_MEETING)


@frozen
class CodeChannel:
    """One channel: its words, where a tap leads, the number or address in words, whether it is not encrypted."""

    label: Localised
    href: str | None
    shown: str | None
    insecure: bool


@frozen
class CodeChannels:
    """The form's address with the place filled in (None without one), the words on the button, the privacy note
    as (label, words or None where missing), the other channels, and how to name this code when calling."""

    form: str | None
    action: str
    privacy: tuple[tuple[str, Localised | None], ...]
    others: tuple[CodeChannel, ...]
    mention: str


def code_channels(context: Context, one: Answered) -> CodeChannels:
    """Give the channels of the code's plan that take feedback or ideas, in the context's language."""
    channels = tuple(_taking(one.plan)) if one.plan is not None else ()
    main = next((channel for channel in channels if form_of(channel) is not None), None)
    subject = _subject(context, one)
    return CodeChannels(
        form=channel_link(main, _answer(main, one.placement, one.code)) if main is not None else None,
        action=context.say("qr.to_form" if main is not None else "qr.action"),
        privacy=_privacy(context, main) if main is not None else (),
        others=tuple(_other(context, channel, one, subject) for channel in channels if channel is not main),
        mention=context.say("qr.mention", code=one.code),
    )


def hotline_of(plan: Plan) -> str | None:
    """Give the number to call, where the document states one for feedback."""
    return next((c.target for c in _taking(plan) if c.kind is ChannelKind.PHONE and c.target), None)


def _taking(plan: Plan) -> Iterator[Channel]:
    """Give the channels that take feedback or ideas, those with a person at the other end first."""
    taking = [channel for channel in plan.channels if channel.purpose in _TAKING]
    yield from sorted(taking, key=lambda c: (c.target is None and c.form is None, c.kind not in _FIRST))


def _answer(channel: Channel, place: Placement | None, code: str) -> str | None:
    """Give what is filled in as the place: nothing for the general code, which hangs nowhere in particular."""
    if place is None or channel.form is None:
        return None
    answers = {"where": place.where.vi, "id": place.id, "code": code}
    return answers[channel.form.placement_value][:_MOST_SIGNS]


def _subject(context: Context, one: Answered) -> str:
    """Give the subject of a mail; who receives it reads Vietnamese."""
    where = f", {one.placement.where.vi}" if one.placement is not None else ""
    return context.say("qr.subject", code=one.code, campaign=one.title.vi, where=where)[:_MOST_SIGNS]


def _privacy(context: Context, channel: Channel) -> tuple[tuple[str, Localised | None], ...]:
    """Give who receives the answers, what is asked, and how long they are kept."""
    owner = context.verbatim(channel.owner.text) if channel.owner is not None else None
    return (
        (context.say("qr.receives"), context.maybe(channel.receives) or owner),
        (context.say("qr.asks"), context.maybe(channel.asks)),
        (context.say("qr.keeps"), context.maybe(channel.keeps)),
    )


def _other(context: Context, channel: Channel, one: Answered, subject: str) -> CodeChannel:
    """Give one of the channels below the form."""
    href = channel_link(channel, _answer(channel, one.placement, one.code), subject)
    insecure = href is not None and href.lower().startswith("http:")
    return CodeChannel(context.text(channel.label), href, channel.target, insecure)
