"""What was published of one task or target: done, late, values against their metrics in words and as a picture."""

from collections.abc import Iterable, Iterator

from generator.chart import Line, Measure, Point
from generator.domain.plan import Plan
from generator.domain.progress import NO_PROGRESS
from generator.domain.reaching import in_order, metric_of, reaches
from generator.domain.result import Evidence, Overdue
from generator.domain.target import Metric, Target, TargetResult
from generator.domain.task import Task
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.routes import attachment
from generator.views.channel_links import target_link
from generator.views.context import Context
from generator.views.metrics import number_words, value_words, with_unit
from generator.views.times import StateView, state_view


@frozen
class Proof:
    """Where a statement can be looked up: words, a page, a file of the site."""

    text: Localised | None
    link: str | None
    file: str | None


@frozen
class ValueView:
    """One result of a target. `words` put it beside its metric; `reached` is the word for it where it is certain."""

    day: str
    day_words: str
    words: str | None
    reached: str | None
    of: Localised | None
    text: Localised | None
    note: Localised | None
    proof: Proof


@frozen
class ItemResult:
    """All that was published of one task or target."""

    state: StateView | None
    done: str | None
    proof: Proof | None
    overdue: tuple[str, Localised] | None
    """Since when, and the reason, in the words of the staff."""
    values: tuple[ValueView, ...]
    """The newest first."""
    pictures: tuple[Measure, ...]


def item_result(context: Context, plan: Plan, item: Task | Target) -> ItemResult | None:
    """Give what was published of an item; None where nothing was."""
    parts = context.index.parts[plan.id]
    progress = parts.progress.get(item.id, NO_PROGRESS)
    if progress == NO_PROGRESS:
        return None
    task, target = (item, None) if isinstance(item, Task) else (None, item)
    done = task.done_on if task is not None else None
    evidence = task.evidence if task is not None else None
    return ItemResult(
        state=state_view(context, parts.changes[item.id]),
        done=context.say("results.done_on", day=context.day(done)) if done is not None else None,
        proof=_evidence(context, plan, evidence) if evidence is not None else None,
        overdue=_overdue(context, item.overdue),
        values=tuple(value_views(context, plan, target)) if target is not None else (),
        pictures=tuple(measures(context, target)) if target is not None else (),
    )


def _overdue(context: Context, overdue: Overdue | None) -> tuple[str, Localised] | None:
    if overdue is None:
        return None
    return context.say("results.overdue_since", day=context.day(overdue.since)), context.text(overdue.reason)


def _evidence(context: Context, plan: Plan, evidence: Evidence) -> Proof:
    return proof(plan, context.maybe(evidence.text), evidence.link, evidence.file)


def proof(plan: Plan, text: Localised | None, link: str | None, file: str | None) -> Proof:
    """Give where a statement can be looked up; an address that may not be linked is none."""
    return Proof(text, target_link(link), attachment(plan.id, file) if file is not None else None)


def value_views(context: Context, plan: Plan, target: Target) -> Iterator[ValueView]:
    """Give the results of a target, newest first."""
    for result in reversed(in_order(target.results)):
        metric = metric_of(target, result)
        yield ValueView(
            day=result.date.isoformat(),
            day_words=context.day(result.date),
            words=value_of(context, target, result),
            reached=_reached(context, metric, result),
            of=context.maybe(metric.of) if metric is not None and len(target.metrics) > 1 else None,
            text=context.maybe(result.text),
            note=context.maybe(result.note),
            proof=proof(plan, context.maybe(result.source), result.link, result.file),
        )


def value_of(context: Context, target: Target, result: TargetResult) -> str | None:
    """Say a value beside its metric ("83% so với chỉ tiêu trên 84%"); None where the result is in words only."""
    metric = metric_of(target, result)
    if result.value is None or metric is None:
        return None
    value = with_unit(context, number_words(context, result.value), metric)
    goal = value_words(context, metric)
    return context.say("results.value", value=value, goal=goal) if _has_value(metric) else value


def _has_value(metric: Metric) -> bool:
    return metric.value is not None or metric.min is not None


def _reached(context: Context, metric: Metric | None, result: TargetResult) -> str | None:
    """Say whether the metric is reached, where operator and number leave no doubt."""
    if metric is None or result.value is None:
        return None
    found = reaches(metric, result.value)
    return None if found is None else context.say("results.reached" if found else "results.not_reached")


def measures(context: Context, target: Target) -> Iterator[Measure]:
    """Give a picture for each metric that has values."""
    for number, metric in enumerate(target.metrics, start=1):
        results = [r for r in in_order(target.results) if (r.metric or 1) == number and r.value is not None]
        if results:
            yield _measure(context, target, metric, results)


def _measure(context: Context, target: Target, metric: Metric, results: list[TargetResult]) -> Measure:
    what = context.text(metric.of if metric.of is not None else target.text).text
    told = [(context.day(r.date), value_of(context, target, r) or "") for r in results]
    return Measure(
        points=tuple(_points(context, metric, results)),
        lines=tuple(_lines(context, metric)),
        first=told[0][0],
        last=told[-1][0],
        title=context.say("results.picture", what=what),
        description="; ".join(f"{day}: {words}" for day, words in told) + ".",
    )


def _points(context: Context, metric: Metric, results: Iterable[TargetResult]) -> Iterator[Point]:
    for one in results:
        if one.value is not None:
            label = with_unit(context, number_words(context, one.value), metric)
            yield Point(day=one.date, value=float(one.value), label=label)


def _lines(context: Context, metric: Metric) -> Iterator[Line]:
    """Give the bounds of the metric, each with the words of the whole of it."""
    label = context.say("results.goal", goal=value_words(context, metric))
    for bound in dict.fromkeys((metric.value, metric.min, metric.max)):
        if bound is not None:
            yield Line(value=float(bound), label=label)
