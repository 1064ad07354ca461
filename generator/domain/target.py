"""Targets (chỉ tiêu): a statement in words, with one to three metrics that can be compared."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.domain.identifier import Id
from generator.domain.result import Overdue
from generator.domain.scalar import Day, YesNo
from generator.domain.task import Ids, Roles
from generator.domain.text import Line, Text
from generator.domain.value import value
from generator.domain.written import Body, Deadline, Deadlines

# "10.000" is ten thousand in Vietnamese and ten in YAML: nobody should have to guess.
_AMBIGUOUS = re.compile(r"\d{1,3}(\.\d{3})+")
# Longer numbers, and powers of ten, are no counts of anything in a plan and could fill a machine's memory.
_PLAIN = re.compile(r"[+-]?\d{1,18}([.,]\d{1,9})?")


def _number_from_written(written: object) -> object:
    """Read a number with a decimal point or a decimal comma; refuse one whose dot can mean thousands."""
    if not isinstance(written, str):
        return written
    if _AMBIGUOUS.fullmatch(written.strip()):
        plain = written.strip().replace(".", "")
        raise PydanticCustomError("number_ambiguous", "thousands or decimals", {"text": written, "plain": plain})
    if not _PLAIN.fullmatch(written.strip()):
        raise PydanticCustomError("number_type", "not a number", {"text": written})
    return written.strip().replace(",", ".")


Number = Annotated[Decimal, BeforeValidator(_number_from_written, json_schema_input_type=str | float)]


class Operator(StrEnum):
    """How a metric's value bounds the result. `trên` (gt) and `từ … trở lên` (gte) differ."""

    EQ = "eq"
    GT = "gt"
    GTE = "gte"
    LT = "lt"
    LTE = "lte"
    RANGE = "range"
    APPROX = "approx"
    DECREASE = "decrease"
    INCREASE = "increase"
    NAMED = "named"


@value
class Baseline:
    """The value that a metric starts from, in the metric's unit."""

    value: Number
    year: int | None = None
    approx: YesNo = False
    footnote: Id | None = None


@value
class Metric:
    """One number of a target. `value` for one bound; `min` and `max` for a range; in `unit`, of `of`."""

    op: Operator
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    unit: Text | None = None
    of: Text | None = None
    """What is counted or measured."""
    per: Text | None = None
    """Per what: a year, a person, a ward."""
    by: Deadline | None = None
    baseline: Baseline | None = None
    strive: YesNo = False
    """True where the document says "phấn đấu"."""


@value
class TargetResult:
    """What was reached on a day: a value of one metric, or words where there is nothing to measure."""

    date: Day
    metric: Annotated[int, Field(ge=1)] | None = None
    """Which of the target's metrics, counted from 1 in the order of the document; not needed where there is one."""
    value: Number | None = None
    unit: Text | None = None
    """That of the metric; stated only for certainty."""
    text: Text | None = None
    source: Text | None = None
    """Who published it, or the report that it comes from."""
    link: Line | None = None
    file: Line | None = None
    note: Text | None = None


@value
class Target:
    """One target. The words are always shown; a target may be named without any value."""

    id: Id
    label: Line | None = None
    section: Id | None = None
    text: Text
    metrics: tuple[Metric, ...] = ()
    strive: YesNo = False
    roles: Roles | None = None
    time: Deadlines = ()
    owner: Body | None = None
    cites: Ids = ()
    footnotes: Ids = ()
    note: Text | None = None
    results: tuple[TargetResult, ...] = ()
    overdue: Overdue | None = None
