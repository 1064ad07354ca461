"""Whether a value reaches a metric: told only where the operator and the numbers leave no doubt."""

from collections.abc import Iterable
from decimal import Decimal

from generator.domain.target import Metric, Operator, Target, TargetResult

_WHOLE = Decimal(100)


def reaches(metric: Metric, value: Decimal) -> bool | None:
    """Say whether `value` reaches the metric; None where that cannot be computed.

    About ("khoảng"), a change from a start, a bare name, and what lies beside a range or a plain number are for
    people to judge: more may be better or worse.
    """
    low = metric.min if metric.min is not None else metric.value
    high = metric.max if metric.max is not None else metric.value
    if metric.op is Operator.RANGE:
        return True if low is not None and high is not None and low <= value <= high else None
    if metric.op is Operator.EQ:
        return _equals(metric, value)
    if metric.op in (Operator.GT, Operator.GTE) and low is not None:
        return value > low if metric.op is Operator.GT else value >= low
    if metric.op in (Operator.LT, Operator.LTE) and high is not None:
        return value < high if metric.op is Operator.LT else value <= high
    return None


def _equals(metric: Metric, value: Decimal) -> bool | None:
    """A value equal to the number reaches it; one below a hundred per cent does not; nothing else is certain."""
    if metric.min is not None or metric.max is not None:
        low, high = metric.min, metric.max
        return True if low is not None and high is not None and low <= value <= high else None
    if metric.value is None:
        return None
    share = metric.unit is not None and metric.unit.vi.startswith("%")
    if share and metric.value == _WHOLE and value < _WHOLE:
        return False
    return True if value == metric.value else None


def metric_of(target: Target, result: TargetResult) -> Metric | None:
    """Give the metric that a result measures; None where the target has no such one."""
    at = (result.metric or 1) - 1
    return target.metrics[at] if at < len(target.metrics) else None


def in_order(results: Iterable[TargetResult]) -> tuple[TargetResult, ...]:
    """Give results by day, those of one day in the order of the file."""
    return tuple(sorted(results, key=lambda one: one.date))
