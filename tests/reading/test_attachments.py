"""Files from outside: what is what its name says is published, whatever could act on a reader is not."""

import io
import zipfile

import pytest

from generator.reading.attachments import KINDS, content_fault, is_left_behind, name_fault

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {0}>{1}</svg>'


def svg(inside: str = "", attributes: str = "") -> bytes:
    return SVG.format(attributes, inside).encode()


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as one:
        for name in names:
            one.writestr(name, "x")
    return made.getvalue()


RIGHT = {
    "a.pdf": b"%PDF-1.7\n",
    "b.PDF": b"\xef\xbb\xbf%PDF-1.4\n",
    "a.docx": archive("[Content_Types].xml", "word/document.xml"),
    "a.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "a.odt": archive("mimetype", "content.xml"),
    "a.png": b"\x89PNG\r\n\x1a\n....",
    "a.jpg": b"\xff\xd8\xff\xe0....",
    "a.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "a.txt": "Quy chế\n".encode(),
    "hinh ve/b.svg": svg('<g><path d="M0 0"/><text>Góp ý</text></g>'),
    "c.svg": svg('<use href="#a"/><image xlink:href="data:image/png;base64,AAAA"/>'),
    "d.svg": svg("<style>path{fill:url(#a)}</style>", 'style="color:red"'),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_what_its_name_says_is_published(name):
    assert (name_fault(name), content_fault(name, RIGHT[name])) == (None, None)


WRONG = {
    "a program": ("a.exe", b"MZ", "file_kind"),
    "a page": ("a.html", b"<p>", "file_kind"),
    "a page as SVG": ("a.svg", b"<html><script>1</script></html>", "file_disguised"),
    "no ending": ("README", b"a", "file_kind"),
    "two endings": ("a.pdf.html", b"%PDF-1.7", "file_kind"),
    "a page as PDF": ("a.pdf", b"<html>", "file_disguised"),
    "a PDF as PNG": ("a.png", b"%PDF-1.7", "file_disguised"),
    "a picture as JPEG that is none": ("a.jpg", b"GIF89a", "file_disguised"),
    "an archive of anything": ("a.docx", archive("evil.exe"), "file_disguised"),
    "a spreadsheet as a text": ("a.docx", archive("xl/workbook.xml"), "file_disguised"),
    "no archive at all": ("a.xlsx", b"PK\x03\x04broken", "file_disguised"),
    "a document with macros": ("a.docx", archive("word/document.xml", "word/vbaProject.bin"), "file_macros"),
    "bytes as text": ("a.txt", b"\xff\xfe\x00", "file_disguised"),
    "a drawing with a script": ("a.svg", svg("<script>alert(1)</script>"), "file_drawing"),
    "a drawing with a script in another case": ("a.svg", svg("<SCRIPT>alert(1)</SCRIPT>"), "file_drawing"),
    "a drawing that reacts": ("a.svg", svg("", 'onload="alert(1)"'), "file_drawing"),
    "a drawing that holds a page": ("a.svg", svg("<foreignObject><p/></foreignObject>"), "file_drawing"),
    "a drawing that links out": ("a.svg", svg('<a href="https://a.vn/"><path/></a>'), "file_drawing"),
    "a drawing that runs on a click": ("a.svg", svg('<a xlink:href="java\nscript:alert(1)"/>'), "file_drawing"),
    "a drawing that loads": ("a.svg", svg('<image href="//a.vn/x.png"/>'), "file_drawing"),
    "a drawing of another drawing": ("a.svg", svg('<use href="b.svg#a"/>'), "file_drawing"),
    "a drawing with a foreign style": ("a.svg", svg("<style>@import 'https://a.vn'</style>"), "file_drawing"),
    "a drawing with a foreign fill": ("a.svg", svg('<path style="fill:url(https://a.vn/x)"/>'), "file_drawing"),
    "a drawing that changes its links": (
        "a.svg",
        svg('<a><set attributeName="href" to="javascript:1"/></a>'),
        "file_drawing",
    ),
    "a drawing with entities": (
        "a.svg",
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("&b;"),
        "file_drawing",
    ),
    "a drawing with a style sheet": ("a.svg", b'<?xml-stylesheet href="x.css"?>' + svg(), "file_drawing"),
    "a drawing as data in a drawing": (
        "a.svg",
        svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
        "file_drawing",
    ),
    "a drawing in UTF-16": ("a.svg", svg().decode().encode("utf-16"), "file_drawing"),
    "an endless drawing": ("a.svg", svg("<g/>" * 600_000), "file_drawing"),
    "broken XML": ("a.svg", b"<svg", "file_disguised"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_could_act_on_a_reader_is_refused(what):
    name, data, code = WRONG[what]
    assert content_fault(name, data) == code


@pytest.mark.parametrize(
    "name", ["a\nb.pdf", "a\x00.pdf", "a\\b.pdf", 'a".pdf', "a<b>.pdf", " a.pdf", "a.pdf.", "b/../a.pdf"]
)
def test_a_name_that_no_address_can_have_is_refused(name):
    assert name_fault(name) == "file_name"


@pytest.mark.parametrize("name", ["Quy chế (bản ký).pdf", "a/b/c.pdf", "109-KH_TU.pdf"])
def test_names_as_people_write_them_are_fine(name):
    assert name_fault(name) is None


@pytest.mark.parametrize("name", [".DS_Store", "a/Thumbs.db", "~$ke-hoach.docx", ".gitkeep"])
def test_what_systems_leave_behind_is_not_looked_at(name):
    assert is_left_behind(name)


def test_every_kind_is_refused_when_it_is_empty_or_something_else():
    for ending in KINDS.keys() - {"txt", "csv"}:
        assert content_fault(f"a.{ending}", b"") is not None
        assert content_fault(f"a.{ending}", b"<script>alert(1)</script>") is not None
