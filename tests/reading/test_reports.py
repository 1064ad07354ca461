"""The cells of a spreadsheet: what is right becomes a report, what is wrong is told by sheet and cell."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.commands.problems import sentence
from generator.commands.results import headings
from generator.domain.reported import TargetReport, TaskReport
from generator.reading.project import read_project
from generator.reading.reports import read_reports
from generator.reading.tables import Table, TableCell, read_tables
from generator.wording import load_strings

SITE = Path(__file__).parent.parent / "sites/with-results"
PLANS = {plan.id: plan for plan in read_project(SITE).project.plans}
CAMPAIGN, CEREMONY = PLANS["tan-an-gop-y-hien-ke"], PLANS["long-khanh-chinh-quyen-than-thien"]


def table(*rows, name="Trang 1"):
    cells = (tuple(TableCell(name, r, c, v) for c, v in enumerate(row, 1)) for r, row in enumerate(rows, 1))
    return Table(name, tuple(cells))


def read(plan, *rows):
    return read_reports("bang.xlsx", [table(*rows)], plan, headings())


TASKS = ("Mã", "Ngày hoàn thành", "Minh chứng", "Địa chỉ trang")
TARGETS = ("id", "date", "value", "words", "source", "metric")


def test_a_row_of_a_task_becomes_a_report():
    found = read(CAMPAIGN, ("Hướng dẫn",), TASKS, ("tong-ket", "20/8/2024", " Báo cáo\n số 1 ", "https://a.vn/b"))
    assert found.problems == ()
    assert found.reports == (
        TaskReport(item="tong-ket", done_on=date(2024, 8, 20), evidence="Báo cáo số 1", link="https://a.vn/b"),
    )


def test_a_row_of_a_target_becomes_a_report():
    found = read(CEREMONY, TARGETS, ("chi-tieu-1", "2024-12-31", "93,5 %", "", "Báo cáo", "1"))
    assert found.problems == ()
    expected = TargetReport(item="chi-tieu-1", date=date(2024, 12, 31), value=Decimal("93.5"), source="Báo cáo")
    assert found.reports == (expected,)


def test_empty_cells_say_nothing():
    assert read(CAMPAIGN, TASKS, ("tong-ket", None, "", " "), (None,) * 4) == read(CAMPAIGN, TASKS)


@pytest.mark.parametrize(
    ("plan", "rows", "code", "cell"),
    [
        (CAMPAIGN, (TASKS, ("tong-ket", "31/2/2024", "", "")), "sheet_day", "B2"),
        (CAMPAIGN, (TASKS, ("tong-ket", "tháng 8", "", "")), "sheet_day", "B2"),
        (CAMPAIGN, (TASKS, ("tong-ket", "", "Báo cáo", "")), "sheet_needs_done_on", "C2"),
        (CAMPAIGN, (TASKS, ("tong-ket", "1/8/2024", "", "javascript:x")), "sheet_link", "D2"),
        (CAMPAIGN, (TASKS, ("tong-kett", "1/8/2024", "", "")), "sheet_item_unknown", "A2"),
        (CAMPAIGN, (TASKS, ("", "1/8/2024", "", "")), "sheet_item_missing", "A2"),
        (CAMPAIGN, (TASKS, ("tong-ket", "1/8/2024"), ("tong-ket", "2/8/2024")), "sheet_twice", "A3"),
        (CAMPAIGN, (TARGETS, ("tong-ket", "1/8/2024")), "sheet_not_of_a_task", "B2"),
        (CAMPAIGN, (("plan", *TASKS), ("khac", "tong-ket", "1/8/2024")), "sheet_other_plan", "A2"),
        (CEREMONY, (TASKS, ("chi-tieu-1", "1/8/2024")), "sheet_not_of_a_target", "B2"),
        (CEREMONY, (TARGETS, ("chi-tieu-1", "1/8/2024", "nhiều")), "sheet_number", "C2"),
        (CEREMONY, (TARGETS, ("chi-tieu-1", "1/8/2024", "1.000")), "sheet_number_ambiguous", "C2"),
        (CEREMONY, (TARGETS, ("chi-tieu-1", "1/8/2024", Decimal(2) / 3)), "sheet_number_long", "C2"),
        (CEREMONY, (TARGETS, ("chi-tieu-1", "", 93)), "sheet_needs_date", "B2"),
        (CEREMONY, (TARGETS, ("chi-tieu-1", "1/8/2024", "", "", "Báo cáo")), "sheet_needs_value", "C2"),
        (CEREMONY, (TARGETS, ("chi-tieu-1", "1/8/2024", 93, "", "", 2)), "sheet_metric", "F2"),
        (CEREMONY, (("a", "b"), ("c", "d")), "sheet_no_heading", None),
    ],
)
def test_a_wrong_cell_is_told_by_its_name(plan, rows, code, cell):
    found = read(plan, *rows)
    assert [problem.code for problem in found.problems] == [code]
    words = sentence(found.problems[0], load_strings("vi"))
    assert cell is None or (cell in words and "Trang 1" in words)


def test_all_mistakes_are_told_at_once():
    rows = (("tong-ket", "x"), ("phat-dong", "y"))
    assert len(read(CAMPAIGN, TASKS, *rows).problems) == 2


VALUES = st.none() | st.text(max_size=12) | st.decimals(allow_nan=False, allow_infinity=False) | st.dates()


@given(st.lists(st.lists(VALUES, max_size=6), max_size=5))
def test_any_cells_give_reports_or_problems(rows):
    found = read(CEREMONY, TARGETS, *rows)
    assert all(report.item in {"chi-tieu-1", "kinh-phi"} for report in found.reports)


def test_a_workbook_is_read_as_people_see_it(tmp_path):
    book = Workbook()
    page = book.active
    page.append(["Mã", "Giá trị", "Ngày của kết quả"])
    page.append(["chi-tieu-1", 0.945, date(2024, 12, 31)])
    page["B2"].number_format = "0.0%"
    book.save(tmp_path / "a.xlsx")
    found = read_reports("a.xlsx", read_tables(tmp_path / "a.xlsx").tables, CEREMONY, headings())
    assert found.problems == ()
    assert (found.reports[0].value, found.reports[0].date) == (Decimal("94.5"), date(2024, 12, 31))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_of_any_office_is_read(tmp_path, delimiter):
    rows = (("Mã", "Giá trị", "Ngày của kết quả"), ("chi-tieu-1", "93", "31/12/2024"))
    text = "\r\n".join(delimiter.join(row) for row in rows)
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    found = read_reports("a.csv", read_tables(tmp_path / "a.csv").tables, CEREMONY, headings())
    assert [report.value for report in found.reports] == [93]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"no workbook", "sheet_unreadable"),
        ("a.xlsx", b"PK\x03\x04", "sheet_unreadable"),
        ("a.csv", "Mã;Ngày".encode("utf-16"), "sheet_not_utf8"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    assert [problem.code for problem in read_tables(tmp_path / name).problems] == [code]


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as parts, parts.open("x", "w") as part:
        for _ in range(210):
            part.write(bytes(1_000_000))
    assert [problem.code for problem in read_tables(tmp_path / "a.xlsx").problems] == ["sheet_too_large"]
