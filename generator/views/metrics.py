"""The metrics of targets: the operator and number in words, comparable in a table."""

from decimal import Decimal

from generator.domain.progress import NO_PROGRESS, Progress
from generator.domain.target import Metric, Operator, Target
from generator.domain.text import Localised
from generator.domain.times import Period
from generator.frozen import frozen
from generator.views.context import Context
from generator.views.times import TimeView, time_view


@frozen
class MetricView:
    """One metric. `value` says operator, number and unit together, e.g. "trên 60%"."""

    value: str
    of: Localised | None
    per: str | None
    by: TimeView | None
    baseline: str | None
    strive: bool


def number_words(context: Context, number: Decimal) -> str:
    """Print a number with the language's decimal and thousands marks."""
    plain = f"{number.normalize():f}" if number != number.to_integral() else f"{int(number):,}"
    marks = {",": context.say("numbers.thousands"), ".": context.say("numbers.decimal")}
    return "".join(marks.get(sign, sign) for sign in plain)


def with_unit(context: Context, number: str, metric: Metric) -> str:
    """Put the unit behind a number; the percent sign stands close."""
    if metric.unit is None:
        return number
    unit = context.text(metric.unit).text
    return f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}"


def value_words(context: Context, metric: Metric) -> str:
    """Say the operator and the number or numbers."""
    if metric.op is Operator.NAMED or (metric.value is None and metric.min is None):
        return context.say("operators.named")
    low = metric.min if metric.min is not None else metric.value
    if low is not None and metric.max is not None:
        both = f"{number_words(context, low)}–{number_words(context, metric.max)}"
        key = "range" if metric.op in (Operator.RANGE, Operator.EQ) else metric.op.value
        return context.say(f"operators.{key}", value=with_unit(context, both, metric))
    single = number_words(context, low if low is not None else Decimal(0))
    return context.say(f"operators.{metric.op.value}", value=with_unit(context, single, metric))


def _baseline_words(context: Context, metric: Metric) -> str | None:
    """Say where the metric starts from."""
    base = metric.baseline
    if base is None:
        return None
    value = with_unit(context, number_words(context, base.value), metric)
    about = context.say("operators.approx", value=value) if base.approx else value
    return context.say("metrics.baseline", value=about, year=base.year) if base.year else about


def metric_views(
    context: Context, target: Target, validity: Period | None, progress: Progress = NO_PROGRESS
) -> tuple[MetricView, ...]:
    """Give the metrics of a target; nothing where it only names what is to be reached, without any figure."""
    if all(metric.op is Operator.NAMED for metric in target.metrics):
        return ()
    return tuple(
        MetricView(
            value=value_words(context, metric),
            of=context.maybe(metric.of),
            per=context.say("metrics.per", per=context.text(metric.per).text) if metric.per is not None else None,
            by=time_view(context, metric.by, validity, progress=progress) if metric.by is not None else None,
            baseline=_baseline_words(context, metric),
            strive=metric.strive or target.strive,
        )
        for metric in target.metrics
    )
