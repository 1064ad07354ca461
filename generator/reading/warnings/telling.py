"""From findings to problems: those of one cause told together, silenced ones as notes with their reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.domain.annotation import Silence
from generator.domain.document import DocumentStatus
from generator.domain.problem import Problem, Severity
from generator.frozen import frozen
from generator.reading.case import nearest
from generator.reading.warnings.catalogue import KNOWN, RULES, Rule
from generator.reading.warnings.evidence import Evidence, Finding, finding

_LISTED = 4


@frozen
class Noticed:
    """A finding with its rule and the ids of the records around it, innermost first."""

    rule: Rule
    finding: Finding
    items: tuple[str, ...]

    @property
    def item(self) -> str:
        """The id by which a silence names it; empty where it concerns the whole document."""
        return self.items[0] if self.items else ""

    def silenced_by(self, silence: Silence) -> bool:
        """Say whether `silence` means this finding."""
        same_rule = silence.rule in (self.rule.code, self.finding.code)
        return same_rule and (silence.item is None or silence.item in self.items)


def noticed(evidence: Evidence) -> tuple[Noticed, ...]:
    """Give all that the rules find in a plan, silenced or not."""
    return tuple(Noticed(rule, found, evidence.items_at(found.path)) for rule in RULES for found in rule.find(evidence))


def told(evidence: Evidence, found: Sequence[Noticed]) -> Iterator[Problem]:
    """Give the warnings of a plan: what is not silenced of all that was `found`, and silences that do nothing."""
    silences = evidence.plan.silence
    due = (one for one in found if one.rule.of_drafts or not _is_hidden_draft(evidence))
    loud = [one for one in due if not any(one.silenced_by(silence) for silence in silences)]
    for together in _together(loud):
        yield _problem(evidence, together)
    for wrong in _idle_silences(evidence, found):
        values: dict[str, Any] = dict(wrong.values)
        yield evidence.document.problem(wrong.code, wrong.path, severity=Severity.WARNING, **values)


def _is_hidden_draft(evidence: Evidence) -> bool:
    """Say whether the plan is a draft that the public does not see."""
    return evidence.plan.status is DocumentStatus.DRAFT and not evidence.plan.publish_draft


def _together(found: Sequence[Noticed]) -> Iterator[list[Noticed]]:
    groups: dict[object, list[Noticed]] = {}
    for number, one in enumerate(found):
        group = one.finding.group
        groups.setdefault((one.finding.code, number if group is None else group), []).append(one)
    yield from groups.values()


def _problem(evidence: Evidence, together: list[Noticed]) -> Problem:
    first = together[0]
    values = dict(first.finding.values) | {"rule": first.rule.code, "item": first.item}
    subjects = tuple(dict.fromkeys(one.finding.subject for one in together))
    only = first.item if all(first.item in one.items for one in together) else ""
    return evidence.document.problem(
        first.finding.code,
        first.finding.path,
        at_key=first.finding.at_key,
        severity=Severity.WARNING,
        **values,
        items=_listed(subjects),
        count=len(subjects),
        silence=_silence(first, only),
    )


def weighed(evidence: Evidence, found: Sequence[Noticed]) -> Iterator[Problem]:
    """Give what staff have silenced of all that was `found` in a plan, as notes with their reason."""
    for silence in evidence.plan.silence:
        quiet = [one for one in found if one.silenced_by(silence)]
        yield from (_weighed(evidence, together, silence) for together in _together(quiet))


def _weighed(evidence: Evidence, together: list[Noticed], silence: Silence) -> Problem:
    """Give what is silenced as a note with the reason."""
    problem = _problem(evidence, together)
    values = (*problem.values, ("reason", silence.reason))
    return replace(problem, severity=Severity.NOTE, values=values)


def _listed(subjects: Sequence[str]) -> str:
    listed = "; ".join(subjects[:_LISTED])
    return f"{listed}; … (+{len(subjects) - _LISTED})" if len(subjects) > _LISTED else listed


def _silence(one: Noticed, item: str) -> str:
    """Write the entry that silences a finding and no other, ready to be copied."""
    alone = sum(len(rule.names) for rule in RULES if rule.code == one.rule.code) == 1
    rule = one.rule.code if alone else one.finding.code
    return f"{{rule: {rule}, item: {item}, reason: …}}" if item else f"{{rule: {rule}, reason: …}}"


def _idle_silences(evidence: Evidence, found: Sequence[Noticed]) -> Iterator[Finding]:
    """A silence that names no rule, or nothing that a rule finds, is a mistake or out of date."""
    for index, silence in enumerate(evidence.plan.silence):
        path = ("silence", index, "rule")
        if silence.rule not in KNOWN:
            near = nearest(silence.rule, tuple(sorted(KNOWN)))
            yield finding("silence_of_no_rule", path, text=silence.rule, near=", ".join(near or ("E01", "W01")))
        elif not any(one.silenced_by(silence) for one in found):
            yield finding("silence_of_nothing", path, text=silence.rule, about=silence.item or evidence.plan.id)
