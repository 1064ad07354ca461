"""plansite serve, as staff use it: a file is saved and the browser shows it; a mistake is told in the page."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.commands.test_preview import free_port
from tests.website.projects import ROOT, SMALL, change, copy_of

PLAN = "plans/gop-y-hien-ke.yml"
BOX = "#plansite-problems"
PATIENCE = 40_000
Started = tuple[subprocess.Popen[str], str]


@pytest.fixture
def serve() -> Iterator[Callable[..., Started]]:
    """Start the program on a project; give it and the address that it shows."""
    running: list[subprocess.Popen[str]] = []

    def start(project: Path, *options: str, language: str = "vi") -> Started:
        port = free_port()
        command = [sys.executable, "-m", "generator", "--project", str(project), "serve", "--port", str(port), *options]
        environment = {**os.environ, "PLANSITE_LANG": language, "PYTHONUNBUFFERED": "1"}
        running.append(
            subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
        )
        line = running[-1].stdout.readline()
        assert f"http://127.0.0.1:{port}/" in line, line
        return running[-1], f"http://127.0.0.1:{port}/"

    yield start
    for one in running:
        one.kill()
        one.wait()
        one.stdout.close()


def shown(tab, text):
    tab.wait_for_function("text => document.body.innerText.includes(text)", arg=text, timeout=PATIENCE)


def files_of(project: Path) -> set[str]:
    return {path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()}


def test_a_saved_file_is_shown_a_mistake_is_told_in_the_page_and_mending_it_is_enough(serve, browser, tmp_path):
    project = copy_of(SMALL, tmp_path)
    before = files_of(project)
    program, address = serve(project, "--as-of", "2024-03-01")
    tab = browser.new_page()
    tab.goto(address + "ke-hoach/tan-an-gop-y-hien-ke/")
    tab.wait_for_selector("h1", timeout=PATIENCE)
    # Pages compute the day anew in the browser: there too it is the day that was asked for.
    assert tab.evaluate("new Date(Date.now() + 252e5).toISOString().slice(0, 10)") == "2024-03-01"
    assert tab.get_attribute(".ps-foot__as-of time", "datetime") == "2024-03-01"

    text = (project / PLAN).read_text(encoding="utf-8")
    # As many editors save: a new file takes the place of the old one.
    aside = project / "plans/.aside"
    aside.write_text(text.replace("vi: Góp ý hiến kế", "vi: Tên hoàn toàn mới", 1), encoding="utf-8")
    aside.replace(project / PLAN)
    shown(tab, "Tên hoàn toàn mới")
    assert tab.query_selector(BOX) is None

    change(project / PLAN, "status: issued", "status: isued")
    tab.wait_for_selector(BOX, timeout=PATIENCE)
    told = tab.inner_text(BOX)
    assert PLAN in told
    assert re.search(r"Sửa thành:\s+\d+ \| status: issued", told)
    assert "Chưa dựng lại được trang" in told
    assert "Tên hoàn toàn mới" in tab.inner_text("h1")
    tab.goto(address + "lich/")
    tab.wait_for_selector(BOX, timeout=PATIENCE)

    change(project / PLAN, "status: isued", "status: issued")
    tab.wait_for_selector(BOX, state="detached", timeout=PATIENCE)
    tab.close()

    program.send_signal(signal.SIGINT)
    said = program.communicate(timeout=20)[0]
    assert program.returncode == 0
    assert said.rstrip().endswith("Đã dừng.")
    assert "Traceback" not in said
    assert {name for name in files_of(project) - before if not name.startswith(".plansite-cache/")} == set()
    assert list((project / ".plansite-cache").glob("preview-*")) == []


def test_a_project_that_starts_broken_says_so_in_english_too_and_comes_up_when_it_is_mended(serve, browser, tmp_path):
    project = copy_of(SMALL, tmp_path)
    change(project / "site_config.yml", "schema: 1", "schema: một")
    program, address = serve(project, language="en")
    tab = browser.new_page()
    tab.goto(address)
    tab.wait_for_selector(BOX, timeout=PATIENCE)
    assert "site_config.yml:" in tab.inner_text(BOX)
    assert "could not be built" in tab.inner_text(BOX)
    assert tab.evaluate("document.documentElement.lang") == "en"
    change(project / "site_config.yml", "schema: một", "schema: 1")
    tab.wait_for_selector("main h1", timeout=PATIENCE)
    assert tab.query_selector(BOX) is None
    tab.close()
    program.send_signal(signal.SIGTERM)
    program.communicate(timeout=20)
    assert program.returncode == 0


def test_drafts_are_shown_on_demand_and_marked(serve, browser, tmp_path):
    project = copy_of(SMALL, tmp_path)
    change(project / PLAN, "status: issued", "status: draft")
    _, address = serve(project, "--drafts")
    tab = browser.new_page()
    tab.goto(address + "ke-hoach/tan-an-gop-y-hien-ke/")
    tab.wait_for_selector(".ps-notice--draft", timeout=PATIENCE)
    tab.close()


def test_a_port_that_is_taken_is_told_at_once(serve, tmp_path):
    project = copy_of(SMALL, tmp_path)
    _, address = serve(project)
    port = address.rpartition(":")[2].strip("/")
    command = [sys.executable, "-m", "generator", "--project", str(project), "serve", "--port", port]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert done.returncode == 2
    assert port in done.stderr
