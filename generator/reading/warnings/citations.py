"""Citations: incomplete ones, ones that can be mistaken for another, and what was superseded by then."""

import datetime
import re
from collections.abc import Iterator

from generator.domain.document import CitedDocument
from generator.domain.problem import DataPath
from generator.reading.warnings.evidence import Evidence, Finding, finding
from generator.reading.warnings.lists import Superseded, load_lists

_YEAR_IN_NUMBER = re.compile(r"\d+/\d{4}")


def _named(cited: CitedDocument) -> str:
    return cited.as_written or (cited.subject.vi if cited.subject else cited.id)


def citation_incomplete(evidence: Evidence) -> Iterator[Finding]:
    """W10: a citation has no issuer, or no date. A number with its year, as laws have it, is date enough."""
    for path, cited in evidence.cited:
        dated = cited.issued is not None or bool(_YEAR_IN_NUMBER.fullmatch(cited.number or ""))
        if not dated and not cited.issuers:
            yield finding("citation_only_named", path, text=_named(cited), ref=cited.id)
        elif not cited.issuers:
            yield finding("citation_without_issuer", path, text=_named(cited), ref=cited.id)
        elif not dated:
            yield finding("citation_without_date", path, text=_named(cited), ref=cited.id)


def citation_two_dates(evidence: Evidence) -> Iterator[Finding]:
    """W10: the same issuer gave the same type, number and symbol to a document of another date."""
    by_symbol: dict[object, list[CitedDocument]] = {}
    for entry in evidence.registry.documents.values():
        if entry.number and entry.symbol and entry.issuers and entry.issued:
            by_symbol.setdefault(entry.key[:-1], []).append(entry)
    for path, cited in evidence.cited:
        for other in by_symbol.get(cited.key[:-1], ()):
            if cited.issued and other.issued and other.key != cited.key:
                yield finding(
                    "citation_two_dates", path, text=_named(cited), one=cited.issued.text, other=other.issued.text
                )


def superseded(evidence: Evidence) -> Iterator[Finding]:
    """W12: a term or a cited document was superseded before the plan ends, or before it was issued."""
    last = _last_day(evidence)
    if last is None:
        return
    for entry in load_lists().superseded:
        if entry.since <= last:
            since = f"{entry.since.day}/{entry.since.month}/{entry.since.year}"
            for path, said in _uses(evidence, entry):
                yield finding("superseded", path, group=said, subject=said, text=said, since=since, by=entry.instead)


def superseded_document(evidence: Evidence) -> Iterator[Finding]:
    """W12: the registry says that another document took the place of a cited one."""
    for path, cited in evidence.cited:
        by = evidence.registry.documents.get(cited.superseded_by or "")
        if by is not None:
            yield finding("superseded_document", path, text=_named(cited), other=_named(by))


def _uses(evidence: Evidence, entry: Superseded) -> Iterator[tuple[DataPath, str]]:
    if entry.words:
        yield from ((named.path, entry.words) for named in evidence.document_texts_with(entry.words))
        return
    for path, cited in evidence.cited:
        if (cited.number, cited.symbol) == entry.identity:
            yield path, _named(cited)


def _last_day(evidence: Evidence) -> datetime.date | None:
    """Give the last day on which the plan is known to hold, at least that of its issue."""
    times = (evidence.plan.validity, evidence.plan.document.issued)
    return max((time.end for time in times if time and time.end), default=None)
