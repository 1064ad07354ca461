"""Draws the pictures of the documents from the site itself: each page on a phone, beside the same on a desk.

    .venv/bin/python tools/pictures.py

Builds this project into a folder of its own and writes docs/pictures/*.png; needs what `make test` installs.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from guide_pictures import first_plan

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
# A day on which a campaign takes feedback: the page has its large button.
AS_OF = "2024-03-01"
PAGES = {
    "plan": "ke-hoach/tan-an-gop-y-hien-ke/",
    "timeline": "lich/",
}
PHONE, DESK = (360, 740), (1100, 740)
GAP, GROUND = 24, "#d6d3d1"
# Screenshots of text need few colours; this keeps each picture well under 150 KB.
COLOURS, WIDTH = 32, 1100


def main() -> None:
    """Build, look, draw."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = [sys.executable, "-m", "generator", "build", "--output", str(site), "--as-of", AS_OF]
        subprocess.run(build, cwd=ROOT, check=True)
        with _served(site) as address, _browser() as browser:
            PICTURES.mkdir(parents=True, exist_ok=True)
            for name, path in PAGES.items():
                views = [_look(browser, address + path, size) for size in (PHONE, DESK)]
                _save(_side_by_side(views), PICTURES / f"{name}.png")
            for name, views in first_plan(browser, Path(folder), AS_OF):
                _save(_side_by_side(views), PICTURES / f"{name}.png")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Show a folder at an address of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _browser() -> Iterator[Browser]:
    """Open Debian's Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is missing: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


def _look(browser: Browser, address: str, size: tuple[int, int]) -> Image.Image:
    """Give the first screen of a page; the site's clock stands at the day of the build."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="vi-VN")
    page = context.new_page()
    page.clock.set_fixed_time(f"{AS_OF}T09:00:00+07:00")
    page.goto(address, wait_until="networkidle")
    shot = page.screenshot(animations="disabled")
    context.close()
    return Image.open(io.BytesIO(shot)).convert("RGB")


def _side_by_side(views: list[Image.Image]) -> Image.Image:
    """Put pictures next to each other, on a quiet ground."""
    width = sum(view.width for view in views) + GAP * (len(views) + 1)
    sheet = Image.new("RGB", (width, max(view.height for view in views) + 2 * GAP), GROUND)
    left = GAP
    for view in views:
        sheet.paste(view, (left, GAP))
        left += view.width + GAP
    return sheet


def _save(sheet: Image.Image, file: Path) -> None:
    width = min(WIDTH, sheet.width)
    small = sheet.resize((width, round(sheet.height * width / sheet.width)), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
