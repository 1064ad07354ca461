"""Two languages, and a third for the asking: what is translated, what falls back, and how a reader can tell."""

import re
import shutil
from pathlib import Path

import pytest

from generator import wording
from generator.routes import Routes
from generator.wording import load_strings
from tests.website.built import BuiltPage, BuiltSite, plain, words
from tests.website.projects import SMALL, TAN_AN, build, change, copy_of

# Small words that no sentence of the language goes without. Names may stand in any language.
SMALL_WORDS = {
    "vi": re.compile(r"\b(của|và|các|những|được|trong|không|với|cho)\b"),
    "en": re.compile(r"\b(the|of|and|with|for|is|are|by)\b"),
}
# The original stands in quotes or brackets.
QUOTED = re.compile(r"“[^”]*”|\([^)]*\)")


def language_at(node) -> str:
    """Give the language in force at an element."""
    return node.xpath("(ancestor-or-self::*[@lang])[last()]/@lang")[0]


def language_of_text(text) -> str:
    """Give the language in force at a text, which may stand in an element or behind one."""
    parent = text.getparent()
    return language_at(parent if text.is_text else parent.getparent())


def texts_in(page: BuiltPage, language: str):
    """Give the texts, names and descriptions that the page says are in `language`."""
    for text in page.tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]"):
        if language_of_text(text) == language:
            yield plain(text)
    for element in page.tree.xpath("//*[@alt or @aria-label or @title]"):
        if language_at(element) == language:
            yield from (plain(element.get(name)) for name in ("alt", "aria-label", "title") if element.get(name))


def foreign(site: BuiltSite, language: str, other: str) -> list[str]:
    """Give texts that claim to be in `language` and read as `other`."""
    return [
        f"{page.path}: {text}"
        for page in site.pages
        for text in texts_in(page, language)
        if SMALL_WORDS[other].search(QUOTED.sub("", text))
    ]


def test_no_vietnamese_sentence_is_called_english(site):
    assert foreign(site, "en", "vi") == []


def test_no_english_sentence_is_called_vietnamese(site):
    assert foreign(site, "vi", "en") == []


def test_titles_and_descriptions_are_in_the_language_of_their_page(site):
    for page in site.pages:
        language = page.tree.get("lang")
        other = {"vi": "en", "en": "vi"}[language]
        said = [page.tree.findtext(".//title"), *page.tree.xpath("//meta[@name='description']/@content")]
        assert not [text for text in said if SMALL_WORDS[other].search(QUOTED.sub("", text))], page.path


def test_the_five_plans_need_no_fallback(site):
    label = load_strings("en").say("fallback.label")
    for page in site.pages:
        if page.path.startswith("en/ke-hoach/"):
            labels = [one for one in page.tree.xpath("//*[contains(@class, 'ps-lang')]") if words(one) == label]
            assert labels == [], page.path


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> BuiltSite:
    """The small site, whose second half nobody has translated."""
    project = copy_of(SMALL, tmp_path_factory.mktemp("small"))
    change(project / "plans/le-ra-mat.yaml", "status: draft", "status: issued")
    assert build(project).exit_code == 0
    return BuiltSite(project.parent / "site")


def holder(page: BuiltPage, text: str):
    """Give the innermost element that holds `text`."""
    found = [element for element in page.main.iter() if isinstance(element.tag, str) and text in words(element)]
    return found[-1]


@pytest.mark.parametrize(
    ("plan_id", "text"),
    [
        (TAN_AN, "Tham mưu tổ chức phát động cuộc vận động."),
        (TAN_AN, "Quy chế xét chọn"),
        ("long-khanh-chinh-quyen-than-thien", "Trên 95% người dân hài lòng."),
        ("long-khanh-chinh-quyen-than-thien", "Đại biểu thành phố"),
        ("long-khanh-chinh-quyen-than-thien", "Ký cam kết"),
    ],
)
def test_a_text_without_translation_is_vietnamese_and_says_so(small, plan_id, text):
    element = holder(small.page(Routes("en").plan(plan_id)), text)
    assert language_at(element) == "vi"
    label = load_strings("en").say("fallback.label")
    assert label in words(element.getparent()) or label in words(element)


def test_what_is_translated_stands_in_english_without_a_label(small):
    page = small.page(Routes("en").plan(TAN_AN))
    heading = page.tree.xpath("//h1")[0]
    assert words(heading) == "Suggestions and ideas"
    assert not heading.xpath(".//*[@lang]")


