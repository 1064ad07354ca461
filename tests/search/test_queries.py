"""What people type finds what they look for: each query goes through the real box in a real browser."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.search.box import open_box, results, search

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text("utf-8"))
FIRST = 3


@pytest.fixture(scope="module")
def reading(browser: Browser, address: str) -> Iterator[Callable[[str], tuple[Page, str]]]:
    """Give a page with the box open, and the address of its home, one for all queries of a language."""
    context = browser.new_context(viewport={"width": 360, "height": 740})

    @cache
    def of(language: str) -> tuple[Page, str]:
        page, home = context.new_page(), address if language == "vi" else f"{address}{language}/"
        page.goto(home)
        open_box(page)
        return page, home

    yield of
    context.close()


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: f"{row['lang']} {row['q']}")
def test_a_query_finds_its_page(row, reading):
    page, home = reading(row["lang"])
    search(page, row["q"])
    found = results(page, home)
    path, _, part = row.get("first", row.get("among")).partition("#")
    among = found[: 1 if "first" in row else FIRST]
    assert path in [one.path for one in among], [one.path for one in found[:5]]
    if part:
        parts = next(one.parts for one in among if one.path == path)
        assert part in parts


def test_there_are_queries_enough_in_both_languages():
    assert len(QUERIES) >= 60
    assert {row["lang"] for row in QUERIES} == {"vi", "en"}
    assert len({(row["q"], row["lang"]) for row in QUERIES}) == len(QUERIES)
