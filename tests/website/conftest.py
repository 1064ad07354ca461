"""The project itself, built once for each of three days; a server that shows it; pages in a browser."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.website.built import BuiltSite
from tests.website.projects import ROOT, run

CLOSED, OPEN, EARLY = "2026-11-20", "2024-03-01", "2023-03-15"


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Let one of several test processes in at a time."""
    while True:
        with suppress(FileExistsError):
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        time.sleep(0.05)
    try:
        yield
    finally:
        lock.unlink()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], BuiltSite]:
    """Build the project for a day, once for all test processes together."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    @cache
    def build(day: str) -> BuiltSite:
        folder = shared / f"site-{day}"
        with only_one(shared / f"site-{day}.lock"):
            if not folder.exists():
                done = run("--project", ROOT, "build", "--output", folder, "--as-of", day, "--jobs", "1")
                assert done.exit_code == 0, done.output
        return BuiltSite(folder)

    return build


@pytest.fixture(scope="session")
def site(built: Callable[[str], BuiltSite]) -> BuiltSite:
    """The project on a day when nothing is open."""
    return built(CLOSED)


@pytest.fixture(scope="session")
def site_when_open(built: Callable[[str], BuiltSite]) -> BuiltSite:
    """The project on a day when the campaign of Tân An takes feedback."""
    return built(OPEN)


@pytest.fixture(scope="session")
def site_when_early(built: Callable[[str], BuiltSite]) -> BuiltSite:
    """The project on a day before that campaign begins."""
    return built(EARLY)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass

    def handle(self) -> None:
        # A browser that leaves a page drops what it asked for.
        with suppress(ConnectionError):
            super().handle()


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[BuiltSite], str]]:
    """Show a site at an address of this machine, which ends with a slash."""
    servers: list[ThreadingHTTPServer] = []

    @cache
    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield lambda site: serve(site.folder)
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make a reader: a browser with nothing remembered, on a phone unless something else is asked for."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        phone = {"viewport": {"width": 360, "height": 740}, "locale": "vi-VN"}
        contexts.append(browser.new_context(**(phone | options)))
        contexts[-1].set_default_timeout(5000)
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()
