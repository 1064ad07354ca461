"""Numbers as Vietnamese announcers say them: "hai nghìn không trăm hai mươi tư", "một trăm linh năm".

The words come from outside (strings, section `spoken`), as everything that people read or hear.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.frozen import frozen

_BILLION = 10**9


@frozen
class NumberWords:
    """The words that numbers are said with; `groups` are those of 10^0, 10^3 and 10^6."""

    digits: Sequence[str]
    ten: str
    tens: str
    after_tens: Mapping[int, str]
    """Digits that sound otherwise after twenty and more: mốt, tư, lăm."""
    five_after_ten: str
    hundred: str
    odd: str
    """What stands for an empty place of tens: linh."""
    groups: Sequence[str]
    billion: str
    point: str
    minus: str

    @classmethod
    def of(cls, section: Mapping[str, Any]) -> "NumberWords":
        """Make them of the section `spoken.numbers`."""
        after = {int(digit): word for digit, word in section["after_tens"].items()}
        return cls(**{**section, "after_tens": after})


def said_number(number: int, words: NumberWords) -> str:
    """Say a whole number. A group below another is said in full: 2005 is "hai nghìn không trăm linh năm"."""
    if number < 0:
        return f"{words.minus} {said_number(-number, words)}"
    if number == 0:
        return words.digits[0]
    return " ".join(_parts(number, words, full=False))


def said_decimal(whole: int, decimals: str, words: NumberWords) -> str:
    """Say a decimal fraction: 0,4 is "không phẩy bốn"; zeros after the comma are said one by one."""
    zeros = len(decimals) - len(decimals.lstrip("0"))
    rest = decimals.lstrip("0")
    said = [words.digits[0]] * zeros + ([said_number(int(rest), words)] if rest else [])
    return " ".join((said_number(whole, words), words.point, *said))


def said_digits(digits: str, words: NumberWords) -> str:
    """Say digits one by one, as of a telephone number."""
    return " ".join(words.digits[int(digit)] for digit in digits)


def _parts(number: int, words: NumberWords, *, full: bool) -> list[str]:
    billions, rest = divmod(number, _BILLION)
    said = [*_parts(billions, words, full=full), words.billion] if billions else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            said += _group(group, words, full=bool(said) or full)
            said += [words.groups[power]] if words.groups[power] else []
    return said


def _group(group: int, words: NumberWords, *, full: bool) -> list[str]:
    """Say up to three digits; `full` says the hundreds even where there are none."""
    hundreds, below = divmod(group, 100)
    said = [words.digits[hundreds], words.hundred] if hundreds or full else []
    tens, ones = divmod(below, 10)
    if tens == 0:
        between = [words.odd] if said else []
        return [*said, *between, words.digits[ones]] if ones else said
    if tens == 1:
        last = words.five_after_ten if ones == 5 else words.digits[ones]
        return [*said, words.ten, *([last] if ones else [])]
    last = words.after_tens.get(ones, words.digits[ones])
    return [*said, words.digits[tens], words.tens, *([last] if ones else [])]
