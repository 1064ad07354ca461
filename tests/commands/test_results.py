"""The spreadsheet goes out, comes back filled in, and ends up in the plan as people wrote it."""

import shutil
from datetime import datetime

import pytest
from openpyxl import load_workbook

from generator.reading.project import read_project
from tests.website.projects import ROOT, run

SITE = ROOT / "tests/sites/with-results"
PLAN, CEREMONY = "tan-an-gop-y-hien-ke", "long-khanh-chinh-quyen-than-thien"


@pytest.fixture
def project(tmp_path):
    return shutil.copytree(SITE, tmp_path / "project")


def template(project, plan, *, language="vi"):
    sheet = project.parent / f"{plan}.xlsx"
    done = run("--project", project, "results", "template", plan, "--output", sheet, language=language)
    assert done.exit_code == 0, done.output
    return sheet


def fill(sheet, values):
    """Write values by (sheet, id, heading)."""
    book = load_workbook(sheet)
    for (name, item, heading), value in values.items():
        page = book[name]
        column = next(cell.column for cell in page[2] if cell.value == heading)
        row = next(cell[0].row for cell in page.iter_rows(min_row=3) if item in [one.value for one in cell])
        page.cell(row, column).value = value
    book.save(sheet)


def import_(project, sheet, *options):
    return run("--project", project, "results", "import", sheet, *options)


def test_the_template_has_every_task_and_target_and_opens_only_what_is_to_be_filled_in(project):
    book = load_workbook(template(project, CEREMONY))
    assert book.sheetnames == ["Nhiệm vụ", "Chỉ tiêu"]
    targets = book["Chỉ tiêu"]
    row = {cell.value: targets.cell(3, cell.column) for cell in targets[2]}
    assert (row["Mã"].value, row["Mức đặt ra"].value) == ("chi-tieu-1", "trên 95%")
    assert row["Giá trị"].value is None
    assert row["Mã"].protection.locked
    assert not row["Giá trị"].protection.locked
    assert targets.protection.sheet
    assert {rule.type for rule in targets.data_validations.dataValidation} == {"date", "decimal"}


def test_an_untouched_sheet_changes_nothing(project):
    for plan in (PLAN, CEREMONY):
        before = {file.name: file.read_bytes() for file in (project / "plans").iterdir()}
        done = import_(project, template(project, plan), "--write")
        assert done.exit_code == 0
        assert "không có gì mới" in done.output
        assert before == {file.name: file.read_bytes() for file in (project / "plans").iterdir()}


def test_without_write_the_difference_is_only_shown(project):
    sheet = template(project, PLAN)
    fill(sheet, {("Nhiệm vụ", "tong-ket", "Ngày hoàn thành"): datetime(2024, 8, 20)})
    file = project / "plans/gop-y-hien-ke.yml"
    before = file.read_bytes()
    done = import_(project, sheet)
    assert "tong-ket" in done.output
    assert "2024-08-20" in done.output
    assert file.read_bytes() == before


def test_what_came_back_is_merged_once_and_only_its_lines_change(project):
    sheet = template(project, PLAN)
    fill(
        sheet,
        {
            ("Nhiệm vụ", "tong-ket", "Ngày hoàn thành"): datetime(2024, 8, 20),
            ("Nhiệm vụ", "tong-ket", "Minh chứng"): 'Báo cáo: "số 1" # bản ký',
            ("Nhiệm vụ", "phat-dong", "Ngày hoàn thành"): "21/3/2023",
        },
    )
    file = project / "plans/gop-y-hien-ke.yml"
    before = file.read_text(encoding="utf-8").splitlines()
    done = import_(project, sheet, "--write")
    assert done.exit_code == 0, done.output
    after = file.read_text(encoding="utf-8").splitlines()
    assert len(after) == len(before)
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert [line.strip()[:20] for line in changed] == ["done_on: 20/3/2023", "- {id: tong-ket, lab"]
    plan = next(plan for plan in read_project(project).project.plans if plan.id == PLAN)
    task = next(task for task in plan.tasks if task.id == "tong-ket")
    assert (task.done_on.isoformat(), task.evidence.text.vi) == ("2024-08-20", 'Báo cáo: "số 1" # bản ký')
    assert task.overdue is not None
    assert "không có gì mới" in import_(project, sheet, "--write").output


