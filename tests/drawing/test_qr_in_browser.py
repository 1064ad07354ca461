import zxingcpp
from PIL import Image

from generator.drawing.qr import qr_matrix, qr_svg

ADDRESS = "HTTPS://KE-HOACH.EXAMPLE/Q/CQZN80/"


def test_a_code_on_a_dark_page_is_read_from_a_small_phone(browser, tmp_path):
    page = browser.new_page(viewport={"width": 320, "height": 320}, color_scheme="dark")
    svg = qr_svg(qr_matrix(ADDRESS), label="QR")
    page.set_content(f'<body style="background:#111"><div style="width:150.5px">{svg}</div>')
    page.screenshot(path=tmp_path / "page.png")
    assert page.get_by_role("img", name="QR", exact=True).count() == 1
    page.close()
    with Image.open(tmp_path / "page.png") as shot:
        assert [found.text for found in zxingcpp.read_barcodes(shot.convert("L"))] == [ADDRESS]


def test_a_picture_with_a_true_size_is_that_wide(browser):
    page = browser.new_page()
    page.set_content(qr_svg(qr_matrix(ADDRESS), label="QR", size_mm=50.8))
    assert page.locator("svg").bounding_box()["width"] == 192
    page.close()
