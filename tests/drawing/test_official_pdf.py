"""Official papers as PDF, opened again: size, text, faces, tags, the code; whatever the words are."""

import ctypes
import multiprocessing
import os
import re
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

from generator.drawing.official_pdf import official_pdf
from generator.drawing.typst import PdfSettings, signs_without_face
from generator.official_paper import Block, BlockKind, Item, Run, plain
from tests.drawing.papers import ADDRESS, TONES, VOWELS, paper

MM = 72 / 25.4
BRANCHES = ("state", "party", "party_now")
PLAIN = PdfSettings()


def opened(made) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(official_pdf(made, PLAIN))


def text_of(document) -> str:
    """Give all text as one line, without the invisible places where long words may break."""
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join(unicodedata.normalize("NFC", "\n".join(pages)).replace("\u200b", "").split())


def squeezed(text: str) -> str:
    """Give text without any space: where lines break is not what it says."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFC", text))


def outside(document) -> list[str]:
    """Give the signs that stand beyond the edges of their page."""
    found = []
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            sign = text.get_text_range(index, 1)
            left, bottom, right, top = text.get_charbox(index)
            if sign.strip() and (left < 0 or bottom < 0 or right > width or top > height):
                found.append(sign)
    return found


def tags(document) -> list[str]:
    """Give the tags of all pages in reading order."""
    found: list[str] = []
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _tags(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def _tags(element) -> list[str]:
    if not element:
        return []
    buffer = ctypes.create_string_buffer(200)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, 200)
    count = pdfium.FPDF_StructElement_CountChildren(element)
    inner = [tag for i in range(count) for tag in _tags(pdfium.FPDF_StructElement_GetChildAtIndex(element, i))]
    return [buffer.raw[: max(size - 2, 0)].decode("utf-16-le"), *inner]


@pytest.mark.parametrize("branch", BRANCHES)
def test_a_paper_is_a4_and_all_of_its_text_can_be_read_again(branch):
    made = paper(branch)
    document = opened(made)
    assert [round(side / MM) for side in document[0].get_size()] == [210, 297]
    text = squeezed(text_of(document))
    for words in made.texts:
        assert squeezed(words) in text, words
    assert squeezed(made.foot.note) in text


@pytest.mark.parametrize("branch", BRANCHES)
def test_what_is_read_aloud_comes_in_the_order_of_reading(branch):
    """Marked content comes in the order of the tags, from the heading to the recipients and the foot."""
    made = paper(branch)
    text = squeezed("".join(_marked_text(opened(made))))
    order = [made.heading[0], made.issuer.text, made.number, made.place_date, made.type, plain(made.subject),
             "Hình thức", made.authority, made.recipients[0], made.foot.note]  # fmt: skip
    places = [text.find(squeezed(words)) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def _marked_text(document) -> list[str]:
    """Give the text of each tagged element, in the order of the tag tree."""
    found = []
    for page in document:
        by_id: dict[int, str] = {}
        text = page.get_textpage()
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            length = pdfium.FPDFTextObj_GetText(thing.raw, text.raw, None, 0)
            buffer = ctypes.create_string_buffer(length * 2)
            pdfium.FPDFTextObj_GetText(
                thing.raw, text.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
            )
            mark = pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)
            if mark >= 0:
                by_id[mark] = by_id.get(mark, "") + buffer.raw.decode("utf-16-le").rstrip("\0")
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += [by_id.get(mark, "") for mark in _marks(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index))]
        pdfium.FPDF_StructTree_Close(tree)
    return found


def _marks(element) -> list[int]:
    found = []
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        inner = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if inner:
            found += _marks(inner)
        else:
            found.append(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index))
    return found


def test_headings_lists_and_links_are_tagged():
    found = tags(opened(paper()))
    assert found.count("H1") == 1
    assert {"H2", "L", "LI", "Lbl", "LBody", "Link", "P", "Figure"} <= set(found)


@pytest.mark.parametrize("branch", BRANCHES)
def test_signs_in_place_of_lines_are_not_read_aloud(branch):
    read = "".join(_marked_text(opened(paper(branch))))
    assert "-----" not in read
    assert "*" not in read


def test_every_paper_is_tagged_and_names_its_title_and_language():
    document = opened(paper())
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    assert document.get_metadata_value("Title") == "Thông báo: Về việc mời tham gia ý kiến"
    assert b"/Lang(vi)" in official_pdf(paper(), PLAIN) or b"/Lang (vi)" in official_pdf(paper(), PLAIN)


def test_what_stays_vietnamese_on_an_english_paper_is_tagged_so():
    made = official_pdf(paper("party", language="en"), PLAIN)
    assert b"/S/Div" in made
    assert re.search(rb"/StructElem[^>]*/Lang\(vi\)", made)
    assert not re.search(rb"/StructElem[^>]*/Lang\(vi\)", official_pdf(paper("party"), PLAIN))


NAMED = (Run("Feedback goes to "), Run("Ban Dân vận Thành ủy", language="vi"), Run("."))


def test_a_name_in_another_language_is_marked_so_and_alone():
    """A word inside a line carries its language with its marked content (ISO 32000-1, 14.9.2.3)."""
    made = official_pdf(paper("state", language="en", subject=NAMED, body=()), PLAIN)
    marks = [mark for mark in _content_marks(made) if b"/Lang" in mark]
    assert len(marks) == 1
    assert b"/Lang(vi)" in marks[0]
    assert squeezed("Feedback goes to Ban Dân vận Thành ủy.") in squeezed(text_of(pypdfium2.PdfDocument(made)))


def _content_marks(made: bytes) -> list[bytes]:
    """Give the property lists of all marked content on the pages."""
    streams = (found[1] for found in re.finditer(rb"/FlateDecode>>\s*stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL))
    unpacked = (zlib.decompressobj().decompress(stream) for stream in streams)
    return [mark for content in unpacked for mark in re.findall(rb"<<[^>]*>> ?BDC", content)]


FAR = ("漢字", "ก\u0e34", "👨\u200d👩\u200d👧", "✅ 📞", "\u0915\u094d\u0937", "0\u09e2", "ẵ\u0e34", "\U000e0041")


@pytest.mark.parametrize("signs", FAR)
def test_a_paper_with_a_sign_that_no_face_has_shows_a_box_and_keeps_its_standard(signs):
    made = official_pdf(paper(subject=f"Góp ý {signs} xong"), PdfSettings(archive=True))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    text = text_of(pypdfium2.PdfDocument(made))
    missing = [sign for sign in signs if signs_without_face(sign)]
    assert all(sign not in text for sign in missing)
    assert text.count("□") == sum(unicodedata.category(sign)[0] not in "CM" for sign in missing)
    assert "Góp ý" in text


def test_all_faces_are_embedded():
    document = opened(paper("party"))
    for page in document:
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(thing.raw)
            assert pdfium.FPDFFont_GetIsEmbedded(font) == 1


def test_links_are_live():
    targets = [link for page in opened(paper()) for link in _links(page)]
    assert "https://gop-y.example/" in targets
    assert ADDRESS in targets


def _links(page):
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
        yield buffer.value.decode()


def test_the_code_at_the_foot_is_read_by_two_readers():
    picture = opened(paper())[0].render(scale=300 / 72).to_pil().convert("L")
    assert zxingcpp.read_barcode(picture).text == ADDRESS
    text, *_ = cv2.QRCodeDetectorAruco().detectAndDecode(numpy.asarray(picture))
    assert text == ADDRESS


GUESTS = tuple(Item((Run(f"Khách {n}, là đại biểu của các cơ quan, đơn vị và các tổ dân phố " * 2),)) for n in range(9))
POINTS = Block(BlockKind.LIST, items=(Item((Run("Đại biểu"),), items=(*GUESTS, Item((Run("Người dân"),)))),))
LAST = Run("Dòng cuối cùng.")
ENDS = (Block(BlockKind.PARAGRAPH, (LAST,)), Block(BlockKind.LIST, items=(Item((Run("Ý đầu"),)), Item((LAST,)))))


@pytest.mark.parametrize("last", ENDS, ids=["paragraph", "list"])
@pytest.mark.parametrize("lines", range(18, 27))
def test_no_page_holds_the_signature_alone(lines, last):
    body = (*(_prose(f"Đoạn {n}.") for n in range(lines)), last)
    pages = [squeezed(page.get_textpage().get_text_bounded()) for page in opened(paper(body=body))]
    (signed,) = (page for page in pages if squeezed("CHỦ TỊCH") in page)
    assert squeezed("Dòng cuối cùng.") in signed


@pytest.mark.parametrize("lines", range(8, 24))
def test_points_that_go_on_to_the_next_page_leave_no_gap(lines):
    before = (_prose(f"Đoạn {n}.") for n in range(lines))
    for page in opened(paper(body=(*before, POINTS, _prose("Sau danh sách."), _prose("Hết.")))):
        text = page.get_textpage()
        words = text.get_text_range()
        found = [words.find(one) for one in ("Người dân", "Sau danh sách")]
        if -1 not in found:
            upper, lower = (text.get_charbox(at)[1] for at in found)
            assert 10 < upper - lower < 40


def test_pages_after_the_first_carry_their_number_in_the_top_margin():
    many = tuple(Block(BlockKind.PARAGRAPH, (Run(f"Đoạn văn {n}. " * 20),)) for n in range(30))
    document = opened(paper(body=many))
    assert len(document) > 2
    for number, page in enumerate(document, start=1):
        width, height = page.get_size()
        top = page.get_textpage().get_text_bounded(left=0, right=width, top=height, bottom=height - 16 * MM).strip()
        assert top == ("" if number == 1 else str(number))


def test_every_vietnamese_letter_with_every_tone_is_set():
    letters = "".join(unicodedata.normalize("NFC", v + tone) for v in VOWELS for tone in TONES) + "đ"
    words = " ".join(letters[i : i + 6] for i in range(0, len(letters), 6))
    both = f"{words} {words.upper()}"
    for branch in BRANCHES:
        made = paper(
            branch, subject=both, issuer=both, place_date=both, body=(_prose(both), _prose(both, heading=True))
        )
        text = squeezed(text_of(opened(made)))
        assert text.count(squeezed(both)) >= 4


def _prose(words: str, *, heading: bool = False) -> Block:
    return Block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, (Run(words),))


def test_long_titles_many_recipients_and_five_line_names_stay_on_the_page():
    made = paper(
        "party",
        subject="Về việc lấy ý kiến góp ý " * 25,
        issuer="BAN CHỈ ĐẠO XÂY DỰNG CHÍNH QUYỀN THÂN THIỆN VÀ PHỤC VỤ NHÂN DÂN " * 3,
        superior="ĐẢNG BỘ TỈNH CÓ TÊN RẤT DÀI " * 4,
        authority="T/M BAN CHỈ ĐẠO XÂY DỰNG CHÍNH QUYỀN THÂN THIỆN VÀ PHỤC VỤ NHÂN DÂN",
        recipients=tuple(f"- Cơ quan, đơn vị thứ {n} nhận thông báo này," for n in range(60)),
    )
    document = opened(made)
    assert outside(document) == []
    text = squeezed(text_of(document))
    assert all(squeezed(line) in text for line in made.recipients)


MARKUP = ("#set page(width: 1cm)", "$x^2$", "*đậm*", "_nghiêng_", "= Mục", "<nhãn> @ref", "// ghi chú", "[a](b)",
          "#{panic()}", "\\u{41}", "`mã`", '"', "- gạch", "+ cộng", "/ Từ: nghĩa", "~", "---", "...")  # fmt: skip


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_plan_text_stays_text(markup):
    made = paper(subject=markup, recipients=(f"- {markup}",), body=(_prose(markup),), issuer=markup)
    assert squeezed(text_of(opened(made))).count(squeezed(markup)) >= 4


LETTERS = st.characters(
    codec="utf-8", categories=("Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Pd", "Sm", "Sc"), max_codepoint=0x1EF9
)
WORDS = st.text(st.one_of(st.sampled_from("aăâđêôơư ệỗẵỷ#$*_=<>@[]{}\\`\"'/-"), LETTERS, st.just(" ")), min_size=1,
                max_size=400).filter(str.strip)  # fmt: skip


@settings(max_examples=40)
@given(subject=WORDS, issuer=WORDS, line=WORDS, points=st.lists(WORDS, max_size=8))
@example(subject="x" * 400, issuer="Ậ" * 400, line="W" * 400, points=["Đ" * 400])
def test_any_title_body_name_and_list_sets_within_the_page(subject, issuer, line, points):
    items = tuple(Item((Run(point),)) for point in points)
    body = (_prose(line), Block(BlockKind.LIST, items=items), _prose(line, heading=True))
    document = opened(paper(subject=subject, issuer=issuer, body=body, recipients=(f"- {line}",)))
    assert outside(document) == []


ANYTHING = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), min_size=1,
                   max_size=200).filter(str.strip)  # fmt: skip
NESTED = st.recursive(
    st.builds(lambda text: Item((Run(text),)), ANYTHING),
    lambda inner: st.builds(lambda text, items: Item((Run(text),), "a)", tuple(items)), ANYTHING, st.lists(inner)),
    max_leaves=6,
)


@settings(max_examples=40)
@given(subject=ANYTHING, issuer=ANYTHING, points=st.lists(NESTED, min_size=1, max_size=4))
def test_words_of_any_script_and_lists_in_lists_keep_the_page_and_the_standard(subject, issuer, points):
    made = official_pdf(paper(subject=subject, issuer=issuer, recipients=(f"- {issuer}",),
                              body=(Block(BlockKind.LIST, items=tuple(points)),)), PLAIN)  # fmt: skip
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert outside(pypdfium2.PdfDocument(made)) == []


@settings(max_examples=15)
@given(WORDS)
def test_composed_and_decomposed_letters_give_the_same_file(words):
    one, other = (unicodedata.normalize(form, words) for form in ("NFC", "NFD"))
    assert official_pdf(paper(subject=one), PLAIN) == official_pdf(paper(subject=other), PLAIN)


def test_a_file_for_archives_keeps_both_standards():
    made = official_pdf(paper(), PdfSettings(archive=True))
    assert b"pdfaid:part" in made
    assert b"pdfuaid:part" in made


def test_a_face_of_the_machine_is_used_where_the_site_asks():
    """A face that lacks letters of Vietnamese is passed over as a whole: a word is never set in two faces."""
    made = official_pdf(paper(), PdfSettings(face="Liberation Serif"))
    names = {_face(thing).partition("+")[2].partition("-")[0] for page in pypdfium2.PdfDocument(made)
             for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])}  # fmt: skip
    assert len(names) == 1
    assert names <= {"LiberationSerif", "Tinos", "LibertinusSerif"}


def _face(thing) -> str:
    font = pdfium.FPDFTextObj_GetFont(thing.raw)
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.value.decode()


def digest_of_sample() -> str:
    import hashlib

    return hashlib.sha256(official_pdf(paper("party"), PLAIN)).hexdigest()


PROGRAM = "from tests.drawing.test_official_pdf import digest_of_sample as d; print(d())"


@pytest.mark.parametrize("surroundings", [{"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1"},
                                          {"TZ": "America/New_York", "PYTHONHASHSEED": "77", "LANG": "C"}])  # fmt: skip
def test_every_process_time_zone_and_hash_seed_gives_the_same_bytes(surroundings):
    made = subprocess.run([sys.executable, "-c", PROGRAM], env={**os.environ, **surroundings}, capture_output=True,
                          text=True, check=True)  # fmt: skip
    assert made.stdout.strip() == digest_of_sample()


def test_a_spawned_process_makes_its_own_compiler():
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(official_pdf, (paper(), PLAIN)) == official_pdf(paper(), PLAIN)


@pytest.mark.parametrize("sign", ["😀", "中文", "\u202e", "\ufffd", "᐀"])
def test_a_sign_that_no_face_has_does_not_stop_the_paper(sign):
    """It is shown as an empty box; every other word is there."""
    assert "Nơi đây" in text_of(opened(paper(body=(_prose(f"Nơi đây {sign} là"),))))


def test_a_blank_stays_blank():
    made = replace(paper(), number="Số:       /TB-UBND", place_date="Vinh, ngày       tháng       năm      ")
    text = text_of(opened(made))
    assert "Số: /TB-UBND" in text
    assert "ngày tháng năm" in text
    assert "None" not in text


def test_an_accent_without_a_face_beside_a_sign_without_one_keeps_the_standard():
    points = (Item((Run("0" * 27 + "\u1ab0\u060d0"),)),)
    made = official_pdf(paper(body=(Block(BlockKind.LIST, items=points),)), PLAIN)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
