"""Labels of documents are understood as places in a series, whatever their punctuation."""

import pytest

from generator.reading.warnings.labels import bare_label, places


def numbers(*labels):
    return [place.number if place else None for place in places(labels)]


@pytest.mark.parametrize(
    "labels",
    [
        ("1.", "2.", "3."),
        ("(1).", "(2)", "3/"),
        ("1.1.", "1.2.", "1.3"),
        ("I-", "II -", "III."),
        ("A.", "B.", "C."),
        ("a)", "b)", "c)"),
        ("Bước 1:", "Bước 2:", "Bước 3:"),
    ],
)
def test_labels_of_one_style_count_on(labels):
    assert numbers(*labels) == [1, 2, 3]
    assert len({place.series for place in places(labels)}) == 1


def test_letters_that_could_be_roman_are_read_by_their_company():
    assert numbers("c)", "d)") == [3, 4]
    assert numbers("IV.", "V.", "VI.") == [4, 5, 6]
    assert numbers("h)", "i)", "k)") == [7, 8, 9]


def test_d_with_a_stroke_is_no_step_of_its_own():
    assert numbers("d)", "đ)", "e)") == [4, None, 5]


def test_a_dash_and_a_word_are_no_numbers():
    assert numbers("-", "+", "Mục", "*") == [None, None, None, None]


def test_two_levels_are_two_series():
    first, second = places(("1.1.", "2.1."))
    assert first.series != second.series


def test_a_superscript_is_no_number():
    assert numbers("²", "1²") == [None, None]


def test_punctuation_does_not_make_a_label():
    assert bare_label("III -") == bare_label("III-") == "iii"
