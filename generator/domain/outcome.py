"""What became of a plan: merged, cancelled, withdrawn, followed by another, ended; only staff know."""

from enum import StrEnum

from generator.domain.identifier import Id
from generator.domain.scalar import Day
from generator.domain.text import Line, Text
from generator.domain.value import value


class OutcomeKind(StrEnum):
    """How a plan came to its end."""

    MERGED = "merged"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    SUCCEEDED = "succeeded"
    ENDED = "ended"


@value
class Outcome:
    """What became of the plan from the day `on`; its page and its codes stay and say so."""

    kind: OutcomeKind
    on: Day
    into: Id | None = None
    """The plan that took it up (merged) or that follows it (succeeded)."""
    note: Text | None = None
    result: Text | None = None
    """What came of it, for those who took part."""
    link: Line | None = None
    """Where the result is published (https)."""
