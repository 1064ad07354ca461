"""Events (lễ, hội nghị, hội thi): when, where, who comes, and the programme with its own labels."""

from generator.domain.identifier import Id
from generator.domain.task import Ids, Item, Texts
from generator.domain.text import Line, Text
from generator.domain.value import value
from generator.domain.written import Bodies, Body, EventTimes


@value
class AudienceMember:
    """Those who come within a group, with the number expected where it is stated."""

    text: Text
    expected: int | None = None


@value
class AudienceGroup:
    """A group of guests. Numbers are as stated; they may overlap, so they are never summed."""

    id: Id | None = None
    label: Line | None = None
    group: Text
    expected: int | None = None
    inviter: Body | None = None
    members: tuple[AudienceMember, ...] = ()
    note: Text | None = None


@value
class Event:
    """One event. A time without a clock time is an all-day event."""

    id: Id
    label: Line | None = None
    section: Id | None = None
    name: Text
    time: EventTimes = ()
    session: Text | None = None
    """Length as stated, e.g. "01 buổi" (half-day session)."""
    venue: Text | None = None
    host: Bodies = ()
    organiser: Bodies = ()
    scale: Text | None = None
    audience: tuple[AudienceGroup, ...] = ()
    agenda: tuple[Item, ...] = ()
    agenda_note: Text | None = None
    invitation: Text | None = None
    """What the document says of invitations, e.g. "có thư mời sau"."""
    logistics: Texts = ()
    related: Ids = ()
    """Tasks that prepare the event."""
    note: Text | None = None
