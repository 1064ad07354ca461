"""A small server for looking at a site while writing it: this machine only, with reload."""

import html
import json
import re
import threading
import time
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.drawing.policy import source_hash
from generator.frozen import frozen

_VERSION = "/__version"
_SCRIPT = """(function () {
  var seen = null;
  var look = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;"
    + "background:#7f1d1d;color:#fff;font:14px/1.5 monospace;z-index:9999";
  function show(now) {
    var box = document.getElementById("plansite-problems");
    if (!now.problems) { if (box) box.remove(); return; }
    if (!box) {
      box = document.createElement("section");
      box.id = "plansite-problems";
      box.setAttribute("role", "alert");
      box.lang = now.language;
      box.tabIndex = 0;
      box.style.cssText = look;
      box.appendChild(document.createElement("strong"));
      box.appendChild(document.createElement("pre")).style.cssText = "white-space:pre-wrap;margin:0.5rem 0 0";
      document.body.appendChild(box);
    }
    if (box.lastChild.textContent === now.problems) return;
    box.firstChild.textContent = now.heading;
    box.lastChild.textContent = now.problems;
  }
  function ask() {
    fetch("/__version").then(function (r) { return r.json(); }).then(function (now) {
      if (seen !== null && now.version !== seen) { location.reload(); return; }
      seen = now.version;
      show(now);
    }).catch(function () {}).then(function () { setTimeout(ask, document.hidden ? 1500 : 150); });
  }
  ask();
})();"""
# Pages compute their states anew on the day of whoever reads them; this makes it noon of another day in Viet Nam.
_CLOCK = "(function(){var n=Date.now,s=n();Date.now=function(){return %d+n()-s}})()"


@frozen
class PreviewWords:
    """What the preview says of itself: over problems, over a bug of the program, and before there is a site."""

    language: str
    heading: str
    crashed: str
    waiting: str


class Preview:
    """The site in `folder`, shown at 127.0.0.1 as on `day` (None: today); `show` tells browsers of a build."""

    def __init__(self, folder: Path, words: PreviewWords, day: date | None = None) -> None:
        self.folder = folder
        self._clock = _CLOCK % (_noon(day) * 1000) if day is not None else ""
        self._words = words
        # Never the number of an earlier server: a page that was open then is loaded again.
        self._version = time.time_ns()
        self._problems = ""
        self._heading = words.heading

    def show(self, problems: str, *, crashed: bool = False) -> None:
        """Show `problems` (text) over the page as it was; where there are none, let browsers load the new one.

        `crashed` says that they are a bug of the program, not of the data.
        """
        self._heading = self._words.crashed if crashed else self._words.heading
        self._problems = problems
        if not problems:
            self._version += 1

    def start(self, port: int) -> ThreadingHTTPServer:
        """Answer requests in a thread until the server is shut down. Raises OSError where the port is taken."""
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, self))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def state(self) -> bytes:
        """Give what browsers ask for again and again."""
        words = {"heading": self._heading, "language": self._words.language}
        # JavaScript's numbers are exact up to 2^53; the version is only compared.
        return json.dumps({"version": str(self._version), "problems": self._problems, **words}).encode()

    def shown(self, page: bytes) -> bytes:
        """Put the reloading script at the end of a page, and the other day's clock before all else.

        The page's policy is made to allow the one; the other stands before it.
        """
        allowed = re.sub(rb'(Content-Security-Policy" content=")', rb"\1connect-src 'self'; ", page, count=1)
        allowed = allowed.replace(b"script-src ", f"script-src {source_hash(_SCRIPT)} ".encode(), 1)
        if self._clock:
            allowed = allowed.replace(b"<meta", f"<script>{self._clock}</script><meta".encode(), 1)
        return allowed.replace(b"</body>", f"<script>{_SCRIPT}</script></body>".encode())

    def waiting(self) -> bytes:
        """Give the page that stands where there is no site yet."""
        words = html.escape(self._words.waiting)
        head = f'<html lang="{self._words.language}"><head><meta charset="utf-8"><title>{words}</title></head>'
        return f"<!doctype html>{head}<body><p>{words}</p></body></html>".encode()


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site; pages get the script that reloads them."""

    def __init__(self, preview: Preview, *args: object) -> None:
        self._preview = preview
        super().__init__(*args, directory=str(preview.folder))  # type: ignore[arg-type]

    def handle(self) -> None:
        """Answer; a browser that leaves a page drops what it asked for."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Answer one request."""
        if self.path == _VERSION:
            self._answer(self._preview.state(), "application/json", HTTPStatus.OK)
            return
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if file.is_dir() else file
        if file.is_dir() and not self.path.split("?")[0].endswith("/"):
            super().do_GET()
        elif page.suffix == ".html" and page.is_file():
            self._answer(self._preview.shown(page.read_bytes()), "text/html; charset=utf-8", HTTPStatus.OK)
        elif not file.exists():
            self._not_found()
        else:
            super().do_GET()

    def _not_found(self) -> None:
        """Show the site's own page for a wrong address, or that the site is not there yet."""
        page = self._preview.folder / "404.html"
        content = page.read_bytes() if page.is_file() else self._preview.waiting()
        self._answer(self._preview.shown(content), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

    def _answer(self, content: bytes, kind: str, status: HTTPStatus) -> None:
        """Send an answer that nobody keeps."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Say nothing: the terminal is for what was built."""


def _noon(day: date) -> int:
    """Give noon of a day in Viet Nam (UTC+7) in seconds since 1970."""
    return int(datetime(day.year, day.month, day.day, 5, tzinfo=UTC).timestamp())
