"""From the bytes of one plan file to a plan: a pure function of the bytes and the registry."""

from collections.abc import Callable

from generator.domain.naming import NameIndex
from generator.domain.phase import period_of
from generator.domain.plan import Plan
from generator.domain.problem import Problem
from generator.domain.times import Period, SaidOf, TimeContext, TimeExpression, parse_time
from generator.domain.written import Reading, Resolution
from generator.frozen import frozen
from generator.reading.marks import Mark, marks_of
from generator.reading.nodes import Mapping, Node, Scalar
from generator.reading.rules import check_plan
from generator.reading.source import read_source
from generator.reading.times import unknown_times
from generator.reading.validation import Document, Read, read_document, validate


@frozen(kw_only=True)
class PlanFile:
    """What one plan file gave: the plan unless it is wrong, the problems, what others must agree with."""

    file: str
    plan: Plan | None
    problems: tuple[Problem, ...]
    marks: tuple[Mark, ...] = ()
    document: Document | None = None
    weighed: tuple[Problem, ...] = ()
    """Warnings that staff have silenced, as notes with their reason."""


def read_plan(file: str, data: bytes, names: NameIndex | None) -> PlanFile:
    """Read the plan in `data`.

    `names` are the registry's bodies; None where the registry itself could not be read: names are then taken
    as they stand, so that one broken file does not make every plan look wrong.
    """
    text = read_source(file, data)
    if text.source is None:
        return PlanFile(file=file, plan=None, problems=text.problems)
    document = read_document(text.source)
    problems = (*text.problems, *document.problems)
    if document.value is None:
        return PlanFile(file=file, plan=None, problems=problems)
    read = _validated(document.value, names)
    marks = marks_of(document.value)
    return PlanFile(
        file=file,
        plan=read.value,
        problems=(*problems, *read.problems),
        marks=marks,
        document=document.value,
    )


def _validated(document: Document, names: NameIndex | None) -> Read[Plan]:
    if not isinstance(document.root, Mapping):
        return Read(None, (document.problem("file_not_record", ()),))
    plan = validate(document, Plan, reading_of(document, names))
    broken = tuple(check_plan(document, names.registry)) if names else ()
    warnings = tuple(unknown_times(document, plan.value)) if plan.value else ()
    return Read(plan.value, (*plan.problems, *broken, *warnings))


def reading_of(document: Document, names: NameIndex | None) -> Reading:
    """Give the context in which a plan's times and names are read: its validity and its place."""
    place = text_at(document, "place")
    return Reading(resolve=resolver(names if place else None, place), validity=validity_of(document))


def resolver(names: NameIndex | None, place: str | None) -> Callable[[str], Resolution]:
    """Give the function that tells which body a name means in a text of `place`."""
    if names is None or (place is not None and place not in names.registry.places):
        return lambda name: Resolution(agency=name)
    return lambda name: names.resolve(name, place)


def text_at(document: Document, *path: str) -> str | None:
    """Give the text that stands at a path of keys, or None."""
    node: Node | None = document.root
    for key in path:
        entry = node.entries.get(key) if isinstance(node, Mapping) else None
        node = entry[1] if entry is not None else None
    return node.text.strip() if isinstance(node, Scalar) and node.text is not None else None


def validity_of(document: Document) -> Period | None:
    """Give the days in which the plan holds: its validity, from the day of issue where it names no start."""
    validity = _time_at(document, SaidOf.PERIOD, "validity")
    return period_of(validity, _time_at(document, SaidOf.ISSUE_DATE, "document", "issued"))


def _time_at(document: Document, said_of: SaidOf, *path: str) -> TimeExpression | None:
    words = text_at(document, *path)
    return parse_time(words, TimeContext(said_of=said_of)) if words else None
