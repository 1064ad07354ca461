"""The excerpt of a plan: for each section that pages over many plans have, the rows that the plan gives to it."""

from collections.abc import Callable, Iterator

from generator.domain.plan import Plan
from generator.views.accountability import result_sections
from generator.views.addresses import address_sections
from generator.views.body_share import body_shares
from generator.views.calendar_rows import calendar_sections
from generator.views.card import plan_card
from generator.views.chart import site_bars
from generator.views.context import Context
from generator.views.excerpts import REGISTRIES, Rows
from generator.views.feed_rows import feed_sections
from generator.views.feedback import feedback_sections
from generator.views.news import all_news
from generator.views.open_data.plan_data import data_sections
from generator.views.open_data.registry_data import registry_sections
from generator.views.timeline import timeline_sections

Sections = Iterator[tuple[str, Rows]]


def excerpt_of(context: Context, plan: Plan) -> dict[str, Rows]:
    """Give the rows of the plan by section, in the context's language; a section without rows is not there."""
    return {section: rows for make in _SECTIONS for section, rows in make(context, plan) if rows}


def excerpt_by(context: Context, key: str) -> dict[str, Rows]:
    """Give the excerpt of what `key` names: a published plan, or one of `REGISTRIES`."""
    if key in REGISTRIES:
        return {section: rows for section, rows in registry_sections(context, key) if rows}
    return excerpt_of(context, context.index.plans[key])


def _card(context: Context, plan: Plan) -> Sections:
    yield "card", (plan_card(context, plan),)


def _chart(context: Context, plan: Plan) -> Sections:
    yield "chart", site_bars(context, plan)


def _news(context: Context, plan: Plan) -> Sections:
    yield "news", all_news(context, plan)


def _bodies(context: Context, plan: Plan) -> Sections:
    for agency, share in body_shares(context, plan):
        yield f"body/{agency}", (share,)
        yield f"standing/{agency}", share.standings


_SECTIONS: tuple[Callable[[Context, Plan], Sections], ...] = (
    _card,
    timeline_sections,
    _chart,
    _news,
    feedback_sections,
    result_sections,
    calendar_sections,
    feed_sections,
    _bodies,
    address_sections,
    data_sections,
)
