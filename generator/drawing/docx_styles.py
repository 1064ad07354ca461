"""What all Word files of one official layout share: the page, a style for each component, the page number."""

import io
from functools import lru_cache

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from generator.drawing.docx_parts import add_field, element, lean
from generator.layout import Layout, TextStyle

PAGE_WIDTH, _PAGE_HEIGHT = Mm(210), Mm(297)
_FACE = "Times New Roman"
_KEPT = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header"})
_PROOFING = {"vi": "vi-VN", "en": "en-GB"}
_CENTRED = frozenset(
    {"heading", "motto", "superior", "issuer", "number", "place_date", "type", "subject", "authority",
     "signer_title", "signer_name", "page_number", "banner"}
)  # fmt: skip
# What stays as the Vietnamese document has it, whatever the paper's language: spelled as Vietnamese.
_IN_VIETNAMESE = ("superior", "authority", "signer_title", "signer_name", "recipients")
_OUTLINE = {"type": "0", "body_heading": "1"}


def proofing_language(language: str) -> str:
    """Give the language with its country, as Word wants it for spelling."""
    return _PROOFING.get(language, language)


@lru_cache
def base_document(layout: Layout, language: str) -> bytes:
    """Make what all papers of one layout share: page, styles, page number. Read again for each paper."""
    document = docx.Document()
    lean(document, _KEPT)
    _set_page(document, layout)
    _set_defaults(document, proofing_language(language))
    for name, style in layout.text:
        _add_style(document, name, style, layout)
    _set_vietnamese(document)
    banner = TextStyle(size=12, italic=True)
    _add_style(document, "banner", banner, layout)
    _add_page_number(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_page(document: Document, layout: Layout) -> None:
    section, page = document.sections[0], layout.page
    section.page_width, section.page_height = PAGE_WIDTH, _PAGE_HEIGHT
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = section.footer_distance = Mm(10)


def _set_defaults(document: Document, proofing: str) -> None:
    """Set face, size and proofing language for everything (docDefaults, section 17.7.5)."""
    normal = document.styles["Normal"]
    normal.font.name = _FACE
    normal.font.size = Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    properties = normal.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:cs"), _FACE)
    properties.rFonts.set(qn("w:eastAsia"), _FACE)
    for found in document.styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            found.set(qn(name), proofing)
    properties.append(element("w:lang", {"w:val": proofing, "w:eastAsia": proofing}))


def _set_vietnamese(document: Document) -> None:
    """Set the proofing language of the components that nobody translates."""
    for name in _IN_VIETNAMESE:
        properties = document.styles[_style_name(name)].element.get_or_add_rPr()
        properties.append(element("w:lang", {"w:val": _PROOFING["vi"], "w:eastAsia": _PROOFING["vi"]}))


def _style_name(component: str) -> str:
    return "Official " + component.replace("_", " ")


def style_id(component: str) -> str:
    """Give the id of a component's style: python-docx looks through all styles for a name."""
    return _style_name(component).replace(" ", "")


def _add_style(document: Document, name: str, look: TextStyle, layout: Layout) -> None:
    """Add the paragraph style of a component."""
    made = document.styles.add_style(_style_name(name), WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    made.base_style = document.styles["Normal"]
    made.font.size = Pt(look.size)
    made.font.bold, made.font.italic, made.font.underline = look.bold, look.italic, look.underline
    if name in _CENTRED:
        made.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if name in ("body", "body_heading"):
        _set_body(made, layout, heading=name == "body_heading")
    if name in _OUTLINE:
        made.element.get_or_add_pPr().append(element("w:outlineLvl", {"w:val": _OUTLINE[name]}))


def _set_body(style: ParagraphStyle, layout: Layout, *, heading: bool) -> None:
    """Justified, first line indented, lines and paragraphs apart as the layout says."""
    page, form = layout.page, style.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.LEFT if heading else WD_ALIGN_PARAGRAPH.JUSTIFY
    form.first_line_indent = Mm(page.indent)
    form.space_before = form.space_after = Pt(page.spacing / 2)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, page.lines
    form.keep_with_next = heading


def _add_page_number(document: Document) -> None:
    """Put the number into the top margin, centred, from the second page on."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.style = document.styles[_style_name("page_number")]
    add_field(line, "PAGE")
