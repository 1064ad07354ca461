"""Whatever is in a project, the program ends with a whole site or with messages, never with half of one."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.website.built import BuiltSite
from tests.website.projects import ROOT, SMALL, build, change, copy_of, run

PLAN = "plans/gop-y-hien-ke.yml"


def everything(folder: Path) -> dict[str, bytes]:
    """Give every file under `folder` with its bytes, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path) -> Path:
    return copy_of(SMALL, tmp_path)


def test_a_whole_project_is_built_with_status_0(project):
    done = build(project)
    assert (done.exit_code, "Traceback" in done.output) == (0, False)
    assert (project.parent / "site/index.html").is_file()


def test_errors_build_nothing_and_leave_the_old_site_as_it_was(project):
    assert build(project).exit_code == 0
    before = everything(project.parent)
    change(project / PLAN, "title:", "titel:")
    changed = (project / PLAN).read_bytes()
    done = build(project)
    assert done.exit_code == 1
    assert f"{PLAN}:" in done.stderr
    after = everything(project.parent)
    assert after.pop(f"project/{PLAN}") == changed
    kept = {name: data for name, data in after.items() if "/.plansite-cache/" not in name}
    published = {name: data for name, data in before.items() if "/.plansite-cache/" not in name}
    assert kept == {name: data for name, data in published.items() if name != f"project/{PLAN}"}


def test_a_build_leaves_nothing_beside_the_site(project):
    build(project)
    build(project)
    assert {path.name for path in project.parent.iterdir()} == {"project", "site"}


def test_what_is_no_longer_made_is_gone_after_the_next_build(project):
    build(project)
    (project.parent / "site/left-over.html").write_text("old", encoding="utf-8")
    build(project)
    assert not (project.parent / "site/left-over.html").exists()


def test_data_with_errors_is_status_1_for_check_too(project):
    change(project / PLAN, "title:", "titel:")
    assert run("--project", project, "check").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--as-of", "31/12/2026"],
        ["build", "--as-of", "2026-02-30"],
        ["build", "--jobs", "0"],
        ["build", "--nonsense"],
        ["nonsense"],
        ["build", "--output", "plans"],
        ["build", "--output", "plans/site"],
        ["build", "--output", "content/site"],
        ["build", "--output", "."],
        ["build", "--output", ".."],
    ],
)
def test_wrong_usage_is_status_2_and_touches_nothing(project, arguments, monkeypatch):
    monkeypatch.chdir(project)
    before = everything(project.parent)
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stderr.strip()
    assert everything(project.parent) == before


