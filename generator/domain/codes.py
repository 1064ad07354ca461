"""Which codes a site answers, and with what: the plan, and the place where the code hangs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.domain.code import code_for
from generator.domain.placement import Placement
from generator.domain.plan import Plan
from generator.domain.published import Published


@dataclass(frozen=True, slots=True)
class PlanCode:
    """A code of a plan: the general one, or that of a placement."""

    code: str
    plan: Plan
    placement: Placement | None = None

    @property
    def owner(self) -> tuple[str, str | None]:
        """The ids that the code stands for."""
        return (self.plan.id, self.placement.id if self.placement is not None else None)


def own_codes(plan: Plan) -> tuple[PlanCode, ...]:
    """Give the codes that a plan has today: a general one where it takes feedback, one for each placement."""
    placed = tuple(PlanCode(code_for(plan.id, place.id, explicit=place.code), plan, place) for place in plan.placements)
    if not (plan.takes_feedback or placed or plan.code):
        return ()
    return (PlanCode(code_for(plan.id, explicit=plan.code), plan), *placed)


def former_codes(plan: Plan) -> Iterator[PlanCode]:
    """Give the codes that follow from former ids of the plan and of its placements."""
    names = (plan.id, *plan.former_ids)
    if plan.takes_feedback or plan.placements:
        yield from (PlanCode(code_for(name), plan) for name in names)
    for place in plan.placements:
        for name in names:
            yield from (PlanCode(code_for(name, one), plan, place) for one in (place.id, *place.former_ids))


class Owners:
    """Finds a plan and a placement by an id that they have, or had."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        all_plans = tuple(plans)
        former = {old: plan for plan in all_plans for old in plan.former_ids}
        self._plans: Mapping[str, Plan] = former | {plan.id: plan for plan in all_plans}

    def plan(self, plan_id: str) -> Plan | None:
        """Give the plan that has or had this id."""
        return self._plans.get(plan_id)

    def find(self, code: str, plan_id: str, placement_id: str | None) -> PlanCode | None:
        """Give whose `code` is, when it was made for these ids; None where they are nobody's any more."""
        plan = self.plan(plan_id)
        if plan is None or placement_id is None:
            return PlanCode(code, plan) if plan is not None else None
        place = _placement(plan, placement_id)
        return PlanCode(code, plan, place) if place is not None else None


def answered_codes(plans: Iterable[Plan], record: Published) -> dict[str, PlanCode]:
    """Give every code that the site answers for `plans`, by code.

    A plan's own codes come first, then those on record, then those of former ids: who renames a plan before
    anything was recorded may have printed it all the same.
    """
    all_plans = tuple(plans)
    owners = Owners(all_plans)
    recorded = (owners.find(entry.code, entry.plan, entry.placement) for entry in record.codes)
    found: dict[str, PlanCode] = {}
    for one in (
        *(code for plan in all_plans for code in own_codes(plan)),
        *(code for code in recorded if code is not None),
        *(code for plan in all_plans for code in former_codes(plan)),
    ):
        found.setdefault(one.code, one)
    return found


def _placement(plan: Plan, placement_id: str) -> Placement | None:
    by_id = {old: place for place in plan.placements for old in place.former_ids}
    return (by_id | {place.id: place for place in plan.placements}).get(placement_id)
