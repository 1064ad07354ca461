"""Every fact of the five documents stands on its page, in the element where a reader looks for it."""

import re

import pytest

from generator.routes import Routes
from tests.website.built import BuiltPage, plain, words
from tests.website.projects import PLANS, facts

SYMBOL = re.compile(r"\d+[-/](?:\d{4}/)?[A-ZĐ][\wĐ./-]*")


def missing(page: BuiltPage, expected: list[tuple[str, str]]) -> list[str]:
    """Give the facts that are not in their element, each with where they should be."""
    texts: dict[str, str | None] = {}
    for place in {place for place, _ in expected}:
        element = page.main if place == "page" else page.at(place)
        texts[place] = None if element is None else words(element)
    return [
        f"{place}: {fact}" if texts[place] is not None else f"{place}: no such id ({fact})"
        for place, fact in expected
        if texts[place] is None or plain(fact) not in texts[place]
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", PLANS)
def test_every_fact_stands_in_its_element(site, name, language):
    page = site.page(Routes(language).plan(PLANS[name]))
    expected = [(fact["at"], fact[language]) for fact in facts(name) if language in fact]
    assert expected or language != "vi"
    assert missing(page, expected) == []


@pytest.mark.parametrize("name", PLANS)
def test_the_english_page_has_the_same_elements(site, name):
    page = site.page(Routes("en").plan(PLANS[name]))
    places = {fact["at"] for fact in facts(name)} - {"page"}
    assert [place for place in sorted(places) if page.at(place) is None] == []


@pytest.mark.parametrize("name", PLANS)
def test_symbols_of_documents_stand_on_the_english_page_too(site, name):
    page = site.page(Routes("en").plan(PLANS[name]))
    expected = [
        (fact["at"], symbol.rstrip(".")) for fact in facts(name) for symbol in SYMBOL.findall(fact.get("vi", ""))
    ]
    assert missing(page, expected) == []


@pytest.mark.parametrize("name", PLANS)
def test_percentages_stand_in_the_same_element_of_the_english_page(site, name):
    page = site.page(Routes("en").plan(PLANS[name]))
    expected = [
        (fact["at"], figure.replace(",", "."))
        for fact in facts(name)
        for figure in re.findall(r"\d+(?:,\d+)?%", fact.get("vi", ""))
    ]
    assert missing(page, expected) == []
