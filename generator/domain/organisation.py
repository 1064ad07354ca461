"""How a plan is carried: committees, awards, money, and who receives the document."""

from generator.domain.identifier import Id
from generator.domain.scalar import YesNo
from generator.domain.target import Number
from generator.domain.text import Line, Text
from generator.domain.value import value
from generator.domain.written import Bodies, Body, Deadlines


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
