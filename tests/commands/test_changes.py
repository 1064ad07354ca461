"""plansite changes: what the public would see change since a revision, from real repositories."""

import subprocess
from pathlib import Path

import pytest

from tests.website.projects import ROOT, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
STREETS = "plans/gop-y-duong-pho.yml"
DAY = ("--as-of", "2026-04-20")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit(project: Path, message: str = "một") -> None:
    if not any((folder / ".git").exists() for folder in (project, project.parent)):
        git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", message)


@pytest.fixture
def project(tmp_path):
    made = copy_of(CODES, tmp_path)
    commit(made)
    return made


def told(project, *options, language="vi"):
    done = run("--project", project, "changes", *DAY, *options, language=language)
    assert done.exit_code == 0, done.output
    return done.output


def test_nothing_changes_where_nothing_was_touched(project):
    assert "Không có gì thay đổi" in told(project)
    assert "Nothing changes" in told(project, language="en")


def test_a_comment_is_no_change(project):
    with (project / STREETS).open("a", encoding="utf-8") as file:
        file.write("\n# ghi chú\n")
    assert "Không có gì thay đổi" in told(project)


def test_a_moved_time_says_of_what_from_when_to_when(project):
    text = (project / STREETS).read_text(encoding="utf-8")
    window = text.partition("window: ")[2].splitlines()[0]
    change(project / STREETS, f"window: {window}", "window: từ ngày 01/4/2026 đến ngày 15/9/2026")
    output = told(project)
    assert f"“{window}” → “từ ngày 01/4/2026 đến ngày 15/9/2026”" in output
    assert "Từ bao giờ đến bao giờ: “" in output
    assert "feedback.window" in output
    assert "Thời gian:" in output
    assert "~ " in output.partition("Trang thay đổi")[2]
    assert "[/ke-hoach/gop-y-duong-pho/]" in output
    # Its English page changed with it, and is not told twice; open data, calendars and feeds only follow.
    assert "[/en/ke-hoach/gop-y-duong-pho/]" not in output
    assert not any(path in output for path in ("/du-lieu/", ".ics", ".atom"))


def test_a_new_placement_brings_a_code_and_its_files(project):
    change(project / STREETS, "\n  - {id: to-roi", "\n  - {id: ga, where: Nhà ga, medium: poster}\n  - {id: to-roi")
    output = told(project)
    codes = output.partition("Mã QR mới (1)")[2].partition("\n\n")[0]
    assert "Nhà ga" in codes
    assert "qr-" in output.partition("Tệp mới (")[2]


def test_a_role_and_a_task_are_named_in_words(tmp_path):
    project = copy_of(ROOT / "tests/sites/valid-small", tmp_path)
    commit(project)
    plan = project / "plans/gop-y-hien-ke.yml"
    text = plan.read_text(encoding="utf-8")
    roles = text.partition("    roles:\n")[2].splitlines()[0].strip()
    role, _, body = roles.partition(": ")
    change(plan, f"      {roles}\n", f"      {role}: {{text: Tên khác, body: {body}}}\n")
    output = told(project)
    assert "Cơ quan, vai trò:" in output
    assert f"tasks[phat-dong].roles.{role}" in output
    assert "Tham mưu tổ chức phát động cuộc vận động" in output
    assert f"“{body}” → “Tên khác”" in output


def test_a_plan_that_is_gone_and_one_that_came_are_told_with_their_titles(project):
    moved = (project / "plans/gop-y-cay-xanh.yml").read_text(encoding="utf-8")
    (project / "plans/gop-y-cay-xanh.yml").unlink()
    (project / "plans/moi.yml").write_text(moved.replace("id: gop-y-cay-xanh", "id: gop-y-moi", 1), encoding="utf-8")
    output = told(project)
    gone = output.partition("Trang không còn nữa (")[2].partition("\n\n")[0]
    assert "/ke-hoach/gop-y-cay-xanh/" in gone
    new = output.partition("Trang mới (")[2].partition("\n\n")[0]
    assert "/ke-hoach/gop-y-moi/" in new


def test_english_alone_changes_the_english_page(project):
    text = (project / STREETS).read_text(encoding="utf-8")
    assert "summary:" in text
    line = next(line for line in text.splitlines() if line.startswith("summary:"))
    change(project / STREETS, line, "summary: {vi: Một câu., en: One sentence.}")
    commit(project, "hai")
    change(project / STREETS, "en: One sentence.", "en: One longer sentence.")
    output = told(project)
    assert "summary.en" in output
    assert "/en/ke-hoach/gop-y-duong-pho/" in output
    assert "[/ke-hoach/gop-y-duong-pho/]" not in output.partition("Trang thay đổi")[2].partition("\n\n")[0]


def test_markdown_for_a_merge_request_lets_no_markup_of_the_data_through(project):
    line = next(
        line for line in (project / STREETS).read_text(encoding="utf-8").splitlines() if line.startswith("summary:")
    )
    change(project / STREETS, line, 'summary: "Xin <b>chào</b> @everyone | [x](https://x.example) `a`"')
    output = told(project, "--format", "markdown")
    assert output.startswith("## ")
    assert "&lt;b&gt;chào" in output
    assert "@everyone" not in output
    assert "[x](https" not in output
    assert "- \\~ " in output


def test_an_earlier_revision_can_be_named_and_a_project_may_be_a_folder_of_the_repository(tmp_path):
    project = copy_of(CODES, tmp_path)
    git(tmp_path, "init", "-q")
    commit(project)
    change(project / STREETS, "medium: banner", "medium: poster")
    commit(project, "hai")
    assert "Không có gì thay đổi" in told(project)
    assert "placements[cong-vien].medium" in told(project, "--since", "HEAD~1")


def test_without_history_it_says_so(tmp_path, project):
    bare = copy_of(CODES, tmp_path / "khac")
    done = run("--project", bare, "changes")
    assert done.exit_code == 2
    assert "không nằm trong kho git" in done.output
    done = run("--project", project, "changes", "--since", "khong-co")
    assert done.exit_code == 2
    assert "khong-co" in done.output
    done = run("--project", project, "changes", "--since", "--output=/tmp/x")
    assert done.exit_code == 2


def test_data_with_errors_ends_with_status_1_and_the_problems(project):
    change(project / STREETS, "medium: banner", "medium: bang-ron")
    done = run("--project", project, "changes")
    assert done.exit_code == 1
    assert STREETS in done.output


def test_a_revision_with_errors_is_told_and_everything_counts_as_new(project):
    change(project / STREETS, "medium: banner", "medium: bang-ron")
    commit(project, "hỏng")
    change(project / STREETS, "medium: bang-ron", "medium: banner")
    output = told(project)
    assert "có lỗi" in output
    assert "Trang mới" in output
