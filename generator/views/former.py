"""Addresses of before: those that lead on to a new one, and those whose page was removed."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.domain.published import PublishedAgency, PublishedPlan
from generator.domain.text import Localised
from generator.routes import AGENCIES, PLANS
from generator.views.context import Context
from generator.views.notice import plan_notices
from generator.views.site import SiteView


@dataclass(frozen=True, slots=True)
class Gone:
    """A page that was removed. `instead` is (title, path) of what to look at now."""

    path: str
    text: str
    note: Localised | None
    instead: tuple[Localised, str] | None


def moved_paths(site: SiteView) -> Iterator[tuple[str, str]]:
    """Give (old path, new path) pairs, without a language's prefix: of plans, their notices, and bodies."""
    index = site.default.index
    notices = {entry.id: entry.notices for entry in site.published.plans}
    for plan in index.plans.values():
        for old in dict.fromkeys(plan.former_ids):
            yield f"{PLANS}{old}/", f"{PLANS}{plan.id}/"
            kept = {notice.id for notice in plan_notices(site.default, plan)} | set(notices.get(plan.id, ()))
            for notice in notices.get(old, ()):
                new = f"{PLANS}{plan.id}/{notice}/" if notice in kept else f"{PLANS}{plan.id}/"
                yield f"{PLANS}{old}/{notice}/", new
    for agency in index.agencies.values():
        for old in dict.fromkeys(agency.former_ids):
            yield f"{AGENCIES}{old}/", f"{AGENCIES}{agency.id}/"


def gone_pages(site: SiteView, context: Context) -> Iterator[Gone]:
    """Give the pages of what was removed, in the context's language; paths without its prefix."""
    for plan in site.published.plans:
        if plan.removed is not None:
            yield _gone(context, plan, "plan", f"{PLANS}{plan.id}/")
            yield from (_gone(context, plan, "plan", f"{PLANS}{plan.id}/{notice}/") for notice in plan.notices)
        elif plan.id in context.index.plans:
            yield from _gone_notices(context, plan)
    for agency in site.published.agencies:
        if agency.removed is not None:
            yield _gone(context, agency, "agency", f"{AGENCIES}{agency.id}/")


def _gone_notices(context: Context, entry: PublishedPlan) -> Iterator[Gone]:
    """Give the pages of notices that the plan had and has no more; they lead to the plan."""
    plan = context.index.plans[entry.id]
    there = {notice.id for notice in plan_notices(context, plan)}
    for notice in entry.notices:
        if notice not in there:
            text = context.say("gone.notice", name=context.text(plan.short_title).text)
            yield Gone(f"{PLANS}{plan.id}/{notice}/", text, None, _instead(context, plan.id))


def _gone(context: Context, entry: PublishedPlan | PublishedAgency, kind: str, path: str) -> Gone:
    removed = entry.removed
    if removed is None:
        raise ValueError(entry.id)
    name = context.text(entry.title).text
    text = context.say(f"gone.{kind}", name=name, day=context.day(removed.on))
    return Gone(path, text, context.maybe(removed.note), _instead(context, removed.into))


def _instead(context: Context, into: str | None) -> tuple[Localised, str] | None:
    """Give what to look at instead, where that is public."""
    plan, agency = context.index.plans.get(into or ""), context.index.agencies.get(into or "")
    if plan is not None:
        return context.text(plan.short_title), context.routes.plan(plan.id)
    return (context.text(agency.name), context.routes.agency(agency.id)) if agency is not None else None
