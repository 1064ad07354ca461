import struct
import xml.etree.ElementTree as ET
from io import BytesIO

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from qrcode import QRCode, util

from generator.drawing.qr import QUIET_ZONE, QrMatrix, qr_matrix, qr_png, qr_svg, smallest_print_mm
from generator.drawing.qr.mask import MASKS, as_bits, penalty
from generator.drawing.qr.printed import qr_printed
from generator.drawing.qr.segments import segments

ADDRESS = "HTTPS://KE-HOACH.EXAMPLE/Q/CQZN80/"
SVG = "{http://www.w3.org/2000/svg}"

addresses = st.from_regex(r"https://[a-z]{1,20}\.example/([a-z-]{1,12}/)?Q/[0-9A-Z]{6}/", fullmatch=True)
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60)


def pixels_of(matrix: QrMatrix, module_px: int = 6) -> np.ndarray:
    framed = np.pad(~np.array(list(matrix.rows())), QUIET_ZONE, constant_values=True)
    return np.kron(framed, np.ones((module_px, module_px))).astype(np.uint8) * 255


def pixels_of_svg(svg: str, module_px: int = 6) -> np.ndarray:
    """Paint the bars of the picture's one path, as a browser would at `module_px` pixels a unit."""
    root = ET.fromstring(svg)
    width = int(root.get("viewBox").split()[2])
    image = np.full((width, width), 255, np.uint8)
    for bar in root.findall(f"{SVG}path")[1].get("d").split("M")[1:]:
        corner, length = bar.split("h")[0], bar.split("h")[1].split("v")[0]
        column, row = map(int, corner.split())
        image[row, column : column + int(length)] = 0
    return np.kron(image, np.ones((module_px, module_px), np.uint8))


def read_by_zxing(image: np.ndarray) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def read_by_opencv(image: np.ndarray) -> str:
    return cv2.QRCodeDetectorAruco().detectAndDecode(image)[0]


def library_code(text: str, mask: int, level: int = 3) -> QRCode:
    code = QRCode(error_correction=level, mask_pattern=mask)
    code.add_data(text, optimize=0)
    code.make()
    return code


@given(addresses)
@settings(max_examples=40, deadline=None)
def test_two_readers_read_the_address_out_of_the_svg(address):
    image = pixels_of_svg(qr_svg(qr_matrix(address), label="x"))
    assert read_by_zxing(image) == [address]
    assert read_by_opencv(image) == address


@given(addresses)
@settings(max_examples=40, deadline=None)
def test_two_readers_read_the_address_out_of_the_png(address):
    image = np.array(Image.open(BytesIO(qr_png(qr_matrix(address), module_px=6))).convert("L"))
    assert read_by_zxing(image) == [address]
    assert read_by_opencv(image) == address


@given(texts, st.sampled_from("LMQH"))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_back(text, level):
    found = zxingcpp.read_barcodes(pixels_of(qr_matrix(text, level)))
    assert [one.bytes for one in found] == [text.encode()]


def test_error_correction_is_q_unless_asked_otherwise():
    assert zxingcpp.read_barcodes(pixels_of(qr_matrix(ADDRESS)))[0].ec_level == "Q"
    assert zxingcpp.read_barcodes(pixels_of(qr_matrix(ADDRESS, "H")))[0].ec_level == "H"


def test_an_address_in_capitals_is_one_alphanumeric_segment():
    assert [segment.mode for segment in segments(ADDRESS, 9)] == [util.MODE_ALPHA_NUM]


def test_an_address_in_capitals_makes_a_smaller_code():
    assert qr_matrix(ADDRESS).version < qr_matrix(ADDRESS.lower()).version


def test_a_folder_in_small_letters_costs_bytes_only_for_itself():
    pieces = segments("HTTPS://TRANG.EXAMPLE/ke-hoach/Q/CQZN80/", 9)
    assert [piece.data for piece in pieces] == [b"HTTPS://TRANG.EXAMPLE/", b"ke-hoach", b"/Q/CQZN80/"]


@given(st.text("0123ABC:/xyz", min_size=1, max_size=60), st.sampled_from([9, 26, 40]))
def test_segments_put_together_are_the_text_and_never_more_bits_than_one_segment(text, version):
    pieces = segments(text, version)
    assert b"".join(piece.data for piece in pieces).decode() == text
    assert bits_of(pieces, version) <= bits_of([util.QRData(text)], version)


def bits_of(pieces: list[util.QRData], version: int) -> int:
    buffer = util.BitBuffer()
    for piece in pieces:
        buffer.put(piece.mode, 4)
        buffer.put(len(piece), util.length_in_bits(piece.mode, version))
        piece.write(buffer)
    return len(buffer)


@pytest.mark.parametrize(("length", "version"), [(29, 2), (30, 3), (189, 9), (190, 10), (1094, 26), (1095, 27)])
def test_the_version_is_the_smallest_that_holds_the_text(length, version):
    assert qr_matrix("A" * length).version == version


