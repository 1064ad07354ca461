"""The state of a matter on a day, and the days on which it changes.

Nothing is ever called overdue here: a stated date is past, and whether that is bad is for people to say.
What is expected is never past; what is an event took place; a window closes.
"""

from datetime import date, timedelta

from generator.domain.times.expression import Period, TimeExpression
from generator.domain.times.kinds import Op, SaidOf, TimeKind, TimeState

Boundaries = tuple[tuple[date, TimeState], ...]
DUE_SOON_DAYS = 30
_ONE_DAY = timedelta(days=1)
_IN_LANES = frozenset(
    {TimeKind.RECURRING, TimeKind.RECURRING_BEFORE, TimeKind.ONGOING, TimeKind.AS_NEEDED, TimeKind.STAGED}
)
_STATELESS = frozenset(
    {TimeKind.ISSUE_DATE, TimeKind.DEFERRED, TimeKind.NONE_STATED, TimeKind.UNKNOWN, TimeKind.IMPOSSIBLE}
)


def state_of(
    time: TimeExpression,
    as_of: date,
    *,
    validity: Period | None = None,
    done_on: date | None = None,
    launched_on: date | None = None,
    expected_start: TimeExpression | None = None,
) -> TimeState:
    """The state on day `as_of`; the other arguments as for `boundaries`."""
    changes = boundaries(
        time, validity=validity, done_on=done_on, launched_on=launched_on, expected_start=expected_start
    )
    return next(state for day, state in reversed(changes) if day <= as_of)


def boundaries(
    time: TimeExpression,
    *,
    validity: Period | None = None,
    done_on: date | None = None,
    launched_on: date | None = None,
    expected_start: TimeExpression | None = None,
) -> Boundaries:
    """The days on which the state changes, in order, each with the state from that day on.

    The first entry is `date.min`. `done_on`: the day of a recorded result; `launched_on`: of a recorded
    launch, for a window whose start is an event; `expected_start`: when such a launch is expected;
    `validity`: the plan's, where the time itself was not read with it.
    """
    changes = _changes(time, validity, launched_on, expected_start)
    return _done(changes, done_on) if done_on else changes


def _changes(
    time: TimeExpression,
    validity: Period | None,
    launched_on: date | None,
    expected_start: TimeExpression | None,
) -> Boundaries:
    if time.kind in _STATELESS or time.said_of in {SaidOf.CITATION, SaidOf.ISSUE_DATE}:
        return _steps((date.min, TimeState.NONE))
    if time.kind is TimeKind.WINDOW and (time.anchor or time.said_of is SaidOf.WINDOW):
        return _window(time, launched_on, expected_start)
    if time.said_of is SaidOf.WINDOW and time.kind is not TimeKind.PERIOD and time.end and time.past_from:
        return _window(time, launched_on, expected_start)
    if time.kind in _IN_LANES or time.kind is TimeKind.PERIOD:
        return _band(time, validity)
    if time.tentative or time.kind in {TimeKind.EVENT_RELATIVE, TimeKind.ANNIVERSARY}:
        return _expected(time)
    return _dated(time)


def _steps(*steps: tuple[date, TimeState]) -> Boundaries:
    """The steps in order; a later one of an earlier day wins, and one that changes nothing is left out."""
    result: list[tuple[date, TimeState]] = []
    for day, state in steps:
        while result and result[-1][0] >= day:
            result.pop()
        if not result or result[-1][1] is not state:
            result.append((day if result else date.min, state))
    return tuple(result)


def _window(time: TimeExpression, launched_on: date | None, expected_start: TimeExpression | None) -> Boundaries:
    """A window opens on its first day; one that starts with an event, on the recorded day of the event, or
    else once the time at which it was expected has wholly passed."""
    opens = _opening(time, launched_on, expected_start)
    steps = [(date.min, TimeState.NOT_YET_OPEN)]
    if opens:
        steps.append((opens, TimeState.OPEN))
    if time.past_from and (opens is None or opens < time.past_from):
        steps.append((time.past_from, TimeState.CLOSED))
    elif time.past_from:
        steps = [(date.min, TimeState.NOT_YET_OPEN), (time.past_from, TimeState.CLOSED)]
    return _steps(*steps)


def _opening(time: TimeExpression, launched_on: date | None, expected_start: TimeExpression | None) -> date | None:
    if launched_on:
        return launched_on
    if time.start:
        return time.start
    if expected_start and expected_start.end:
        return expected_start.end + _ONE_DAY
    # "đến ngày 31/5/2024" without any words about a start is open from the beginning.
    return date.min if time.anchor is None else None


def _band(time: TimeExpression, validity: Period | None) -> Boundaries:
    start = time.start or (validity.start if validity else None)
    end = time.end or (validity.end if validity else None)
    plan_ends = time.kind in _IN_LANES or time.said_of is SaidOf.PERIOD or not time.units
    ended = TimeState.PLAN_ENDED if plan_ends else TimeState.PERIOD_ENDED
    steps = [(date.min, TimeState.UPCOMING if start else TimeState.ONGOING)]
    if start:
        steps.append((start, TimeState.ONGOING))
    if end and not time.open_ended:
        steps.append((end + _ONE_DAY, ended))
    if time.kind is TimeKind.PERIOD and not time.units and time.anchor:
        return _steps((date.min, TimeState.NONE))
    return _steps(*steps)


def _expected(time: TimeExpression) -> Boundaries:
    """What is expected is upcoming until its time has passed, and then nothing is known."""
    if time.end is None:
        return _steps((date.min, TimeState.NONE))
    return _steps((date.min, TimeState.UPCOMING), (time.end + _ONE_DAY, TimeState.NONE))


def _dated(time: TimeExpression) -> Boundaries:
    if time.end is None or time.past_from is None:
        if time.start is None:
            return _steps((date.min, TimeState.NONE))
        return _steps((date.min, TimeState.UPCOMING), (time.start, TimeState.ONGOING))
    if _is_event(time):
        return _event(time.start or time.end, time.past_from)
    soon = time.end - timedelta(days=DUE_SOON_DAYS)
    steps = [(date.min, TimeState.UPCOMING), (soon, TimeState.DUE_SOON)]
    if time.op is Op.FROM_TO and time.start:
        steps = [(date.min, TimeState.UPCOMING), (time.start, TimeState.ONGOING)]
        steps.append((max(soon, time.start), TimeState.DUE_SOON))
    return _steps(*steps, (time.past_from, TimeState.PAST_STATED_DATE))


def _event(start: date, past_from: date) -> Boundaries:
    """An event is upcoming, takes place on its days, and then took place; nothing about it is due."""
    return _steps((date.min, TimeState.UPCOMING), (start, TimeState.TAKING_PLACE), (past_from, TimeState.TOOK_PLACE))


def _is_event(time: TimeExpression) -> bool:
    """An event on stated days takes place; one "before April" only has its stated date past."""
    said_so = time.said_of is SaidOf.EVENT or time.lasting is not None or time.part_of_day is not None
    return said_so and time.op in {Op.IN, Op.FROM_TO}


def _done(changes: Boundaries, done_on: date) -> Boundaries:
    before = tuple(change for change in changes if change[0] < done_on)
    return _steps(*before, (done_on, TimeState.COMPLETED))
