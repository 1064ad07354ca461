"""Warnings: what looks wrong in a plan though it can be published. Each rule is a small function of its own.

Staff mend what a warning tells, or accept it with a reason in the plan:

    silence: [{rule: W06, item: chi-tieu-8, reason: Văn bản ghi như vậy.}]

`rule` is the rule's code or the name of one of its warnings (`catalogue.py` lists both). `item` is the id of the task,
target, channel ... or of a record around it; without it the rule is silent in the whole plan.
"""

from collections.abc import Iterator

from generator.domain.naming import NameIndex
from generator.domain.problem import Problem
from generator.reading.plans import PlanFile
from generator.reading.warnings.evidence import Evidence
from generator.reading.warnings.telling import told, weighed


def plan_warnings(plan: PlanFile, data: bytes, names: NameIndex | None) -> Iterator[Problem]:
    """Give the warnings of a plan that was read from `data` with the bodies `names`; none while it has errors."""
    if plan.plan is not None and plan.document is not None and names is not None:
        yield from told(Evidence(plan.plan, plan.document, data, names))


def weighed_warnings(plan: PlanFile, data: bytes, names: NameIndex | None) -> Iterator[Problem]:
    """Give the warnings that staff have silenced in a plan, as notes with their reason."""
    if plan.plan is not None and plan.plan.silence and plan.document is not None and names is not None:
        yield from weighed(Evidence(plan.plan, plan.document, data, names))
