"""Channels: how people give feedback, submit ideas, or find information."""

from enum import StrEnum

from generator.domain.form import Form
from generator.domain.identifier import Id
from generator.domain.scalar import Day
from generator.domain.text import Line, Text
from generator.domain.value import value
from generator.domain.written import Body, Window


class Purpose(StrEnum):
    """What a channel is for."""

    FEEDBACK = "feedback"
    SUBMISSION = "submission"
    INFORMATION = "information"
    OUTREACH = "outreach"
    REPORT = "report"


class ChannelKind(StrEnum):
    """By what means."""

    PHONE = "phone"
    QR = "qr"
    WEB = "web"
    FORM = "form"
    APP = "app"
    ZALO = "zalo_oa"
    FACEBOOK = "facebook"
    EMAIL = "email"
    POST = "post"
    OFFICE = "office"
    MEETING = "meeting"
    GROUP_MEETING = "group_meeting"
    REPORT = "report"
    RADIO = "radio"
    TELEVISION = "television"
    PANEL = "panel"
    NEWSLETTER = "newsletter"
    CONFERENCE = "conference"
    SOCIAL = "social"
    OTHER = "other"


@value
class Channel:
    """One channel. `target` is the address or number; it is missing where the document gives none."""

    id: Id
    purpose: Purpose
    kind: ChannelKind
    label: Text
    target: Line | None = None
    section: Text | None = None
    """The part of the site to use, e.g. "mục tiếp nhận ý kiến góp ý"."""
    owner: Body | None = None
    form: Form | None = None
    """The form on another site that takes the answers."""
    receives: Text | None = None
    """Who receives the answers, for the privacy note beside the form."""
    asks: Text | None = None
    """What is asked, personal data above all."""
    keeps: Text | None = None
    """For how long the answers are kept."""
    last_checked: Day | None = None
    note: Text | None = None


@value
class Feedback:
    """When and from whom a plan takes feedback. The phases follow from the window, never from staff's memory."""

    window: Window
    expected_launch: Window | None = None
    """When the launch is expected, where the window starts with it."""
    launched_on: Day | None = None
    """The day of the launch, once staff recorded it."""
    participants: Text | None = None
    exclusions: Text | None = None
    receiver: Body | None = None
