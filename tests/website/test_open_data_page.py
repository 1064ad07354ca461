"""The page of the open data says what there is, how large it is, how it may be used; every address leads on."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest

from generator.views.open_data.tables import TABLES
from generator.views.paper import size_in_words
from tests.website.built import BuiltSite, plain, words
from tests.website.projects import PLANS

ADDRESS = "https://ke-hoach.example/"


def addresses(site: BuiltSite) -> Iterator[str]:
    """Give every address of this site that stands anywhere in the data."""
    for file in site.files:
        if not file.startswith("du-lieu/") or file.endswith(".html"):
            continue
        text = (site.folder / file).read_text(encoding="utf-8")
        if file.endswith(".csv"):
            yield from (
                cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row if cell.startswith(ADDRESS)
            )
        else:
            yield from re.findall(rf'"({ADDRESS}[^"]*)"', text)


def test_every_address_in_the_data_leads_to_a_page_and_an_element(site):
    found = set(addresses(site))
    assert len(found) > 300
    for address in found:
        path, _, fragment = address.removeprefix(ADDRESS).partition("#")
        assert site.has(path), address
        assert not fragment or site.page(path).at(fragment) is not None, address


@pytest.mark.parametrize(("path", "decimal"), [("du-lieu/", ","), ("en/du-lieu/", ".")])
def test_the_page_offers_every_file_with_its_size(site, path, decimal):
    page = site.page(path)
    offered = {
        page.leads_to(link.get("href"))[0]: words(link) for link in page.main.xpath(".//ul[@class='ps-files']//a")
    }
    there = {file for file in site.files if re.fullmatch(r"du-lieu/[^/]+\.(csv|json)", file)}
    assert set(offered) == there
    assert len(there) == len(TABLES) + 2
    for file, said in offered.items():
        size = (site.folder / file).stat().st_size
        assert plain(size_in_words(size, decimal)) in said, file


@pytest.mark.parametrize("path", ["du-lieu/", "en/du-lieu/"])
def test_the_page_explains_every_column(site, path):
    rows = site.page(path).main.xpath(".//details//li")
    told = [words(name) for row in rows for name in row.xpath("./b/code")]
    assert told == [name for table in TABLES for name in table.head(("vi", "en"))]
    assert all(
        plain("".join(row.xpath("br/following-sibling::node()//text() | br/following-sibling::text()"))) for row in rows
    )


def test_a_site_without_a_licence_says_so(site):
    assert site.page("du-lieu/").main.xpath(".//dd[@class='ps-missing']")
    assert json.loads((site.folder / "du-lieu/ke-hoach.json").read_bytes())["licence"] is None


def test_every_page_leads_to_the_data_and_every_plan_to_its_own(site):
    for path in ("", "en/lich/", "co-quan/"):
        links = site.page(path).tree.xpath("//footer//a/@href")
        assert any(
            site.page(path).leads_to(link)[0].endswith("du-lieu/") for link in links if site.page(path).leads_to(link)
        )
    for plan in PLANS.values():
        for prefix in ("", "en/"):
            page = site.page(f"{prefix}ke-hoach/{plan}/")
            led = {found[0] for link in page.links() if (found := page.leads_to(link))}
            assert f"du-lieu/ke-hoach/{plan}.json" in led
