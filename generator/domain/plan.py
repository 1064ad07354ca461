"""A plan (kế hoạch): everything that one official document says, as one value."""

from enum import StrEnum
from typing import Annotated

from generator.domain.annotation import Attachment, Correction, EditorNote, Footnote, Picture, Silence
from generator.domain.channel import Channel, Feedback, Purpose
from generator.domain.code import ChosenCode
from generator.domain.document import DocumentStatus, Identity, LegalBasis
from generator.domain.event import Event
from generator.domain.identifier import Id
from generator.domain.notice import NoticeWanted
from generator.domain.organisation import Award, BudgetLine, Committee, Recipient
from generator.domain.outcome import Outcome
from generator.domain.placement import Placement
from generator.domain.result import Answer, Update
from generator.domain.scalar import Day, SchemaVersion, YesNo
from generator.domain.statement import Movement, Objective, Provision, Slogan
from generator.domain.target import Target
from generator.domain.task import Ids, RoleBlock, Section, Task, Texts
from generator.domain.text import Line, OneOrMore, Text
from generator.domain.value import value
from generator.domain.written import Bodies, Deadlines, Validity


class PlanKind(StrEnum):
    """What a reader would call it."""

    CAMPAIGN = "campaign"
    PROGRAMME = "programme"
    CEREMONY = "ceremony"
    SCHEME = "scheme"
    OTHER = "other"


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
    code: ChosenCode | None = None
    """The general code, chosen by staff where the one made of the id is another's."""
    placements: tuple[Placement, ...] = ()
    """Where codes of their own hang."""
    outcome: Outcome | None = None
    """What became of the plan, once staff know."""
    updates: tuple[Update, ...] = ()
    """News of the plan, in any order: pages show the newest first."""
    answers: tuple[Answer, ...] = ()
    """What was decided on feedback."""
    notices: tuple[NoticeWanted, ...] = ()
    """Notices that the plan asks for, or its own wording of those that it has anyway."""
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

    @property
    def first_id(self) -> str:
        """The id under which it was first published: for what followers of it already hold."""
        return self.former_ids[0] if self.former_ids else self.id
