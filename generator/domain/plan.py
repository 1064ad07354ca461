"""A plan (kế hoạch): everything that one official document says, as one value."""

from enum import StrEnum
from typing import Annotated

from generator.domain.channel import Channel, Feedback, Purpose
from generator.domain.document import DocumentStatus, Identity, LegalBasis
from generator.domain.event import Event
from generator.domain.identifier import Id
from generator.domain.scalar import Day, SchemaVersion, YesNo
from generator.domain.target import Number, Target
from generator.domain.task import Ids, Item, RoleBlock, Section, Task, Texts
from generator.domain.text import Line, OneOrMore, Text
from generator.domain.value import value
from generator.domain.written import Bodies, Body, Deadlines, Validity


class PlanKind(StrEnum):
    """What a reader would call it."""

    CAMPAIGN = "campaign"
    PROGRAMME = "programme"
    CEREMONY = "ceremony"
    SCHEME = "scheme"
    OTHER = "other"


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


class AttachmentKind(StrEnum):
    """What an attached file is."""

    SIGNED_ORIGINAL = "signed_original"
    RULES = "rules"
    FORM = "form"
    ANNEX = "annex"
    OTHER = "other"


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


@value
class Member:
    """A seat in a committee: the role in it, and the office that fills it (a post, not a person)."""

    role: Text | None = None
    position: Text
    body: Body | None = None


@value
class Committee:
    """A committee, council or team that the plan sets up."""

    id: Id
    label: Line | None = None
    section: Id | None = None
    name: Text
    body: Body | None = None
    """Its entry in the registry of agencies."""
    established_by: Body | None = None
    composition: tuple[Member, ...] = ()
    mandate: Text | None = None
    time: Deadlines = ()
    note: Text | None = None


@value
class Award:
    """Prizes or commendations: rules, jury, who decides, when they are announced, who is excluded."""

    id: Id
    label: Line | None = None
    section: Id | None = None
    name: Text
    rules: Text | None = None
    jury: Body | None = None
    decided_by: Body | None = None
    announce: Deadlines = ()
    prizes: Text | None = None
    exclusions: Text | None = None
    note: Text | None = None


@value
class BudgetLine:
    """Where money comes from and who manages, appraises and approves it. The amount is often not stated."""

    id: Id
    label: Line | None = None
    section: Id | None = None
    source: Text
    text: Text | None = None
    amount: Number | None = None
    """In đồng."""
    manager: Bodies = ()
    appraiser: Bodies = ()
    approver: Bodies = ()
    time: Deadlines = ()


@value
class Recipient:
    """A line of "Nơi nhận", exactly as printed."""

    text: Line
    note: Line | None = None
    """A mark such as "b/c"."""
    filing: YesNo = False
    """True for the last line, the archive copy."""
    body: Bodies = ()
    """Whom the line names: one body, or several ("TTTU, HĐND, UBND thị xã")."""


@value
class Footnote:
    """A footnote. `anchor` is the item that its marker stands at, also where the marker was lost."""

    id: Id
    marker: Line | None = None
    anchor: Id | None = None
    text: Text | None = None
    """None where the marker is there and the note itself is lost."""
    cites: Ids = ()
    note: Text | None = None


@value
class Correction:
    """An error of the scan or the print that was mended in the data, shown as an editor's note."""

    at: Line
    was: Line
    now: Line
    why: Text
    item: Id | None = None


@value
class Attachment:
    """A file that belongs to the plan. `file` is a path under content/files/; missing where not supplied."""

    id: Id
    name: Text
    kind: AttachmentKind
    file: Line | None = None
    sha256: Line | None = None
    note: Text | None = None


@value
class Picture:
    """A picture. `file` is a path under content/files/; `alt` says what it shows."""

    file: Line
    alt: Text
    caption: Text | None = None
    credit: Line | None = None


@value
class EditorNote:
    """A remark of the editors about the document, e.g. that a number is missing in the original."""

    id: Id
    item: Id | None = None
    text: Text


@value
class Silence:
    """A warning that staff have looked at and accept, with the reason."""

    rule: Line
    item: Id | None = None
    reason: Line


@value
class Milestone:
    """A dated point or period of the plan that is neither a task's deadline nor an event."""

    id: Id
    label: Line | None = None
    section: Id | None = None
    name: Text
    time: Deadlines
    note: Text | None = None


@value
class Plan:
    """One plan, complete."""

    schema: SchemaVersion
    id: Id
    former_ids: Ids = ()
    place: Id
    kind: PlanKind = PlanKind.OTHER
    status: DocumentStatus
    publish_draft: YesNo = False
    publish_from: Day | None = None
    summary_only: YesNo = False
    """True where the page restates the document in the editors' words and is not its text."""
    title: Text
    """The subject (trích yếu) as the document has it."""
    short_title: Text
    summary: Text
    document: Identity
    validity: Validity | None = None
    validity_note: Text | None = None
    feedback: Feedback | None = None
    lead: Bodies = ()
    """Who leads the whole plan."""
    standing: Bodies = ()
    """The standing body (cơ quan thường trực)."""
    participants: Text | None = None
    sections: tuple[Section, ...] = ()
    objectives: tuple[Objective, ...] = ()
    slogans: tuple[Slogan, ...] = ()
    movements: tuple[Movement, ...] = ()
    provisions: tuple[Provision, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    role_blocks: tuple[RoleBlock, ...] = ()
    anchors: Texts = ()
    """Events that times of this plan hang on, named as the times name them, with their translations."""
    milestones: tuple[Milestone, ...] = ()
    events: tuple[Event, ...] = ()
    channels: tuple[Channel, ...] = ()
    committees: tuple[Committee, ...] = ()
    awards: tuple[Award, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    corrections: tuple[Correction, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[EditorNote, ...] = ()
    keywords: Annotated[tuple[Line, ...], OneOrMore] = ()
    silence: tuple[Silence, ...] = ()

    @property
    def takes_feedback(self) -> bool:
        """Say whether the document opens channels for feedback or ideas."""
        return any(c.purpose in (Purpose.FEEDBACK, Purpose.SUBMISSION) for c in self.channels)
