"""A small plan for tests that edit plans: read once from the fixtures."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.domain.plan import Plan
from generator.reading.project import read_project

_SITE = Path(__file__).parents[1] / "sites" / "codes"


@cache
def example_plan() -> Plan:
    """Give the campaign of the site of codes, without its placements."""
    project = read_project(_SITE).project
    assert project is not None
    plan = next(plan for plan in project.plans if plan.id == "gop-y-duong-pho")
    return replace(plan, placements=(), outcome=None)
