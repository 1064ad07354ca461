"""Debian's Chromium, driven by Playwright; and what a visit to a page costs over the wire."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from audit.equipment import program

PHONE = {"width": 360, "height": 740}
# A phone on "Slow 4G", as Lighthouse means it: what comes late must not push what is already read.
_LATENCY, _BYTES_A_SECOND, _CPU = 150, 1_600_000 / 8, 4


@contextmanager
def opened() -> Iterator[Browser]:
    """Open the browser, in no window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Wire:
    """What a page asks for: addresses, and bytes as they come over the wire, headers included."""

    asked: list[str] = field(default_factory=list)
    size: float = 0

    def listen(self, session: CDPSession) -> None:
        """Write down from now on what the page of `session` asks for."""
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def elsewhere(self, host: str) -> tuple[str, ...]:
        """Give what was asked of other hosts than `host` ("127.0.0.1:8000")."""
        return tuple(url for url in self.asked if urlsplit(url).netloc != host)

    def _asked(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        if not url.startswith(("data:", "blob:")):
            self.asked.append(url)

    def _came(self, event: dict[str, Any]) -> None:
        self.size += event["encodedDataLength"]


@contextmanager
def first_visit(browser: Browser) -> Iterator[tuple[Page, Wire]]:
    """Open a phone with nothing remembered, on a slow network."""
    context = browser.new_context(viewport=PHONE, locale="vi-VN")  # type: ignore[arg-type]
    page, wire = context.new_page(), Wire()
    session = context.new_cdp_session(page)
    wire.listen(session)
    speed = {"downloadThroughput": _BYTES_A_SECOND, "uploadThroughput": _BYTES_A_SECOND}
    session.send("Network.emulateNetworkConditions", {"offline": False, "latency": _LATENCY, **speed})
    session.send("Emulation.setCPUThrottlingRate", {"rate": _CPU})
    yield page, wire
    context.close()
