"""The site as the README recommends to host it: by nginx with the file of `plansite workflows nginx`, where it is here.

Otherwise by a small server with the same compression, caching and headers, which it takes from the site's `_headers`.
"""

import gzip
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# An address of this machine, which ends with a slash, and the folder that is shown there.
Shown = tuple[str, Path]
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".atom", ".csv", ".txt", ".webmanifest", ".wasm"}
SMALLEST_COMPRESSED = 512  # bytes
_MAIN = """daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;
events {{}}
http {{
  include {types}; default_type application/octet-stream; access_log off;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
  scgi_temp_path {folder};
  include {site};
}}
"""


def nginx() -> str | None:
    """Give nginx where it is installed: Debian puts it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@contextmanager
def hosted(project: Path, site: Path, folder: Path) -> Iterator[Shown]:
    """Show the `site` of `project`; `folder` takes what the server needs."""
    program = nginx()
    with _by_nginx(program, project, site, folder) if program else by_python(site) as shown:
        yield shown


@contextmanager
def _by_nginx(program: str, project: Path, site: Path, folder: Path) -> Iterator[Shown]:
    port = _free_port()
    types = Path(program).resolve().parents[2] / "etc/nginx/mime.types"
    _write_site_file(project, site, folder, port)
    main = _MAIN.format(folder=folder, types=types, site=folder / "plansite-nginx.conf")
    (folder / "main.conf").write_text(main, encoding="utf-8")
    running = subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "main.conf")])
    try:
        _wait_for(port, running)
        yield f"http://127.0.0.1:{port}/", site
    finally:
        running.terminate()
        running.wait()


def _write_site_file(project: Path, site: Path, folder: Path, port: int) -> None:
    command = [sys.executable, "-m", "generator", "--project", str(project), "workflows", "nginx"]
    options = ["--output", str(folder), "--folder", str(site), "--port", str(port)]
    subprocess.run([*command, *options], check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    """Wait until somebody answers at `port`; RuntimeError where nginx gave up or takes ten seconds."""
    for _ in range(200):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        if running.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError("nginx does not answer; its message stands above")


@contextmanager
def by_python(site: Path) -> Iterator[Shown]:
    """Show `site` as nginx would."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_LikeNginx, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", site
    finally:
        server.shutdown()
        server.server_close()


class _LikeNginx(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file, or with the page of those that are not there."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.is_file():
            self._answer(200, file)
        else:
            self._answer(404, Path(self.directory) / "404.html")

    def _answer(self, status: int, file: Path) -> None:
        small = file.suffix in COMPRESSED and file.stat().st_size >= SMALLEST_COMPRESSED
        body = _compressed(file) if small else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self._type(file))
        self.send_header("Content-Length", str(len(body)))
        if small:
            self.send_header("Content-Encoding", "gzip")
        for name, words in _headers(Path(self.directory), self.path, status).items():
            self.send_header(name, words)
        self.end_headers()
        self.wfile.write(body)

    def _type(self, file: Path) -> str:
        kind = self.guess_type(str(file))
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def handle(self) -> None:
        """A browser that leaves a page drops what it asked for."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@lru_cache(maxsize=512)
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


def _headers(site: Path, address: str, status: int) -> dict[str, str]:
    """Give what `_headers` says of an address; what it does not say how to keep is asked for again."""
    found = {"Cache-Control": "no-cache"}
    for pattern, name, words in _rules(site / "_headers"):
        if re.fullmatch(pattern, address) and not (name == "Cache-Control" and status != 200):
            found[name] = words
    return found


@lru_cache
def _rules(file: Path) -> tuple[tuple[str, str, str], ...]:
    """Read a Netlify header file: (pattern of addresses, name, words) of each line; none where there is no file."""
    rules, pattern = [], ""
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith("  "):
            name, _, words = line.strip().partition(": ")
            rules.append((pattern, name, words))
        else:
            pattern = re.escape(line).replace(r"\*", ".*")
    return tuple(rules)
