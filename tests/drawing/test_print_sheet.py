"""The print kit, opened again: true size, text, faces, the code read by two readers near and from its distance."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import zlib
from dataclasses import replace

import cv2
import numpy
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.domain.colour import accent, contrast, readable_on
from generator.domain.placement import Medium
from generator.domain.problem import Severity
from generator.drawing.print_sheet import code_size, print_pdf
from generator.print_format_file import MEDIA, PRINT_FORMATS
from generator.print_kit import (
    PLAIN,
    POSTER,
    Finish,
    PrintPiece,
    PrintWords,
    format_faults,
    print_formats,
    widest_code_mm,
)
from generator.reading.rules.print_formats import check_print_formats
from tests.drawing.papers import TONES, VOWELS

MM = 72 / 25.4
ADDRESS = "HTTPS://KE-HOACH.EXAMPLE/Q/CQZN80/"
FORMATS = tuple(print_formats().values())
LETTERS = unicodedata.normalize("NFC", " ".join(v + t for v in f"{VOWELS}{VOWELS.upper()}" for t in TONES) + " đ Đ")
# A camera of 1080 lines sees a height of about 0.93 times the distance (an angle of 50 degrees).
LINES, SEEN = 1080, 0.93

each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)


def words(language: str = "vi", **changes: str | None) -> PrintWords:
    return replace(
        PrintWords(
            language=language,
            issuer="Ban Thường vụ Thành ủy – thành phố Ví Dụ",
            call="Mời người dân góp ý",
            title="Góp ý về đường phố và vỉa hè",
            slogan="Xanh - Sạch - Đẹp - An toàn",
            when_label="Thời gian nhận góp ý",
            when="từ ngày 01/3/2026 đến ngày 31/5/2026",
            scan="Quét mã để góp ý",
            type_in="hoặc gõ địa chỉ",
            hotline="Đường dây nóng: 1900 0000",
            demo="Trang minh hoạ",
        ),
        **changes,
    )


def piece(*many: PrintWords, colour: str = "#9a3412", **changes: object) -> PrintPiece:
    shades = accent(colour)
    return PrintPiece(
        **{
            "words": many or (words(),),
            "address": ADDRESS,
            "short_address": "ke-hoach.example/Q/CQZN80",
            "code_label": "Mã QR",
            "accent": shades.light,
            "ink": readable_on(shades.light),
            "tint": shades.light_tint,
            **changes,
        }
    )


ENGLISH = words(
    "en", issuer="City Committee", call="Have your say", title="Your views on streets", slogan="Green - Clean",
    when_label="Feedback is taken", when="from 1 March 2026 to 31 May 2026", scan="Scan to give feedback",
    type_in="or type the address", hotline="Hotline: 1900 0000", demo="Demonstration site",
)  # fmt: skip


def page_of(made: bytes):
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 1
    return document[0]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFC", text))


def text_of(made: bytes) -> str:
    return squeezed(page_of(made).get_textpage().get_text_bounded())


def seen(made: bytes, pixels_per_mm: float) -> numpy.ndarray:
    return page_of(made).render(scale=pixels_per_mm / MM, grayscale=True).to_numpy()


def read_by_both(picture: numpy.ndarray) -> list[set[str]]:
    one = {found.text for found in zxingcpp.read_barcodes(picture)}
    _, texts, _, _ = cv2.QRCodeDetectorAruco().detectAndDecodeMulti(numpy.ascontiguousarray(picture))
    return [one, {text for text in texts if text}]


def outside(made: bytes, edge_mm: float) -> list[str]:
    """Give the signs that stand beyond a line so far inside the page."""
    page = page_of(made)
    (width, height), text, edge = page.get_size(), page.get_textpage(), edge_mm * MM
    found = []
    for index in range(text.count_chars()):
        sign = text.get_text_range(index, 1)
        left, bottom, right, top = text.get_charbox(index)
        if (
            sign.strip("\u200b \xa0\r\n\t")
            and right > left
            and (left < edge or bottom < edge or right > width - edge or top > height - edge)
        ):
            found.append(sign)
    return found


def on_the_code(made: bytes, form) -> list[str]:
    """Give the signs that stand on a code or its quiet zone."""
    page = page_of(made)
    text, height = page.get_textpage(), page.get_height()
    scale = 3 if form.width < 700 else 0.5
    picture = seen(made, scale)
    found = []
    for code in zxingcpp.read_barcodes(picture):
        corner, other = code.position.top_left, code.position.bottom_right
        quiet = (other.x - corner.x) / 29 * 3.8
        to_pt = MM / scale
        box = ((corner.x - quiet) * to_pt, height - (other.y + quiet) * to_pt,
               (other.x + quiet) * to_pt, height - (corner.y - quiet) * to_pt)  # fmt: skip
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right > left and left < box[2] and right > box[0] and bottom < box[3] and top > box[1]:
                found.append(text.get_text_range(index, 1))
    return found


@each_format
@pytest.mark.parametrize(
    ("finish", "around"), [(PLAIN, 0), (Finish(bleed=True), 6), (Finish(crop_marks=True), 20)], ids=str
)
def test_a_page_is_as_large_as_the_thing_itself(form, finish, around):
    width, height = page_of(print_pdf(piece(), form, finish)).get_size()
    assert width == pytest.approx((form.paper.width + around) * MM, abs=0.01)
    assert height == pytest.approx((form.paper.height + around) * MM, abs=0.01)
    # PDF 1.7 readers take no page beyond 200 inches.
    assert max(width, height) < 14400


@each_format
def test_all_that_a_piece_says_is_there_as_text_in_both_languages(form):
    text = text_of(print_pdf(piece(words(), ENGLISH), form))
    said = {"title", "scan"} if form.layout == "sticker" else {"issuer", "title", "slogan", "when", "scan", "call"}
    for one in (words(), ENGLISH):
        assert [key for key in said if squeezed(getattr(one, key)) not in text] == []
    assert squeezed("ke-hoach.example/Q/CQZN80") in text
    assert squeezed("Đường dây nóng: 1900 0000") in text
    assert squeezed("Trang minh hoạ") in text


@each_format
def test_what_is_not_known_leaves_no_gap_and_no_word(form):
    bare = words(slogan=None, when=None, hotline=None, demo=None)
    text = text_of(print_pdf(piece(bare), form))
    assert "None" not in text
    assert squeezed(bare.when_label) not in text
    assert squeezed("Trang minh hoạ") not in text


@each_format
def test_every_vietnamese_letter_stands_in_an_embedded_face(form):
    made = print_pdf(piece(words(title=LETTERS)), form)
    assert squeezed(LETTERS) in text_of(made)
    for thing in page_of(made).get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        assert pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(thing.raw)) == 1


@each_format
def test_two_readers_read_the_code_near_and_from_its_distance(form):
    made, size = print_pdf(piece(words(), ENGLISH), form), code_size(piece(), form)
    assert size.far_enough
    near = 8 * 37 / size.width_mm
    assert read_by_both(seen(made, near)) == [{ADDRESS}] * 2
    far = LINES / (SEEN * form.distance_m * 1000)
    assert read_by_both(seen(made, far)) == [{ADDRESS}] * 2


def test_the_code_grows_with_the_distance_until_there_is_no_more_room():
    banner = print_formats()["banner"]
    sizes = [code_size(piece(distance_m=distance), banner) for distance in (1, 4, 5, 40)]
    assert [size.width_mm for size in sizes] == [400, 511, 638, 670]
    assert [size.far_enough for size in sizes] == [True, True, True, False]
    assert sizes[-1].reads_from_m == 5.2


BLACK, WHITE = b"0 0 0 1 k", b"0 0 0 0 k"


def colours_of(made: bytes) -> set[bytes]:
    """Give every setting of a colour on the page: "0 0 0 1 k" is an ink, "/c0 cs" a space of RGB or grey."""
    streams = (found[1] for found in re.finditer(rb"/FlateDecode>>\s*stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL))
    pages = (content for content in map(_unpacked, streams) if b"BDC" in content)
    setting = rb"(?:[\d.]+ ){4}[kK]\b|/\w+ (?:cs|CS)\b|(?:[\d.]+ )+(?:rg|RG|g|G)\b"
    return {found for content in pages for found in re.findall(setting, content)}


def _unpacked(stream: bytes) -> bytes:
    return zlib.decompressobj().decompress(stream)


@each_format
def test_for_a_shop_that_takes_inks_alone_there_is_no_other_colour_and_the_code_still_reads(form):
    made = print_pdf(piece(words(), ENGLISH), form, Finish(crop_marks=True, inks="all"))
    found = colours_of(made)
    assert found
    assert all(one.lower().endswith(b" k") for one in found)
    assert {BLACK, WHITE} <= found
    assert read_by_both(seen(made, 8 * 37 / code_size(piece(), form).width_mm)) == [{ADDRESS}] * 2
    far = LINES / (SEEN * form.distance_m * 1000)
    assert read_by_both(seen(made, far)) == [{ADDRESS}] * 2


@each_format
def test_words_and_code_are_black_ink_and_colours_stay_exact_for_every_print_shop(form):
    made = print_pdf(piece(), form, Finish(inks="black"))
    inks = {one for one in colours_of(made) if one.lower().endswith(b" k")}
    assert inks == {BLACK, WHITE} | ({b"0 0 0 1 K"} & inks)
    assert any(one.endswith(b"cs") for one in colours_of(made))
    assert read_by_both(seen(made, 8 * 37 / code_size(piece(), form).width_mm)) == [{ADDRESS}] * 2
    assert squeezed("ke-hoach.example/Q/CQZN80") in text_of(made)


@pytest.mark.parametrize("inks", ["none", "black", "all"])
def test_a_piece_is_tagged_and_its_code_has_a_name_whatever_the_inks(inks):
    made = print_pdf(piece(), FORMATS[0], Finish(inks=inks))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"/S/Figure" in made
    assert len(re.findall(rb"/Alt", made)) == 1


@each_format
def test_a_sheet_has_as_many_codes_as_it_has_pieces(form):
    made = print_pdf(piece(), form)
    codes = zxingcpp.read_barcodes(seen(made, 6 * 37 / code_size(piece(), form).width_mm))
    assert len(codes) == form.paper.columns * form.paper.rows


LONG = "Ủy ban nhân dân thành phố, Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội " * 3
PRINTABLE = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=120)
NAMES = PRINTABLE.filter(str.strip)


@settings(max_examples=30, deadline=None)
@given(title=NAMES, slogan=NAMES, issuer=NAMES, form=st.sampled_from(FORMATS), both=st.booleans())
@example(title=LONG * 3, slogan=LONG, issuer=LONG, form=print_formats()["poster-a4"], both=True)
@example(title=LONG * 3, slogan=LONG, issuer=LONG, form=print_formats()["banner"], both=True)
@example(title=LONG * 3, slogan=LONG, issuer=LONG, form=print_formats()["standee"], both=False)
@example(title=LONG * 3, slogan=LONG, issuer=LONG, form=print_formats()["sticker"], both=True)
@example(title="x" * 300, slogan="( " * 60, issuer="! " * 60, form=print_formats()["poster-a3"], both=False)
@example(title="#panic() $x$ *a* `b` [c] <d> @e // f", slogan="= g", issuer="#h", form=FORMATS[0], both=False)
def test_any_words_are_set_inside_the_safe_margin_and_off_the_code(title, slogan, issuer, form, both):
    first = words(title=title, slogan=slogan, issuer=issuer)
    made = print_pdf(piece(first, replace(ENGLISH, title=title)) if both else piece(first), form)
    # A letter may lean a little over the width that it is counted with.
    assert outside(made, form.safe * 0.3) == []
    assert on_the_code(made, form) == []


@pytest.mark.parametrize("title", ["#panic() $x$ *a* `b` [c] <d> @e // f", "= Tựa", '#include "x"', "\\u{41}"])
def test_what_looks_like_markup_stays_text(title):
    assert squeezed(title) in text_of(print_pdf(piece(words(title=title)), FORMATS[0]))


def test_the_two_ways_to_write_a_letter_are_one_piece():
    composed, apart = (words(title=unicodedata.normalize(form, LETTERS)) for form in ("NFC", "NFD"))
    assert print_pdf(piece(composed), FORMATS[0]) == print_pdf(piece(apart), FORMATS[0])


@pytest.mark.parametrize("colour", ["#9a3412", "#ffff00", "#000000", "#7fffd4", "#1d4ed8", "#ffffff"])
def test_any_colour_of_the_site_reads_on_paper(colour):
    made = piece(colour=colour)
    assert contrast(made.accent, "#ffffff") >= 4.5
    assert contrast(made.ink, made.accent) >= 4.5
    assert contrast("#1c1917", made.tint) >= 7


def test_colour_goes_over_the_edge_where_bleed_is_asked_for():
    poster = print_formats()["poster-a4"]
    for finish, corner in ((Finish(bleed=True), 1), (Finish(crop_marks=True), 8)):
        picture = page_of(print_pdf(piece(), poster, finish)).render(scale=4).to_numpy()
        at = round(corner * MM * 4)
        assert not (picture[at, at] > 240).all()
        assert not (picture[-at, -at] == 255).all()
    marked = page_of(print_pdf(piece(), poster, Finish(crop_marks=True))).render(scale=8, grayscale=True).to_numpy()
    # Dark at the ends of the edges, outside the bleed, and nowhere in the corner itself.
    line = marked[: round(6 * MM * 8)].min(axis=0)
    assert line[round(9.5 * MM * 8) : round(10.5 * MM * 8)].min() < 128
    assert line[: round(0.5 * MM * 8)].min() == 255


@each_format
@pytest.mark.parametrize(("finish", "trim", "bleed"), [(Finish(bleed=True), 3, 0), (Finish(crop_marks=True), 10, 7)])
def test_a_page_to_be_cut_says_where(form, finish, trim, bleed):
    page = page_of(print_pdf(piece(), form, finish))
    width, height = page.get_size()
    for box, inside in ((page.get_trimbox(), trim * MM), (page.get_bleedbox(), bleed * MM)):
        assert box == pytest.approx((inside, inside, width - inside, height - inside), abs=0.01)
    trimmed = page.get_trimbox()
    assert (trimmed[2] - trimmed[0]) / MM == pytest.approx(form.paper.width, abs=0.01)


def test_a_page_with_boxes_is_whole_without_repair():
    made = print_pdf(piece(), FORMATS[0], Finish(crop_marks=True))
    start = int(re.search(rb"startxref\n(\d+)", made)[1])
    assert made[start : start + 4] == b"xref"
    lines = made[start:].splitlines()
    for number, line in enumerate(lines[2:], start=int(lines[1].split()[0])):
        if not line.endswith(b" n"):
            continue
        assert made[int(line[:10]) :].startswith(f"{number} 0 obj".encode())


PROGRAM = """
import hashlib
from tests.drawing.test_print_sheet import digest_of_all
print(digest_of_all())
"""


def digest_of_all() -> str:
    made = (print_pdf(piece(words(), ENGLISH), form, Finish(crop_marks=True)) for form in FORMATS)
    return hashlib.sha256(b"".join(made)).hexdigest()


def test_another_process_in_another_time_zone_makes_the_same_bytes():
    surroundings = {**os.environ, "TZ": "America/New_York", "LANG": "C", "SOURCE_DATE_EPOCH": "1"}
    made = subprocess.run([sys.executable, "-c", PROGRAM], env=surroundings, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == digest_of_all()


def test_a_format_is_one_file_that_needs_no_code(tmp_path):
    (tmp_path / "poster-a2.yml").write_text(
        "names: {vi: Áp phích A2}\norder: 25\nlayout: poster\nwidth: 420\nheight: 594\nsafe: 20\n"
        "code: {least: 120, most: 300}\ndistance_m: 2\n",
        encoding="utf-8",
    )
    form = print_formats(tmp_path)["poster-a2"]
    assert form.name("en") == "Áp phích A2"
    made = print_pdf(piece(), form)
    assert [round(side / MM) for side in page_of(made).get_size()] == [420, 594]
    assert read_by_both(seen(made, 2)) == [{ADDRESS}] * 2


RIGHT_FORMAT = (
    "names: {vi: Áp phích A2}\norder: 25\nlayout: poster\nwidth: 420\nheight: 594\nsafe: 20\n"
    "code: {least: 120, most: 300}\ndistance_m: 2\n"
)


@pytest.fixture
def formats(tmp_path):
    """A folder with the poster, and a format of a designer's own."""
    shutil.copy(PRINT_FORMATS / f"{POSTER}.yml", tmp_path)
    (tmp_path / "poster-a2.yml").write_text(RIGHT_FORMAT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "kind", "at", "line"),
    [
        ("width: 420", "width: 420: 1", "syntax", "", 4),
        (RIGHT_FORMAT, "- poster\n", "record", "", 1),
        (RIGHT_FORMAT, "", "record", "", 1),
        ("safe: 20\n", "", "missing", "safe", 1),
        ("width: 420", "width: rộng", "value", "width", 4),
        ("least: 120, ", "", "missing", "code.least", 7),
        ("least: 120", "least: 400", "value", "code.least", 7),
        ("code: {least: 120, most: 300}", "code: 3", "value", "code", 7),
        ("layout: poster", "layout: postr", "value", "layout", 3),
        ("names: {vi: Áp phích A2}", "names: Áp phích", "value", "names", 1),
        ("distance_m: 2", "distance_m: 2\nmedium: flag", "value", "medium", 9),
        ("distance_m: 2", "distance_m: 2\nsheet: {width: 1, height: 1, columns: 0, rows: 1}", "value", "sheet.columns",
         9),
        ("distance_m: 2", "distance_m: 2\nsheet: A1", "value", "sheet", 9),
    ],
)  # fmt: skip
def test_a_designer_is_told_what_is_wrong_with_a_format_and_where(formats, old, new, kind, at, line):
    assert old in RIGHT_FORMAT
    text = RIGHT_FORMAT.replace(old, new)
    (formats / "poster-a2.yml").write_text(text, encoding="utf-8")
    (fault,) = format_faults(formats)
    assert (fault.file, fault.kind, fault.at, fault.line) == ("poster-a2.yml", kind, at, line)
    assert fault.excerpt == ("" if kind in ("record", "missing") and "." not in at else text.splitlines()[line - 1])
    assert set(print_formats(formats)) == {POSTER}


