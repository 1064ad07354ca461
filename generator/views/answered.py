"""Every code that the site answers, with what it stands for: a plan, a placement of it, or a plan that was removed."""

from generator.domain.placement import Placement
from generator.domain.plan import Plan
from generator.domain.published import PublishedPlan
from generator.domain.text import Words
from generator.frozen import frozen
from generator.views.context import Context
from generator.views.site import SiteView


@frozen
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


def answered_of(context: Context, plan_id: str) -> tuple[Answered, ...]:
    """Give the codes of one public plan."""
    plan = context.index.plans[plan_id]
    return tuple(Answered(code, plan, placement) for code, placement in context.index.codes[plan_id])


def answered_removed(site: SiteView) -> tuple[Answered, ...]:
    """Give the codes of plans that were removed; one that another plan answers by now is that plan's."""
    removed, there = site.published.removed, {one.code for one in named_codes(site)}
    entries = {entry.code: entry for entry in site.published.codes if entry.plan in removed}
    return tuple(Answered(code, None, None, removed[one.plan]) for code, one in entries.items() if code not in there)


def answered(site: SiteView) -> tuple[Answered, ...]:
    """Give all codes in their order; every plan is opened."""
    of_plans = (one for plan_id in site.default.index.codes for one in answered_of(site.default, plan_id))
    return tuple(sorted((*of_plans, *answered_removed(site)), key=lambda one: one.code))


@frozen
class NamedCode:
    """A code with the name of its campaign, and where it hangs."""

    code: str
    title: Words
    placement: Placement | None


def named_codes(site: SiteView) -> tuple[NamedCode, ...]:
    """Give the codes of all public plans, without opening one."""
    index = site.default.index
    return tuple(
        NamedCode(code, index.titles[plan_id], placement)
        for plan_id, placed in index.codes.items()
        for code, placement in placed
    )


def all_codes(site: SiteView) -> tuple[NamedCode, ...]:
    """Give all codes in their order, those of removed plans among them, without opening a plan."""
    removed = (NamedCode(one.code, one.title, None) for one in answered_removed(site))
    return tuple(sorted((*named_codes(site), *removed), key=lambda one: one.code))
