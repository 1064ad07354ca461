"""All metrics of a plan in one table, under the headings of the document."""

from collections.abc import Iterator

from generator.domain.target import Target
from generator.domain.task import Section
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.context import Context
from generator.views.metrics import MetricView, metric_views
from generator.views.roles import WorkContext
from generator.views.times import TimeView, time_views


@frozen
class MetricRow:
    """A row of the table of all metrics; without `metric` the target is only named."""

    target: str
    label: str | None
    what: Localised
    metric: MetricView | None
    times: tuple[TimeView, ...]


@frozen
class MetricGroup:
    """The metrics under one heading of the document."""

    label: str | None
    title: Localised
    rows: tuple[MetricRow, ...]


def metric_groups(work: WorkContext) -> tuple[MetricGroup, ...]:
    """Give all metrics of a plan as one table, under the headings of the document."""
    rows: dict[str | None, list[MetricRow]] = {}
    for target in work.plan.targets:
        rows.setdefault(target.section, []).extend(_metric_rows(work, target))
    sections = {section.id: section for section in work.plan.sections}
    return tuple(_metric_group(work.context, sections.get(key or ""), tuple(found)) for key, found in rows.items())


def _metric_group(context: Context, section: Section | None, rows: tuple[MetricRow, ...]) -> MetricGroup:
    """Give the metrics under one heading."""
    title = context.text(section.title) if section is not None else context.own("")
    return MetricGroup(section.label if section is not None else None, title, rows)


def _metric_rows(work: WorkContext, target: Target) -> Iterator[MetricRow]:
    """Give one row for each metric of a target, or one that says it has none."""
    context = work.context
    times = [time for part in work.charges[target.id] for time in part.time]
    views = time_views(context, times, work.validity)
    metrics = metric_views(context, target, work.validity)
    for metric in metrics or (None,):
        what = metric.of if metric is not None and metric.of is not None else context.text(target.text)
        yield MetricRow(target.id, target.label, what, metric, views)
