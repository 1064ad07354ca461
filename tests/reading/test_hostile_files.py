"""Links, giants and odd things in the place of files: nothing from outside the project is read, nothing hangs."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from generator.commands.problems import sentence
from generator.reading.files import read_bytes
from generator.reading.project import read_project
from generator.reading.source import MAX_BYTES
from generator.wording import load_strings
from tests.website.projects import SMALL, change

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")

SECRET = "schema: 1\n# bí mật của máy\ntitle: [\n"


@pytest.fixture
def site(tmp_path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.yml").write_text(SECRET, encoding="utf-8")
    (tmp_path / "outside/secret.pdf").write_bytes(b"%PDF-1.7 secret")
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def found(site: Path) -> list[tuple[str, str]]:
    problems = read_project(site).problems
    assert not any("bí mật" in problem.excerpt for problem in problems)
    return [(problem.code, problem.location.file) for problem in problems]


LINKS = {
    "a plan": ("plans/la.yml", "secret.yml"),
    "the settings": ("site_config.yml", "secret.yml"),
    "the bodies": ("plans/agencies.yml", "secret.yml"),
    "the record": ("plans/published.yml", "secret.yml"),
    "a page": ("content/vi/la.md", "secret.yml"),
    "a notice": ("content/notices/la.yml", "secret.yml"),
    "an attached file": ("content/files/la.pdf", "secret.pdf"),
}


@pytest.mark.parametrize("what", LINKS)
def test_a_link_that_leads_out_is_refused_and_not_read(site, what):
    name, target = LINKS[what]
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).unlink(missing_ok=True)
    (site / name).symlink_to(site.parent / "outside" / target)
    assert ("link_outside", name) in found(site)


def test_a_folder_that_leads_out_is_refused(site):
    shutil.rmtree(site / "content/en")
    (site / "content/en").symlink_to(site.parent / "outside")
    (site.parent / "outside/a.md").write_text("# bí mật\n", encoding="utf-8")
    assert all(code == "link_outside" for code, _ in found(site) if code != "language_unknown")
    project = read_project(site).project
    assert project is None or not any("bí mật" in page.markdown for page in project.content)


def test_a_link_within_its_own_folder_is_read(site):
    (site / "content/files/ban-sao.txt").symlink_to("quy-che.txt")
    assert found(site) == []


def test_a_link_from_plans_to_another_folder_is_refused(site):
    (site / ".git").mkdir()
    (site / ".git/config").write_text("bí mật", encoding="utf-8")
    (site / "plans/la.yml").symlink_to("../.git/config")
    assert found(site) == [("link_outside", "plans/la.yml")]


@pytest.mark.parametrize(
    "path",
    [
        *("../../etc/passwd", "a/../../b.pdf", "/etc/passwd", "C:\\a.pdf", "c:/a.pdf", "~/a.pdf", "..", "..\\a.pdf"),
        *("file:///etc/passwd", "content/files/../../site_config.yml", "https://a.example/a.pdf"),
    ],
)
def test_a_path_that_climbs_out_is_told_as_such(site, path):
    change(site / "plans/gop-y-hien-ke.yml", "file: quy-che.txt", f"file: '{path}'")
    (told,) = read_project(site).problems
    assert (told.code, told.location.file) == ("attached_file_outside", "plans/gop-y-hien-ke.yml")
    for language in ("vi", "en"):
        assert path in sentence(told, load_strings(language))


@pytest.mark.parametrize("path", ["content/files/quy-che.txt", "./quy-che.txt", "content\\files\\quy-che.txt"])
def test_a_path_from_the_project_s_own_folder_is_told_with_the_right_one(site, path):
    change(site / "plans/gop-y-hien-ke.yml", "file: quy-che.txt", f"file: {path}")
    (told,) = read_project(site).problems
    assert (told.code, told.instead.strip()) == ("attached_file_near", "file: quy-che.txt")


def test_a_link_that_a_plan_names_is_not_told_as_missing(site):
    (site / "content/files/quy-che.txt").unlink()
    (site / "content/files/quy-che.txt").symlink_to(site.parent / "outside/secret.yml")
    assert found(site) == [
        ("link_outside", "content/files/quy-che.txt"),
        ("attached_file_refused", "plans/gop-y-hien-ke.yml"),
    ]


def test_a_giant_file_is_not_read_whole(site):
    with (site / "plans/to.yml").open("wb") as file:
        file.truncate(5 * 1024**3)
    assert len(read_bytes(site, "plans/to.yml").data) == MAX_BYTES + 1
    assert ("file_too_large", "plans/to.yml") in found(site)


def test_a_pipe_in_the_place_of_a_plan_does_not_hang(site):
    os.mkfifo(site / "plans/ong.yml")
    assert ("file_unreadable", "plans/ong.yml") in found(site)


def test_a_file_that_is_not_what_its_name_says_is_told(site):
    (site / "content/files/a.pdf").write_bytes(b"<html><script>alert(1)</script></html>")
    (site / "content/files/b.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    (site / "content/files/c.html").write_bytes(b"<p>")
    (site / "content/files/.DS_Store").write_bytes(b"\0")
    codes = [code for code, _ in found(site)]
    assert codes == ["file_disguised", "file_drawing", "file_kind"]


def test_a_file_name_cannot_break_the_lines_of_a_message(site):
    (site / "content/files/a\n::error::b.pdf").write_bytes(b"%PDF-1.7")
    assert [code for code, _ in found(site)] == ["file_name"]
