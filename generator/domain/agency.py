"""Bodies (cơ quan) and places: who can be responsible, where they stand, and what became of them."""

import datetime
from enum import StrEnum
from typing import Annotated

from generator.domain.identifier import Id
from generator.domain.scalar import Day
from generator.domain.text import Line, OneOrMore, Text
from generator.domain.value import value


class Branch(StrEnum):
    """The branch of the political system that a body belongs to."""

    PARTY = "party"
    STATE = "state"
    PARTY_STATE = "party+state"
    FRONT = "front"
    MASS = "mass"
    ARMED = "armed"
    JUDICIAL = "judicial"
    COMPANY = "company"
    TEMPORARY = "temporary"
    MIXED = "mixed"


class AgencyKind(StrEnum):
    """A standing body, a committee set up for a purpose, or a collective that only names many bodies at once."""

    BODY = "body"
    COMMITTEE = "committee"
    COLLECTIVE = "collective"


class Level(StrEnum):
    """The administrative level. There is no district level since 1 July 2025."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    WARD = "ward"
    NEIGHBOURHOOD = "neighbourhood"
    MIXED = "mixed"


class Succession(StrEnum):
    """How a body or place follows another: by its territory, or by its duties."""

    TERRITORIAL = "territorial"
    FUNCTIONAL = "functional"


@value
class Successor:
    """One of the bodies or places that followed an ended one; it has an entry of its own under `id`."""

    id: Id
    relation: Succession = Succession.TERRITORIAL
    note: Text | None = None


@value
class Place:
    """A province, town, ward or commune: the district in which short names of bodies are resolved."""

    id: Id
    name: Text
    title: Text | None = None
    """The official name with its kind, e.g. "thành phố Tân An"."""
    level: Level
    parent: Id | None = None
    aliases: Annotated[tuple[Line, ...], OneOrMore] = ()
    valid_until: Day | None = None
    successors: tuple[Successor, ...] = ()
    note: Text | None = None


@value
class Contact:
    """How to reach a body. Only what is published by the body itself; nothing is made up."""

    address: Text | None = None
    phone: Line | None = None
    email: Line | None = None
    website: Line | None = None


@value
class Agency:
    """One body of the registry. `name` is its official name; `short` and `aliases` are other ways to name it."""

    id: Id
    former_ids: Annotated[tuple[Id, ...], OneOrMore] = ()
    """Ids under which its page was published before."""
    name: Text
    short: Line | None = None
    aliases: Annotated[tuple[Line, ...], OneOrMore] = ()
    branch: Branch
    kind: AgencyKind = AgencyKind.BODY
    level: Level
    place: Id | None = None
    """The place it serves; none for central bodies."""
    parent: Id | None = None
    valid_from: Day | None = None
    valid_until: Day | None = None
    successors: tuple[Successor, ...] = ()
    contact: Contact | None = None
    note: Text | None = None

    def ended_on(self, day: datetime.date) -> bool:
        """Say whether the body no longer exists on `day`."""
        return self.valid_until is not None and day > self.valid_until
