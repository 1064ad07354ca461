"""A small server for looking at a site while writing it: this machine only, with reload."""

import json
import re
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.drawing.policy import source_hash

_VERSION = "/__version"
_SCRIPT = """(function () {
  var seen = null;
  function ask() {
    fetch("/__version").then(function (r) { return r.json(); }).then(function (now) {
      if (seen !== null && now.version !== seen) { location.reload(); return; }
      seen = now.version;
      var box = document.getElementById("plansite-problems");
      if (now.problems && !box) {
        box = document.createElement("pre");
        box.id = "plansite-problems";
        box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;"
          + "padding:1rem;background:#7f1d1d;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap;z-index:9999";
        document.body.appendChild(box);
      }
      if (box) box.textContent = now.problems;
    }).catch(function () {}).then(function () { setTimeout(ask, 700); });
  }
  ask();
})();"""


class Preview:
    """The site in `folder`, shown at 127.0.0.1. `show` tells open browsers that there is something new."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._version = 0
        self._problems = ""

    def show(self, problems: str) -> None:
        """Let browsers reload; `problems` (text, may be empty) is what they show over the page."""
        self._version += 1
        self._problems = problems

    def start(self, port: int) -> None:
        """Answer requests in a thread until the program ends. Raises OSError where the port is taken."""
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, self))
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def state(self) -> bytes:
        """Give what browsers ask for again and again."""
        return json.dumps({"version": self._version, "problems": self._problems}).encode()


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site; pages get the script that reloads them."""

    def __init__(self, preview: Preview, *args: object) -> None:
        self._preview = preview
        super().__init__(*args, directory=str(preview.folder))  # type: ignore[arg-type]

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
            self._answer(_with_script(page.read_bytes()), "text/html; charset=utf-8", HTTPStatus.OK)
        elif not file.exists():
            self._not_found()
        else:
            super().do_GET()

    def _not_found(self) -> None:
        """Show the site's own page for a wrong address."""
        page = self._preview.folder / "404.html"
        content = _with_script(page.read_bytes()) if page.is_file() else _with_script(b"<body></body>")
        self._answer(content, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

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


def _with_script(page: bytes) -> bytes:
    """Put the reloading script at the end of a page, and let the page's policy allow it."""
    allowed = re.sub(rb'(Content-Security-Policy" content=")', rb"\1connect-src 'self'; ", page, count=1)
    allowed = allowed.replace(b"script-src ", f"script-src {source_hash(_SCRIPT)} ".encode(), 1)
    return allowed.replace(b"</body>", f"<script>{_SCRIPT}</script></body>".encode())
