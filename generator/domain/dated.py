"""The entries of a plan that a calendar can hold, each under a name that stays."""

from collections.abc import Iterable
from dataclasses import replace

from generator.domain.agenda import Entry
from generator.domain.calendar_days import CalendarDays, calendar_days
from generator.domain.plan import Plan
from generator.domain.times import Op, Period, TimeExpression
from generator.frozen import frozen


@frozen
class DatedEntry:
    """One day, stretch of days or rule. `name` is its own among all plans of a site, in every language.

    It is made of the plan, the item and the place of the time among the times of the item: words may change.
    """

    name: str
    entry: Entry
    days: CalendarDays


def dated_entries(plan: Plan, entries: Iterable[Entry], validity: Period | None) -> tuple[DatedEntry, ...]:
    """Give what a calendar can hold of `entries`, those of the plan in the order of the document."""
    period = binding(plan, validity)
    seen: dict[str, int] = {}
    found: list[DatedEntry] = []
    for entry in entries:
        key = entry.item or f"gop-y-{of_feedback(plan, entry)}"
        at = seen[key] = seen.get(key, -1) + 1
        for turn, days in enumerate(calendar_days(_as_launched(plan, entry.time), period)):
            name = f"{plan.first_id}.{key}.{at}"
            found.append(DatedEntry(f"{name}.{turn}" if turn else name, entry, days))
    return tuple(found)


def binding(plan: Plan, validity: Period | None) -> Period | None:
    """Give the days on which the plan binds its bodies: those of its validity from the day of issue on."""
    issued = plan.document.issued
    if validity is None or issued is None or issued.end is None or issued.end <= validity.start:
        return validity
    return Period(issued.end, validity.end) if issued.end <= validity.end else None


def of_feedback(plan: Plan, entry: Entry) -> str:
    """Tell the window of feedback from its expected launch."""
    return "window" if plan.feedback is not None and entry.time == plan.feedback.window else "launch"


def _as_launched(plan: Plan, time: TimeExpression) -> TimeExpression:
    """Let a window that starts with the launch start on the day that staff recorded."""
    feedback = plan.feedback
    if feedback is None or feedback.launched_on is None or time != feedback.window or time.start is not None:
        return time
    known = time.end is not None and feedback.launched_on <= time.end
    return replace(time, start=feedback.launched_on) if known and time.op is Op.FROM_TO else time
