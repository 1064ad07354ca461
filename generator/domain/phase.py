"""The phase of a whole plan: taking feedback, taking place, in effect, ended. Always derived, never entered."""

from datetime import date

from generator.domain.plan import Plan, PlanKind
from generator.domain.times import Period, TimeState, boundaries

Changes = tuple[tuple[date, TimeState], ...]

_NOTHING_KNOWN: Changes = ((date.min, TimeState.NONE),)


def validity_of(plan: Plan) -> Period | None:
    """Give the days for which the plan holds, where the document states them."""
    time = plan.validity
    if time is None or time.end is None:
        return None
    return Period(time.start or date(time.end.year, 1, 1), time.end)


def phase_changes(plan: Plan) -> Changes:
    """Give (day, state) pairs: on each day the plan enters that state; the first day is `date.min`.

    A plan that takes feedback is told by its window, a ceremony by its day, every other by its validity.
    """
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
        return _NOTHING_KNOWN
    after = date.fromordinal(period.end.toordinal() + 1)
    return (
        (date.min, TimeState.UPCOMING),
        (period.start, TimeState.ONGOING),
        (after, TimeState.PLAN_ENDED),
    )


def state_on(changes: Changes, day: date) -> TimeState:
    """Give the state on `day`: that of the last change not after it."""
    return [state for since, state in changes if since <= day][-1]
