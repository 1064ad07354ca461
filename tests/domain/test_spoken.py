"""Numbers in words: a table, and the law that an independent reader of the words finds the number again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.spoken import NumberWords, said_decimal, said_digits, said_number
from generator.wording import load_strings

WORDS = NumberWords.of(load_strings("vi").section("spoken.numbers"))

SAID = {
    0: "không",
    1: "một",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    19: "mười chín",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    31: "ba mươi mốt",
    44: "bốn mươi tư",
    55: "năm mươi lăm",
    71: "bảy mươi mốt",
    99: "chín mươi chín",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    111: "một trăm mười một",
    115: "một trăm mười lăm",
    121: "một trăm hai mươi mốt",
    217: "hai trăm mười bảy",
    740: "bảy trăm bốn mươi",
    999: "chín trăm chín mươi chín",
    1000: "một nghìn",
    1001: "một nghìn không trăm linh một",
    1010: "một nghìn không trăm mười",
    1045: "một nghìn không trăm bốn mươi lăm",
    1100: "một nghìn một trăm",
    1416: "một nghìn bốn trăm mười sáu",
    1945: "một nghìn chín trăm bốn mươi lăm",
    2000: "hai nghìn",
    2004: "hai nghìn không trăm linh bốn",
    2009: "hai nghìn không trăm linh chín",
    2021: "hai nghìn không trăm hai mươi mốt",
    2024: "hai nghìn không trăm hai mươi tư",
    2025: "hai nghìn không trăm hai mươi lăm",
    2045: "hai nghìn không trăm bốn mươi lăm",
    5415: "năm nghìn bốn trăm mười lăm",
    10000: "mười nghìn",
    10005: "mười nghìn không trăm linh năm",
    21000: "hai mươi mốt nghìn",
    100000: "một trăm nghìn",
    105000: "một trăm linh năm nghìn",
    1000000: "một triệu",
    1000005: "một triệu không trăm linh năm",
    1005000: "một triệu không trăm linh năm nghìn",
    1250000: "một triệu hai trăm năm mươi nghìn",
    20000000: "hai mươi triệu",
    1000000000: "một tỷ",
    2000000001: "hai tỷ không trăm linh một",
    -3: "âm ba",
}


@pytest.mark.parametrize(("number", "words"), SAID.items())
def test_a_number_is_said_as_announcers_say_it(number, words):
    assert said_number(number, WORDS) == words


DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
          "bảy": 7, "tám": 8, "chín": 9}  # fmt: skip
SCALES = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3}


def understood(words: str) -> int:
    """Understand number words by adding up, without knowing how they are made."""
    total = group = digit = 0
    for word in words.split():
        if word in DIGITS:
            digit = DIGITS[word]
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word in SCALES:
            total, group, digit = total + (group + digit) * SCALES[word], 0, 0
        else:
            assert word == "linh"
    return total + group + digit


@given(st.integers(0, 10**9))
def test_every_number_is_understood_again(number):
    assert understood(said_number(number, WORDS)) == number


def test_all_small_numbers_are_understood_again():
    assert [understood(said_number(n, WORDS)) for n in range(12_000)] == list(range(12_000))


def test_no_two_numbers_sound_alike():
    said = {said_number(n, WORDS) for n in range(12_000)}
    assert len(said) == 12_000


@pytest.mark.parametrize(
    ("whole", "decimals", "words"),
    [(0, "4", "không phẩy bốn"), (3, "25", "ba phẩy hai mươi lăm"), (1, "05", "một phẩy không năm"),
     (2, "0", "hai phẩy không"), (12, "004", "mười hai phẩy không không bốn")],
)  # fmt: skip
def test_decimals_follow_the_comma_with_their_zeros(whole, decimals, words):
    assert said_decimal(whole, decimals, WORDS) == words


def test_a_telephone_number_is_said_digit_by_digit():
    assert said_digits("0272", WORDS) == "không hai bảy hai"
