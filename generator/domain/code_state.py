"""What a code says on a day: not yet open, open, closed, cancelled, merged, withdrawn."""

from datetime import date
from enum import StrEnum

from generator.domain.phase import phase_changes
from generator.domain.plan import Plan
from generator.domain.times import TimeState


class CodeState(StrEnum):
    """The state of a code's page. `UNSTATED` is for channels of a document that states no time for them."""

    NOT_YET_OPEN = "not_yet_open"
    OPEN = "open"
    UNSTATED = "unstated"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


CodeChanges = tuple[tuple[date, CodeState], ...]

_SAME = frozenset({"not_yet_open", "open", "closed", "cancelled", "merged", "withdrawn"})
_ENDED = frozenset({TimeState.PERIOD_ENDED, TimeState.PLAN_ENDED, TimeState.TOOK_PLACE, TimeState.COMPLETED})
OVER = frozenset({CodeState.CLOSED, CodeState.CANCELLED, CodeState.MERGED, CodeState.WITHDRAWN})


def code_changes(plan: Plan) -> CodeChanges:
    """Give (day, state) pairs, each state from its day on (in Viet Nam); the first day is `date.min`."""
    steps: list[tuple[date, CodeState]] = []
    for day, state in phase_changes(plan):
        mapped = _of(state)
        if not steps or steps[-1][1] is not mapped:
            steps.append((day, mapped))
    return tuple(steps)


def code_state_on(changes: CodeChanges, day: date) -> CodeState:
    """Give the state on `day`: that of the last change not after it."""
    return [state for since, state in changes if since <= day][-1]


def over_since(changes: CodeChanges, day: date) -> date | None:
    """Give the day since when it is over, as seen on `day`; None while it is not. `date.min` where nobody knows."""
    passed = [change for change in changes if change[0] <= day]
    since = None
    for start, state in passed:
        since = (since or start) if state in OVER else None
    return since


def _of(state: TimeState) -> CodeState:
    if state.value in _SAME:
        return CodeState(state.value)
    return CodeState.CLOSED if state in _ENDED else CodeState.UNSTATED
