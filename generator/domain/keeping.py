"""What the record of the published promises, held against the plans of today: everything that would be lost."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.domain.agency import Agency
from generator.domain.code import encoded_address
from generator.domain.codes import CodeOf, Owners, own_codes
from generator.domain.facts import PlanFacts
from generator.domain.problem import DataPath
from generator.domain.published import Published, PublishedCode, PublishedPlan
from generator.frozen import frozen

_ENCODED = re.compile(r"(?P<base>.+/)Q/[0-9A-Z]{6}/")


@frozen
class Lost:
    """One broken promise: the code of the problem, the entry's path in the record, and the values of the sentence."""

    problem: str
    path: DataPath
    values: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Today:
    """What the project has today. `unread` are ids of plans that are there but have errors of their own."""

    plans: Sequence[PlanFacts]
    agencies: Iterable[Agency]
    base: str
    unread: frozenset[str] = frozenset()


def lost(record: Published, today: Today) -> Iterator[Lost]:
    """Give everything on record that the site would no longer answer as it did."""
    yield from _plans(record, today)
    yield from _agencies(record, today)
    yield from _codes(record, today)
    yield from _addresses(record, today)


def _plans(record: Published, today: Today) -> Iterator[Lost]:
    owners = Owners(today.plans)
    for index, entry in enumerate(record.plans):
        plan, path = owners.plan(entry.id), ("plans", index)
        if entry.removed is not None:
            if plan is not None or entry.id in today.unread:
                yield _lost("published_removed_is_there", (*path, "removed"), id=entry.id)
            elif entry.removed.into is not None and owners.plan(entry.removed.into) is None:
                yield _lost("published_into_unknown", (*path, "removed", "into"), id=entry.removed.into)
        elif plan is None and entry.id not in today.unread:
            yield _lost("published_plan_lost", (*path, "id"), id=entry.id)
        elif plan is not None and _is_hidden(plan, entry):
            yield _lost("published_plan_hidden", (*path, "id"), id=entry.id)


def _is_hidden(plan: PlanFacts, entry: PublishedPlan) -> bool:
    """Say whether a published plan became a draft, or was put off until a later day."""
    put_off = bool(plan.publish_from and entry.since and plan.publish_from > entry.since)
    return plan.hidden_draft or put_off


def _agencies(record: Published, today: Today) -> Iterator[Lost]:
    known = {name for agency in today.agencies for name in (agency.id, *agency.former_ids)}
    for index, entry in enumerate(record.agencies):
        if entry.removed is None and entry.id not in known:
            yield _lost("published_agency_lost", ("agencies", index, "id"), id=entry.id)
        elif entry.removed is not None and entry.id in known:
            yield _lost("published_removed_is_there", ("agencies", index, "removed"), id=entry.id)


def _codes(record: Published, today: Today) -> Iterator[Lost]:
    """A code is answered by the plan on record, or by the page of the plan that was removed."""
    owners, removed = Owners(today.plans), record.removed
    mine: dict[str, list[CodeOf[PlanFacts]]] = {}
    for code in (code for plan in today.plans for code in own_codes(plan)):
        mine.setdefault(code.code, []).append(code)
    first: dict[str, int] = {}
    for index, entry in enumerate(record.codes):
        path: DataPath = ("codes", index, "code")
        if first.setdefault(entry.code, index) != index:
            yield _lost("published_code_twice", path, qr=entry.code)
        elif entry.plan not in today.unread:
            found = owners.find(entry.code, entry.plan, entry.placement)
            others = (one for one in mine.get(entry.code, ()) if not found or one.owner != found.owner)
            yield from _code(entry, path, found, next(others, None), entry.plan in removed)


def _code(
    entry: PublishedCode,
    path: DataPath,
    found: CodeOf[PlanFacts] | None,
    other: CodeOf[PlanFacts] | None,
    removed: bool,
) -> Iterator[Lost]:
    where = entry.placement or ""
    if other is not None:
        owner = "/".join(part for part in other.owner if part)
        was = "/".join(part for part in (entry.plan, where) if part)
        yield _lost("published_code_changed", path, qr=entry.code, was=was, now=owner)
    elif found is None and not removed:
        problem = "published_placement_lost" if where else "published_code_lost"
        yield _lost(problem, path, qr=entry.code, plan=entry.plan, placement=where)


def _addresses(record: Published, today: Today) -> Iterator[Lost]:
    """Each address on record leads here, directly or over declared moves; each old base is told once."""
    told: set[str] = set()
    for index, entry in enumerate(record.codes):
        base, path = base_of(entry.address), ("codes", index, "address")
        if base is None or encoded_address(base, entry.code) != entry.address:
            yield _lost("published_address_wrong", path, qr=entry.code, address=entry.address)
        elif base not in told and not leads_to(base, today.base, record):
            told.add(base)
            yield _lost("published_base_moved", path, qr=entry.code, old=base.lower(), new=today.base)


def base_of(address: str) -> str | None:
    """Give what stands in front of `Q/<CODE>/` in the address of a code; None where it is none."""
    found = _ENCODED.fullmatch(address)
    return found["base"] if found and re.match(r"https?://[^/]", found["base"], re.IGNORECASE) else None


def leads_to(base: str, today: str, record: Published) -> bool:
    """Say whether whoever opens `base` comes to `today`: they are the same, or declared moves lead on."""
    moves = {_same(move.old): _same(move.new) for move in record.moves}
    at, seen = _same(base), set[str]()
    while at != _same(today) and at in moves and at not in seen:
        seen.add(at)
        at = moves[at]
    return at == _same(today)


def _same(base: str) -> str:
    """Give a form in which two spellings of one base are alike (RFC 3986, section 6.2.2.1)."""
    return encoded_address(base, "000000")


def _lost(problem: str, path: DataPath, **values: str) -> Lost:
    return Lost(problem, path, tuple(values.items()))