@pytest.mark.parametrize(
    ("plan_id", "item", "expected"),
    [
        (TAN_AN, "phat-dong", "in Q1 2023"),
        (TAN_AN, "phat-dong", "Leads"),
        (TAN_AN, "phat-dong", "Coordinates"),
        (TAN_AN, "phat-dong", "People's Committee of Tân An City"),
        (TAN_AN, "phat-dong", "Leads and directs"),
        (TAN_AN, "tong-ket", "before 30 August 2024"),
        (TAN_AN, "tong-ket", "Past the stated date, no result published"),
        (TAN_AN, "muc-tham-gia", "Telephone"),
        (TAN_AN, "muc-tham-gia", "Closed for feedback"),
        (TAN_AN, "muc-van-ban", "Resolution"),
        ("long-khanh-chinh-quyen-than-thien", "kinh-phi", "Appraises"),
        ("long-khanh-chinh-quyen-than-thien", "kinh-phi", "Division of Finance and Planning"),
        ("long-khanh-chinh-quyen-than-thien", "kinh-phi", "People's Committee of Xuân An Ward"),
        ("long-khanh-chinh-quyen-than-thien", "le-ra-mat", "9 August 2024"),
        ("long-khanh-chinh-quyen-than-thien", "le-ra-mat", "No venue stated"),
        ("long-khanh-chinh-quyen-than-thien", "chi-tieu-1", "over 95%"),
    ],
)
def test_headings_roles_times_states_and_bodies_are_english_by_rule(small, plan_id, item, expected):
    page = small.page(Routes("en").plan(plan_id))
    element = page.at(item)
    english = plain(" ".join(text for text in element.xpath(".//text()") if language_of_text(text) == "en"))
    assert expected.casefold() in english.casefold()


def test_every_heading_of_a_section_is_english(small):
    for page in small.pages:
        if page.path.startswith("en/"):
            assert [words(h) for h in page.main.iter("h2") if language_at(h) != "en"] == [], page.path


def test_a_page_nobody_translated_says_so_and_is_marked_vietnamese(small):
    page = small.page("en/tro-giup/")
    assert load_strings("en").say("fallback.page") in words(page.main)
    assert page.main.xpath(".//*[@lang='vi']")


@pytest.fixture
def with_french(tmp_path, monkeypatch) -> Path:
    """A program that has one more file of words: English ones under the code of French, and a project that uses it."""
    strings = tmp_path / "strings"
    shutil.copytree(wording._FOLDER, strings)
    shutil.copy(strings / "en.yml", strings / "fr.yml")
    change(strings / "fr.yml", "{code: en, name: English, locale: en_GB}", "{code: fr, name: Français, locale: fr_FR}")
    change(strings / "fr.yml", "nav: {home: Home,", "nav: {home: Accueil,")
    monkeypatch.setattr(wording, "_FOLDER", strings)
    load_strings.cache_clear()
    project = copy_of(SMALL, tmp_path)
    change(project / "site_config.yml", "languages: [vi, en]", "languages: [vi, en, fr]")
    yield project
    load_strings.cache_clear()


def test_a_third_language_is_one_file_of_words_and_one_line(with_french):
    done = build(with_french)
    assert done.exit_code == 0, done.output
    site = BuiltSite(with_french.parent / "site")
    page = site.page("fr/ke-hoach/tan-an-gop-y-hien-ke/")
    assert page.tree.get("lang") == "fr"
    assert "Accueil" in words(page.tree.body)
    assert "Ban Tuyên giáo" in words(page.main)
    switch = page.tree.xpath("//header//a[@hreflang]")
    assert {(link.get("hreflang"), page.leads_to(link.get("href"))[0]) for link in switch} == {
        ("vi", "ke-hoach/tan-an-gop-y-hien-ke/"),
        ("en", "en/ke-hoach/tan-an-gop-y-hien-ke/"),
    }
    assert len(site.page("").tree.xpath("//link[@rel='alternate'][@hreflang]")) == 4


def test_a_third_language_has_every_page_of_the_others(with_french):
    assert build(with_french).exit_code == 0
    paths = {page.path for page in BuiltSite(with_french.parent / "site").pages}
    third = {path.removeprefix("fr/") for path in paths if path.startswith("fr/")}
    assert third == {path.removeprefix("en/") for path in paths if path.startswith("en/")}


def test_one_language_alone_has_no_switch(tmp_path):
    project = copy_of(SMALL, tmp_path)
    change(project / "site_config.yml", "languages: [vi, en]", "languages: [vi]")
    assert build(project).exit_code == 0
    site = BuiltSite(tmp_path / "site")
    assert [page.path for page in site.pages if page.tree.xpath("//a[@hreflang]")] == []
    assert not any(file.startswith("en/") for file in site.files)
