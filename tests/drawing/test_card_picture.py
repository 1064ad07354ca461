"""The card of a link, read back: its size, its bytes, where its letters stand, and that it is the same everywhere."""

import hashlib
import io
import os
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor, ImageStat

from generator.domain.colour import accent, contrast, readable_on
from generator.drawing.card_picture import MOST_BYTES, TEMPLATE, _data, _pixels, _without_profile, card_png
from generator.drawing.typst import signs_without_face, typeset
from generator.share_card import HEIGHT, WIDTH, CardFact, ShareCard
from tests.drawing.papers import TONES, VOWELS

LETTERS = unicodedata.normalize("NFC", " ".join(v + t for v in f"{VOWELS}{VOWELS.upper()}" for t in TONES) + " đ Đ")
LONG = (
    "Tuyên truyền, vận động nhân dân tham gia xây dựng nông thôn mới, đô thị văn minh và chỉnh trang đường phố, "
    "vỉa hè, công viên, cây xanh trên địa bàn thành phố Ví Dụ giai đoạn 2025-2030, tầm nhìn đến năm 2045"
)
SHADES = accent("#9a3412")


def card(**changes: object) -> ShareCard:
    return replace(
        ShareCard(
            language="vi",
            kicker="Chương trình · thành phố Ví Dụ",
            title="Góp ý về đường phố và vỉa hè",
            facts=(
                CardFact(label="Thời gian nhận góp ý", text="từ ngày 01/3/2026 đến ngày 31/5/2026"),
                CardFact(label="Cơ quan ban hành", text="Ban Thường vụ Thành ủy"),
            ),
            site="Kế hoạch của thành phố · ke-hoach.example",
            marks=("Dự thảo", "Trang minh hoạ"),
            accent=SHADES.light,
            ink=readable_on(SHADES.light),
            tint=SHADES.light_tint,
        ),
        **changes,
    )


LONGEST = card(
    title=f"{LONG}; {LONG}",
    kicker=LONG,
    facts=(CardFact(label="Thời gian", text=LONG), CardFact(label="Cơ quan", text=LONG)),
    site=LONG,
)
CARDS = {
    "usual": card(),
    "long": card(title=LONG),
    "longest": LONGEST,
    "one word": card(title="Đại-hội-" * 30),
    "one letter": card(title="Y", facts=(), marks=(), kicker="K", site="S"),
    "letters": card(title=LETTERS),
}
each_card = pytest.mark.parametrize("one", CARDS.values(), ids=CARDS.keys())


def picture_of(one: ShareCard) -> Image.Image:
    return Image.open(io.BytesIO(card_png(one)))


