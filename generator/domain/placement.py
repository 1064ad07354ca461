"""Placements: where a plan's codes hang, on what, seen from how far, and since when."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from generator.domain.code import ChosenCode
from generator.domain.identifier import Id
from generator.domain.scalar import Day
from generator.domain.target import Number
from generator.domain.task import Ids
from generator.domain.text import Text
from generator.domain.value import value


class Medium(StrEnum):
    """What a code is printed on, or shown by."""

    BANNER = "banner"
    POSTER = "poster"
    STANDEE = "standee"
    HANDOUT = "handout"
    STICKER = "sticker"
    SCREEN = "screen"


@value
class Placement:
    """One place, or many of one kind, where a code of its own hangs."""

    id: Id
    former_ids: Ids = ()
    where: Text
    """Where it hangs, as people call the place."""
    medium: Medium
    distance_m: Annotated[Number, Field(gt=0, le=200)] | None = None
    """From how far it is read, in metres; the medium's usual distance where not given."""
    quantity: Annotated[int, Field(ge=1)] | None = None
    printed_on: Day | None = None
    taken_down_on: Day | None = None
    code: ChosenCode | None = None
    """Chosen by staff where the code made of the ids is another's."""

    @property
    def distance(self) -> float:
        """The distance in metres from which the code must read."""
        return float(self.distance_m) if self.distance_m is not None else USUAL_DISTANCE_M[self.medium]


GENERAL_DISTANCE_M = 0.5
"""The general code hangs nowhere in particular: it is drawn for a sheet held or lying close."""

# From how far each is usually read, in metres.
USUAL_DISTANCE_M: Mapping[Medium, float] = MappingProxyType(
    {
        Medium.BANNER: 5.0,
        Medium.POSTER: 1.5,
        Medium.STANDEE: 2.0,
        Medium.HANDOUT: 0.3,
        Medium.STICKER: 0.3,
        Medium.SCREEN: 3.0,
    }
)
SCREEN_MM = 480
"""The widest picture of a code that a screen has room for, in millimetres: one of 43 inches, as in an office's hall.

For what is printed, the formats of the print kit say how much room there is."""
