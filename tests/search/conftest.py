"""The project itself, built once with its search, and shown."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.publishing.build import Request, build
from generator.reading.project import read_project
from tests.search.serving import serving

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search") / "site"
    project = read_project(ROOT).project
    assert project is not None
    report = build(project, Request(ROOT, folder, DAY))
    assert report.search_failure is None
    return folder


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