def placed(one: ShareCard) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Give every sign of a card with its box (left, top, right, bottom) in pixels, before it becomes pixels."""
    document = pypdfium2.PdfDocument(typeset(TEMPLATE, _data(one)))
    assert len(document) == 1
    text = document[0].get_textpage()
    boxes = ((text.get_text_range(n, 1), text.get_charbox(n)) for n in range(text.count_chars()))
    return [(sign, (a, HEIGHT - d, c, HEIGHT - b)) for sign, (a, b, c, d) in boxes if sign.strip("\u200b \r\n\xad")]


@each_card
def test_a_card_is_a_png_of_1200_by_630_under_120_kb(one):
    made = card_png(one)
    assert len(made) < MOST_BYTES == 120_000
    with Image.open(io.BytesIO(made)) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
        # Nothing shines through: some networks lay cards on black.
        assert picture.convert("RGBA").getextrema()[3] == (255, 255)


@each_card
def test_all_words_stand_whole_within_the_card(one):
    signs = placed(one)
    for sign, (left, top, right, bottom) in signs:
        assert 100 <= left <= right <= WIDTH - 60, sign
        assert 40 <= top <= bottom <= HEIGHT - 4, sign
    # PDFium tells a hyphen at the end of a line as U+FFFE.
    shown = unicodedata.normalize("NFC", "".join(sign for sign, _ in signs)).replace("\ufffe", "-")
    for words in (one.kicker, one.title, *(fact.text for fact in one.facts), *one.marks, one.site):
        assert "".join(words.split()) in shown


@settings(max_examples=25)
@given(st.text(st.sampled_from("ẪỵđĐgW i-“”.,/"), min_size=1, max_size=400).filter(str.strip))
@example("Ễ" * 400)
def test_no_title_leaves_its_room(title):
    # Between the line above it and the ground of the facts.
    title_signs = [box for sign, box in placed(card(title=title, kicker="", site="", facts=(), marks=())) if sign]
    assert all(
        left >= 100 and right <= 1137 and top >= 100 and bottom <= 426 for left, top, right, bottom in title_signs
    )


def test_a_short_title_is_larger_than_a_long_one():
    def height(title):
        return max(box[3] - box[1] for sign, box in placed(card(title=title)) if sign == "Q")

    assert height("Quảng trường") > 1.5 * height(f"Quảng trường: {LONG}")


@pytest.mark.parametrize("colour", ["#9a3412", "#ffe600", "#000000", "#ffffff", "#1d4ed8", "#8a8a8a"])
def test_plain_colours_stay_as_they_are(colour):
    shades = accent(colour)
    picture = picture_of(card(accent=shades.light, ink=readable_on(shades.light), tint=shades.light_tint))
    assert picture.mode == "P"
    for place, wanted in (((600, 10), "#fffdf9"), ((10, 500), shades.light_tint), ((10, 620), shades.light)):
        assert picture.convert("RGB").getpixel(place) == ImageColor.getrgb(wanted)


@each_card
def test_nobody_sees_that_a_card_has_few_colours(one):
    drawn = _pixels(typeset(TEMPLATE, _data(one)))
    apart = ImageStat.Stat(ImageChops.difference(drawn, picture_of(one).convert("RGB")))
    assert max(apart.rms) < 3
    assert max(most for _, most in apart.extrema) < 24


def test_the_colours_that_are_drawn_are_those_of_the_profile():
    pdf = typeset(TEMPLATE, _data(card()))
    document = pypdfium2.PdfDocument(pdf)
    assert b"/ICCBased" in pdf
    assert b"/ICCBased" not in _without_profile(pdf)
    assert document[0].render(scale=1, rev_byteorder=True).to_pil() == _pixels(pdf)


def test_a_sign_that_no_face_has_keeps_no_card_from_being_drawn():
    assert card_png(card(title="Góp ý 中 về phố")) == card_png(card(title="Góp ý □ về phố"))


@pytest.mark.parametrize("colour", ["#9a3412", "#ffe600", "#000000", "#ffffff", "#1d4ed8"])
def test_the_colours_of_a_card_can_be_read(colour):
    shades = accent(colour)
    assert contrast(shades.light, "#fffdf9") >= 4.5
    assert contrast(readable_on(shades.light), shades.light) >= 4.5
    assert contrast("#1c1917", shades.light_tint) >= 7
    assert contrast("#57534e", shades.light_tint) >= 4.5


PROGRAM = """
import hashlib, sys
from tests.drawing.test_card_picture import CARDS
from generator.drawing.card_picture import card_png
print(hashlib.sha256(b"".join(map(card_png, CARDS.values()))).hexdigest())
"""


def test_another_process_elsewhere_gives_the_same_bytes():
    settings = {**os.environ, "TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=settings, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(b"".join(map(card_png, CARDS.values()))).hexdigest()


def test_a_word_in_pieces_is_the_same_card():
    assert card_png(card(title=unicodedata.normalize("NFD", "Góp ý\n về phố"))) == card_png(card(title="Góp ý về phố"))


def test_signs_that_no_face_has_are_told():
    assert signs_without_face("Góp ý 中 về 😀 phố → ✓ ₫") == {"中", "😀"}
    assert signs_without_face(LETTERS) == frozenset()