def test_a_folder_that_is_no_project_is_status_2(tmp_path):
    done = run("--project", tmp_path, "build")
    assert done.exit_code == 2
    assert "site_config.yml" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_status_2(project, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("--project", project, "build", "--output", tmp_path / "file" / "site")
    assert done.exit_code == 2
    assert str(tmp_path / "file") in done.stderr


def test_messages_are_vietnamese_unless_english_is_asked_for(project):
    change(project / PLAN, "title:", "titel:")
    assert "không" in run("--project", project, "check").output
    assert "Nothing here is called" in run("--project", project, "check", language="en").output


def built_elsewhere(output: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Build the real project in a process of its own, with another environment and another current folder."""
    command = [sys.executable, "-m", "generator", "--project", str(ROOT), "build", "--output", str(output)]
    return subprocess.run(
        [*command, "--as-of", "2026-11-20", *options],
        cwd=output.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )


@pytest.mark.parametrize(
    ("options", "variables"),
    [
        (["--jobs", "2"], {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "7"}),
        (["--jobs", "1"], {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"}),
    ],
)
def test_the_same_data_give_the_same_bytes_everywhere(site, tmp_path, options, variables):
    done = built_elsewhere(tmp_path / "site", *options, **variables)
    there, here = BuiltSite(tmp_path / "site").bytes_of(), site.bytes_of()
    assert sorted(there) == sorted(here)
    assert [name for name in here if here[name] != there[name]] == []
    said = (done.stdout + done.stderr).lower()
    assert done.stderr == ""
    assert [word for word in ("mkdocs", "material", "warning", "\x1b") if word in said] == []


def test_no_day_of_the_clock_stands_in_the_site(site_when_open):
    now = datetime.now(UTC)
    days = {(now + timedelta(hours=hours)).date() for hours in (-12, 0, 14)}
    forms = {
        form for day in days for form in (day.isoformat(), f"{day.day:02d}/{day.month}/{day.year}", f"{day:%d %B %Y}")
    }
    found = {name: form for name, data in site_when_open.bytes_of().items() for form in forms if form.encode() in data}
    assert found == {}


def test_no_tool_signs_the_pages(site):
    signed = [name for name, data in site.bytes_of().items() if b"mkdocs" in data.lower()]
    assert signed == []


def put(name: str, data: bytes):
    def apply(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(data)

    return apply


def folder_at(name: str):
    def apply(project: Path) -> None:
        (project / name).unlink(missing_ok=True)
        (project / name).mkdir()

    return apply


def link_to_itself(name: str):
    def apply(project: Path) -> None:
        (project / name).unlink(missing_ok=True)
        (project / name).symlink_to(name.rsplit("/")[-1])

    return apply


def without(name: str):
    return lambda project: (project / name).unlink()


HOSTILE = {
    "an empty plan": put(PLAN, b""),
    "a plan of zeros": put(PLAN, bytes(4096)),
    "a plan of every byte": put(PLAN, bytes(range(256)) * 8),
    "a picture as a plan": put("plans/anh.yml", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    "a plan in UTF-16": put(PLAN, "schema: 1\nid: a\n".encode("utf-16")),
    "a list in brackets ten thousand deep": put(PLAN, b"[" * 10_000),
    "a record ten thousand deep": put(PLAN, b"a: {" * 10_000),
    "a list of lists": put(PLAN, b"schema: 1\ntasks: " + b"- " * 2_000 + b"x\n"),
    "a billion laughs": put(
        PLAN,
        b"a: &a [x,x,x]\n" + b"".join(b"%c: &%c [*%c,*%c,*%c]\n" % (n + 1, n + 1, n, n, n) for n in range(97, 117)),
    ),
    "a very long line": put(PLAN, b"schema: 1\ntitle: " + b"a" * 2_000_000),
    "a number as the whole plan": put(PLAN, b"42"),
    "a date as the whole plan": put(PLAN, b"2024-01-01"),
    "a Python object": put(PLAN, b"!!python/object/apply:os.system ['echo no']\n"),
    "a plan without anything but its schema": put(PLAN, b"schema: 1\n"),
    "a schema of the future": put(PLAN, b"schema: 99\nid: a\n"),
    "a folder named like a plan": folder_at(PLAN),
    "a folder named like the settings": folder_at("site_config.yml"),
    "a folder named like the bodies": folder_at("plans/agencies.yml"),
    "a plan that links to itself": link_to_itself(PLAN),
    "settings that are a list": put("site_config.yml", b"- a\n- b\n"),
    "empty settings": put("site_config.yml", b""),
    "settings with a strange address": put("site_config.yml", b"schema: 1\nname: a\naddress: javascript:alert(1)\n"),
    "settings with a language nobody has": put(
        "site_config.yml", b"schema: 1\nname: a\naddress: https://a.example\nlanguages: [vi, qq]\n"
    ),
    "settings with one language twice": put(
        "site_config.yml", b"schema: 1\nname: a\naddress: https://a.example\nlanguages: [vi, vi]\n"
    ),
    "settings without Vietnamese": put(
        "site_config.yml", b"schema: 1\nname: a\naddress: https://a.example\nlanguages: [en]\n"
    ),
    "settings that begin with English": put(
        "site_config.yml", b"schema: 1\nname: a\naddress: https://a.example\nlanguages: [en, vi]\n"
    ),
    "no bodies": without("plans/agencies.yml"),
    "no documents": without("plans/documents.yml"),
    "bodies that are a text": put("plans/agencies.yml", b"schema: 1\nagencies: none\n"),
    "a page that is no text": put("content/vi/index.md", bytes(range(256))),
    "a page without a title": put("content/vi/tro-giup.md", b"nothing\n"),
    "a page called like a list": put("content/vi/ke-hoach.md", b"# A\n"),
    "a page called like the codes": put("content/vi/Q.md", b"# A\n"),
    "a page called like a language": put("content/vi/en.md", b"# A\n"),
    "an empty page": put("content/vi/trong.md", b""),
    "a page with a hostile name": put("content/vi/Trang “mới”.md", b"# A\n"),
    "a page with every kind of markup": put(
        "content/vi/la.md", b"# A\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n[[[[\n\n|||\n|-|\n"
    ),
    "a strange file beside the plans": put("plans/.DS_Store", bytes(range(256))),
    "a copy of a plan": lambda project: put("plans/copy.yml", (project / PLAN).read_bytes())(project),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_or_tired_data_give_a_site_or_messages(project, what):
    HOSTILE[what](project)
    done = build(project)
    site = project.parent / "site"
    assert done.exit_code in (0, 1, 2)
    assert done.output.strip()
    assert "Traceback" not in done.output
    assert (site / "index.html").is_file() if done.exit_code == 0 else not site.exists()


@pytest.mark.parametrize("what", ["settings with a language nobody has", "a schema of the future", "a billion laughs"])
def test_what_cannot_be_understood_is_an_error(project, what):
    HOSTILE[what](project)
    assert build(project).exit_code == 1


def test_markup_in_data_is_shown_and_not_obeyed(project):
    change(project / PLAN, "vi: Mời người dân góp ý.", "vi: '<script>alert(1)</script> <img src=x onerror=alert(2)>'")
    assert build(project).exit_code == 0
    for page in BuiltSite(project.parent / "site").pages:
        assert page.tree.xpath("//img[@onerror] | //script[contains(text(), 'alert')]") == [], page.path
        assert "<script>alert" not in page.text


# What is changed: the files that people write.
WRITTEN = sorted(
    path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*") if path.suffix in {".yml", ".yaml", ".md"}
)
SCRAPS = st.sampled_from(
    [
        b"",
        b"\n",
        b"\t",
        b": ",
        b"- ",
        b"[",
        b"{",
        b"}",
        b"'",
        b'"',
        b"#",
        b"&a",
        b"*a",
        b"!",
        b"|",
        b">",
        b"\xff",
        b"\xc3",
        b"\x00",
        b"0",
        b"~",
        b"null",
        b"no",
        b"vi: ",
    ]
)
EDITS = st.lists(
    st.tuples(st.sampled_from(WRITTEN), st.floats(0, 1), st.integers(0, 12), st.one_of(SCRAPS, st.binary(max_size=4))),
    min_size=1,
    max_size=3,
)
CALM = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@CALM
@given(edits=EDITS)
def test_any_change_of_any_bytes_gives_a_site_or_messages(tmp_path_factory, edits):
    project = copy_of(SMALL, tmp_path_factory.mktemp("edited"))
    for name, where, length, scrap in edits:
        data = (project / name).read_bytes()
        at = int(where * len(data))
        (project / name).write_bytes(data[:at] + scrap + data[at + length :])
    done = build(project)
    assert done.exit_code in (0, 1)
    assert (project.parent / "site/index.html").is_file() == (done.exit_code == 0)
