"""Structured data use schema.org's terms as schema.org defines them, say what the page says, and cannot end early."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.structured import graph
from tests.website.built import BuiltPage, plain

TERMS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "schema_org/terms.json").read_text(encoding="utf-8")
)
ADDRESS = "https://ke-hoach.example/"
TEXTS, DAYS, MOMENTS = {"Text", "CssSelectorType", "XPathType", "PronounceableText"}, {"Date"}, {"DateTime"}


def with_parents(kind: str) -> set[str]:
    """Give a type and everything above it."""
    return {kind}.union(*(with_parents(parent) for parent in TERMS[kind].get("from", ())))


def range_of(kind: str, name: str) -> set[str] | None:
    found = [TERMS[one]["properties"][name] for one in with_parents(kind) if name in TERMS[one].get("properties", ())]
    return set(found[0]) if found else None


def is_day(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(date.fromisoformat(text))


def is_moment(text: str) -> bool:
    return "T" in text and datetime.fromisoformat(text).tzinfo is not None


def is_address(text: str) -> bool:
    return urlsplit(text).scheme in ("http", "https") and bool(urlsplit(text).netloc)


def fits(value: object, allowed: set[str]) -> bool:
    """Say whether a value is of one of the types; an address stands for a thing that is described there."""
    if isinstance(value, dict):
        return bool(with_parents(value["@type"]) & allowed)
    if isinstance(value, bool):
        return "Boolean" in allowed
    if isinstance(value, int):
        return bool({"Integer", "Number"} & allowed)
    assert isinstance(value, str)
    if TEXTS & allowed:
        return bool(value)
    if ({"Date", "DateTime"} & allowed) and (
        (DAYS & allowed and is_day(value)) or (MOMENTS & allowed and is_moment(value))
    ):
        return True
    return ("URL" in allowed or any(one in TERMS for one in allowed)) and is_address(value)


def wrong(node: dict[str, Any]) -> Iterator[str]:
    """Give each type, property and value of a node that schema.org does not have or allow."""
    kind = node["@type"]
    if kind not in TERMS:
        yield f"no type {kind}"
        return
    for name, value in node.items():
        if name == "@type":
            continue
        allowed = range_of(kind, name)
        if allowed is None:
            yield f"{kind} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not fits(one, allowed):
                yield f"{kind}.{name}: {one!r} is none of {sorted(allowed)}"
            if isinstance(one, dict):
                yield from wrong(one)


def nodes(page: BuiltPage) -> list[dict[str, Any]]:
    blocks = page.tree.xpath("//script[@type='application/ld+json']/text()")
    assert len(blocks) <= 1, page.path
    if not blocks:
        return []
    block = json.loads(blocks[0])
    assert set(block) == {"@context", "@graph"}
    assert block["@context"] == "https://schema.org"
    return block["@graph"]


def of_type(page: BuiltPage, kind: str) -> list[dict[str, Any]]:
    return [node for node in nodes(page) if kind in with_parents(node["@type"])]


@pytest.mark.parametrize("node", [
    {"@type": "Evnt"},
    {"@type": "Event", "starts": "2024-08-09"},
    {"@type": "Event", "startDate": "9/8/2024"},
    {"@type": "Event", "location": {"@type": "Organization"}},
    {"@type": "Organization", "startDate": "2024-08-09"},
    {"@type": "Dataset", "isAccessibleForFree": "có"},
    {"@type": "Dataset", "license": "của trang"},
])  # fmt: skip
def test_what_schema_org_does_not_have_is_found(node):
    assert list(wrong(node))


def test_every_term_is_one_of_schema_org(site):
    found = {f"{page.path}: {one}" for page in site.pages for node in nodes(page) for one in wrong(node)}
    assert found == set()


def test_the_kinds_that_are_promised_are_there(site):
    kinds = {node["@type"] for page in site.pages for node in nodes(page)}
    assert {"WebSite", "Dataset", "Event", "GovernmentOrganization", "Organization", "BreadcrumbList"} <= kinds


def test_the_trail_is_the_one_that_the_page_shows(site):
    with_trail = 0
    for page in site.pages:
        shown = page.tree.xpath("//nav[@class='ps-path']//li")
        told = of_type(page, "BreadcrumbList")
        if page.tree.xpath("//meta[@name='robots']"):
            assert told == []
            continue
        assert len(told) == len(page.tree.xpath("//nav[@class='ps-path']")), page.path
        for one, item in zip(shown, told[0]["itemListElement"] if told else (), strict=True):
            label = "".join(one.xpath(".//text()[not(ancestor::*[@class='ps-lang'])]"))
            assert plain(label) == plain(item["name"]), page.path
            assert ("item" in item) == bool(one.xpath(".//a")), page.path
            with_trail += 1
    assert with_trail > 100


def test_every_address_of_this_site_leads_somewhere(site):
    def addresses(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (found for one in value.values() for found in addresses(one))
        elif isinstance(value, list):
            yield from (found for one in value for found in addresses(one))
        elif isinstance(value, str) and value.startswith(ADDRESS):
            yield value

    found = {address for page in site.pages for node in nodes(page) for address in addresses(node)}
    assert len(found) > 100
    for address in found:
        path, _, fragment = address.removeprefix(ADDRESS).partition("#")
        assert site.has(path), address
        assert not fragment or site.page(path).at(fragment) is not None, address


def test_an_event_is_told_with_the_day_and_the_place_that_the_plan_states(site):
    events = {page.path: of_type(page, "Event") for page in site.pages if of_type(page, "Event")}
    assert set(events) == {f"{code}ke-hoach/long-khanh-chinh-quyen-than-thien/" for code in ("", "en/")}
    event = events["ke-hoach/long-khanh-chinh-quyen-than-thien/"][0]
    assert (event["startDate"], event["endDate"]) == ("2024-08-09", "2024-08-09")
    assert event["location"]["name"] == "UBND phường Xuân An"


def test_a_body_of_the_party_is_not_called_one_of_the_government(site):
    assert of_type(site.page("co-quan/ubnd-long-khanh/"), "GovernmentOrganization")
    party = of_type(site.page("co-quan/thanh-uy-tan-an/"), "Organization")
    assert [node["@type"] for node in party] == ["Organization"]


def test_no_search_address_is_told_as_the_search_has_none(site):
    assert "SearchAction" not in site.page("").text


@given(st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028"]))
def test_no_text_ends_the_block(text):
    written = graph([{"@type": "Thing", "name": text}])
    assert re.search("[<>&\u2028\u2029]", written) is None
    assert json.loads(written)["@graph"][0]["name"] == text
