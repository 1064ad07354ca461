"""Contradictions: two times for one thing, two authorities for one decision."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.domain.identifier import fold
from generator.domain.organisation import Award
from generator.domain.plan import Plan
from generator.domain.problem import DataPath
from generator.domain.responsibility import charges
from generator.domain.times import Op, TimeExpression, TimeKind
from generator.frozen import frozen
from generator.reading.rules.records import Named
from generator.reading.warnings.evidence import Evidence, Finding, finding

_WORDS = ("thành lập", "ban hành")
_VERBS = f"(?:{'|'.join(_WORDS)})"
_DECIDE = r"(?:xem xét|quyết định|ra quyết định|về việc|việc|thống nhất)"
# "tham mưu (để) Ban Thường vụ … ban hành Quy chế …", "Ban Tổ chức ban hành Quy chế …".
_BODY_DOES = rf"(?P<body>[^.;:,]{{4,80}}?)\s+(?:{_DECIDE}\s+)*(?P<does>{_VERBS}\s[^.;]+)"
_ADVISED = re.compile(rf"(?:tham mưu|trình|đề nghị)\s+(?:để |cho )?{_BODY_DOES}", re.IGNORECASE)
_DOES = re.compile(rf"(?:^|[.;]\s+){_BODY_DOES}", re.IGNORECASE)
_DUTY = re.compile(rf"(?:^|[.;]\s+)(?P<does>{_VERBS}\s[^.;]+)", re.IGNORECASE)
_RULES = re.compile(rf"^{_VERBS}\s+((?:quy chế|quy định|nội quy|thể lệ)(?:\s[^\W\d]+){{0,2}})", re.IGNORECASE)
_YEARS = re.compile(r"kỷ niệm (\d+) năm", re.IGNORECASE)
Days = tuple[date, date]


def times_contradict(evidence: Evidence) -> Iterator[Finding]:
    """W06: an item has a day by which it is done, and its role block says "ongoing" or another day."""
    found = charges(evidence.plan)
    for group in ("targets", "tasks"):
        for index, item in enumerate(getattr(evidence.plan, group)):
            blocks = [t for charge in found[item.id] if charge.block for t in charge.time]
            pair = next(((a, b) for a in item.time for b in blocks if _contradict(a, b)), None)
            if pair:
                yield finding("times_contradict", (group, index, "time"), one=pair[0].text, other=pair[1].text)


def _contradict(own: TimeExpression, other: TimeExpression) -> bool:
    ongoing = other.kind is TimeKind.ONGOING
    return own.past_from is not None and (ongoing or (other.past_from or own.past_from) != own.past_from)


def award_times_differ(evidence: Evidence) -> Iterator[Finding]:
    """W06: the times at which an award is announced have no day in common."""
    for index, award in enumerate(evidence.plan.awards):
        pair = _apart(evidence.plan, award)
        if pair:
            yield finding("award_times_differ", ("awards", index, "announce"), one=pair[0], other=pair[1])


def _apart(plan: Plan, award: Award) -> tuple[str, str] | None:
    known = [(time.text, days) for time in award.announce if (days := _days(plan, time))]
    for number, (text, (start, end)) in enumerate(known):
        for other, (begins, ends) in known[number + 1 :]:
            if end < begins or ends < start:
                return text, other
    return None


def _days(plan: Plan, time: TimeExpression) -> Days | None:
    """Give the first and last day that the words allow; those of an anniversary are told by the milestones."""
    if time.end is not None:
        last = date.fromordinal(max(1, time.end.toordinal() - (time.op is Op.BEFORE)))
        return time.start or date.min, last
    years = _YEARS.search(time.text)
    return _anniversary(plan, int(years[1])) if years else None


def _anniversary(plan: Plan, years: int) -> Days | None:
    """Give the day of the milestone that marks so many years, e.g. 15 for "09/9/2009-09/9/2024"."""
    for milestone in plan.milestones:
        for day in milestone.time:
            marks = day.kind is TimeKind.ANNIVERSARY and day.units and day.units[-1].year - day.units[0].year == years
            if marks and day.start and day.end:
                return day.start, day.end
    return None


@frozen
class Claim:
    """A text says that body `agency`, in the words `body`, decides on `thing`."""

    thing: str
    agency: str
    body: str
    path: DataPath


def authority_contradicts(evidence: Evidence) -> Iterator[Finding]:
    """W07: two bodies are said to set up one committee, or to issue one set of rules."""
    claims: dict[str, list[Claim]] = {}
    for claim in _claims(evidence):
        claims.setdefault(fold(claim.thing), []).append(claim)
    for said in claims.values():
        other = next((claim for claim in said if claim.agency != said[0].agency), None)
        if other:
            first = said[0]
            yield finding("authority_contradicts", first.path, thing=first.thing, one=first.body, other=other.body)


def _claims(evidence: Evidence) -> Iterator[Claim]:
    yield from _claims_of_data(evidence.plan)
    yield from _claims_of_mandates(evidence.plan)
    for named in evidence.document_texts_with(*_WORDS):
        if "mandate" not in named.path:
            yield from _claims_of_text(evidence, named)


def _claims_of_data(plan: Plan) -> Iterator[Claim]:
    for index, committee in enumerate(plan.committees):
        by = committee.established_by
        if by is not None:
            yield Claim(committee.name.vi, by.agency, by.text, ("committees", index, "established_by"))


def _claims_of_mandates(plan: Plan) -> Iterator[Claim]:
    """A mandate says what the committee itself does."""
    for index, committee in enumerate(plan.committees):
        if committee.body is not None and committee.mandate is not None:
            path = ("committees", index, "mandate")
            for said in _DUTY.finditer(committee.mandate.vi):
                yield from _things(plan, said["does"], committee.body.agency, committee.name.vi, path)


def _claims_of_text(evidence: Evidence, named: Named) -> Iterator[Claim]:
    for pattern in (_ADVISED, _DOES):
        for said in pattern.finditer(named.text):
            things = tuple(_things(evidence.plan, said["does"], "", said["body"], named.path))
            meant = evidence.names.meant(said["body"], evidence.plan.place) if things else ()
            yield from (replace(thing, agency=meant[0]) for thing in things if len(meant) == 1)


def _things(plan: Plan, does: str, agency: str, body: str, path: DataPath) -> Iterator[Claim]:
    """Give what "ban hành Quy chế … và thành lập Ban …" decides on."""
    for part in re.split(rf"\s+(?:và|,)\s+(?={_VERBS})", does):
        rules = _RULES.match(part)
        if rules:
            yield Claim(rules[1], agency, body, path)
        elif part.casefold().startswith("thành lập"):
            yield from (Claim(name, agency, body, path) for name in _committees(plan, part))


def _committees(plan: Plan, text: str) -> Sequence[str]:
    return [committee.name.vi for committee in plan.committees if fold(committee.name.vi) in fold(text)]
