"""Which codes a site answers, and with what: the plan, and the place where the code hangs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

from generator.domain.code import code_for
from generator.domain.placement import Placement
from generator.domain.plan import Plan
from generator.domain.published import Published
from generator.frozen import frozen


class Coded(Protocol):
    """What has codes: a plan, or what is known of one without opening it."""

    @property
    def id(self) -> str:
        """The id of the plan."""

    @property
    def former_ids(self) -> tuple[str, ...]:
        """The ids that it had."""

    @property
    def code(self) -> str | None:
        """The code that staff chose for it."""

    @property
    def placements(self) -> tuple[Placement, ...]:
        """The places where its codes hang."""

    @property
    def takes_feedback(self) -> bool:
        """Whether people can take part."""


P = TypeVar("P", bound=Coded)


@frozen
class CodeOf(Generic[P]):
    """A code of a plan: the general one, or that of a placement."""

    code: str
    plan: P
    placement: Placement | None = None

    @property
    def owner(self) -> tuple[str, str | None]:
        """The ids that the code stands for."""
        return (self.plan.id, self.placement.id if self.placement is not None else None)


PlanCode = CodeOf[Plan]
"""A code of a plan that is open."""


def own_codes(plan: P) -> tuple[CodeOf[P], ...]:
    """Give the codes that a plan has today: a general one where it takes feedback, one for each placement."""
    placed = tuple(CodeOf(code_for(plan.id, place.id, explicit=place.code), plan, place) for place in plan.placements)
    if not (plan.takes_feedback or placed or plan.code):
        return ()
    return (CodeOf(code_for(plan.id, explicit=plan.code), plan), *placed)


def former_codes(plan: P) -> Iterator[CodeOf[P]]:
    """Give the codes that follow from former ids of the plan and of its placements."""
    names = (plan.id, *plan.former_ids)
    if plan.takes_feedback or plan.placements:
        yield from (CodeOf(code_for(name), plan) for name in names)
    for place in plan.placements:
        for name in names:
            yield from (CodeOf(code_for(name, one), plan, place) for one in (place.id, *place.former_ids))


class Owners(Generic[P]):
    """Finds a plan and a placement by an id that they have, or had."""

    def __init__(self, plans: Iterable[P]) -> None:
        all_plans = tuple(plans)
        former = {old: plan for plan in all_plans for old in plan.former_ids}
        self._plans: Mapping[str, P] = former | {plan.id: plan for plan in all_plans}

    def plan(self, plan_id: str) -> P | None:
        """Give the plan that has or had this id."""
        return self._plans.get(plan_id)

    def find(self, code: str, plan_id: str, placement_id: str | None) -> CodeOf[P] | None:
        """Give whose `code` is, when it was made for these ids; None where they are nobody's any more."""
        plan = self.plan(plan_id)
        if plan is None or placement_id is None:
            return CodeOf(code, plan) if plan is not None else None
        place = _placement(plan, placement_id)
        return CodeOf(code, plan, place) if place is not None else None


def answered_codes(plans: Iterable[P], record: Published) -> dict[str, CodeOf[P]]:
    """Give every code that the site answers for `plans`, by code.

    A plan's own codes come first, then those on record, then those of former ids: who renames a plan before
    anything was recorded may have printed it all the same.
    """
    all_plans = tuple(plans)
    owners = Owners(all_plans)
    recorded = (owners.find(entry.code, entry.plan, entry.placement) for entry in record.codes)
    found: dict[str, CodeOf[P]] = {}
    for one in (
        *(code for plan in all_plans for code in own_codes(plan)),
        *(code for code in recorded if code is not None),
        *(code for plan in all_plans for code in former_codes(plan)),
    ):
        found.setdefault(one.code, one)
    return found


def _placement(plan: Coded, placement_id: str) -> Placement | None:
    by_id = {old: place for place in plan.placements for old in place.former_ids}
    return (by_id | {place.id: place for place in plan.placements}).get(placement_id)
