"""The document's identity: what is missing of it, what it says of itself, and who signs."""

from collections.abc import Iterator

from generator.domain.document import DocumentBranch, DocumentStatus
from generator.domain.naming import folded_name
from generator.domain.times import UnitKind
from generator.reading.warnings.evidence import Evidence, Finding, finding

_COLLECTIVES = (folded_name("Ủy ban nhân dân"), folded_name("Hội đồng nhân dân"))
_ON_BEHALF = ("TM.", "T/M")


def identity_missing(evidence: Evidence) -> Iterator[Finding]:
    """E03: the number, the day, the month, the year or the place of issue is missing."""
    identity = evidence.plan.document
    if identity.number is None:
        yield finding("number_missing", ("document",), at_key=True)
    if identity.issued is None:
        yield finding("issue_date_missing", ("document",), at_key=True)
    elif not any(unit.kind is UnitKind.DAY for unit in identity.issued.units):
        text = " ".join(identity.issued.text.split())
        yield finding("issue_date_incomplete", ("document", "issued"), text=text)
    if identity.dateline is None:
        yield finding("issue_place_missing", ("document",), at_key=True)


def draft_published(evidence: Evidence) -> Iterator[Finding]:
    """E04: a draft is shown to the public because staff said so; without that it is silently left out."""
    if evidence.plan.status is DocumentStatus.DRAFT and evidence.plan.publish_draft:
        yield finding("draft_published", ("publish_draft",))


def signed_without_collective(evidence: Evidence) -> Iterator[Finding]:
    """W11: a collective body issues, but the signature is not on its behalf (Decree 30/2020, Annex I, II.7)."""
    identity = evidence.plan.document
    signature, issuer = identity.signature, evidence.registry.agencies.get(identity.issuer.agency)
    if identity.branch is not DocumentBranch.STATE or signature is None or issuer is None:
        return
    authority = signature.authority or ""
    if folded_name(issuer.name.vi).startswith(_COLLECTIVES) and not authority.startswith(_ON_BEHALF):
        said = authority or signature.title or signature.name or ""
        yield finding("signed_without_collective", ("document", "signature", "authority"), text=said, body=issuer.name)
