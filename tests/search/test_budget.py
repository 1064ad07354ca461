"""What the search costs a phone, measured over the wire with compression on a first visit."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from tests.search.box import open_box, search

KB = 1000
QUERIES = ["gop y", "UBND thành phố Tân An", "31/3/2023"]


@dataclass
class Wire:
    """What a page loads: addresses, and bytes as they came over the wire, headers included."""

    page: Page
    asked: list[str] = field(default_factory=list)
    size: float = 0


@pytest.fixture
def wire(browser: Browser) -> Iterator[Wire]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    wire = Wire(context.new_page())
    session = context.new_cdp_session(wire.page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda event: wire.asked.append(event["request"]["url"]))

    def count(event: dict) -> None:
        wire.size += event["encodedDataLength"]

    session.on("Network.loadingFinished", count)
    yield wire
    context.close()


def visit(wire: Wire, address: str) -> None:
    wire.page.goto(address, wait_until="networkidle")


@pytest.mark.parametrize("path", ["ke-hoach/lai-chau-dan-van-2023/", "ke-hoach/vinh-chao-mung-dai-hoi/", ""])
def test_nothing_of_the_search_comes_before_it_is_used(wire, address, path):
    visit(wire, address + path)
    assert [url for url in wire.asked if "/tim-kiem/" in url or "/search." in url] == []


@pytest.mark.parametrize("plan", ["lai-chau-dan-van-2023", "vinh-chao-mung-dai-hoi", "duc-pho-dan-van-de-an-13"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_plan_page_stays_small_with_the_box_in_its_head(wire, address, plan, prefix):
    visit(wire, f"{address}{prefix}ke-hoach/{plan}/")
    assert wire.size <= 90 * KB
    assert len([url for url in wire.asked if not url.startswith("data:")]) <= 8


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_first_query_costs_at_most_a_quarter_of_a_megabyte(wire, address, prefix, query):
    visit(wire, address + prefix)
    before = wire.size
    open_box(wire.page)
    search(wire.page, query)
    wire.page.wait_for_load_state("networkidle")
    assert wire.page.locator(".ps-search__results > li").count() > 0
    print(f"{prefix}{query}: {wire.size - before:.0f} B, {len(wire.asked)} requests")
    assert wire.size - before <= 250 * KB
    assert all(url.startswith((address, "data:", "blob:")) for url in wire.asked)
