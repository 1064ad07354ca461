"""Every problem has its words in every language, with the same values in them."""

import string
from pathlib import Path

import pytest

import generator
from generator.wording import known_languages, load_strings

SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(generator.__file__).parent.rglob("*.py"))
CODES = sorted(load_strings("vi").section("problems"))


def names_in(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", known_languages())
@pytest.mark.parametrize("section", ["problems", "problem_report"])
def test_all_languages_have_the_same_problems_with_the_same_values(language, section):
    wanted = {code: names_in(text) for code, text in load_strings("vi").section(section).items()}
    assert {code: names_in(text) for code, text in load_strings(language).section(section).items()} == wanted


@pytest.mark.parametrize("code", CODES)
def test_no_words_are_kept_for_a_problem_that_is_gone(code):
    made = code.removeprefix("hidden_")
    assert any(form in SOURCES for form in (f'"{code}"', f'"{code.removesuffix("_near")}"', f"?P<{made}>"))


@pytest.mark.parametrize("code", CODES)
def test_a_problem_is_told_in_whole_sentences(code):
    for language in known_languages():
        text = load_strings(language).section("problems")[code]
        assert text[0].isupper() or text[0] in "“{", text
        assert text.endswith((".", "?")), text