@pytest.mark.parametrize("text", ["", "A" * 2421])
def test_no_code_for_an_empty_text_or_one_too_long(text):
    with pytest.raises(ValueError, match=r"an empty text|too long"):
        qr_matrix(text)


@given(st.text("ABCXYZ019/:.", min_size=1, max_size=120), st.sampled_from(MASKS))
@settings(max_examples=60, deadline=None)
def test_the_penalty_of_a_mask_is_what_the_library_counts(text, mask):
    modules = library_code(text, mask).modules
    assert penalty(as_bits(modules), len(modules)) == util.lost_point(modules)


@pytest.mark.parametrize("text", [ADDRESS, "HTTPS://VINH.EXAMPLE/Q/R83ZGW/", "A" * 200, "A" * 900])
def test_the_mask_is_the_one_with_the_least_penalty(text):
    masked = [library_code(text, mask).modules for mask in MASKS]
    best = min(masked, key=util.lost_point)
    assert qr_matrix(text) == QrMatrix(len(best), as_bits(best))


def test_the_finder_pattern_stands_in_three_corners():
    matrix = qr_matrix(ADDRESS)
    last = matrix.size - 1
    assert matrix.dark(0, 0)
    assert matrix.dark(0, last)
    assert matrix.dark(last, 0)
    assert not matrix.dark(1, 1)


def test_an_svg_is_black_on_white_with_a_quiet_zone_of_four_modules():
    matrix = qr_matrix(ADDRESS)
    image = pixels_of_svg(qr_svg(matrix, label="x"), module_px=1)
    assert image.shape == (matrix.size + 8, matrix.size + 8)
    rows, columns = np.nonzero(image == 0)
    assert {rows.min(), columns.min()} == {4}
    assert {rows.max(), columns.max()} == {matrix.size + 3}


def test_an_svg_names_itself_and_keeps_markup_in_its_name_as_text():
    root = ET.fromstring(qr_svg(qr_matrix(ADDRESS), label='Mã QR "góp ý" <b>&'))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == 'Mã QR "góp ý" <b>&'


def test_an_svg_uses_no_style_that_a_security_policy_would_refuse():
    assert "style" not in qr_svg(qr_matrix(ADDRESS), label="x", size_mm=40)


def test_an_svg_has_its_true_size_where_asked():
    root = ET.fromstring(qr_svg(qr_matrix(ADDRESS), label="x", size_mm=37.5))
    assert (root.get("width"), root.get("height")) == ("37.5mm", "37.5mm")
    assert ET.fromstring(qr_svg(qr_matrix(ADDRESS), label="x")).get("width") is None


@pytest.mark.parametrize("module_px", [1, 3, 8, 13])
def test_a_png_holds_the_modules_in_one_bit_a_pixel(module_px):
    matrix = qr_matrix(ADDRESS)
    image = Image.open(BytesIO(qr_png(matrix, module_px=module_px)))
    assert image.mode == "1"
    assert np.array_equal(np.array(image.convert("L")), pixels_of(matrix, module_px))


def test_a_png_says_how_large_it_is_to_be_printed():
    png = qr_png(qr_matrix(ADDRESS), size_mm=40, module_px=10)
    per_metre, _, unit = struct.unpack(">IIB", png[png.index(b"pHYs") + 4 :][:9])
    assert unit == 1
    assert 370 / per_metre * 1000 == pytest.approx(40, rel=1e-3)
    assert b"pHYs" not in qr_png(qr_matrix(ADDRESS))


def test_pictures_are_the_same_bytes_each_time():
    assert qr_png(qr_matrix(ADDRESS), size_mm=40) == qr_png(qr_matrix(ADDRESS), size_mm=40)
    assert qr_svg(qr_matrix(ADDRESS), label="x") == qr_svg(qr_matrix(ADDRESS), label="x")


@given(st.floats(0.05, 50))
def test_a_printed_code_is_a_tenth_of_its_distance_and_no_module_under_half_a_millimetre(distance_m):
    matrix = qr_matrix(ADDRESS)
    module_mm = smallest_print_mm(matrix, distance_m) / (matrix.size + 2 * QUIET_ZONE)
    assert module_mm >= 0.5
    assert module_mm * matrix.size >= distance_m * 100 * (1 - 1e-6)


def test_a_code_seen_from_one_metre_is_printed_at_128_mm():
    assert smallest_print_mm(qr_matrix(ADDRESS), 1) == 128


def test_a_code_in_the_hand_is_as_small_as_its_modules_allow():
    assert smallest_print_mm(qr_matrix(ADDRESS), 0.1) == 19


def test_a_printed_svg_is_shapes_alone_with_a_name_and_its_true_size():
    lines = ("ma.example/Q/A&B", "Hotline: 1900 0000")
    root = ET.fromstring(qr_printed(qr_matrix(ADDRESS), "svg", size_mm=66, lines=lines))
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert tags <= {"svg", "title", "g", "path", "use", "defs", "symbol"}
    assert not [node for node in root.iter() if "style" in node.attrib]
    assert root[0].text == lines[0]
    assert float(root.get("width").removesuffix("pt")) == pytest.approx(66 * 72 / 25.4, abs=0.01)
