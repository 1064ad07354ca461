"""plansite translations: what is open is found, goes out to a spreadsheet and comes back into the files."""

import subprocess
from datetime import date

import pytest
import yaml
from openpyxl import load_workbook

from generator.reading.translated import with_texts
from tests.commands.test_changes import commit
from tests.website.projects import ROOT, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
STREETS = "plans/gop-y-duong-pho.yml"
SUMMARY = "summary: {vi: Một câu., en: One sentence.}"


@pytest.fixture
def project(tmp_path):
    made = copy_of(CODES, tmp_path)
    line = next(line for line in text_of(made).splitlines() if line.startswith("summary:"))
    change(made / STREETS, line, f"{SUMMARY}  # câu tóm tắt")
    return made


def text_of(project, file=STREETS):
    return (project / file).read_text(encoding="utf-8")


def told(project, *options, status=0, language="vi"):
    done = run("--project", project, "translations", *options, language=language)
    assert done.exit_code == status, done.output
    return done.output


def rows_of(file):
    """Give the sheet, and its rows by (file, field)."""
    book = load_workbook(file)
    page = book.worksheets[0]
    return book, {(row[0].value, row[1].value): row for row in page.iter_rows(min_row=3)}


def exported(project, *options):
    file = project.parent / "dich.xlsx"
    told(project, "export", file, *options)
    return file, *rows_of(file)


def test_every_text_without_english_is_listed_by_file_and_field(project):
    before = told(project)
    assert f"{STREETS}:" in before
    change(project / STREETS, SUMMARY, "summary: Một câu.")
    after = told(project)
    assert "Chưa dịch: summary" not in before
    assert "Chưa dịch: summary" in after
    assert "Not translated: summary" in told(project, language="en")


def test_a_page_without_its_twin_is_listed(project):
    (project / "content/vi/moi.md").write_text("# Mới\n\nChữ.\n", encoding="utf-8")
    assert "content/vi/moi.md: trang này chưa có bản dịch" in told(project)


def test_what_was_translated_from_an_older_text_is_known_from_history_alone(project):
    commit(project)
    assert "lời cũ: summary" not in told(project)
    change(project / STREETS, "vi: Một câu.", "vi: Một câu khác hẳn.")
    assert "Dịch theo lời cũ: summary" in told(project)
    commit(project, "hai")
    change(project / STREETS, "# câu tóm tắt", "# tóm tắt")
    commit(project, "ba")
    output = told(project)
    assert "Dịch theo lời cũ: summary" in output
    assert "Lời khi dịch: Một câu." in output
    assert "Lời bây giờ: Một câu khác hẳn." in output
    change(project / STREETS, "en: One sentence.", "en: Quite another sentence.")
    assert "lời cũ: summary" not in told(project)


def test_breaking_lines_elsewhere_and_moving_entries_make_no_translation_old(project):
    commit(project)
    change(project / STREETS, SUMMARY, "summary:\n  vi: >-\n    Một\n    câu.\n  en: One sentence.")
    assert "lời cũ" not in told(project).partition("Ngôn ngữ")[0].replace("0 chỗ dịch theo lời cũ", "")


def test_the_spreadsheet_holds_what_is_open_and_everything_on_demand(project):
    change(project / STREETS, SUMMARY, "summary: Một câu.")
    _, _, rows = exported(project)
    _, _, vietnamese, _, english, state = (cell.value for cell in rows[STREETS, "summary"])
    assert (vietnamese, english, state) == ("Một câu.", None, "Chưa dịch")
    _, book, every = exported(project, "--all")
    assert len(every) > len(rows)
    assert every[STREETS, "summary"][4].protection.locked is False
    assert every[STREETS, "summary"][2].protection.locked is True
    assert book.worksheets[0].protection.sheet is True


def test_what_a_translator_wrote_comes_into_the_file_and_nothing_else_changes(project):
    change(project / STREETS, SUMMARY, "summary: Một câu.")
    sheet, book, rows = exported(project)
    rows[STREETS, "summary"][4].value = 'She said: "one", two #3'
    book.save(sheet)
    before = text_of(project)

    output = told(project, "import", sheet)
    assert '+ She said: "one", two #3' in output
    assert text_of(project) == before

    told(project, "import", sheet, "--write")
    after = text_of(project)
    assert yaml.safe_load(after)["summary"] == {"vi": "Một câu.", "en": 'She said: "one", two #3'}
    changed = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert len(changed) == 1
    assert changed[0][1].endswith("# câu tóm tắt")
    assert "0 đoạn sẽ đổi" in told(project, "import", sheet, "--write")
    assert run("--project", project, "check").exit_code == 0


