"""Style: symbols, authority lines, archive copies, role labels, headings and dashes written in more than one way."""

import re
from collections.abc import Iterator

from generator.domain.document import DocumentBranch
from generator.domain.problem import DataPath
from generator.reading.warnings.evidence import Evidence, Finding, finding

_BEFORE_SYMBOL = re.compile(r"^(số)?\s*:?\s*", re.IGNORECASE)
_SPACED = re.compile(r"\s[-–/]|[-–/]\s")
_AUTHORITY = re.compile(r"\b(KT|TM|TL|TUQ|Q)\.(?=\S)")
_RANGE = re.compile(r"(?<!\d)\d{4}(\s?[-–—]\s?)\d{4}(?!\d)")


def symbol_spaced(evidence: Evidence) -> Iterator[Finding]:
    """W03: number and symbol have spaces around the hyphen or the stroke."""
    for path, written in _symbols(evidence):
        bare = _BEFORE_SYMBOL.sub("", written)
        # Where the number is left blank, the space before the sign stands for it.
        text = bare if bare[:1].isdigit() else bare.lstrip(" -/–.…_")
        if _SPACED.search(text):
            yield finding("symbol_spaced", path, group="symbols", subject=written)


def symbol_two_ways(evidence: Evidence) -> Iterator[Finding]:
    """W03: one issuer's short form stands with and without a full stop (ThU, Th.U)."""
    forms: dict[str, tuple[str, str]] = {}
    for path, written in _symbols(evidence):
        issuer = written.rpartition("/")[2].strip()
        form, first = forms.setdefault(issuer.replace(".", ""), (issuer, written))
        if form != issuer:
            yield finding("symbol_two_ways", path, group=form, subject=written, one=first)


def _symbols(evidence: Evidence) -> Iterator[tuple[DataPath, str]]:
    if evidence.plan.document.as_written:
        yield ("document", "as_written"), evidence.plan.document.as_written
    for index, basis in enumerate(evidence.plan.legal_bases):
        cited = evidence.registry.documents.get(basis.ref)
        if cited and cited.as_written:
            yield ("legal_bases", index, "ref"), cited.as_written


def authority_spacing(evidence: Evidence) -> Iterator[Finding]:
    """W03: in a State document a space follows "KT." and "TM." (Decree 30/2020, Annex I, II.7)."""
    identity = evidence.plan.document
    authority = identity.signature.authority if identity.signature else None
    if identity.branch is DocumentBranch.STATE and authority and _AUTHORITY.search(authority):
        right = _AUTHORITY.sub(r"\1. ", authority)
        yield finding("authority_spacing", ("document", "signature", "authority"), text=authority, right=right)


def filing_without_colon(evidence: Evidence) -> Iterator[Finding]:
    """W03: in a State document the archive copy is "Lưu: VT, …" with a colon (Decree 30/2020, Annex I, II.9)."""
    if evidence.plan.document.branch is not DocumentBranch.STATE:
        return
    for index, recipient in enumerate(evidence.plan.recipients):
        if recipient.filing and not re.match(r"Lưu\s*:", recipient.text):
            yield finding("filing_without_colon", ("recipients", index, "text"), text=recipient.text)


def role_labels_differ(evidence: Evidence) -> Iterator[Finding]:
    """W04: the blocks of one plan name one role in two ways."""
    usual: dict[str, str] = {}
    for index, block in enumerate(evidence.plan.role_blocks):
        for role, label in (block.roles.labels or {}).items():
            first = usual.setdefault(role, label)
            if _alike(first, label) and first != label:
                path = ("role_blocks", index, "roles", "labels", role)
                yield finding("role_labels_differ", path, group=f"{role} {label}", one=first, other=label)


def _alike(one: str, other: str) -> bool:
    """Headings of roles, which begin alike, are compared; a duty told in words is no variant."""
    return one.split()[0].strip(",").casefold() == other.split()[0].strip(",").casefold()


def heading_order(evidence: Evidence) -> Iterator[Finding]:
    """W13: a heading that lists its parts has them in another order than they follow."""
    sections = evidence.plan.sections
    for index, section in enumerate(sections):
        children = [s.title.vi.casefold() for s in sections if s.parent == section.id]
        parts = [part.strip().casefold() for part in re.split(r",|\bvà\b", section.title.vi)]
        order = [n for part in parts for n, child in enumerate(children) if child and part.startswith(child)]
        if len(order) == len(parts) > 1 and order != sorted(order):
            yield finding("heading_order", ("sections", index, "title"), title=section.title.vi)


def dashes_differ(evidence: Evidence) -> Iterator[Finding]:
    """W14: times, which are kept as written, join years in more than one way (2021-2025, 2023 – 2025).

    Only verbatim times are looked at: everything else is in the editors' own words.
    """
    first: tuple[str, str] | None = None
    for path, time in evidence.times:
        found = _RANGE.search(time.text)
        if found:
            first = first or (found[1], time.text)
            if found[1] != first[0]:
                yield finding("dashes_differ", path, group="dashes", subject=time.text, one=first[1])
