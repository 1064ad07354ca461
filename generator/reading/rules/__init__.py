"""What must agree within one plan file and with the registries. Each rule is a function of its own."""

from collections.abc import Callable, Iterator

from generator.domain.problem import Problem
from generator.domain.registry import Registry
from generator.reading.rules.covering import block_covers_nothing
from generator.reading.rules.identity import id_twice, reserved_id
from generator.reading.rules.links import unsafe_link
from generator.reading.rules.references import broken_reference, place_unknown
from generator.reading.rules.results import (
    evidence_without_day,
    result_empty,
    result_twice,
    result_unit_differs,
    result_without_metric,
)
from generator.reading.rules.secrecy import secrecy_mark
from generator.reading.rules.targets import channel_target
from generator.reading.rules.trees import parents_in_a_circle
from generator.reading.validation import Document

Rule = Callable[[Document, Registry], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    id_twice,
    reserved_id,
    place_unknown,
    broken_reference,
    parents_in_a_circle,
    block_covers_nothing,
    result_without_metric,
    result_unit_differs,
    result_empty,
    result_twice,
    evidence_without_day,
    channel_target,
    secrecy_mark,
)


def check_plan(document: Document, registry: Registry) -> Iterator[Problem]:
    """Give what every rule finds in the plan file `document`, whether or not its values are valid."""
    yield from unsafe_link(document)
    for rule in RULES:
        yield from rule(document, registry)