def test_all_faults_of_a_format_are_told_at_once(formats):
    change = RIGHT_FORMAT.replace("safe: 20", "save: 20").replace("width: 420", "width: rộng")
    (formats / "poster-a2.yml").write_text(change, encoding="utf-8")
    told = [(fault.kind, fault.at, fault.line) for fault in format_faults(formats)]
    assert told == [("unknown", "save", 6), ("missing", "safe", 1), ("value", "width", 4)]


def test_a_faulty_poster_stops_a_site_and_another_format_does_not(formats):
    (formats / "poster-a2.yml").write_text("names: {vi: A}\n", encoding="utf-8")
    assert {problem.severity for problem in check_print_formats(formats)} == {Severity.WARNING}
    poster = formats / f"{POSTER}.yml"
    poster.write_text(poster.read_text("utf-8").replace("safe: 12", "safe: -"), encoding="utf-8")
    errors = [problem for problem in check_print_formats(formats) if problem.severity is Severity.ERROR]
    assert [(error.location.file.rpartition("/")[2], error.location.line) for error in errors] == [(poster.name, 7)]
    poster.unlink()
    (absent,) = (problem for problem in check_print_formats(formats) if problem.severity is Severity.ERROR)
    assert absent.code == "print_format_absent"


def test_what_a_medium_has_room_for_is_what_its_formats_say():
    for medium in Medium:
        widths = [form.code_most for form in FORMATS if form.medium == medium.value]
        assert widest_code_mm(medium.value) == (max(widths) if widths else None)
    assert widest_code_mm("banner") == 670
    assert widest_code_mm("screen") is None


def test_the_formats_at_hand_are_right():
    assert format_faults() == ()
    assert set(MEDIA) == {medium.value for medium in Medium}