def test_bad_cells_are_named_and_nothing_is_written(project):
    sheet, book, rows = exported(project, "--all")
    rows[STREETS, "summary"][4].value = 12
    rows[STREETS, "short_title"][4].value = "ab\u202ecd"
    page = book.worksheets[0]
    page.append([STREETS, "khong.co", "Chữ", None, "Text"])
    rows[STREETS, "title"][4].value = "A good title"
    book.save(sheet)
    before = text_of(project)
    output = told(project, "import", sheet, "--write", status=1)
    for cell in (rows[STREETS, "summary"][4], rows[STREETS, "short_title"][4], page.cell(page.max_row, 2)):
        assert f"Ô {cell.coordinate}:" in output
    assert text_of(project) == before


def test_a_day_typed_for_a_text_is_told(project):
    sheet, book, rows = exported(project, "--all")
    rows[STREETS, "summary"][4].value = date(2026, 4, 20)
    book.save(sheet)
    assert "là số hoặc ngày" in told(project, "import", sheet, status=1)


def test_a_text_that_changed_since_the_export_is_passed_over(project):
    sheet, book, rows = exported(project, "--all")
    rows[STREETS, "summary"][4].value = "Another sentence."
    book.save(sheet)
    change(project / STREETS, "vi: Một câu.", "vi: Một câu khác.")
    output = told(project, "import", sheet, "--write")
    assert "đã đổi sau khi xuất" in output
    assert "en: One sentence." in text_of(project)


def test_a_file_that_is_no_such_sheet_is_refused(project, tmp_path):
    other = tmp_path / "khac.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    told(project, "import", other, status=2)
    (tmp_path / "khac.xlsx").write_bytes(b"PK nothing")
    told(project, "import", tmp_path / "khac.xlsx", status=1)


def test_data_with_errors_is_told(project):
    change(project / STREETS, "medium: banner", "medium: bang-ron")
    told(project, status=1)


TEXTS = {
    "plain": ("a: Chữ  # c\nb: 1\n", "a", {"a": {"vi": "Chữ", "en": "X: y"}, "b": 1}),
    "in a list": ("a:\n  - Chữ\n  - Chữ hai # c\n", "a[#2]", {"a": ["Chữ", {"vi": "Chữ hai", "en": "X: y"}]}),
    "one for a list": ("a: Chữ\n", "a[#1]", {"a": {"vi": "Chữ", "en": "X: y"}}),
    "folded": ("a: >-\n  Chữ\n  hai\nb: c\n", "a", {"a": {"vi": "Chữ hai", "en": "X: y"}, "b": "c"}),
    "block": ("a:\n  vi: Chữ # c\nb: c\n", "a", {"a": {"vi": "Chữ", "en": "X: y"}, "b": "c"}),
    "block of folded": ("a:\n  vi: >-\n    Chữ\n    hai\n\nb: c\n", "a",
                        {"a": {"vi": "Chữ hai", "en": "X: y"}, "b": "c"}),
    "empty": ("a: {vi: Chữ, en: }\n", "a", {"a": {"vi": "Chữ", "en": "X: y"}}),
    "by id": ("a:\n  - id: k\n    t: Chữ\n  - {id: l, t: Chữ}\n", "a[l].t",
              {"a": [{"id": "k", "t": "Chữ"}, {"id": "l", "t": {"vi": "Chữ", "en": "X: y"}}]}),
    "at the end": ("a:\n  vi: Chữ", "a", {"a": {"vi": "Chữ", "en": "X: y"}}),
    "long": (f"a:\n  - b: {'chữ ' * 40}\n", "a[#1].b", {"a": [{"b": {"vi": ("chữ " * 40).strip(), "en": "X: y"}}]}),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_translation_is_put_wherever_people_wrote_the_text(name):
    text, field, expected = TEXTS[name]
    made, unknown = with_texts(text, "en", {field: "X: y"})
    assert unknown == ()
    assert yaml.safe_load(made) == expected
    assert [line for line in text.splitlines() if "#" in line and line.partition("#")[2] not in made] == []
    assert with_texts(text, "en", {"không": "x"})[1] == ("không",)


def test_without_a_repository_nothing_counts_as_older(project):
    inside = subprocess.run(["git", "-C", project, "rev-parse"], capture_output=True).returncode == 0
    assert not inside
    assert ", 0 đoạn dịch theo lời cũ" in told(project)
