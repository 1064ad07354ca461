"""Warnings: what looks wrong in a plan though it can be published. Each rule is a small function of its own.

Staff mend what a warning tells, or accept it with a reason in the plan:

    silence: [{rule: W06, item: chi-tieu-8, reason: Văn bản ghi như vậy.}]

`rule` is the rule's code or the name of one of its warnings (`catalogue.py` lists both). `item` is the id of the task,
target, channel ... or of a record around it; without it the rule is silent in the whole plan.
"""

from generator.domain.naming import NameIndex
from generator.domain.problem import Problem
from generator.reading.plans import PlanFile
from generator.reading.warnings.evidence import Evidence
from generator.reading.warnings.telling import noticed, told, weighed


def plan_warnings(
    plan: PlanFile, data: bytes, names: NameIndex | None
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Give the warnings of a plan that was read from `data` with the bodies `names`; none while it has errors.

    The second are those that staff have silenced, as notes with their reason.
    """
    if plan.plan is None or plan.document is None or names is None:
        return (), ()
    evidence = Evidence(plan.plan, plan.document, data, names)
    found = noticed(evidence)
    return tuple(told(evidence, found)), tuple(weighed(evidence, found))