def test_comments_order_and_line_ends_stay(project):
    file = project / "plans/le-ra-mat.yaml"
    text = file.read_text(encoding="utf-8").replace("    text: Trên 95%", "    # theo Nghị quyết\n    text: Trên 95%")
    file.write_bytes(text.replace("\n", "\r\n").encode())
    sheet = template(project, CEREMONY)
    fill(
        sheet,
        {
            ("Chỉ tiêu", "chi-tieu-1", "Ngày của kết quả"): datetime(2026, 6, 30),
            ("Chỉ tiêu", "chi-tieu-1", "Giá trị"): 97.25,
            ("Chỉ tiêu", "chi-tieu-1", "Nguồn"): "Báo cáo 6 tháng 2026",
        },
    )
    assert import_(project, sheet, "--write").exit_code == 0
    written = file.read_bytes().decode()
    assert written.count("\r\n") == written.count("\n")
    new = [line for line in written.splitlines() if line not in text.splitlines()]
    assert new == ["      - {date: 2026-06-30, value: 97.25, source: Báo cáo 6 tháng 2026}"]
    assert [line for line in text.splitlines() if line not in written.splitlines()] == []


def test_a_value_that_was_published_is_changed_not_added(project):
    sheet = template(project, CEREMONY)
    fill(
        sheet,
        {
            ("Chỉ tiêu", "chi-tieu-1", "Ngày của kết quả"): "31/12/2024",
            ("Chỉ tiêu", "chi-tieu-1", "Giá trị"): "93,5",
        },
    )
    done = import_(project, sheet, "--write")
    assert "~" in done.output
    assert "93 → 93.5" in done.output
    plan = next(plan for plan in read_project(project).project.plans if plan.id == CEREMONY)
    assert [str(result.value) for result in plan.targets[0].results] == ["93.5", "94.5", "96.2"]
    assert plan.targets[0].results[0].source.vi == "Báo cáo năm 2024"


def test_a_sheet_with_a_wrong_cell_is_not_taken_in_part(project):
    sheet = template(project, PLAN)
    fill(
        sheet,
        {
            ("Nhiệm vụ", "tong-ket", "Ngày hoàn thành"): "hôm qua",
            ("Nhiệm vụ", "phat-dong", "Ngày hoàn thành"): "21/3/2023",
        },
    )
    before = (project / "plans/gop-y-hien-ke.yml").read_bytes()
    done = import_(project, sheet, "--write")
    assert done.exit_code == 1
    assert "Nhiệm vụ, ô G4" in done.output
    assert (project / "plans/gop-y-hien-ke.yml").read_bytes() == before


def test_a_sheet_in_another_language_is_understood(project):
    sheet = template(project, PLAN, language="en")
    fill(sheet, {("Tasks", "tong-ket", "Done on"): datetime(2024, 8, 20)})
    assert "2024-08-20" in import_(project, sheet).output


@pytest.mark.parametrize(("arguments", "status"), [(("template", "khong-co"), 2)])
def test_a_plan_that_is_not_there_is_told(project, arguments, status):
    done = run("--project", project, "results", *arguments)
    assert done.exit_code == status
    assert PLAN in done.output


@pytest.mark.parametrize("plan", ["vinh-chao-mung-dai-hoi"])
def test_a_real_plan_filled_in_whole_comes_back_whole(tmp_path, plan):
    for part in ("plans", "content"):
        shutil.copytree(ROOT / part, tmp_path / "project" / part)
    shutil.copy(ROOT / "site_config.yml", tmp_path / "project")
    project = tmp_path / "project"
    sheet = template(project, plan)
    book = load_workbook(sheet)
    page = book["Nhiệm vụ"]
    column = next(cell.column for cell in page[2] if cell.value == "Ngày hoàn thành")
    for row in range(3, page.max_row + 1):
        page.cell(row, column).value = datetime(2024, 1, row % 28 + 1)
    book.save(sheet)
    done = import_(project, sheet, "--write")
    assert done.exit_code == 0, done.output
    before = next(one for one in read_project(ROOT).project.plans if one.id == plan)
    after = next(one for one in read_project(project).project.plans if one.id == plan)
    assert all(task.done_on is not None for task in after.tasks)
    from dataclasses import replace

    assert replace(after, tasks=tuple(replace(task, done_on=None) for task in after.tasks)) == before


def test_progress_in_a_sheet_becomes_news_of_the_plan(project):
    sheet = template(project, PLAN)
    day, words = ("Nhiệm vụ", "tong-ket", "Ngày cập nhật tiến độ"), ("Nhiệm vụ", "tong-ket", "Tiến độ")
    fill(sheet, {words: "Đã tổng hợp 12 ý kiến."})
    done = import_(project, sheet, "--write")
    assert done.exit_code == 1
    assert "tiến độ phải có cả ngày" in done.output
    fill(sheet, {day: datetime(2024, 7, 3)})
    done = import_(project, sheet, "--write")
    assert done.exit_code == 0, done.output
    assert "+ Tiến độ (2024-07-03): Đã tổng hợp 12 ý kiến." in done.output
    text = (project / "plans/gop-y-hien-ke.yml").read_text("utf-8")
    assert "item: tong-ket, text: Đã tổng hợp 12 ý kiến." in text
    assert "không có gì mới" in import_(project, sheet, "--write").output
