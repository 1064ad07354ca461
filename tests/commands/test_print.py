"""plansite print: a ZIP for the print shop, read back, described, and on record."""

import csv
import io
import re
import shutil
import zipfile

import pypdfium2
import pytest

from generator.commands import print_order, printing
from generator.domain.code import code_for
from generator.drawing import typst
from generator.drawing.print_sheet import print_pdf
from generator.drawing.qr.reading_back import texts_in
from generator.print_format_file import PRINT_FORMATS
from generator.print_kit import print_formats
from generator.reading.project import read_project
from generator.reading.rules.print_formats import check_print_formats
from tests.website.projects import ROOT, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
STREETS = "gop-y-duong-pho"
DAY = "2026-04-20"
SHEETS = {"phieu-dat-in.csv", "phieu-dat-in.txt"}
POSTS = ("-zalo-vi.txt", "-zalo-en.txt", "-facebook-vi.txt", "-facebook-en.txt")


@pytest.fixture
def project(tmp_path):
    return copy_of(CODES, tmp_path)


def printed(project, *options, plan=STREETS, status=0):
    done = run("--project", project, "print", plan, "--as-of", DAY, *options)
    assert done.exit_code == status, done.output
    return done.output


def only_zip(folder) -> dict[str, bytes]:
    (file,) = folder.iterdir()
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rows(files):
    return list(csv.DictReader(io.StringIO(files["phieu-dat-in.csv"].decode("utf-8-sig"))))


def codes_on_record(project):
    return {one.code: one.printed for one in read_project(project).project.published.codes}


def test_a_plan_s_kit_has_every_format_and_a_sheet_about_them(project):
    printed(project)
    files = only_zip(project / "in-an")
    pieces = {f"{STREETS}-{name}-vi.pdf" for name in print_formats()}
    assert set(files) == pieces | SHEETS | {STREETS + post for post in POSTS}
    address = f"HTTPS://MA.EXAMPLE/Q/{code_for(STREETS)}/"
    for name in pieces:
        assert texts_in(files[name], "pdf", 2500) == {address}
    by_file = {row["Tệp"]: row for row in rows(files)}
    assert set(by_file) == pieces
    banner = by_file[f"{STREETS}-banner-vi.pdf"]
    assert banner["Khổ thành phẩm (mm)"] == banner["Khổ trang PDF (mm)"] == "3000 × 900"
    assert banner["Số lượng"] == "chưa ghi"
    assert by_file[f"{STREETS}-sticker-vi.pdf"]["Số sản phẩm trên một tờ"] == "8"
    text = files["phieu-dat-in.txt"].decode()
    assert all(name in text for name in pieces)


def test_a_placement_has_its_format_its_quantity_and_a_code_for_its_distance(project):
    printed(project, "--placement", "cong-vien", "--placement", "nha-van-hoa", "--crop-marks")
    files = only_zip(project / "in-an")
    banner, poster = f"{STREETS}-cong-vien-banner-vi.pdf", f"{STREETS}-nha-van-hoa-poster-a3-vi.pdf"
    own = (f"{STREETS}-{place}" for place in ("cong-vien", "nha-van-hoa"))
    assert set(files) == {banner, poster} | SHEETS | {name + post for name in own for post in POSTS}
    by_file = {row["Tệp"]: row for row in rows(files)}
    assert by_file[banner]["Số lượng"] == "2"
    assert by_file[banner]["Đặt tại"] == "Cổng công viên"
    # 4 m: the code is 400 mm wide, 25 modules, with 8 more of quiet zone.
    assert by_file[banner]["Bề rộng mã QR (mm)"] == "528"
    assert by_file[banner]["Khổ trang PDF (mm)"] == "3020 × 920"
    assert pypdfium2.PdfDocument(files[banner])[0].get_width() == pytest.approx(3020 * 72 / 25.4, abs=0.1)
    assert texts_in(files[banner], "pdf", 2000) == {f"HTTPS://MA.EXAMPLE/Q/{code_for(STREETS, 'cong-vien')}/"}


def test_what_was_printed_is_on_record_and_a_trial_is_not(project):
    printed(project, "--placement", "to-roi", "--no-record")
    assert not (project / "plans/published.yml").exists()
    output = printed(project, "--placement", "to-roi")
    code = code_for(STREETS, "to-roi")
    assert f"{code}: đã in ngày {DAY}" in output or f"{code}  HTTPS" in output
    entry = codes_on_record(project)[code]
    assert entry.on.isoformat() == DAY
    assert entry.where == "Tờ rơi phát tại nhà"
    assert codes_on_record(project)[code_for(STREETS)] is None


def test_both_languages_stand_on_one_piece(project):
    printed(project, "--format", "poster-a3", "--language", "both", "--output", project / "out")
    files = only_zip(project / "out")
    page = pypdfium2.PdfDocument(files[f"{STREETS}-poster-a3-vi-en.pdf"])[0].get_textpage().get_text_bounded()
    flat = " ".join(page.split())
    assert "Quét mã" in flat
    assert "Scan to" in flat
    assert "Góp ý đường phố" in flat
    assert "Views on streets" in flat


