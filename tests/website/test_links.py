"""Every link leads somewhere, every page says what it is, and every item of a plan can be linked to."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from generator.routes import AGENCIES, FEEDBACK, PLANS, SEARCH, TIMELINE, Routes, output_file
from tests.website.built import BuiltPage, BuiltSite, addresses_in_style, language_of, plain
from tests.website.projects import PLANS as PLAN_IDS
from tests.website.projects import real_plan, real_project

ADDRESS = "https://ke-hoach.example/"
# Role blocks are shown inside the tasks that they cover.
WITHOUT_ELEMENT = {"role_blocks"}


def failing(site: BuiltSite, wrong: object) -> list[str]:
    """Give the paths of the pages for which `wrong` is true."""
    return [page.path or "/" for page in site.pages if wrong(page)]


def is_whole(page: BuiltPage) -> bool:
    """Say whether the page stands at an address of its own, in its own language: neither a 404 nor a code's page."""
    return not page.path.endswith(".html") and not page.path.startswith("Q/")


def test_the_site_has_every_public_path_in_both_languages(site):
    for language in ("vi", "en"):
        routes = Routes(language)
        for path in ("", PLANS, AGENCIES, TIMELINE, FEEDBACK, "404.html"):
            assert site.has(routes.at(path)), routes.at(path)
        for plan_id in PLAN_IDS.values():
            assert site.has(routes.plan(plan_id))
        for name in ("gioi-thieu", "quyen-rieng-tu", "kha-nang-tiep-can", "lien-he"):
            assert site.has(routes.content(name))
    assert site.has("robots.txt")
    assert site.has("sitemap.xml")


def test_every_body_of_the_registry_has_a_page(site):
    agencies = real_project().registry.agencies
    paths = [Routes(language).agency(name) for name in agencies for language in ("vi", "en")]
    assert [path for path in paths if not site.has(path)] == []


def broken_links(site: BuiltSite) -> Iterator[str]:
    """Give each link that leads to no file, or to no element of its page."""
    for page in site.pages:
        for link in set(page.links()):
            led = page.leads_to(link)
            if led is None:
                continue
            path, fragment = led
            if not site.has(path):
                yield f"{page.path}: {link}"
            elif fragment and output_file(path).endswith(".html") and site.page(path).at(fragment) is None:
                yield f"{page.path}: {link} (no such id)"


@pytest.mark.parametrize("which", ["site", "site_when_open", "site_when_early"])
def test_every_link_leads_to_a_file_and_to_an_element(which, request):
    assert list(broken_links(request.getfixturevalue(which))) == []


def test_a_link_ends_as_its_target_does(site):
    """A page is linked with its final slash: without it, a host answers by a redirect, or not at all."""
    without = [
        f"{page.path}: {link}"
        for page in site.pages
        for link in set(page.links())
        if (led := page.leads_to(link)) and led[0] not in site.files and not led[0].endswith("/") and led[0]
    ]
    assert without == []


def test_no_id_stands_twice_on_a_page(site):
    twice = {
        page.path: again
        for page in site.pages
        if (again := [name for name, count in Counter(page.ids).items() if count > 1])
    }
    assert twice == {}


def test_labels_and_descriptions_name_elements_that_are_there(site):
    def lost(page: BuiltPage) -> bool:
        named = page.tree.xpath("//@for | //@aria-labelledby | //@aria-describedby | //@aria-controls | //@data-for")
        return any(page.at(one) is None for names in named for one in names.split())

    assert failing(site, lost) == []


def test_a_page_says_its_language(site):
    whole = [page for page in site.pages if not page.path.startswith("Q/")]
    assert [p.path for p in whole if p.tree.get("lang") != language_of(p.path)] == []
    assert {page.tree.get("lang") for page in whole} == {"vi", "en"}


def test_a_page_has_one_heading_of_the_first_level_and_it_says_something(site):
    # The page "not found" of a host is shown for every address, so it speaks all languages.
    other = [page for page in site.pages if not page.path.endswith("404.html")]
    wrong = [p.path for p in other if [bool(plain(h.text_content())) for h in p.tree.xpath("//h1")] != [True]]
    assert wrong == []


def test_headings_do_not_skip_a_level(site):
    def skips(page: BuiltPage) -> bool:
        names = ("h1", "h2", "h3", "h4", "h5", "h6")
        levels = [int(element.tag[1]) for element in page.tree.iter(*names)]
        return any(after > before + 1 for before, after in zip([0, *levels], levels, strict=False))

    assert failing(site, skips) == []


