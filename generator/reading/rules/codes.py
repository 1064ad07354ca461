"""Codes: no two owners of one, room for the picture where it hangs, and plans that lead on to plans that exist."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.domain.code import clashes, encoded_address
from generator.domain.codes import own_codes
from generator.domain.outcome import OutcomeKind
from generator.domain.placement import SCREEN_MM, Medium
from generator.domain.problem import Problem, Severity
from generator.drawing.qr import qr_matrix, smallest_print_mm
from generator.print_kit import widest_code_mm
from generator.reading.marks import Mark
from generator.reading.openable import facts_in
from generator.reading.plans import PlanFile


def check_codes(plans: Sequence[PlanFile], base: str) -> Iterator[Problem]:
    """Give what is wrong with the codes of all plans; `base` is what stands in front of their addresses."""
    yield from code_twice(plans)
    yield from outcome_leads_nowhere(plans)
    for file in plans:
        yield from no_room_for_the_code(file, base)


def code_twice(plans: Sequence[PlanFile]) -> Iterator[Problem]:
    """Two plans or placements have one code: one of them needs a code of its own choice."""
    owned = [
        (one.code, (file, one.placement.id if one.placement else None))
        for file in plans
        if (facts := facts_in(file)) is not None
        for one in own_codes(facts)
    ]
    for code, owners in clashes(owned).items():
        first = owners[0][0]
        for file, placement in owners[1:]:
            mark = _mark(file, placement)
            if mark is not None and not _same_plan(file, first):
                yield mark.problem("code_twice", qr=code, other=first.file)


def _same_plan(one: PlanFile, other: PlanFile) -> bool:
    """Two files with one id have the same codes; that id is what their writers must be told of."""
    facts, others = facts_in(one), facts_in(other)
    return one is not other and facts is not None and others is not None and facts.id == others.id


def outcome_leads_nowhere(plans: Sequence[PlanFile]) -> Iterator[Problem]:
    """A merged or succeeded plan does not say into which, or names one that is not there, or itself."""
    known = {mark.text for file in plans for mark in file.marks if mark.kind == "id"}
    for file in plans:
        # Only a plan that came to an end is opened.
        plan = file.plan if any(mark.kind == "outcome_kind" for mark in file.marks) else None
        if plan is None or plan.outcome is None:
            continue
        into = plan.outcome.into
        if into is None and plan.outcome.kind in (OutcomeKind.MERGED, OutcomeKind.SUCCEEDED):
            yield from _at(file, "outcome_kind", "outcome_into_missing", outcome=plan.outcome.kind.value)
        elif into is not None and (into not in known or into == plan.id):
            yield from _at(file, "outcome_into", "outcome_into_unknown", text=into)


def no_room_for_the_code(file: PlanFile, base: str) -> Iterator[Problem]:
    """The code must be larger than its medium has room for, to be read from the distance that is given."""
    facts = facts_in(file)
    for one in own_codes(facts) if facts is not None else ():
        place = one.placement
        if place is None:
            continue
        least = smallest_print_mm(qr_matrix(encoded_address(base, one.code)), place.distance)
        most = SCREEN_MM if place.medium is Medium.SCREEN else widest_code_mm(place.medium.value)
        mark = _mark(file, place.id)
        if most is not None and least > most and mark is not None:
            yield mark.problem(
                "placement_too_far",
                severity=Severity.WARNING,
                least=least,
                most=f"{most:g}",
                medium=place.medium.value,
                distance=f"{place.distance:g}",
            )


def _mark(file: PlanFile, placement: str | None) -> Mark | None:
    """Give where the plan, or its placement, has its id."""
    kind, text = ("placement", placement) if placement is not None else ("id", None)
    return next((m for m in file.marks if m.kind == kind and text in (None, m.text)), None)


def _at(file: PlanFile, kind: str, code: str, **values: Any) -> Iterator[Problem]:
    """Give the problem `code` at the mark of `kind`."""
    yield from (mark.problem(code, **values) for mark in file.marks if mark.kind == kind)
