"""The addresses of a plan, as other parts of the site need them: those of before, its notices, its map entries."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.domain.plan import Plan
from generator.domain.progress import news
from generator.domain.text import DEFAULT_LANGUAGE
from generator.routes import Routes
from generator.views.body_in_plan import body_in_plan_paths, crowded_bodies
from generator.views.context import Context
from generator.views.excerpts import Rows
from generator.views.notice import plan_notices


class MapEntry(NamedTuple):
    """A page: its path without a language's prefix, and the day of its last change (ISO 8601), "" where unknown."""

    path: str
    changed: str = ""


def address_sections(context: Context, plan: Plan) -> Iterator[tuple[str, Rows]]:
    """Give what other parts of the site need of a plan's addresses: those of before, its notices, its map entries.

    They are the same in every language, so they stand in the excerpt of the default one alone.
    """
    if context.language != context.config.languages[0]:
        return
    notices = tuple(notice.id for notice in plan_notices(context, plan))
    routes = Routes(DEFAULT_LANGUAGE)
    yield "former", tuple(dict.fromkeys(plan.former_ids))
    yield "notices", notices
    if plan.publish_from is None or plan.publish_from <= context.as_of:
        own = MapEntry(routes.plan(plan.id), last_change(context, plan))
        bodies = (MapEntry(path) for path in _body_paths(context, plan))
        yield "map", (own, *(MapEntry(routes.notice(plan.id, notice)) for notice in notices), *bodies)


def _body_paths(context: Context, plan: Plan) -> Iterator[str]:
    """Give the pages of bodies that have some of their own in this plan."""
    for agency in crowded_bodies(context, plan):
        base = Routes(DEFAULT_LANGUAGE).agency_plan(agency, plan.id)
        yield from body_in_plan_paths(context, base, plan, agency)


def last_change(context: Context, plan: Plan) -> str:
    """Give the last day on which staff published something about the plan, or the plan itself, "" where none is known.

    The day of issue is no change of the page: a document of 2022 may have been put on the web in 2026.
    """
    published = (plan.publish_from, context.index.since.get(plan.id))
    days = [*(one.day for one in news(plan)), *(day for day in published if day is not None)]
    return max((day.isoformat() for day in days if day <= context.as_of), default="")
