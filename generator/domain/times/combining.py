"""Several phrases of one text make one time only where they can mean nothing else."""

from dataclasses import replace
from enum import StrEnum

from generator.domain.times.expression import Wording
from generator.domain.times.kinds import Manner, Op, PeriodName, Relation, UnitKind
from generator.domain.times.spans import clock_in_part


class Shape(StrEnum):
    """What kind of phrase a rule found."""

    SPAN = "span"
    RECURRENCE = "recurrence"
    DURATION = "duration"
    EVENT = "event"
    DEFERRAL = "deferral"
    MANNER = "manner"
    LASTING = "lasting"
    CLOCK = "clock"
    DRIVE = "drive"


Phrase = tuple[Shape, Wording]
_SOFT = frozenset({Shape.RECURRENCE, Shape.MANNER})


def combined(phrases: list[Phrase], *, tentative: bool, alternatives: bool) -> Wording | None:
    """The one thing that these phrases say together, or None."""
    unique = list(dict.fromkeys(phrases))
    shapes = {shape for shape, _ in unique}
    if shapes & _SOFT:
        return None if tentative else _soft(unique, alternatives)
    if alternatives:
        return None
    if Shape.SPAN in shapes:
        return _dated(unique, tentative)
    if len(unique) != 1 or shapes & {Shape.LASTING, Shape.CLOCK}:
        return None
    return replace(unique[0][1], tentative=tentative or unique[0][1].tentative)


def _soft(phrases: list[Phrase], alternatives: bool) -> Wording | None:
    """Recurrences and manners add up; a condition may stand beside a manner."""
    recurrences = [wording for shape, wording in phrases if shape is Shape.RECURRENCE]
    manners = [wording.manners[0] for shape, wording in phrases if shape is Shape.MANNER]
    rest = [wording for shape, wording in phrases if shape not in _SOFT]
    merged = _merged_recurrences(recurrences)
    if merged is None or len(rest) > 1 or (rest and not _is_condition(rest[0], manners)):
        return None
    if (merged.days or merged.at_least) and manners:
        return None
    anchor, relation = (rest[0].anchor, rest[0].relation) if rest else (None, None)
    return replace(
        merged,
        manners=tuple(dict.fromkeys(manners)),
        alternatives=merged.alternatives or alternatives,
        anchor=anchor,
        relation=relation,
    )


def _is_condition(wording: Wording, manners: list[Manner]) -> bool:
    return wording.relation is Relation.WHEN and bool(manners)


def _merged_recurrences(recurrences: list[Wording]) -> Wording | None:
    if not recurrences:
        return Wording()
    if len(recurrences) == 1:
        return recurrences[0]
    if any(wording.days or wording.at_least for wording in recurrences):
        return None
    recur = dict.fromkeys(frequency for wording in recurrences for frequency in wording.recur)
    return Wording(recur=tuple(recur), alternatives=any(wording.alternatives for wording in recurrences))


def _dated(phrases: list[Phrase], tentative: bool) -> Wording | None:
    spans = [wording for shape, wording in phrases if shape is Shape.SPAN]
    others: dict[Shape, Wording] = {shape: wording for shape, wording in phrases if shape is not Shape.SPAN}
    if len(spans) != 1 or len(others) != len(phrases) - 1:
        return None
    span = replace(spans[0], tentative=tentative or spans[0].tentative)
    if set(others) == {Shape.EVENT}:
        return _event_expected(others[Shape.EVENT], span)
    if others and not (set(others) <= {Shape.LASTING, Shape.CLOCK} and _is_event_day(span)):
        return None
    return _with_hours(span, others)


def _event_expected(event: Wording, span: Wording) -> Wording | None:
    """vào dịp kỷ niệm ... (dự kiến tháng 8/2024)."""
    plain = span == Wording(op=Op.IN, units=span.units, tentative=True)
    if not plain or event.units or event.op is not Op.NONE or len(span.units) > 1:
        return None
    return replace(event, units=span.units, tentative=True)


def _is_event_day(span: Wording) -> bool:
    days = all(unit.kind is UnitKind.DAY for unit in span.units)
    return bool(span.units) and days and span.op in {Op.IN, Op.FROM_TO} and span.anchor is None


def _with_hours(span: Wording, others: dict[Shape, Wording]) -> Wording | None:
    if Shape.LASTING in others:
        span = replace(span, lasting=others[Shape.LASTING].lasting)
    clock = others.get(Shape.CLOCK)
    if clock is None:
        return span
    if len(span.units) > 1 or span.clock or (span.part_of_day and clock.part_of_day):
        return None
    part = clock.part_of_day or span.part_of_day
    if clock.clock is None:
        return replace(span, part_of_day=part)
    return replace(span, clock=clock_in_part(clock.clock, part), part_of_day=None)


def drive(anchor: str) -> Wording:
    """A drive without dates ("đợt thi đua cao điểm")."""
    return Wording(period=PeriodName.DRIVE, anchor=anchor)
