"""Days: deadlines that come with the issue of the plan, and bodies that end before their work does."""

import datetime
from collections.abc import Iterator

from generator.domain.agency import Agency
from generator.domain.responsibility import Assignment
from generator.domain.times import Precision, TimeExpression, TimeKind
from generator.reading.warnings.evidence import Evidence, Finding, finding

_WORK = frozenset({"tasks", "targets", "role_blocks", "events", "feedback", "committees", "awards", "budget"})
_WITH_THE_PLAN = frozenset(
    {TimeKind.ONGOING, TimeKind.RECURRING, TimeKind.RECURRING_BEFORE, TimeKind.STAGED, TimeKind.AS_NEEDED}
)


def deadline_at_issue(evidence: Evidence) -> Iterator[Finding]:
    """W08: a deadline or an event is in the month in which the plan was issued, or before it."""
    issued = evidence.plan.document.issued
    if issued is None or issued.start is None:
        return
    for path, time in evidence.times:
        if path[0] in _WORK and time.past_from and time.end and _soon(issued, issued.start, time.end):
            yield finding("deadline_at_issue", path, group="issue", subject=time.text, issued=issued.text)


def _soon(issued: TimeExpression, first: datetime.date, end: datetime.date) -> bool:
    same_month = issued.precision is not Precision.YEAR and (end.year, end.month) == (first.year, first.month)
    return same_month or end < first


def work_after_body(evidence: Evidence) -> Iterator[Finding]:
    """W16: a deadline, or work that recurs or goes on, runs past the end of a body that has a role in it.

    Where the editors had to put a validity together, and said so in a note, work that goes on is not held to it.
    """
    stated = evidence.plan.validity_note is None
    for held in evidence.assignments:
        agency = evidence.registry.agencies.get(held.body.agency)
        last = _last_day(held, stated)
        if agency and last and agency.ended_on(last) and held.item in evidence.paths_of_items:
            path = evidence.paths_of_items[held.item]
            yield finding(
                "work_after_body", path, group=str(agency.valid_until), subject=agency.name.vi,
                ended=_day(agency), last=f"{last.day}/{last.month}/{last.year}",
            )  # fmt: skip


def _last_day(held: Assignment, stated: bool) -> datetime.date | None:
    """Give the last day on which the work of an assignment is still to be done."""
    ends = (time.end for time in held.time if time.past_from or (stated and time.kind in _WITH_THE_PLAN))
    return max((end for end in ends if end), default=None)


def body_ended_before_issue(evidence: Evidence) -> Iterator[Finding]:
    """W17: a plan names a body that had ended when it was issued, as every district body had on 1 July 2025."""
    issued = evidence.plan.document.issued
    if issued is None or issued.start is None:
        return
    for held in evidence.assignments:
        agency = evidence.registry.agencies.get(held.body.agency)
        if agency and agency.ended_on(issued.start):
            path = evidence.paths_of_items.get(held.item, ())
            yield finding(
                "body_ended_before_issue", path, group="ended", subject=agency.name.vi,
                issued=issued.text, ended=_day(agency),
            )  # fmt: skip


def _day(agency: Agency) -> str:
    day = agency.valid_until
    return f"{day.day}/{day.month}/{day.year}" if day else ""
