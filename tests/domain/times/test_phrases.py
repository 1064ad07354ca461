"""What a language must say about time, and what stays Vietnamese in it."""

import pytest

from generator.domain.times import TimeState, parse_time, printed_time
from generator.wording import known_languages, load_strings

EXAMPLE = "vào dịp Đại hội đại biểu lần thứ XXV"


def test_every_language_has_the_same_phrases(phrases_en, phrases_vi):
    assert set(phrases_en) == set(phrases_vi)
    sections = "part outlook event amount frequency recurring deferral period manner".split()  # noqa: SIM905
    for section in sections:
        assert set(phrases_en[section]) == set(phrases_vi[section]), section


@pytest.mark.parametrize("code", known_languages())
def test_every_state_has_words(code):
    assert set(load_strings(code).section("states")) == set(TimeState)


def test_words_that_stay_vietnamese_are_told_to_the_caller(phrases_en, phrases_vi):
    time = parse_time(EXAMPLE)
    printed = printed_time(time, phrases_en)
    assert printed.text == "on the occasion of Đại hội đại biểu lần thứ XXV"
    assert printed.untranslated == "Đại hội đại biểu lần thứ XXV"
    assert printed_time(time, phrases_vi).untranslated is None
    assert printed_time(time, phrases_en, anchor_translation="the 25th Congress").untranslated is None


def test_what_is_not_understood_is_shown_as_written(phrases_en):
    printed = printed_time(parse_time("lúc nào đó"), phrases_en)
    assert (printed.text, printed.untranslated) == ("lúc nào đó", "lúc nào đó")


def test_vietnamese_pads_days_but_not_months_in_the_short_form(phrases_vi):
    assert printed_time(parse_time("trước ngày 5/02/2024"), phrases_vi).text == "trước ngày 05/2/2024"
