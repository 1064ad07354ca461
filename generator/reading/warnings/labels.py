"""Labels of a document's parts as data: "1.", "(1).", "1.1.", "I-", "a)" are places in a series."""

import re
from collections.abc import Sequence

from generator.frozen import frozen

_LABEL = re.compile(r"^(.*?)(\d{1,3}|[^\W\d_]+)\W*$")
_ROMAN = re.compile(r"(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE | re.ASCII)
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# The letters of points in Vietnamese documents; many writers leave out đ, so it is no step of its own.
_LETTERS = "abcdeghiklmnopqrstuvxy"


@frozen
class Place:
    """The place of a label: the series it belongs to, and its number there, from 1."""

    series: str
    number: int


def bare_label(label: str) -> str:
    """Give a label without its punctuation and spaces, for comparing: "III -" and "III-" are one."""
    return ".".join(re.findall(r"\w+", label)).casefold()


def places(labels: Sequence[str]) -> list[Place | None]:
    """Give the place of each label of one list; None for what is no number, such as a dash or a word.

    Punctuation does not make a series: "(4)." and "(5)" follow each other. A letter that could be a Roman
    numeral is read by the company it keeps.
    """
    split = [_LABEL.match(label.strip()) for label in labels]
    tokens = [found[2] for found in split if found and not found[2].isdecimal()]
    roman = _are_roman(tokens)
    return [_place(found[1], found[2], roman) if found else None for found in split]


def _are_roman(tokens: Sequence[str]) -> bool:
    numerals = all(_ROMAN.fullmatch(token) for token in tokens)
    return numerals and any(len(token) > 1 or token.upper() in "IVX" for token in tokens)


def _place(before: str, token: str, roman: bool) -> Place | None:
    prefix = bare_label(before)
    if token.isdecimal():
        return Place(f"1:{prefix}", int(token))
    if roman:
        return Place(f"I:{prefix}", _roman(token.upper()))
    letter = _LETTERS.find(token.casefold()) if len(token) == 1 else -1
    return Place(f"a:{prefix}:{token.isupper()}", letter + 1) if letter >= 0 else None


def _roman(numeral: str) -> int:
    digits = [_ROMAN_DIGITS[digit] for digit in numeral]
    following = (*digits[1:], 0)
    return sum(-one if one < after else one for one, after in zip(digits, following, strict=True))
