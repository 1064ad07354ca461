"""An official paper as a Word file that an office can still edit: real styles, a real table for the heading."""

import io
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Emu, Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from generator.drawing.docx_parts import add_link, add_rule, add_text, new_paragraph, saved
from generator.drawing.docx_styles import PAGE_WIDTH, base_document, proofing_language, style_id
from generator.drawing.qr import qr_matrix, qr_png
from generator.drawing.times_widths import text_width
from generator.official_paper import BlockKind, Item, OfficialPaper, Run, Runs, plain

_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_LEFT, _RIGHT = 0.41, 0.59
_CODE = Mm(27)


@lru_cache(maxsize=16)
def official_docx(paper: OfficialPaper) -> bytes:
    """Give `paper` as a DOCX file; equal papers give equal bytes."""
    document = docx.Document(io.BytesIO(base_document(paper.layout, paper.language)))
    _properties(document, paper)
    _add_heading(document, paper)
    _add_title(document, paper)
    _add_body(document, paper)
    _add_end(document, paper)
    _add_foot(document, paper)
    return saved(document)


def _properties(document: Document, paper: OfficialPaper) -> None:
    """Set what the file says of itself; times are fixed, as nobody knows when the paper is issued."""
    core = document.core_properties
    core.title, core.author = _composed(paper.title)[:255], _composed(paper.author)[:255]
    core.language = proofing_language(paper.language)
    core.created = core.modified = _NO_DAY
    core.comments, core.last_modified_by, core.revision = "", "", 1


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _room(paper: OfficialPaper) -> Length:
    """Give the width between the margins."""
    page = paper.layout.page
    return Emu(PAGE_WIDTH - Mm(page.left) - Mm(page.right))


def _table(document: Document, paper: OfficialPaper, shares: tuple[float, float], rows: int = 1) -> Table:
    """Add a table without lines whose columns have the given shares of the width."""
    table: Table = document.add_table(rows, 2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(round(_room(paper) * share))
        for cell in column.cells:
            cell.width = column.width
    return table


def _line(cell: _Cell, component: str, text: str | Runs, *, first: bool = False) -> None:
    """Add a line to a cell; the first one uses the paragraph that every cell has."""
    _write(cell, component, text, first=first)


def _write(holder: Document | _Cell, component: str, text: str | Runs, *, first: bool = False) -> Paragraph:
    """Add a paragraph of a component, with text or runs."""
    paragraph = new_paragraph(holder, style_id(component), first=first)
    _add_runs(paragraph, (Run(text),) if isinstance(text, str) else text)
    return paragraph


def _mark(cell: _Cell | Document, paper: OfficialPaper, component: str, text: str, room: Length) -> None:
    """Draw what stands under a component: a line as long as its share of the text, or the sign."""
    mark = dict(paper.layout.marks)[component]
    style = dict(paper.layout.text)[component]
    paragraph = cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if mark.sign is not None:
        paragraph.add_run(mark.sign).font.size = Pt(style.size)
        return
    longest = max(text.split("\n"), key=len)
    width = min(Pt(text_width(longest, style.size)), room) * (mark.share or 0)
    side = Emu(max(0, round((room - width) / 2)))
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = side
    form.space_before = Pt(2)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(4)
    add_rule(paragraph)


def _add_heading(document: Document, paper: OfficialPaper) -> None:
    """Add the heading: issuer and number on the left; the country's or Party's name, place and date on the right."""
    if paper.banner is not None:
        _write(document, "banner", paper.banner)
    table = _table(document, paper, (_LEFT, _RIGHT), rows=2)
    left, right = table.rows[0].cells
    if paper.superior is not None:
        _line(left, "superior", paper.superior, first=True)
    _line(left, "issuer", (paper.issuer,), first=paper.superior is None)
    _mark(left, paper, "issuer", paper.issuer.text, Emu(round(_room(paper) * _LEFT) - Mm(4)))
    _line(right, "heading", paper.heading[0], first=True)
    for words in paper.heading[1:]:
        _line(right, "motto", words)
    _mark(right, paper, "heading", paper.heading[-1], Emu(round(_room(paper) * _RIGHT) - Mm(4)))
    number, place = table.rows[1].cells
    _line(number, "number", paper.number, first=True)
    _line(place, "place_date", paper.place_date, first=True)


def _add_title(document: Document, paper: OfficialPaper) -> None:
    title = _write(document, "type", paper.type)
    title.paragraph_format.space_before = Pt(18)
    subject = _write(document, "subject", paper.subject)
    subject.paragraph_format.left_indent = subject.paragraph_format.right_indent = Mm(8)
    _mark(document, paper, "subject", plain(paper.subject), _room(paper))
    document.paragraphs[-1].paragraph_format.space_after = Pt(12)


def _add_runs(paragraph: Paragraph, runs: Runs) -> None:
    for run in runs:
        language = proofing_language(run.language) if run.language is not None else None
        if run.href is None:
            add_text(paragraph._p, _composed(run.text), language)
        else:
            add_link(paragraph, _composed(run.text), run.href, language)


def _add_body(document: Document, paper: OfficialPaper) -> None:
    for block in paper.body:
        if block.kind is BlockKind.LIST:
            _add_items(document, block.items, paper, 0)
        else:
            style = "body_heading" if block.kind is BlockKind.HEADING else "body"
            _write(document, style, block.runs)


def _add_items(document: Document, items: tuple[Item, ...], paper: OfficialPaper, depth: int) -> None:
    """Add points, each behind its dash or its own label, as offices type them."""
    for item in items:
        paragraph = _write(document, "body", (Run(f"{item.label or '-'}\t"), *item.runs))
        form = paragraph.paragraph_format
        form.left_indent = Mm(paper.layout.page.indent + 6 * (depth + 1))
        form.first_line_indent = -Mm(6)
        form.tab_stops.add_tab_stop(form.left_indent)
        _add_items(document, item.items, paper, depth + 1)


def _add_end(document: Document, paper: OfficialPaper) -> None:
    """Add recipients on the left and the signature block on the right; the signature itself stays blank.

    The last paragraph of the body goes along with them: no page holds the signature alone.
    """
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph().paragraph_format.keep_with_next = True
    left, right = _table(document, paper, (0.48, 0.52)).rows[0].cells
    _line(left, "recipients_label", paper.recipients_label, first=True)
    for words in paper.recipients:
        _line(left, "recipients", words)
    _line(right, "authority", paper.authority or "", first=True)
    if paper.signer_title is not None:
        _line(right, "signer_title", paper.signer_title)
    for _ in range(4):
        _line(right, "signer_name", "")
    if paper.signer_name is not None:
        _line(right, "signer_name", paper.signer_name)


def _add_foot(document: Document, paper: OfficialPaper) -> None:
    """Add, below the official frame, what this file is, where it comes from, and the code."""
    rule = document.add_paragraph()
    rule.paragraph_format.space_before = Pt(12)
    add_rule(rule)
    foot = paper.foot
    left, right = _table(document, paper, (0.8, 0.2)).rows[0].cells
    _line(left, "foot", foot.note, first=True)
    for runs in (foot.address, foot.code_caption):
        if runs:
            _line(left, "foot", runs)
    if foot.code_address is not None:
        picture = right.paragraphs[0].add_run().add_picture(io.BytesIO(_png(foot.code_address)), width=_CODE)
        picture._inline.docPr.set("descr", foot.code_label or "")


@lru_cache(maxsize=256)
def _png(address: str) -> bytes:
    return qr_png(qr_matrix(address), module_px=8)
