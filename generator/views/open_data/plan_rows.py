"""The rows that one plan gives to each table."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from generator.domain.citing import bases_of
from generator.domain.codes import own_codes
from generator.domain.phase import validity_of
from generator.domain.plan import Plan
from generator.domain.responsibility import assignments
from generator.domain.result import Overdue
from generator.domain.target import Metric, Target
from generator.routes import Routes, plan_data
from generator.views.addresses import last_change
from generator.views.context import Context
from generator.views.open_data.text import Row
from generator.views.participation import view_of_code


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def addresses(context: Context, plan_id: str, item: str = "") -> Mapping[str, str]:
    """Give the full address of a plan's page, or of an item on it, in each language of the site."""
    config = context.config
    found = ((code, Routes(code)) for code in config.languages)
    return {
        code: config.address + (routes.item(plan_id, item) if item else routes.plan(plan_id)) for code, routes in found
    }


def _plans(context: Context, plan: Plan) -> Iterator[Row]:
    document, outcome, period = plan.document, plan.outcome, validity_of(plan)
    yield {
        "id": plan.id,
        "short_title": plan.short_title,
        "title": plan.title,
        "summary": plan.summary,
        "place": plan.place,
        "kind": plan.kind,
        "status": plan.status,
        "document_type": document.type,
        "number": document.number,
        "symbol": document.symbol,
        "issuer": document.issuer.agency,
        "issued": document.issued.text if document.issued else None,
        "issued_start": document.issued.start if document.issued else None,
        "issued_end": document.issued.end if document.issued else None,
        "validity": plan.validity.text if plan.validity else None,
        "validity_start": period.start if period else None,
        "validity_end": period.end if period else None,
        "feedback": plan.feedback.window.text if plan.feedback else None,
        "outcome": outcome.kind if outcome else None,
        "outcome_on": outcome.on if outcome else None,
        "summary_only": plan.summary_only,
        "changed": last_change(context, plan),
        "url": addresses(context, plan.id),
        "json": context.config.address + plan_data(plan.id),
    }


def _tasks(context: Context, plan: Plan) -> Iterator[Row]:
    for task in plan.tasks:
        yield {
            "plan": plan.id,
            "id": task.id,
            "label": task.label,
            "section": task.section,
            "parent": task.parent,
            "title": task.title,
            "text": task.text,
            "done_on": task.done_on,
            "evidence": task.evidence.text if task.evidence else None,
            "evidence_link": task.evidence.link if task.evidence else None,
            **_late(task.overdue),
            "url": addresses(context, plan.id, task.id),
        }


def _late(overdue: Overdue | None) -> Row:
    return {"overdue_since": overdue.since, "overdue_reason": overdue.reason} if overdue is not None else {}


def _targets(context: Context, plan: Plan) -> Iterator[Row]:
    for target in plan.targets:
        yield {
            "plan": plan.id,
            "id": target.id,
            "label": target.label,
            "section": target.section,
            "text": target.text,
            "strive": target.strive,
            **_late(target.overdue),
            "url": addresses(context, plan.id, target.id),
        }


def _metrics(_context: Context, plan: Plan) -> Iterator[Row]:
    for target in plan.targets:
        for number, metric in enumerate(target.metrics, 1):
            yield {"plan": plan.id, "target": target.id, "metric": number, **_metric(metric)}


def _metric(metric: Metric) -> Row:
    base = metric.baseline
    return {
        "op": metric.op,
        "value": metric.value,
        "min": metric.min,
        "max": metric.max,
        "unit": metric.unit,
        "of": metric.of,
        "per": metric.per,
        "strive": metric.strive,
        "baseline": base.value if base else None,
        "baseline_year": base.year if base else None,
        "baseline_approx": base.approx if base else None,
    }


def _results(_context: Context, plan: Plan) -> Iterator[Row]:
    for target in plan.targets:
        yield from _results_of(plan.id, target)


def _results_of(plan_id: str, target: Target) -> Iterator[Row]:
    for one in target.results:
        yield {
            "plan": plan_id,
            "target": target.id,
            "date": one.date,
            "metric": one.metric or (1 if one.value is not None else None),
            "value": one.value,
            "unit": one.unit,
            "text": one.text,
            "source": one.source,
            "link": one.link,
        }


def _updates(context: Context, plan: Plan) -> Iterator[Row]:
    for one in plan.updates:
        yield {
            "plan": plan.id,
            "id": one.id,
            "date": one.date,
            "kind": one.kind,
            "item": one.item,
            "text": one.text,
            "link": one.link,
            "url": addresses(context, plan.id, one.id),
        }


def _events(context: Context, plan: Plan) -> Iterator[Row]:
    for event in plan.events:
        yield {
            "plan": plan.id,
            "id": event.id,
            "label": event.label,
            "section": event.section,
            "name": event.name,
            "session": event.session,
            "venue": event.venue,
            "scale": event.scale,
            "url": addresses(context, plan.id, event.id),
        }


def _roles(_context: Context, plan: Plan) -> Iterator[Row]:
    kinds = _kinds(plan)
    for one in assignments(plan):
        yield {
            "plan": plan.id,
            "item": one.item,
            "item_kind": kinds.get(one.item, "plan"),
            "role": one.role,
            "wording": one.wording,
            "body": one.body.agency,
            "name": one.body.text,
        }


def _kinds(plan: Plan) -> Mapping[str, str]:
    """Say of each item that can have roles what it is."""
    lists: dict[str, Iterable[_Named]] = {
        "task": plan.tasks,
        "target": plan.targets,
        "event": plan.events,
        "committee": plan.committees,
        "award": plan.awards,
        "budget": plan.budget,
        "channel": plan.channels,
    }
    return {item.id: kind for kind, items in lists.items() for item in items}


def _citations(_context: Context, plan: Plan) -> Iterator[Row]:
    for basis in bases_of(plan):
        yield {
            "plan": plan.id,
            "document": basis.ref,
            "relation": basis.relation,
            "at": basis.at,
            "item": basis.item,
        }


def _codes(context: Context, plan: Plan) -> Iterator[Row]:
    for one in own_codes(plan):
        view = view_of_code(context, plan.id, one.code)
        yield {
            "code": one.code,
            "plan": plan.id,
            "placement": one.placement.id if one.placement else None,
            "where": one.placement.where if one.placement else None,
            "medium": one.placement.medium if one.placement else None,
            "address": view.address,
            "url": context.config.address + view.path,
        }


ROWS: Mapping[str, Callable[[Context, Plan], Iterator[Row]]] = MappingProxyType(
    {
        "plans": _plans,
        "tasks": _tasks,
        "targets": _targets,
        "metrics": _metrics,
        "results": _results,
        "updates": _updates,
        "events": _events,
        "roles": _roles,
        "citations": _citations,
        "codes": _codes,
    }
)
"""By the name of a table: what gives a plan's rows. Those of times are also part of the plan's own record."""
