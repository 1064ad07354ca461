"""What a document states besides tasks: aims, slogans, movements, and provisions of every other kind."""

from enum import StrEnum

from generator.domain.identifier import Id
from generator.domain.scalar import YesNo
from generator.domain.task import Ids, Item
from generator.domain.text import Line, Text
from generator.domain.value import value
from generator.domain.written import Body, Deadlines


class ObjectiveKind(StrEnum):
    """Mục đích, yêu cầu, or both under one heading."""

    PURPOSE = "purpose"
    REQUIREMENT = "requirement"
    BOTH = "purpose_requirement"


class SloganKind(StrEnum):
    """Khẩu hiệu, phương châm, phong cách."""

    SLOGAN = "slogan"
    MOTTO = "motto"
    STYLE = "style"


class MovementKind(StrEnum):
    """Phong trào thi đua, phong trào, cuộc vận động, mô hình, hội thi."""

    EMULATION = "emulation"
    MOVEMENT = "movement"
    CAMPAIGN = "campaign"
    MODEL = "model"
    CONTEST = "contest"


@value
class Objective:
    """One aim or requirement."""

    id: Id
    label: Line | None = None
    kind: ObjectiveKind
    section: Id | None = None
    text: Text


@value
class Slogan:
    """A slogan, motto or style, quoted exactly."""

    id: Id
    kind: SloganKind = SloganKind.SLOGAN
    text: Text
    official: YesNo = False
    """True for the slogan that the document itself sets for the campaign."""
    owner: Body | None = None


@value
class Movement:
    """An emulation movement, a campaign or a model that the plan names, quoted exactly."""

    id: Id
    kind: MovementKind
    text: Text
    owner: Body | None = None


@value
class Provision:
    """What the document says that is neither task, target nor event: contents, methods, subjects."""

    id: Id
    label: Line | None = None
    section: Id | None = None
    title: Text | None = None
    text: Text | None = None
    items: tuple[Item, ...] = ()
    time: Deadlines = ()
    cites: Ids = ()
    footnotes: Ids = ()
    note: Text | None = None
