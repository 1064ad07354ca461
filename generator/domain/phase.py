"""The phase of a whole plan: taking feedback, taking place, in effect, ended. Always derived, never entered."""

from datetime import date

from generator.domain.agenda import entries
from generator.domain.outcome import OutcomeKind
from generator.domain.plan import Plan, PlanKind
from generator.domain.times import Period, PeriodName, TimeExpression, TimeState, boundaries

Changes = tuple[tuple[date, TimeState], ...]

_NOTHING_KNOWN: Changes = ((date.min, TimeState.NONE),)


def validity_of(plan: Plan) -> Period | None:
    """Give the days for which the plan holds, where the document states them."""
    return period_of(plan.validity, plan.document.issued)


def period_of(validity: TimeExpression | None, issued: TimeExpression | None) -> Period | None:
    """Give the days of a validity; where it names no start, from the day of issue.

    A term of office (nhiệm kỳ) is what a plan speaks of, not how long it holds.
    """
    if validity is None or validity.end is None or validity.period is PeriodName.TERM:
        return None
    start = validity.start or (issued.start if issued is not None else None)
    return Period(start, validity.end) if start is not None and start <= validity.end else None


def phase_changes(plan: Plan) -> Changes:
    """Give (day, state) pairs: on each day the plan enters that state; the first day is `date.min`.

    A plan that takes feedback is told by its window, a ceremony by its day, every other by its validity; and
    each by what staff say became of it.
    """
    changes = _planned(plan)
    if plan.outcome is None:
        return changes
    before = tuple(change for change in changes if change[0] < plan.outcome.on)
    return (*before, (plan.outcome.on, _after(plan)))


def _after(plan: Plan) -> TimeState:
    """Give the state of a plan once its outcome is there."""
    told = {
        OutcomeKind.MERGED: TimeState.MERGED,
        OutcomeKind.CANCELLED: TimeState.CANCELLED,
        OutcomeKind.WITHDRAWN: TimeState.WITHDRAWN,
    }
    ended = TimeState.CLOSED if plan.feedback is not None else TimeState.PLAN_ENDED
    return told.get(plan.outcome.kind, ended) if plan.outcome is not None else ended


def _planned(plan: Plan) -> Changes:
    """Give the changes as the document has them."""
    if plan.feedback is not None:
        return boundaries(
            plan.feedback.window,
            expected_start=plan.feedback.expected_launch,
            launched_on=plan.feedback.launched_on,
        )
    if plan.kind is PlanKind.CEREMONY:
        return _ceremony(plan)
    return _validity(plan)


def _ceremony(plan: Plan) -> Changes:
    """Give the changes of the first event that has a day."""
    dated = (time for event in plan.events for time in event.time if time.end is not None)
    first = next(dated, None)
    return boundaries(first) if first is not None else _NOTHING_KNOWN


def _validity(plan: Plan) -> Changes:
    """Give the changes of a plan that holds for a period."""
    period = validity_of(plan)
    if period is None:
        return _stated_dates(plan)
    after = date.fromordinal(period.end.toordinal() + 1)
    return (
        (date.min, TimeState.UPCOMING),
        (period.start, TimeState.ONGOING),
        (after, TimeState.PLAN_ENDED),
    )


def _stated_dates(plan: Plan) -> Changes:
    """Give the changes of a plan that states no period: in progress until the last of its stated dates is past."""
    past = [entry.time.past_from for entry in entries(plan) if entry.time.past_from is not None]
    if not past:
        return _NOTHING_KNOWN
    return ((date.min, TimeState.ONGOING), (max(past), TimeState.PAST_STATED_DATE))


def state_on(changes: Changes, day: date) -> TimeState:
    """Give the state on `day`: that of the last change not after it."""
    return [state for since, state in changes if since <= day][-1]
