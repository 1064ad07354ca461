"""Cited documents as a reader meets them: the type, number and symbol, the day, who issued them, what about."""

from collections.abc import Iterable

from generator.domain.citing import bases_of
from generator.domain.document import CitedDocument, LegalBasis
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.bodies import BodyLink, body_links
from generator.views.context import Context
from generator.views.times import time_words

# The newest plans that cite the same document: a law is cited by all, and each page would list all others.
_MENTIONED = 6


@frozen
class CitationLink:
    """A short mention of a cited document, and the anchor of its entry on the plan's page.

    `named` is its number and symbol, else its subject; None where it has neither.
    """

    anchor: str
    type: str
    named: Localised | None


@frozen
class PlanMention:
    """Another plan that cites the same document."""

    href: str
    title: Localised


@frozen
class CitationView:
    """One legal basis of a plan."""

    anchor: str
    type: str
    number: str | None
    date: Localised | None
    issuers: tuple[BodyLink, ...]
    subject: Localised | None
    relation: str
    at: Localised | None
    item: str | None
    implements: tuple[CitationLink, ...]
    in_force: str
    url: str | None
    notes: tuple[Localised, ...]
    also_cited_by: tuple[PlanMention, ...]


def citation_anchor(ref: str) -> str:
    """Give the anchor of a cited document's entry; the prefix keeps it apart from ids of the plan."""
    return f"muc-vb-{ref}"


def document_number(document: CitedDocument) -> str | None:
    """Give number and symbol as plans print them, e.g. "35-NQ/TU" or "163/KH-UBND"."""
    if document.as_written is not None:
        return document.as_written
    if document.number is None or document.symbol is None:
        return document.symbol
    joint = "-" if "/" in document.symbol else "/"
    return f"{document.number}{joint}{document.symbol}"


def citation_link(context: Context, ref: str) -> CitationLink:
    """Give the short mention of the document `ref`."""
    document = context.index.documents[ref]
    number = document_number(document)
    named = context.verbatim(number) if number is not None else context.maybe(document.subject)
    return CitationLink(citation_anchor(ref), context.word("document_types", document.type.value), named)


def citation_links(context: Context, refs: Iterable[str]) -> tuple[CitationLink, ...]:
    """Give the short mentions of several documents."""
    return tuple(citation_link(context, ref) for ref in refs)


def citation_view(context: Context, plan: Plan, basis: LegalBasis) -> CitationView:
    """Give the view of one legal basis."""
    document = context.index.documents[basis.ref]
    notes = tuple(context.text(note) for note in (basis.note, document.note) if note is not None)
    others = [other for other in context.index.citing.get(basis.ref, ()) if other != plan.id][:_MENTIONED]
    return CitationView(
        anchor=citation_anchor(basis.ref),
        type=context.word("document_types", document.type.value),
        number=document_number(document),
        date=time_words(context, document.issued) if document.issued is not None else None,
        issuers=body_links(context, document.issuers),
        subject=context.maybe(document.subject),
        relation=context.word("relations", basis.relation.value),
        at=context.maybe(basis.at),
        item=basis.item,
        implements=citation_links(context, (r for r in document.implements if _cites(plan, r))),
        in_force=document.in_force.value,
        url=document.url,
        notes=notes,
        also_cited_by=tuple(_mention(context, other) for other in others),
    )


def _cites(plan: Plan, ref: str) -> bool:
    """Say whether the plan cites the document, so that its entry is on the page."""
    return any(basis.ref == ref for basis in bases_of(plan))


def _mention(context: Context, plan_id: str) -> PlanMention:
    """Give the link to a plan that cites the same document."""
    return PlanMention(context.routes.plan(plan_id), context.text(context.index.titles[plan_id]))
