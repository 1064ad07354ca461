"""Small parts of Word files that python-docx has no words for (ECMA-376 part 1), and files with fixed bytes."""

import io
import zipfile
from collections.abc import Mapping

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

# The earliest time that a ZIP archive can hold (APPNOTE.TXT, 4.4.6).
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def element(tag: str, attributes: Mapping[str, str] | None = None) -> BaseOxmlElement:
    """Make the element `tag` ("w:lang") with attributes that carry their prefixes too."""
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), value)
    return made


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word computes, such as PAGE (section 17.16.18)."""
    simple = element("w:fldSimple", {"w:instr": code})
    run = element("w:r")
    text = element("w:t")
    text.text = "2"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Add `text` that leads to `address` (section 17.16.22), without the look of a link, as on printed papers."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("w:hyperlink", {"r:id": relation})
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)


def add_rule(paragraph: Paragraph, edge: str = "top", points: float = 0.75) -> None:
    """Draw a solid line along an edge of the paragraph, between its indents (section 17.3.1.24)."""
    borders = element("w:pBdr")
    sides = {"w:val": "single", "w:sz": str(round(points * 8)), "w:space": "1", "w:color": "000000"}
    borders.append(element(f"w:{edge}", sides))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def lean(document: Document, kept_styles: frozenset[str]) -> None:
    """Take out of python-docx's template what an official paper does not use: it is most of the file."""
    styles = document.styles.element
    for style in list(styles):
        is_style = style.tag in (qn("w:style"), qn("w:latentStyles"))
        if is_style and style.get(qn("w:styleId")) not in kept_styles:
            styles.remove(style)
    main = document.part
    for holder in (main, main.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in ("stylesWithEffects", "thumbnail", "customXml", "numbering"):
                del holder.rels[key]


def fixed_zip(content: bytes) -> bytes:
    """Write an archive again with fixed times and nothing of the machine, so that equal parts are equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name), compresslevel=6)
    return out.getvalue()
