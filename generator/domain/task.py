"""Tasks (nhiệm vụ) and roles: what is to be done, by whom, in which capacity, and when."""

from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter
from typing import Annotated

from generator.domain.identifier import Id
from generator.domain.result import Overdue, WrittenEvidence
from generator.domain.scalar import Day
from generator.domain.text import Line, OneOrMore, Text
from generator.domain.value import value
from generator.domain.written import Bodies, Body, BodyRef, Deadlines

Ids = Annotated[tuple[Id, ...], OneOrMore]
Texts = Annotated[tuple[Text, ...], OneOrMore]


@value
class Official:
    """A named official acting in office: name, title and field as the document states them, nothing else."""

    name: Line
    title: Text
    body: Body | None = None
    duty: Text | None = None


@value
class Roles:
    """Who holds which role. Each field is a role key; its value is one body or a list of bodies."""

    lead_political: Bodies = ()
    official: Annotated[tuple[Official, ...], OneOrMore] = ()
    lead: Bodies = ()
    co_lead: Bodies = ()
    advise: Bodies = ()
    advise_implement: Bodies = ()
    implement: Bodies = ()
    coordinate: Bodies = ()
    standing: Bodies = ()
    host: Bodies = ()
    supervise: Bodies = ()
    monitor: Bodies = ()
    appraise: Bodies = ()
    approve: Bodies = ()
    manage_funds: Bodies = ()
    invite: Bodies = ()
    report_to: Bodies = ()
    via: Bodies = ()
    labels: dict[str, Line] | None = None
    """The document's own wording for a role, by role key, e.g. {lead_political: "Cơ quan chỉ đạo"}."""

    def held(self) -> Iterator[tuple[str, tuple[BodyRef, ...]]]:
        """Give (role key, bodies) for each role that some body holds, in the order of the fields."""
        return ((key, bodies) for key, bodies in zip(_OF_BODIES, _all_bodies(self), strict=True) if bodies)


ROLE_KEYS = tuple(f.name for f in fields(Roles) if f.name != "labels")
_OF_BODIES = tuple(key for key in ROLE_KEYS if key != "official")
_all_bodies = attrgetter(*_OF_BODIES)


@value
class Section:
    """A heading of the document. The label is data as written: two sections may both be "III"."""

    id: Id
    label: Line | None = None
    title: Text
    parent: Id | None = None
    note: Text | None = None


@value
class Item:
    """One line of a list inside a task, target or provision, with its label as written."""

    id: Id | None = None
    label: Line | None = None
    text: Text
    items: tuple["Item", ...] = ()


@value
class Task:
    """One duty. Times and roles may stand here, or in a role block that covers the task."""

    id: Id
    label: Line | None = None
    section: Id | None = None
    parent: Id | None = None
    title: Text | None = None
    text: Text
    roles: Roles | None = None
    time: Deadlines = ()
    time_label: Line | None = None
    """"Thời gian hoàn thành" or "Thời gian thực hiện", as written."""
    items: tuple[Item, ...] = ()
    outputs: Texts = ()
    movements: Ids = ()
    cites: Ids = ()
    footnotes: Ids = ()
    note: Text | None = None
    done_on: Day | None = None
    """The day on which it was done, once staff publish it."""
    evidence: WrittenEvidence | None = None
    """What shows that it was done."""
    overdue: Overdue | None = None


@value
class RoleBlock:
    """Roles and time that hold for several tasks or targets together."""

    id: Id
    covers: Ids
    roles: Roles
    time: Deadlines = ()
    time_label: Line | None = None
    note: Text | None = None
