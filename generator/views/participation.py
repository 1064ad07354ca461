"""How people take part: the window, the channels, who may, and the code to scan."""

import re
from dataclasses import dataclass

from generator.domain.channel import Channel, Purpose
from generator.domain.code import code_for, code_path, encoded_address
from generator.domain.phase import phase_changes
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.routes import code_picture
from generator.views.bodies import BodyLink, body_link
from generator.views.context import Context
from generator.views.times import StateView, TimeView, state_view, time_view


@dataclass(frozen=True, slots=True)
class ChannelView:
    """One channel. `href` is where a tap leads, if the document gives a target; `shown` is the target in words."""

    id: str
    kind: str
    kind_word: str
    label: Localised
    href: str | None
    shown: str | None
    section: Localised | None
    owner: BodyLink | None
    insecure: bool
    note: Localised | None


@dataclass(frozen=True, slots=True)
class ChannelGroup:
    """The channels of one purpose."""

    purpose: str
    word: str
    channels: tuple[ChannelView, ...]


@dataclass(frozen=True, slots=True)
class CodeView:
    """A code of a plan: its signs, the page it opens, the address in the picture, and the pictures."""

    code: str
    path: str
    address: str
    svg: str
    png: str


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """When, from whom and for whom."""

    state: StateView | None
    window: TimeView
    expected_launch: TimeView | None
    participants: Localised | None
    exclusions: Localised | None
    receiver: BodyLink | None


_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{5,18}")
_EMAIL = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[a-z]{2,}", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s\"'<>\\]*)?", re.IGNORECASE)


def target_link(target: str | None) -> str | None:
    """Give where a target leads: an http(s), mailto: or tel: address; None where it is nothing of the kind.

    Only these schemes are ever linked, so that no other one (javascript:, data:) comes from data into a page.
    """
    if target is None:
        return None
    if _WEB.fullmatch(target):
        return target
    if _EMAIL.fullmatch(target):
        return f"mailto:{target}"
    if _PHONE.fullmatch(target):
        return "tel:" + re.sub(r"[^0-9+]", "", target)
    return f"https://{target}" if _HOST.fullmatch(target) else None


def channel_view(context: Context, channel: Channel) -> ChannelView:
    """Give the view of one channel."""
    href = target_link(channel.target)
    return ChannelView(
        id=channel.id,
        kind=channel.kind.value,
        kind_word=context.word("channel_kinds", channel.kind.value),
        label=context.text(channel.label),
        href=href,
        shown=channel.target,
        section=context.maybe(channel.section),
        owner=body_link(context, channel.owner) if channel.owner is not None else None,
        insecure=href is not None and href.lower().startswith("http:"),
        note=context.maybe(channel.note),
    )


def channel_groups(context: Context, channels: tuple[Channel, ...]) -> tuple[ChannelGroup, ...]:
    """Group channels by purpose, those for taking part first."""
    return tuple(
        ChannelGroup(purpose.value, context.word("purposes", purpose.value), views)
        for purpose in Purpose
        if (views := tuple(channel_view(context, c) for c in channels if c.purpose is purpose))
    )


def code_view(context: Context, plan: Plan) -> CodeView | None:
    """Give the plan's general code; a plan that takes no feedback has none."""
    if not plan.takes_feedback:
        return None
    code = code_for(plan.id)
    base = context.config.qr.base or context.config.address
    return CodeView(
        code=code,
        path=code_path(code),
        address=encoded_address(base, code),
        svg=code_picture(plan.id, code, "svg"),
        png=code_picture(plan.id, code, "png"),
    )


def feedback_view(context: Context, plan: Plan) -> FeedbackView | None:
    """Give when and from whom a plan takes feedback."""
    feedback = plan.feedback
    if feedback is None:
        return None
    launch = feedback.expected_launch
    return FeedbackView(
        state=state_view(context, phase_changes(plan)),
        window=time_view(context, feedback.window),
        expected_launch=time_view(context, launch) if launch is not None else None,
        participants=context.maybe(feedback.participants),
        exclusions=context.maybe(feedback.exclusions),
        receiver=body_link(context, feedback.receiver) if feedback.receiver is not None else None,
    )
