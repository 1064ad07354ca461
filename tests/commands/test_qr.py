"""plansite qr: the list of codes, what is to be taken down, and files for the printer that were read back."""

import csv
import io
import json
import re

import cv2
import numpy
import pypdfium2
import pytest
from PIL import Image

from generator.commands import qr as qr_commands
from generator.domain.code import code_for
from generator.drawing.qr import qr_matrix
from generator.drawing.qr.printed import FORMATS, qr_printed
from generator.drawing.qr.reading_back import texts_in
from tests.website.projects import ROOT, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
STREETS = "gop-y-duong-pho"
ADDRESS = "HTTPS://KE-HOACH.EXAMPLE/Q/CQZN80/"


def listed(*options, project=CODES):
    done = run("--project", project, "qr", *options)
    assert done.exit_code == 0, done.output
    return done.output


def test_all_codes_are_listed_with_state_address_and_smallest_size():
    rows = {row["code"]: row for row in json.loads(listed("list", "--as-of", "2026-04-20", "--format", "json"))}
    assert len(rows) == 7
    park = rows[code_for(STREETS, "cong-vien")]
    assert park["address"] == f"HTTPS://MA.EXAMPLE/Q/{park['code']}/"
    assert park["state"] == "Đang nhận góp ý"
    assert park["quantity"] == 2
    # A tenth of 4 m, and 8 modules of quiet zone around 25.
    assert park["smallest"] == -(-400 * 33 // 25)
    assert rows[code_for("gop-y-cho-dem")]["state"] == "Kế hoạch này đã hủy"
    table = listed("list", "--as-of", "2026-04-20")
    assert all(code in table for code in rows)


def test_what_still_hangs_is_listed_once_its_campaign_is_over():
    assert "Cổng công viên" not in listed("removals", "--as-of", "2026-05-31")
    rows = list(
        csv.DictReader(io.StringIO(listed("removals", "--as-of", "2026-06-01", "--format", "csv").lstrip("\ufeff")))
    )
    assert {row["Đặt tại"]: (row["Số lượng"], row["Kết thúc từ"]) for row in rows} == {
        "Cổng công viên": ("2", "2026-06-01"),
        "Nhà văn hóa khu phố 3": ("5", "2026-06-01"),
    }
    assert "Nhà văn hóa" not in listed("removals", "--as-of", "2026-06-02")


def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path):
    project = copy_of(CODES, tmp_path)
    change(project / f"plans/{STREETS}.yml", "vi: Cổng công viên", 'vi: "=HYPERLINK(1)"')
    assert "'=HYPERLINK(1)" in listed("list", "--format", "csv", project=project)


def test_files_for_the_printer_are_written_in_three_formats(tmp_path):
    listed("export", "--output", tmp_path, "cong-vien")
    names = sorted(file.name for file in tmp_path.iterdir())
    stem = f"{STREETS}-cong-vien-{code_for(STREETS, 'cong-vien')}-528mm"
    assert names == [f"{stem}.{form}" for form in ("pdf", "png", "svg")]
    address = f"HTTPS://MA.EXAMPLE/Q/{code_for(STREETS, 'cong-vien')}/"
    for file in tmp_path.iterdir():
        assert texts_in(file.read_bytes(), file.suffix[1:]) == {address}


def test_a_file_that_does_not_read_is_not_handed_out(tmp_path, monkeypatch):
    def damaged(_matrix, form, **how):
        return qr_printed(qr_matrix("another text"), form, **how)

    monkeypatch.setattr(qr_commands, "qr_printed", damaged)
    done = run("--project", CODES, "qr", "export", "--output", tmp_path / "out")
    assert done.exit_code == 2
    assert "không đọc lại được" in done.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_values_give_the_same_bytes(form):
    matrix = qr_matrix(ADDRESS)
    one, other = (qr_printed(matrix, form, size_mm=64, lines=("a.example/Q/CQZN80", "Hotline")) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("size", [19, 64, 528])
def test_the_physical_size_is_in_the_file(size):
    made = {
        form: qr_printed(qr_matrix(ADDRESS), form, size_mm=size, lines=("a.example/Q/CQZN80", "Đường dây nóng: 1900"))
        for form in FORMATS
    }
    page = pypdfium2.PdfDocument(made["pdf"])[0]
    assert page.get_width() * 25.4 / 72 == pytest.approx(size, abs=0.1)
    text = page.get_textpage().get_text_bounded()
    assert "a.example/Q/CQZN80" in text
    assert "Đường dây nóng: 1900" in text
    width = re.search(rb'width="([\d.]+)(pt|mm)"', made["svg"])
    millimetres = float(width[1]) * (25.4 / 72 if width[2] == b"pt" else 1)
    assert millimetres == pytest.approx(size, abs=0.1)
    with Image.open(io.BytesIO(made["png"])) as image:
        assert image.width / image.info["dpi"][0] * 25.4 == pytest.approx(size, rel=0.01)


@pytest.mark.parametrize("form", FORMATS)
def test_both_readers_read_what_goes_to_the_printer(form, browser):
    made = qr_printed(qr_matrix(ADDRESS), form, size_mm=64, lines=("ke-hoach.example/Q/CQZN80",))
    assert texts_in(made, form) == {ADDRESS}
    if form == "pdf":
        grey = numpy.array(pypdfium2.PdfDocument(made)[0].render(scale=4).to_pil().convert("L"))
    elif form == "png":
        grey = numpy.array(Image.open(io.BytesIO(made)).convert("L"))
    else:
        page = browser.new_page(viewport={"width": 500, "height": 500})
        page.set_content(f'<body style="margin:40px;background:#fff">{made.decode()}')
        grey = numpy.array(Image.open(io.BytesIO(page.screenshot())).convert("L"))
        page.close()
    read, *_ = cv2.QRCodeDetectorAruco().detectAndDecode(cv2.copyMakeBorder(grey, 40, 40, 40, 40, 0, value=255))
    assert read == ADDRESS
