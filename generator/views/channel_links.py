"""Where a tap on a channel leads: the form with the place filled in, a number to call, a mail with its subject."""

import re

from generator.domain.address import fault_of, form_fault, is_host, mailbox_of, number_of
from generator.domain.channel import Channel, ChannelKind
from generator.domain.form import Form, FormProvider, filled, with_subject

_HOST = re.compile(r"(?P<host>[a-z0-9.-]+)(/[^\s\"'<>\\]*)?", re.IGNORECASE)
_LINKED = re.compile(r"(https?|mailto|tel|sms):", re.IGNORECASE)
_ZALO = "https://zalo.me/"


def target_link(target: str | None, kind: ChannelKind = ChannelKind.OTHER) -> str | None:
    """Give where a target leads: an http(s), mailto:, tel: or sms: address; None where it is nothing of the kind.

    Only these schemes are ever linked, so that no other one (javascript:, data:) comes from data into a page.
    The number of a Zalo channel leads to its page there.
    """
    if target is None:
        return None
    if _LINKED.match(target):
        return target if fault_of(target) is None else None
    if mailbox_of(target) is not None:
        return f"mailto:{target.strip()}"
    number = number_of(target)
    if number is not None:
        return f"{_ZALO}{number.lstrip('+')}" if kind is ChannelKind.ZALO else f"tel:{number}"
    found = _HOST.fullmatch(target)
    return f"https://{target}" if found and is_host(found["host"]) else None


def form_of(channel: Channel) -> Form | None:
    """Give the form of a channel: the one described, or the https address of a channel that is a form."""
    if channel.form is not None:
        return channel.form
    address = target_link(channel.target, channel.kind) if channel.kind is ChannelKind.FORM else None
    if address is None or form_fault(address) is not None:
        return None
    return Form(provider=FormProvider.OTHER, address=address)


def channel_link(channel: Channel, answer: str | None = None, subject: str | None = None) -> str | None:
    """Give where a tap on the channel leads, with the place and the subject filled in where that can be done."""
    form = form_of(channel)
    if form is not None:
        return filled(form, answer)
    href = target_link(channel.target, channel.kind)
    return with_subject(href, subject) if href is not None and subject is not None else href
