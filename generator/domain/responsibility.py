"""Who is responsible for what, and by when: the roles and times that hold for each item of a plan."""

from collections.abc import Iterator

from generator.domain.plan import Plan
from generator.domain.target import Target
from generator.domain.task import RoleBlock, Roles, Task
from generator.domain.times import TimeExpression
from generator.domain.written import BodyRef
from generator.frozen import frozen


@frozen
class Charge:
    """Roles and times from one place: the item itself, or (`block`) a role block that covers it."""

    roles: Roles | None
    time: tuple[TimeExpression, ...]
    time_label: str | None
    block: RoleBlock | None


@frozen
class Assignment:
    """One body's role in one item. `item` is "" where the role concerns the plan as a whole."""

    plan: str
    item: str
    role: str
    body: BodyRef
    wording: str | None
    time: tuple[TimeExpression, ...]


def charges(plan: Plan) -> dict[str, tuple[Charge, ...]]:
    """Give the charges of each task and target by id, the item's own first, then those of its role blocks."""
    covering: dict[str, list[RoleBlock]] = {}
    for block in plan.role_blocks:
        for item_id in block.covers:
            covering.setdefault(item_id, []).append(block)
    items: tuple[Task | Target, ...] = (*plan.targets, *plan.tasks)
    return {item.id: _charges_of(item, covering.get(item.id, [])) for item in items}


def _charges_of(item: Task | Target, blocks: list[RoleBlock]) -> tuple[Charge, ...]:
    """Give what the item says itself, if anything, and what its blocks say."""
    label = item.time_label if isinstance(item, Task) else None
    own = [Charge(item.roles, item.time, label, None)] if item.roles or item.time else []
    return (*own, *(Charge(b.roles, b.time, b.time_label, b) for b in blocks))


def assignments(plan: Plan) -> tuple[Assignment, ...]:
    """Give every role that any body holds in the plan, in the order of the document."""
    return tuple(a for part in (_of_whole, _of_items, _of_committees, _of_events, _of_money) for a in part(plan))


def _of_whole(plan: Plan) -> Iterator[Assignment]:
    """Give the roles that concern the plan as a whole."""
    document = plan.document
    yield Assignment(plan.id, "", "issuer", document.issuer, None, ())
    if document.acting_body is not None:
        yield Assignment(plan.id, "", "acting_body", document.acting_body, None, ())
    for role, bodies in (("lead", plan.lead), ("standing", plan.standing)):
        yield from (Assignment(plan.id, "", role, body, None, ()) for body in bodies)
    if plan.feedback is not None and plan.feedback.receiver is not None:
        time = (plan.feedback.window,)
        yield Assignment(plan.id, "", "receive_feedback", plan.feedback.receiver, None, time)


def _of_items(plan: Plan) -> Iterator[Assignment]:
    """Give the roles in tasks and targets."""
    for item_id, parts in charges(plan).items():
        times = tuple(t for part in parts for t in part.time)
        for part in parts:
            if part.roles is not None:
                yield from _of_roles(plan.id, item_id, part.roles, part.time or times)
    for target in plan.targets:
        if target.owner is not None:
            yield Assignment(plan.id, target.id, "owner", target.owner, None, target.time)


def _of_roles(plan_id: str, item_id: str, roles: Roles, time: tuple[TimeExpression, ...]) -> Iterator[Assignment]:
    """Give one assignment for each body in `roles`."""
    for role, bodies in roles.held():
        wording = (roles.labels or {}).get(role)
        yield from (Assignment(plan_id, item_id, role, body, wording, time) for body in bodies)


def _of_committees(plan: Plan) -> Iterator[Assignment]:
    """Give who sets up committees, sits in them or is one."""
    for committee in plan.committees:
        held = (("committee", committee.body), ("establish", committee.established_by))
        seats = tuple(("member", member.body) for member in committee.composition)
        for role, body in (*held, *seats):
            if body is not None:
                yield Assignment(plan.id, committee.id, role, body, None, committee.time)
    for award in plan.awards:
        for role, body in (("jury", award.jury), ("decide", award.decided_by)):
            if body is not None:
                yield Assignment(plan.id, award.id, role, body, None, award.announce)


def _of_events(plan: Plan) -> Iterator[Assignment]:
    """Give who hosts, organises and invites."""
    for event in plan.events:
        inviters = tuple(group.inviter for group in event.audience if group.inviter is not None)
        for role, bodies in (("host", event.host), ("organise", event.organiser), ("invite", inviters)):
            yield from (Assignment(plan.id, event.id, role, body, None, event.time) for body in bodies)
    for channel in plan.channels:
        if channel.owner is not None:
            yield Assignment(plan.id, channel.id, "channel_owner", channel.owner, None, ())


def _of_money(plan: Plan) -> Iterator[Assignment]:
    """Give who manages, appraises and approves the budget."""
    for line in plan.budget:
        held = (("manage_funds", line.manager), ("appraise", line.appraiser), ("approve", line.approver))
        for role, bodies in held:
            yield from (Assignment(plan.id, line.id, role, body, None, line.time) for body in bodies)