def test_the_same_order_gives_the_same_zip(project):
    made = []
    for name in ("one", "other"):
        printed(project, "--format", "sticker", "--format", "poster-a4", "--output", project / name)
        made.append(next((project / name).iterdir()).read_bytes())
    assert made[0] == made[1]


def test_a_shop_is_told_the_colours_and_may_ask_for_inks_alone(project):
    printed(project, "--format", "poster-a4", "--no-record", "--output", project / "rgb")
    printed(project, "--format", "poster-a4", "--no-record", "--cmyk", "--output", project / "cmyk")
    exact, inks = only_zip(project / "rgb"), only_zip(project / "cmyk")
    assert rows(exact)[0]["Màu"].startswith("RGB")
    assert rows(inks)[0]["Màu"].startswith("CMYK")
    name = f"{STREETS}-poster-a4-vi.pdf"
    assert exact[name] != inks[name]


def test_a_code_that_does_not_read_is_not_handed_out(project, monkeypatch):
    def damaged(piece, form, finish):
        from dataclasses import replace

        return print_pdf(replace(piece, address="HTTPS://ANOTHER.EXAMPLE/"), form, finish)

    monkeypatch.setattr(print_order, "print_pdf", damaged)
    assert "không đọc lại được" in printed(project, "--format", "poster-a4", status=2)
    assert not (project / "in-an").exists()
    assert not (project / "plans/published.yml").exists()


def test_a_code_too_small_for_its_distance_is_told(project):
    output = printed(project, "--placement", "cong-vien", "--format", "poster-a4")
    assert "chỉ đọc được từ 0,9 m, gần hơn 4 m" in output
    assert rows(only_zip(project / "in-an"))[0]["Quét được từ (m)"] == "0,9"


@pytest.mark.parametrize(
    ("plan", "options", "said"),
    [
        ("khong-co", (), "Không có kế hoạch công khai"),
        (STREETS, ("--placement", "khong-co"), "Không có nơi đặt"),
    ],
)
def test_what_is_not_there_is_said(project, plan, options, said):
    assert said in printed(project, *options, plan=plan, status=2)


def test_a_placement_on_a_screen_needs_a_format_to_be_named(project):
    change(project / f"plans/{STREETS}.yml", "medium: handout", "medium: screen")
    assert "--format" in printed(project, "--placement", "to-roi", status=2)


def test_a_spreadsheet_takes_no_cell_of_the_sheet_for_a_formula(project):
    change(project / f"plans/{STREETS}.yml", "vi: Cổng công viên", 'vi: "=HYPERLINK(1)"')
    printed(project, "--placement", "cong-vien")
    assert rows(only_zip(project / "in-an"))[0]["Đặt tại"] == "'=HYPERLINK(1)"


def test_a_format_whose_file_is_wrong_is_told_by_its_field_and_line(project, monkeypatch, tmp_path):
    shutil.copytree(PRINT_FORMATS, tmp_path / "formats")
    file = tmp_path / "formats" / "standee.yml"
    change(file, "least: 380, ", "")
    monkeypatch.setattr(printing, "check_print_formats", lambda: check_print_formats(tmp_path / "formats"))
    said = printed(project, status=2)
    assert "standee.yml:7:1" in said
    assert "code.least" in said
    assert not (project / "in-an").exists()


def test_a_layout_that_does_not_draw_is_told_with_its_line_and_nothing_is_written(project, monkeypatch, tmp_path):
    shutil.copytree(PRINT_FORMATS, tmp_path / "print")
    change(tmp_path / "print" / "tall.typ", "#sheet({", "#sheet({\n  nonsense(1)")
    monkeypatch.setattr(typst, "_FOLDER", tmp_path)
    for remembered in (typst._compiler, print_pdf):
        remembered.cache_clear()
    said = printed(project, "--format", "standee", status=2)
    monkeypatch.undo()
    typst._compiler.cache_clear()
    assert "tall.typ" in said
    assert re.search(r"tall\.typ:1\d:2", said)
    assert "nonsense" in said
    assert not (project / "in-an").exists()


@pytest.mark.parametrize(("plan", "over"), [(STREETS, False), ("gop-y-cho-dem", True)])
def test_a_campaign_that_is_over_is_told_and_still_printed(project, plan, over):
    said = printed(project, "--format", "poster-a4", "--no-record", plan=plan)
    assert ("không nên treo" in said) == over
    assert len(list((project / "in-an").iterdir())) == 1


def test_the_last_day_of_a_campaign_is_not_over(project):
    options = ("--format", "poster-a4", "--no-record")
    last = run("--project", project, "print", STREETS, "--as-of", "2026-05-31", *options)
    after = run("--project", project, "print", STREETS, "--as-of", "2026-06-01", *options)
    assert "không nên treo" not in last.output
    assert "không nên treo" in after.output
