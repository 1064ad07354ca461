"""Small parts of Word files that python-docx has no words for (ECMA-376 part 1), and files with fixed bytes."""

import io
import re
import zipfile
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Cell
from docx.text.paragraph import Paragraph

_python_docx: Any = PackageWriter  # its own steps, which have no types
# The earliest time that a ZIP archive can hold (APPNOTE.TXT, 4.4.6).
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_P, _VAL = qn("w:p"), qn("w:val")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile("([\n\t])")
_AS_ELEMENT = MappingProxyType({"\n": "w:br", "\t": "w:tab"})


def element(tag: str, attributes: Mapping[str, str] | None = None) -> BaseOxmlElement:
    """Make the element `tag` ("w:lang") with attributes that carry their prefixes too."""
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), value)
    return made


def _child(parent: BaseOxmlElement, tag: str) -> BaseOxmlElement:
    made: BaseOxmlElement = parent.makeelement(tag)
    parent.append(made)
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


def new_paragraph(holder: Document | _Cell, style: str, *, first: bool = False) -> Paragraph:
    """Add a paragraph with a style's id at the end; `first` takes the empty one that every cell begins with.

    As python-docx does it, but without its search for the place of each part, which costs more than all the rest.
    """
    if isinstance(holder, _Cell):
        made = holder._tc.p_lst[0] if first else _child(holder._tc, _P)
    else:
        made = holder.element.body.makeelement(_P)
        holder.element.body[-1].addprevious(made)  # the section's properties stay last
    _child(made.get_or_add_pPr(), qn("w:pStyle")).set(_VAL, style)
    return Paragraph(made, holder)


def add_text(holder: BaseOxmlElement, text: str, language: str | None = None) -> None:
    """Add a run of text (section 17.3.2.25), in `language` where not the paper's; a line feed breaks the line."""
    run = _child(holder, qn("w:r"))
    if language is not None:
        marks = _child(_child(run, qn("w:rPr")), qn("w:lang"))
        marks.set(_VAL, language)
    for piece in _BREAKS.split(text):
        if piece in _AS_ELEMENT:
            _child(run, qn(_AS_ELEMENT[piece]))
        elif piece:
            words = _child(run, qn("w:t"))
            words.text = piece
            words.set(_SPACE, "preserve")


def add_link(paragraph: Paragraph, text: str, address: str, language: str | None = None) -> None:
    """Add `text` that leads to `address` (section 17.16.22), without the look of a link, as on printed papers."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = _child(paragraph._p, qn("w:hyperlink"))
    link.set(qn("r:id"), relation)
    add_text(link, text, language)


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


def saved(document: Document) -> bytes:
    """Give the file: what `save` would write, but with fixed times and nothing of the machine, so that equal papers are
    equal bytes. Written once: to write `save`'s archive again takes a sixth of the time of a paper.
    """
    package, out = document.part.package, io.BytesIO()
    parts: list[Any] = list(package.parts)
    for part in parts:
        part.before_marshal()
    with zipfile.ZipFile(out, "w") as archive:
        target, write = _FixedWriter(archive), _python_docx
        write._write_content_types_stream(target, parts)
        write._write_pkg_rels(target, package.rels)
        write._write_parts(target, parts)
    return out.getvalue()


class _FixedWriter:
    """Takes the parts of a package from python-docx."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def write(self, uri: PackURI, content: bytes) -> None:
        """Add one part."""
        entry = zipfile.ZipInfo(uri.membername, _ZIP_EPOCH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 0
        self._archive.writestr(entry, content, compresslevel=6)
