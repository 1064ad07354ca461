"""How times and bodies are written in a plan, and how the words become values while a plan is validated.

The meaning of the words depends on the plan: its validity bounds the times, its place tells which
"Phòng Nội vụ" is meant. Both are in the `Reading` that the reader passes as pydantic's context.
"""

from collections.abc import Callable
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.domain.text import Line, OneOrMore
from generator.domain.times import Period, SaidOf, TimeContext, TimeExpression, TimeKind, parse_time
from generator.domain.value import value
from generator.frozen import frozen


@frozen
class Resolution:
    """What a written name of a body stands for: one agency id, or the candidates, or near names."""

    agency: str | None = None
    candidates: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@frozen
class Reading:
    """What the words of one file depend on: the plan's validity, and how names of bodies are resolved."""

    resolve: Callable[[str], Resolution]
    validity: Period | None = None


@value
class BodyRef:
    """A body as one document names it: the words, and the agency in the registry that they stand for."""

    text: Line
    agency: Line
    note: Line | None = None


def _body_from_written(written: object, info: ValidationInfo) -> object:
    """Resolve `name`, or `{text: words as written, body: id or name, note: ...}`, to a `BodyRef`."""
    if isinstance(written, BodyRef):
        return written
    if isinstance(written, str):
        return {"text": written, "agency": _resolved(written, info)}
    if not isinstance(written, dict) or not isinstance(written.get("body", ""), str):
        return written
    named = written.get("body") or written.get("text")
    if not isinstance(named, str):
        raise PydanticCustomError("body_missing", "no body is named", {})
    rest = {k: v for k, v in written.items() if k not in ("body", "text")}
    return {"text": written.get("text") or named, "agency": _resolved(named, info), **rest}


def _resolved(name: str, info: ValidationInfo) -> str:
    """Give the agency id that `name` stands for in this plan, or raise what the reader turns into a problem."""
    if not isinstance(info.context, Reading):
        return name
    found = info.context.resolve(name)
    if found.agency is not None:
        return found.agency
    code = "body_ambiguous" if found.candidates else "body_unknown"
    names = {"name": name, "candidates": "; ".join(found.candidates), "near": "; ".join(found.near)}
    raise PydanticCustomError(code, "the body cannot be told", names)


Body = Annotated[BodyRef, BeforeValidator(_body_from_written, json_schema_input_type=str | BodyRef)]
Bodies = Annotated[tuple[Body, ...], OneOrMore]


def _time_said_of(said_of: SaidOf) -> Callable[[object, ValidationInfo], object]:
    """Make the function that reads a written time as said of a deadline, a period, an event and so on."""

    def read(written: object, info: ValidationInfo) -> object:
        if isinstance(written, TimeExpression):
            return written
        if not isinstance(written, str) or not written.strip():
            raise PydanticCustomError("time_type", "a time is written as words", {})
        validity = info.context.validity if isinstance(info.context, Reading) else None
        time = parse_time(written, TimeContext(validity=validity, said_of=said_of))
        if time.kind is TimeKind.IMPOSSIBLE:
            offending = time.offending or written
            raise PydanticCustomError("time_impossible", "no such day", {"text": written, "offending": offending})
        return time

    return read


def _time_type(said_of: SaidOf) -> BeforeValidator:
    """Give the validator of a time that is said of `said_of`."""
    return BeforeValidator(_time_said_of(said_of), json_schema_input_type=str)


Deadline = Annotated[TimeExpression, _time_type(SaidOf.DEADLINE)]
EventTime = Annotated[TimeExpression, _time_type(SaidOf.EVENT)]
Window = Annotated[TimeExpression, _time_type(SaidOf.WINDOW)]
Validity = Annotated[TimeExpression, _time_type(SaidOf.PERIOD)]
IssueDate = Annotated[TimeExpression, _time_type(SaidOf.ISSUE_DATE)]
CitationTime = Annotated[TimeExpression, _time_type(SaidOf.CITATION)]
Deadlines = Annotated[tuple[Deadline, ...], OneOrMore]
EventTimes = Annotated[tuple[EventTime, ...], OneOrMore]
