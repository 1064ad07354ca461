"""The project itself, built once with its search, and shown."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.publishing.build import Request, build
from tests.search.serving import serving

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("search")
    report = build(Request(ROOT, base / "site", DAY, cache=base / "cache")).report
    assert report is not None
    assert report.search_failure is None
    return base / "site"


@pytest.fixture(scope="session")
def address(searchable: Path) -> Iterator[str]:
    with serving(searchable) as shown:
        yield shown


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone with nothing remembered; an error in a script is a failure."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []
