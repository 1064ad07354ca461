"""The record of what was published: every public id and code, so that none of them is ever lost.

It is the content of plans/published.yml. `plansite record` adds to it; nothing takes anything out of it.
"""

from generator.domain.code import ChosenCode
from generator.domain.identifier import Id
from generator.domain.scalar import Day, SchemaVersion
from generator.domain.site import SiteAddress
from generator.domain.task import Ids
from generator.domain.text import Line, Text
from generator.domain.value import value


@value
class Removed:
    """Why a page is gone: its address stays and says so."""

    on: Day
    note: Text | None = None
    into: Id | None = None
    """The plan or body to look at instead."""


@value
class PublishedPlan:
    """A plan that was published, under the id that it had then. `title` is for the day it is removed."""

    id: Id
    title: Text
    since: Day | None = None
    notices: Ids = ()
    removed: Removed | None = None


@value
class PublishedAgency:
    """A body whose page was published."""

    id: Id
    title: Text
    removed: Removed | None = None


@value
class Printed:
    """When a code was printed, and where it hangs."""

    on: Day
    where: Line | None = None


@value
class PublishedCode:
    """A code: the address as its picture holds it, and whose it is."""

    code: ChosenCode
    address: Line
    plan: Id
    placement: Id | None = None
    printed: Printed | None = None


@value
class Move:
    """The base of the codes' addresses moved: whoever opens `old` is redirected to `new` by the old host."""

    old: SiteAddress
    new: SiteAddress
    since: Day


@value
class Published:
    """All of plans/published.yml."""

    schema: SchemaVersion = 1
    plans: tuple[PublishedPlan, ...] = ()
    agencies: tuple[PublishedAgency, ...] = ()
    codes: tuple[PublishedCode, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def removed(self) -> dict[str, PublishedPlan]:
        """The plans that were removed, by id."""
        return {entry.id: entry for entry in self.plans if entry.removed is not None}


NOTHING_PUBLISHED = Published()
