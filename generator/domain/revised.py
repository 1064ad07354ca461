"""When a plan became public, and when its facts were last revised: days of the data, never of the clock."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.domain.phase import validity_of
from generator.domain.plan import Plan
from generator.domain.progress import News, news

# What has no day at all in its data was still revised some day: before any plan of this kind was written.
NO_DAY = date(2000, 1, 1)


def published_on(plan: Plan) -> date | None:
    """Give the day from which the plan is public: as staff set it, else of issue, else of the start of its validity.

    A day of issue that is not known in full is the last one that it can be.
    """
    issued, validity = plan.document.issued, validity_of(plan)
    if plan.publish_from is not None:
        return plan.publish_from
    if issued is not None and issued.end is not None:
        return issued.end
    return validity.start if validity is not None else None


def revised_on(plan: Plan) -> Mapping[str, date]:
    """Give the day of the last change by item id; under "" that of what concerns the whole plan."""
    found: dict[str, date] = {"": published_on(plan) or NO_DAY}
    for one in _changing(news(plan)):
        found[one.item] = max(one.day, found.get(one.item, NO_DAY))
    return {item: max(day, found[""]) for item, day in found.items()}


def _changing(found: Iterable[News]) -> Iterable[News]:
    """Leave out news of the whole plan that change nothing in its items."""
    return (one for one in found if one.item or one.kind.value in {"change", "correction", "withdrawal", "outcome"})
