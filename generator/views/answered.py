"""Every code that the site answers, with what it stands for: a plan, a placement of it, or a plan that was removed."""

from dataclasses import dataclass

from generator.domain.codes import answered_codes
from generator.domain.placement import Placement
from generator.domain.plan import Plan
from generator.domain.published import PublishedPlan
from generator.domain.text import Words
from generator.views.site import SiteView


@dataclass(frozen=True, slots=True)
class Answered:
    """A code: of a plan, perhaps of one placement; or of a removed plan, of which only the record is left."""

    code: str
    plan: Plan | None
    placement: Placement | None = None
    gone: PublishedPlan | None = None

    @property
    def title(self) -> Words:
        """The name of the campaign."""
        if self.plan is not None:
            return self.plan.short_title
        if self.gone is None:
            raise ValueError(self.code)
        return self.gone.title

    @property
    def plan_id(self) -> str:
        """The id of the plan, or the one that it had."""
        return self.plan.id if self.plan is not None else self.gone.id if self.gone is not None else ""


def answered(site: SiteView) -> tuple[Answered, ...]:
    """Give all codes in their order."""
    plans = site.default.index.plans.values()
    found = {
        one.code: Answered(one.code, one.plan, one.placement) for one in answered_codes(plans, site.published).values()
    }
    removed = site.published.removed
    for entry in site.published.codes:
        if entry.plan in removed:
            found.setdefault(entry.code, Answered(entry.code, None, None, removed[entry.plan]))
    return tuple(found[code] for code in sorted(found))
