"""What tests of every floor share: a real browser, and property tests that do not fail on a slow machine."""

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

settings.register_profile("plansite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("plansite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run write the snapshots anew in place of comparing with them."""
    parser.addoption("--update-snapshots", action="store_true", help="write tests/snapshots/ anew")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; a test that needs it is skipped where it is missing, and the summary says so."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is missing: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        # Tests run as root in containers, where Chromium's sandbox does not start; the pages are our own.
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()
