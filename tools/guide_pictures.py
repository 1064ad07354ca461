"""Draws the pictures of the staff's guide: the plan that the guide builds up, as each screen really shows it.

The plan is read out of HUONG_DAN.md, so that a picture shows what the reader has just written.
"""

import html
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
PLAN = "vi-du-tan-an"
_FILE = f"plans/{PLAN}.yml"
_PART = re.compile(rf"^```yaml title={re.escape(_FILE)}(?: optional)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
# The mistake of the guide's first message.
_RIGHT, _WRONG = "kind: campaign", "kin: campaign"
_BOX = "#plansite-problems"
_PHONE, _DESK, _TERMINAL = (360, 740), (900, 520), (1000, 300)
_PRINTS = (("--format", "poster-a4"), ("--placement", "cong-tru-so"))
_PRINT_HEIGHT, _PATIENCE = 400, 60_000


def first_plan(browser: Browser, folder: Path, day: str) -> Iterator[tuple[str, list[Image.Image]]]:
    """Give each picture's name and its views, drawn from a copy of the project made in `folder`."""
    project = _project_with_plan(folder)
    prints = [_printed(project, *options) for options in _PRINTS]
    with _serving(project, day) as address:
        tab = _tab(browser, _PHONE, day)
        tab.goto(f"{address}ke-hoach/{PLAN}/")
        tab.wait_for_selector("h1", timeout=_PATIENCE)
        yield "first-plan", [_shot(tab), _further_down(tab)]
        file = project / _FILE
        file.write_text(file.read_text(encoding="utf-8").replace(_RIGHT, _WRONG, 1), encoding="utf-8")
        desk = _tab(browser, _DESK, day)
        desk.goto(f"{address}ke-hoach/{PLAN}/")
        desk.wait_for_selector(_BOX, timeout=_PATIENCE)
        yield "problem-box", [_shot(desk)]
    yield "terminal", [_terminal(browser, _checked(project))]
    yield "print", prints


def _project_with_plan(folder: Path) -> Path:
    """Copy what makes the project, and write the guide's plan into the copy."""
    copy = folder / "project"
    for part in ("content", "plans"):
        shutil.copytree(ROOT / part, copy / part)
    shutil.copy(ROOT / "site_config.yml", copy)
    parts = _PART.findall((ROOT / "HUONG_DAN.md").read_text(encoding="utf-8"))
    (copy / _FILE).write_text("".join(parts), encoding="utf-8")
    return copy


def _plansite(project: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "generator", "--project", str(project), *words]


def _environment() -> dict[str, str]:
    return {**os.environ, "PLANSITE_LANG": "vi", "PYTHONUNBUFFERED": "1"}


def _printed(project: Path, *options: str) -> Image.Image:
    """Print one thing as the guide says, and draw the first page of its PDF."""
    subprocess.run(_plansite(project, "print", PLAN, *options, "--no-record"), cwd=ROOT, env=_environment(), check=True)
    kit = max((project / "in-an").iterdir(), key=lambda file: file.stat().st_mtime_ns)
    with zipfile.ZipFile(kit) as pieces:
        pdf = next(name for name in pieces.namelist() if name.endswith(".pdf"))
        page = pypdfium2.PdfDocument(pieces.read(pdf))[0]
    drawn: Image.Image = page.render(scale=_PRINT_HEIGHT / page.get_height()).to_pil()
    return drawn.convert("RGB")


@contextmanager
def _serving(project: Path, day: str) -> Iterator[str]:
    """Run `plansite serve` on the project; give the address it shows."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = _plansite(project, "serve", "--port", str(port), "--as-of", day)
    running = subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    running.stdout.readline()
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.kill()
        running.communicate()


def _tab(browser: Browser, size: tuple[int, int], day: str) -> Page:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="vi-VN")
    page = context.new_page()
    page.clock.set_fixed_time(f"{day}T09:00:00+07:00")
    return page


def _further_down(tab: Page) -> Image.Image:
    """Give the screen at the place where the page says how to take part."""
    tab.locator("#muc-tham-gia").evaluate("part => part.scrollIntoView()")
    return _shot(tab)


def _shot(tab: Page) -> Image.Image:
    return Image.open(io.BytesIO(tab.screenshot(animations="disabled"))).convert("RGB")


def _checked(project: Path) -> str:
    """Give what `plansite check` says of the guide's plan, up to the end of the first message about it."""
    done = subprocess.run(
        _plansite(project, "check"), cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False
    )
    told = done.stdout[done.stdout.index(f"{_FILE}:") :]
    return told.split(f"\n{_FILE}:")[0].split("\n\n")[0]


def _terminal(browser: Browser, told: str) -> Image.Image:
    """Show a command and its answer as a window of commands does."""
    tab = browser.new_page(viewport={"width": _TERMINAL[0], "height": _TERMINAL[1]})
    look = "margin:0;padding:16px;background:#1c1917;color:#f5f5f4;font:15px/1.5 monospace;white-space:pre-wrap"
    tab.set_content(f'<body style="margin:0"><pre style="{look}">$ plansite check\n{html.escape(told)}</pre>')
    return Image.open(io.BytesIO(tab.locator("pre").screenshot())).convert("RGB")
