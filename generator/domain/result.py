"""What came of a plan, as staff publish it: updates, evidence, what is late, answers. All of it is optional."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.domain.identifier import Id
from generator.domain.scalar import Day
from generator.domain.text import Line, Text
from generator.domain.value import value


class UpdateKind(StrEnum):
    """What an update tells: the plan was changed, work goes on, a result, an error mended, something taken back."""

    CHANGE = "change"
    PROGRESS = "progress"
    RESULT = "result"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


@value
class Update:
    """News of the plan. Its id is its permanent anchor."""

    id: Id
    date: Day
    kind: UpdateKind
    text: Text
    item: Id | None = None
    """The task, target or event that it is about; none where it is about the whole plan."""
    link: Line | None = None
    """Where it is published (https)."""
    file: Line | None = None
    """A file under content/files/."""


def _evidence_from_written(written: object) -> object:
    """Let a text stand for evidence in words."""
    return {"text": written} if isinstance(written, str) else written


@value
class Evidence:
    """What shows that a task is done: words, a page, a file."""

    text: Text | None = None
    link: Line | None = None
    file: Line | None = None


WrittenEvidence = Annotated[Evidence, BeforeValidator(_evidence_from_written, json_schema_input_type=str | Evidence)]


@value
class Overdue:
    """That something is late: never told by the program, only by staff, with the reason they give."""

    since: Day
    reason: Text


@value
class Answer:
    """What was decided on feedback: "you said, we did". Its id is its permanent anchor."""

    id: Id
    date: Day
    theme: Text
    """What people said."""
    opinions: Annotated[int, Field(ge=1)] | None = None
    """How many opinions, where that was published."""
    decision: Text
    item: Id | None = None
    """The task, target or event that changed."""
    link: Line | None = None
    file: Line | None = None
