"""plansite serve, as staff use it: a file is saved and the browser shows it; a mistake is told in the page."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.commands.test_preview import free_port
from tests.website.projects import ROOT, SMALL, build, change, copy_of

PLAN = "plans/gop-y-hien-ke.yml"
BOX = "#plansite-problems"
PATIENCE = 40_000
Started = tuple[subprocess.Popen[str], str]


@pytest.fixture
def serve() -> Iterator[Callable[..., Started]]:
    """Start the program on a project; give it and the address that it shows."""
    running: list[subprocess.Popen[str]] = []

    def start(project: Path, *options: str, language: str = "vi", folder: Path = ROOT) -> Started:
        port = free_port()
        command = [sys.executable, "-m", "generator", "--project", str(project), "serve", "--port", str(port), *options]
        environment = {
            **os.environ, "PLANSITE_LANG": language, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(folder),
        }  # fmt: skip
        # Whoever runs the tests in the background of a shell makes them, and all that they start, ignore Ctrl+C.
        before = signal.signal(signal.SIGINT, signal.SIG_DFL)
        try:
            running.append(
                subprocess.Popen(
                    command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
                )
            )
        finally:
            signal.signal(signal.SIGINT, before)
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


def page(address: str, path: str) -> str:
    with suppress(HTTPError), urlopen(f"{address}{path}") as answer:
        return answer.read().decode()
    return ""


def children_of(number: int) -> dict[int, str]:
    """Give the processes below one, with their command lines (Linux)."""
    found: dict[int, str] = {}
    for one in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((one / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == number:
                found[int(one.name)] = (one / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                found |= children_of(int(one.name))
    return found


def wait_for(reached: Callable[[], object]) -> None:
    ends = time.monotonic() + PATIENCE / 1000
    while not reached():
        assert time.monotonic() < ends
        time.sleep(0.05)


def preview_of(project: Path) -> Path:
    return next((project / ".plansite-cache").glob("preview-*/site"))


def as_built(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def is_built(address: str) -> Callable[[], bool]:
    """Say whether the site of a project is there, without anything wrong."""
    return lambda: "<h1" in page(address, "") and json.loads(page(address, "__version"))["problems"] == ""


def tells(address: str, words: str, path: str = "ke-hoach/tan-an-gop-y-hien-ke/") -> Callable[[], bool]:
    return lambda: words in page(address, path)


def builders_of(program: subprocess.Popen[str]) -> list[int]:
    return [number for number, command in children_of(program.pid).items() if "builder_process" in command]


def test_when_edits_rest_the_folder_is_that_of_a_build_search_and_all(serve, tmp_path):
    project = copy_of(SMALL, tmp_path)
    program, address = serve(project, "--as-of", "2026-11-20")
    wait_for(is_built(address))
    site = preview_of(project)
    wait_for((site / "tim-kiem/pagefind.js").exists)
    first = (site / "tim-kiem").stat().st_ino
    change(project / PLAN, "vi: Góp ý hiến kế", "vi: Tên đổi một lần")
    change(project / PLAN, "vi: Tên đổi một lần", "vi: Tên đổi hai lần")
    wait_for(tells(address, "Tên đổi hai lần"))
    text = (project / PLAN).read_text(encoding="utf-8").replace("id: tan-an-gop-y-hien-ke", "id: ban-sao", 1)
    (project / "plans/ban-sao.yml").write_text(re.sub("(?m)^former_ids:.*\n", "", text), encoding="utf-8")
    wait_for(tells(address, "Tên đổi hai lần", "ke-hoach/ban-sao/"))
    # The search of before goes on working until that of now is there.
    assert (site / "tim-kiem/pagefind.js").exists()
    (project / "plans/ban-sao.yml").unlink()
    wait_for(lambda: not (site / "ke-hoach/ban-sao").exists())
    wait_for(lambda: (site / "tim-kiem").exists() and (site / "tim-kiem").stat().st_ino != first)
    wait_for(lambda: not any("indexing" in command for command in children_of(program.pid).values()))
    assert build(project).exit_code == 0
    assert as_built(site) == as_built(project.parent / "site")


def test_after_a_builder_is_killed_the_next_edit_is_built_by_another(serve, tmp_path):
    project = copy_of(SMALL, tmp_path)
    program, address = serve(project)
    wait_for(is_built(address))
    (builder,) = builders_of(program)
    os.kill(builder, signal.SIGKILL)
    wait_for(lambda: builder not in builders_of(program))
    change(project / PLAN, "vi: Góp ý hiến kế", "vi: Tên hoàn toàn mới")
    wait_for(tells(address, "Tên hoàn toàn mới"))
    wait_for(is_built(address))
    assert builder not in builders_of(program)


def test_a_builder_stays_from_edit_to_edit(serve, tmp_path):
    project = copy_of(SMALL, tmp_path)
    program, address = serve(project)
    wait_for(is_built(address))
    first = builders_of(program)
    change(project / PLAN, "vi: Góp ý hiến kế", "vi: Tên thứ nhất")
    wait_for(tells(address, "Tên thứ nhất"))
    assert builders_of(program) == first


def test_a_changed_program_is_run_anew_and_its_bugs_are_shown_until_they_are_mended(serve, tmp_path):
    project = copy_of(SMALL, tmp_path)
    folder = tmp_path / "program"
    shutil.copytree(ROOT / "generator", folder / "generator")
    _, address = serve(project, folder=folder)
    wait_for(is_built(address))
    change(folder / "generator/templates/plan.html", "<h1>", '<h1 data-mended="yes">')
    wait_for(tells(address, 'data-mended="yes"'))
    module = folder / "generator/views/site.py"
    text = module.read_text(encoding="utf-8")
    module.write_text(f"{text}\nraise ValueError('một lỗi của chương trình')\n", encoding="utf-8")
    wait_for(lambda: "một lỗi của chương trình" in json.loads(page(address, "__version"))["problems"])
    assert "vì chương trình gặp lỗi" in json.loads(page(address, "__version"))["heading"]
    module.write_text(text, encoding="utf-8")
    wait_for(is_built(address))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_end_leaves_no_process_behind(serve, tmp_path, how):
    project = copy_of(SMALL, tmp_path)
    program, _ = serve(project)
    wait_for(lambda: any("builder_process" in command for command in children_of(program.pid).values()))
    started = children_of(program.pid)
    program.send_signal(how)
    program.wait(timeout=20)
    wait_for(lambda: not any(Path(f"/proc/{number}").exists() for number in started))
    if how is signal.SIGTERM:
        assert list((project / ".plansite-cache").glob("preview-*")) == []
