"""Which facts a notice can speak of: the names that stand in braces, and which of them a plan has."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.domain.agenda import entries
from generator.domain.channel import ChannelKind, Purpose
from generator.domain.document import DocumentStatus
from generator.domain.event import Event
from generator.domain.notice import Notice, NoticeKind, NoticeWanted, Offer, Scope
from generator.domain.phase import phase_changes, state_on
from generator.domain.plan import Plan
from generator.domain.times import Precision, TimeKind, TimeState

LISTS = frozenset({"channels", "submissions", "audience", "agenda"})
"""Facts that are lists: they stand under `list:`, not in braces."""

TEXTS = frozenset(
    {
        "plan_title", "document", "issuer", "place", "page", "short_address", "hotline", "lead", "standing",
        "slogan", "feedback_window", "feedback_end", "launch", "participants", "exclusions", "receiver",
        "event_name", "event_time", "event_day", "event_session", "event_venue", "event_organiser",
        "event_scale", "invitation", "item_title", "item_time", "award_name", "award_time",
        "channel_names", "results", "agenda_words",
    }
)  # fmt: skip
"""Facts that are a text: they may stand in braces."""

_ALWAYS = ("plan_title", "document", "issuer", "place", "page")


def facts_of(plan: Plan, notice: Notice) -> frozenset[str]:
    """Give the names of the facts that `notice` of `plan` has."""
    event = next((event for event in plan.events if event.id == notice.event), None)
    return frozenset(
        (
            *_ALWAYS,
            *_plan_facts(plan),
            *(_event_facts(event) if event is not None else ()),
            *(_item_facts(plan, notice.item) if notice.item is not None else ()),
            *notice.values,
        )
    )


def _there(found: Mapping[str, object]) -> Iterator[str]:
    return (name for name, fact in found.items() if fact)


def _plan_facts(plan: Plan) -> Iterator[str]:
    feedback = plan.feedback
    yield from _there(
        {
            "short_address": plan.takes_feedback,
            "lead": plan.lead,
            "standing": plan.standing,
            "slogan": any(slogan.official for slogan in plan.slogans),
            "hotline": any(c.kind is ChannelKind.PHONE and c.target for c in plan.channels),
            "channels": any(c.purpose is Purpose.FEEDBACK for c in plan.channels),
            "channel_names": any(c.purpose is Purpose.FEEDBACK for c in plan.channels),
            "submissions": any(c.purpose is Purpose.SUBMISSION for c in plan.channels),
            "award_name": plan.awards,
            "award_time": any(award.announce for award in plan.awards),
            "results": plan.outcome and plan.outcome.result,
            "participants": plan.participants or (feedback and feedback.participants),
        }
    )
    if feedback is not None:
        yield from _there(
            {
                "feedback_window": True,
                "feedback_end": feedback.window.end,
                "launch": feedback.expected_launch and feedback.expected_launch.kind is not TimeKind.UNKNOWN,
                "exclusions": feedback.exclusions,
                "receiver": feedback.receiver,
            }
        )


def event_day(event: Event) -> date | None:
    """Give the one day of an event; None where it has none to the day, or only an expected one."""
    days = (t for t in event.time if t.precision is Precision.DAY and not t.tentative and t.start == t.end)
    return next((time.end for time in days), None)


def _event_facts(event: Event) -> Iterator[str]:
    yield "event_name"
    yield from _there(
        {
            "event_time": event.time,
            "event_day": event_day(event),
            "event_session": event.session,
            "event_venue": event.venue,
            "event_organiser": event.organiser,
            "event_scale": event.scale,
            "audience": event.audience,
            "agenda": event.agenda,
            "agenda_words": event.agenda,
            "invitation": event.invitation,
        }
    )


def _item_facts(plan: Plan, item: str) -> Iterator[str]:
    yield "item_title"
    if any(entry.item == item for entry in entries(plan)):
        yield "item_time"


def notices_of(plan: Plan, kinds: Mapping[str, NoticeKind], as_of: date | None) -> tuple[Notice, ...]:
    """Give the notices of `plan` on the day `as_of` (None: on any day): those it asks for, then those it has anyway.

    A draft has none (notice_format, section 4, rule 3). A notice asked for stands even where facts that its kind
    needs are missing, so that the reader can say so.
    """
    if plan.status is DocumentStatus.DRAFT:
        return ()
    asked = {wanted.id: _asked(plan, wanted, kinds[wanted.kind]) for wanted in plan.notices if wanted.kind in kinds}
    anyway = (n for kind in kinds.values() for n in _anyway(plan, kind, as_of) if n.id not in asked)
    return (*(notice for notice in asked.values() if notice.wanted and notice.wanted.offered), *anyway)


def _asked(plan: Plan, wanted: NoticeWanted, kind: NoticeKind) -> Notice:
    """An event need not be named where the plan has only one."""
    alone = plan.events[0].id if len(plan.events) == 1 else None
    event = (wanted.event or alone) if kind.scope is Scope.EVENT else wanted.event
    return Notice(id=wanted.id, kind=kind, event=event, item=wanted.item, wanted=wanted)


def _anyway(plan: Plan, kind: NoticeKind, as_of: date | None) -> Iterator[Notice]:
    """Give the notices of one kind that the plan has without asking, each where its facts are there."""
    if kind.offer is Offer.ON_REQUEST or (kind.offer is Offer.ONCE_CLOSED and not _closed(plan, as_of)):
        return
    if kind.scope is Scope.PLAN:
        candidates = [Notice(id=kind.id, kind=kind)]
    else:
        # The event's id is in the notice's from the start: a second event must not change the first one's address.
        candidates = [Notice(id=f"{kind.id}-{event.id}", kind=kind, event=event.id) for event in plan.events]
    yield from (notice for notice in candidates if facts_of(plan, notice).issuperset(kind.needs))


def _closed(plan: Plan, as_of: date | None) -> bool:
    if plan.feedback is None:
        return False
    return as_of is None or state_on(phase_changes(plan), as_of) is TimeState.CLOSED
