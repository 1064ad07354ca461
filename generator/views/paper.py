"""The document behind a plan: its identity, what it rests on, recipients, footnotes, corrections, files."""

from generator.domain.annotation import Correction, Footnote
from generator.domain.citing import bases_of
from generator.domain.document import DocumentStatus, Identity
from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.routes import attachment
from generator.views.bodies import BodyLink, body_link
from generator.views.citations import CitationLink, CitationView, citation_links, citation_view
from generator.views.context import Context
from generator.views.times import time_words


@frozen
class Fact:
    """One line of a list of facts; with neither text nor body it is shown as missing."""

    key: str
    label: str
    text: Localised | None = None
    body: BodyLink | None = None
    note: Localised | None = None


@frozen
class FootnoteView:
    """A footnote; `text` is missing where the note itself is lost."""

    id: str
    marker: str
    anchor: str | None
    text: Localised | None
    cites: tuple[CitationLink, ...]
    note: Localised | None


@frozen
class CorrectionView:
    """An error of the source that was mended."""

    at: str
    was: str
    now: str
    why: Localised
    item: str | None


@frozen
class FileView:
    """An attached file; without `href` it is named by the document but not supplied."""

    id: str
    name: Localised
    kind: str
    href: str | None
    suffix: str
    size: str | None
    note: Localised | None


@frozen
class PaperView:
    """Everything about the document itself."""

    facts: tuple[Fact, ...]
    signature: tuple[str, ...]
    abbreviations: tuple[tuple[str, Localised], ...]
    legal_bases: tuple[CitationView, ...]
    recipients: tuple[tuple[str, str | None, bool], ...]
    footnotes: tuple[FootnoteView, ...]
    corrections: tuple[CorrectionView, ...]
    files: tuple[FileView, ...]
    notes: tuple[tuple[str, str | None, Localised], ...]
    end_mark: str | None


def paper_view(context: Context, plan: Plan, sizes: dict[str, int]) -> PaperView:
    """Give the view of a plan's document. `sizes` are the bytes of the attached files by path."""
    document = plan.document
    signature = document.signature
    lines = (signature.authority, signature.title, signature.name) if signature is not None else ()
    return PaperView(
        facts=identity_facts(context, plan),
        signature=tuple(line for line in lines if line is not None),
        abbreviations=tuple((a.short, context.text(a.long)) for a in document.abbreviations),
        legal_bases=tuple(citation_view(context, plan, basis) for basis in bases_of(plan)),
        recipients=tuple((r.text, r.note, r.filing) for r in plan.recipients),
        footnotes=tuple(_footnote_view(context, n, note) for n, note in enumerate(plan.footnotes, start=1)),
        corrections=tuple(_correction_view(context, correction) for correction in plan.corrections),
        files=_file_views(context, plan, sizes),
        notes=tuple((note.id, note.item, context.text(note.text)) for note in plan.notes),
        end_mark=document.end_mark,
    )


def identity_facts(context: Context, plan: Plan) -> tuple[Fact, ...]:
    """Give the document's identity line by line; what the document lacks is there as missing."""
    document = plan.document
    rows: tuple[tuple[str, Localised | None, BodyLink | None, Localised | None], ...] = (
        ("type", context.own(context.word("document_types", document.type.value)), None, None),
        ("number", _number(context, document), None, None),
        ("subject", context.text(plan.title), None, None),
        ("issued", _issued(context, document), None, context.maybe(document.issued_note)),
        ("status", context.own(context.word("document_status", plan.status.value)), None, None),
        ("branch", context.own(context.word("document_branches", document.branch.value)), None, None),
        ("issuer", None, body_link(context, document.issuer), None),
    )
    facts = [Fact(key, context.say(f"identity.{key}"), text, body, note) for key, text, body, note in rows]
    return (*facts, *_further_facts(context, plan))


def _further_facts(context: Context, plan: Plan) -> tuple[Fact, ...]:
    """Give what only some documents have; no line where there is nothing."""
    document = plan.document
    inferred = context.own(context.say("identity.inferred")) if document.letterhead_inferred else None
    heading = context.say(f"identity.headings.{document.branch.value}")
    verbatim = (
        ("heading", heading, inferred),
        ("superior", document.superior, inferred),
        ("letterhead", document.letterhead, inferred),
        ("dateline", document.dateline, None),
    )
    facts = [
        Fact(key, context.say(f"identity.{key}"), context.verbatim(text), None, note)
        for key, text, note in verbatim
        if text is not None
    ]
    if document.acting_body is not None:
        body = body_link(context, document.acting_body)
        facts.insert(0, Fact("acting_body", context.say("identity.acting_body"), None, body))
    if plan.validity is not None:
        words, note = time_words(context, plan.validity), context.maybe(plan.validity_note)
        facts.append(Fact("validity", context.say("identity.validity"), words, None, note))
    if document.source is not None and document.source.note is not None:
        facts.append(Fact("source", context.say("identity.source"), context.text(document.source.note)))
    return tuple(facts)


def _number(context: Context, document: Identity) -> Localised | None:
    """Give number and symbol as printed; None where the document has no number and nothing was printed."""
    if document.as_written is not None:
        return context.verbatim(document.as_written)
    if document.number is None or document.symbol is None:
        known = document.number or document.symbol
        return context.verbatim(known) if known is not None else None
    joint = "-" if document.branch.value == "party" else "/"
    return context.verbatim(f"{document.number}{joint}{document.symbol}")


def _issued(context: Context, document: Identity) -> Localised | None:
    """Give the day of issue as far as the document states it."""
    return time_words(context, document.issued) if document.issued is not None else None


def is_draft(plan: Plan) -> bool:
    """Say whether the document calls itself a draft."""
    return plan.status is DocumentStatus.DRAFT


def _footnote_view(context: Context, number: int, note: Footnote) -> FootnoteView:
    """Give the view of a footnote; a lost marker is replaced by its number in order."""
    return FootnoteView(
        id=note.id,
        marker=note.marker or str(number),
        anchor=note.anchor,
        text=context.maybe(note.text),
        cites=citation_links(context, note.cites),
        note=context.maybe(note.note),
    )


def _correction_view(context: Context, correction: Correction) -> CorrectionView:
    """Give the view of a correction."""
    why = context.text(correction.why)
    return CorrectionView(correction.at, correction.was, correction.now, why, correction.item)


def _file_views(context: Context, plan: Plan, sizes: dict[str, int]) -> tuple[FileView, ...]:
    """Give the attached files, also those that the document names but nobody supplied."""
    return tuple(
        FileView(
            id=one.id,
            name=context.text(one.name),
            kind=context.word("attachment_kinds", one.kind.value),
            href=attachment(plan.id, one.file) if one.file is not None else None,
            suffix=one.file.rsplit(".", 1)[-1].upper() if one.file is not None else "",
            size=size_words(context, sizes[one.file]) if one.file in sizes else None,
            note=context.maybe(one.note),
        )
        for one in plan.attachments
    )


def size_words(context: Context, size: int) -> str:
    """Say a size in bytes as people read it, in kB or MB (powers of ten, IEC 80000-13)."""
    return size_in_words(size, context.say("numbers.decimal"))


def size_in_words(size: int, decimal: str) -> str:
    """Say a size in bytes in kB or MB, with the language's decimal sign."""
    unit, scaled = ("MB", size / 1_000_000) if size >= 1_000_000 else ("kB", max(size / 1000, 0.1))
    return f"{scaled:.1f} {unit}".replace(".", decimal)
