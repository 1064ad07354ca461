"""How people take part: the window, the channels, who may, and the code to scan."""

from generator.domain.channel import Channel, Purpose
from generator.domain.code import code_for, code_path, encoded_address
from generator.domain.phase import phase_changes
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.routes import code_picture
from generator.views.bodies import BodyLink, body_link
from generator.views.channel_links import channel_link
from generator.views.context import Context
from generator.views.times import StateView, TimeView, state_view, time_view


@frozen
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


@frozen
class ChannelGroup:
    """The channels of one purpose."""

    purpose: str
    word: str
    channels: tuple[ChannelView, ...]


@frozen
class CodeView:
    """A code of a plan: its signs, the page it opens, the address in the picture, and the pictures."""

    code: str
    path: str
    address: str
    svg: str
    png: str
    pdf: str


@frozen
class FeedbackView:
    """When, from whom and for whom."""

    state: StateView | None
    window: TimeView
    expected_launch: TimeView | None
    participants: Localised | None
    exclusions: Localised | None
    receiver: BodyLink | None


def channel_view(context: Context, channel: Channel) -> ChannelView:
    """Give the view of one channel."""
    href = channel_link(channel)
    return ChannelView(
        id=channel.id,
        kind=channel.kind.value,
        kind_word=context.word("channel_kinds", channel.kind.value),
        label=context.text(channel.label),
        href=href,
        shown=channel.target or (channel.form.address if channel.form is not None else None),
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
    return view_of_code(context, plan.id, code_for(plan.id, explicit=plan.code))


def view_of_code(context: Context, plan_id: str, code: str) -> CodeView:
    """Give the page, the address and the pictures of a code; the pictures stand beside the page of the plan."""
    return CodeView(
        code=code,
        path=code_path(code),
        address=encoded_address(context.config.qr.base or context.config.address, code),
        svg=code_picture(plan_id, code, "svg"),
        png=code_picture(plan_id, code, "png"),
        pdf=code_picture(plan_id, code, "pdf"),
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