def test_no_heading_is_empty(site):
    headings = "//h1 | //h2 | //h3 | //h4 | //h5 | //h6"
    assert failing(site, lambda page: any(not plain(h.text_content()) for h in page.tree.xpath(headings))) == []


def test_no_link_is_without_a_name(site):
    def nameless(page: BuiltPage) -> bool:
        return any(
            not plain(link.text_content()) and not link.get("aria-label") and not link.xpath(".//img[@alt!='']")
            for link in page.tree.xpath("//a[@href]")
        )

    assert failing(site, nameless) == []


def test_titles_are_there_and_differ_within_a_language(site):
    titles = Counter(
        (page.tree.get("lang"), plain(page.tree.findtext(".//title") or ""))
        for page in site.pages
        if not page.path.endswith("404.html")
    )
    assert all(title for _, title in titles)
    assert [title for title, count in titles.items() if count > 1] == []


def test_a_page_that_is_indexed_has_a_description(site):
    def lacks(page: BuiltPage) -> bool:
        indexed = not page.tree.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")
        return indexed and not any(plain(d) for d in page.tree.xpath("//meta[@name='description']/@content"))

    assert failing(site, lacks) == []


def test_a_page_names_its_own_address(site):
    whole = [page for page in site.pages if is_whole(page)]
    wrong = [p.path for p in whole if p.tree.xpath("//link[@rel='canonical']/@href") != [ADDRESS + p.path]]
    assert wrong == []


def others(page: BuiltPage) -> dict[str, str]:
    """Give the addresses of the page in other languages, as it states them."""
    links = page.tree.xpath("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def test_pages_name_each_other_as_translations(site):
    for page in filter(is_whole, site.pages):
        stated = others(page)
        assert set(stated) == {"vi", "en", "x-default"}, page.path
        assert stated["x-default"] == stated["vi"]
        assert stated[language_of(page.path)] == ADDRESS + page.path
        for code in ("vi", "en"):
            path = stated[code].removeprefix(ADDRESS)
            assert site.has(path), (page.path, path)
            assert others(site.page(path)) == stated


def test_the_language_switch_keeps_the_page(site):
    for page in filter(is_whole, site.pages):
        (switch,) = page.tree.xpath("//header//a[@hreflang]")
        other = switch.get("hreflang")
        assert page.leads_to(switch.get("href"))[0] == others(page)[other].removeprefix(ADDRESS)
        assert switch.get("lang") == other


def test_the_map_of_the_site_names_every_page_that_may_be_indexed(site):
    named = re.findall(r"<loc>([^<]+)</loc>", (site.folder / "sitemap.xml").read_text(encoding="utf-8"))
    indexed = [
        ADDRESS + page.path
        for page in site.pages
        if not page.tree.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")
    ]
    assert sorted(named) == sorted(indexed)


def ids_of(value: object) -> Iterator[str]:
    """Give the id of every part of a plan that a reader can be sent to."""
    if isinstance(value, tuple):
        for one in value:
            yield from ids_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            part = getattr(value, field.name)
            if field.name == "id" and part:
                yield part
            elif field.name not in WITHOUT_ELEMENT:
                yield from ids_of(part)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("plan_id", PLAN_IDS.values())
def test_every_part_of_a_plan_is_an_element_of_its_page(site, plan_id, language):
    expected = set(ids_of(real_plan(plan_id))) - {plan_id}
    assert len(expected) > 20
    assert sorted(expected - set(site.page(Routes(language).plan(plan_id)).ids)) == []


def test_no_page_asks_another_host_for_anything(site):
    asked = [
        f"{page.path}: {address}"
        for page in site.pages
        for address in page.loaded()
        if re.match(r"(?:[a-z]+:)?//", address)
    ]
    assert asked == []


def test_no_style_or_script_asks_another_host_for_anything(site):
    for file in site.files:
        if file.endswith(".css"):
            assert addresses_in_style((site.folder / file).read_text(encoding="utf-8")) == []
        # The search tool's own script names an address in a message; its requests are watched in the browser.
        if file.endswith(".js") and not file.startswith(SEARCH):
            text = (site.folder / file).read_text(encoding="utf-8")
            # What a script fetches is seen in the browser's tests; a full address may only name an XML namespace.
            assert re.findall(r"https?://(?!www\.w3\.org/)[a-z0-9]|sendBeacon|WebSocket", text) == []
