"""Footnotes: without a text, without a place, and markers without a footnote."""

import re
from collections.abc import Iterator

from generator.domain.plan import Plan
from generator.reading.warnings.evidence import Evidence, Finding, finding

# "m²" and "m³" are units.
_SIGN = re.compile("[¹²³⁴-⁹⁰]")
_MARKER = re.compile(r"(?<!m)[¹²³⁴-⁹⁰]+")


def footnote_lost(evidence: Evidence) -> Iterator[Finding]:
    """E05: a footnote has no text, or nothing in the plan says where it belongs."""
    used = set(_used(evidence.plan))
    for index, note in enumerate(evidence.plan.footnotes):
        if note.text is None:
            yield finding("footnote_without_text", ("footnotes", index), marker=note.marker or note.id)
        if note.anchor is None and note.id not in used:
            yield finding("footnote_without_place", ("footnotes", index), marker=note.marker or note.id)


def _used(plan: Plan) -> Iterator[str]:
    for used in (r.footnotes for group in (plan.tasks, plan.targets, plan.provisions) for r in group):
        yield from used
    for target in plan.targets:
        for metric in target.metrics:
            if metric.baseline and metric.baseline.footnote:
                yield metric.baseline.footnote


def marker_without_footnote(evidence: Evidence) -> Iterator[Finding]:
    """E05: a text has the marker of a footnote that the plan does not have."""
    if not _SIGN.search(evidence.folded):
        return
    markers = {note.marker for note in evidence.plan.footnotes}
    for named in evidence.document_texts:
        if named.path[0] != "footnotes" and _SIGN.search(named.text):
            for marker in dict.fromkeys(_MARKER.findall(named.text)):
                if marker not in markers:
                    yield finding("marker_without_footnote", named.path, marker=marker)
