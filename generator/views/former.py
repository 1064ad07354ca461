"""Addresses of before: those that lead on to a new one, and those whose page was removed."""

from collections.abc import Iterator

from generator.domain.published import PublishedAgency, PublishedPlan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.routes import AGENCIES, PLANS
from generator.views.context import Context
from generator.views.site import SiteView


@frozen
class Gone:
    """A page that was removed. `instead` is (title, path) of what to look at now."""

    path: str
    text: str
    note: Localised | None
    instead: tuple[Localised, str] | None


def moved_paths(site: SiteView) -> Iterator[tuple[str, str]]:
    """Give (old path, new path) pairs, without a language's prefix: of plans, their notices, and bodies."""
    shown = site.default.shown
    notices = {entry.id: entry.notices for entry in site.published.plans}
    for plan_id, _ in shown.holders("former"):
        kept = {*shown.rows(plan_id, "notices"), *notices.get(plan_id, ())}
        for old in shown.rows(plan_id, "former"):
            yield f"{PLANS}{old}/", f"{PLANS}{plan_id}/"
            for notice in notices.get(old, ()):
                new = f"{PLANS}{plan_id}/{notice}/" if notice in kept else f"{PLANS}{plan_id}/"
                yield f"{PLANS}{old}/{notice}/", new
    for agency in site.default.index.agencies.values():
        for old in dict.fromkeys(agency.former_ids):
            yield f"{AGENCIES}{old}/", f"{AGENCIES}{agency.id}/"


def gone_pages(site: SiteView, context: Context) -> Iterator[Gone]:
    """Give the pages of what was removed, in the context's language; paths without its prefix."""
    for plan in site.published.plans:
        if plan.removed is not None:
            yield _gone(context, plan, "plan", f"{PLANS}{plan.id}/")
            yield from (_gone(context, plan, "plan", f"{PLANS}{plan.id}/{notice}/") for notice in plan.notices)
        elif plan.id in context.index.plans:
            yield from _gone_notices(context, plan, set(site.default.shown.rows(plan.id, "notices")))
    for agency in site.published.agencies:
        if agency.removed is not None:
            yield _gone(context, agency, "agency", f"{AGENCIES}{agency.id}/")


def removed_pages(site: SiteView, context: Context) -> Iterator[tuple[str, str, str]]:
    """Give (path, name, what its page says) of each plan and body that was removed, in the context's language."""
    for plan in site.published.plans:
        if plan.removed is not None:
            yield _removed(context, plan, "plan", context.routes.plan(plan.id))
    for agency in site.published.agencies:
        if agency.removed is not None:
            yield _removed(context, agency, "agency", context.routes.agency(agency.id))


def _removed(context: Context, entry: PublishedPlan | PublishedAgency, kind: str, path: str) -> tuple[str, str, str]:
    return path, context.text(entry.title).text, _gone(context, entry, kind, path).text


def _gone_notices(context: Context, entry: PublishedPlan, there: set[str]) -> Iterator[Gone]:
    """Give the pages of notices that the plan had and has no more (it has `there`); they lead to the plan."""
    for notice in entry.notices:
        if notice not in there:
            text = context.say("gone.notice", name=context.text(context.index.titles[entry.id]).text)
            yield Gone(f"{PLANS}{entry.id}/{notice}/", text, None, _instead(context, entry.id))


def _gone(context: Context, entry: PublishedPlan | PublishedAgency, kind: str, path: str) -> Gone:
    removed = entry.removed
    if removed is None:
        raise ValueError(entry.id)
    name = context.text(entry.title).text
    text = context.say(f"gone.{kind}", name=name, day=context.day(removed.on))
    return Gone(path, text, context.maybe(removed.note), _instead(context, removed.into))


def _instead(context: Context, into: str | None) -> tuple[Localised, str] | None:
    """Give what to look at instead, where that is public."""
    title, agency = context.index.titles.get(into or ""), context.index.agencies.get(into or "")
    if into is not None and title is not None:
        return context.text(title), context.routes.plan(into)
    return (context.text(agency.name), context.routes.agency(agency.id)) if agency is not None else None
