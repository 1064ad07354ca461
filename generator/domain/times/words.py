"""From text to words: NFC, one spelling for variants, positions kept to quote names verbatim."""

import re
import unicodedata
from datetime import time

from generator.domain.times.expression import TimeContext

_TOKEN = re.compile(r"\d+|[^\W\d_]+|\.{2,}|…+|_+|[^\w\s]")
_FOLDED = {
    "hàng": "hằng", "quí": "quý", "qúy": "quý", "kì": "kỳ", "dip": "dịp", "bẩy": "bảy",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "―": "-", "...": "…", "..": "…",
}  # fmt: skip
_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_PADDING = ("",) * 12


class ImpossibleTime(Exception):  # noqa: N818 - not an error of the program: it ends the reading of one expression
    """The words name a day, month, quarter or hour that does not exist; its argument is that part."""


class Reading:
    """The words of one text with their positions, and the context that the text stands in."""

    __slots__ = ("context", "size", "spans", "text", "words")

    def __init__(self, text: str, context: TimeContext) -> None:
        self.text = text
        self.context = context
        self.spans = [match.span() for match in _TOKEN.finditer(text)]
        found = [text[start:end].lower() for start, end in self.spans]
        self.size = len(found)
        # Empty words after the end let a rule look ahead without counting.
        self.words = (*(_folded(word) for word in found), *_PADDING)

    def slice(self, start: int, end: int) -> str:
        """The text from word `start` up to, not including, word `end`, verbatim."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def has(self, index: int, *words: str) -> bool:
        """Whether these words stand at `index`."""
        return self.words[index : index + len(words)] == words

    def pair(self, index: int) -> tuple[str, str]:
        """The word at `index` and the one after it."""
        return self.words[index], self.words[index + 1]

    def skip(self, index: int, *optional: str) -> int:
        """The index after one optional word."""
        return index + 1 if self.words[index] in optional else index


def _folded(word: str) -> str:
    if word[0] in "._…":
        return "…" if len(word) > 1 or word == "…" else word
    return _FOLDED.get(word, word)


def nfc(text: str) -> str:
    """The text in NFC, as every text of the project."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def number(word: str) -> int | None:
    """The value of one to six digits or of a number word up to ten."""
    if word.isdecimal():
        return int(word) if len(word) <= 6 else None
    return _NUMBERS.get(word)


def small_number(word: str) -> int | None:
    """The value of one or two digits, the form of days and months."""
    return int(word) if len(word) <= 2 and word.isdecimal() else None


def quarter_number(word: str) -> int | None:
    """The value of a quarter's number: Roman, digit or word."""
    return _ROMAN.get(word) or (int(word) if len(word) == 1 and word.isdecimal() else _NUMBERS.get(word))


def weekday_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """A weekday (0 is Monday) and the index after it: "thứ Hai", "thứ 6", "Chủ nhật"."""
    if reading.has(index, "chủ", "nhật"):
        return 6, index + 2
    if reading.words[index] != "thứ":
        return None
    value = number(reading.words[index + 1])
    return (value - 2, index + 2) if value and 2 <= value <= 7 else None


def clock_at(reading: Reading, index: int) -> tuple[time, int] | None:
    """A time of day and the index after it: 17h00, 8 giờ 30 phút, 8:30, 17h."""
    words = reading.words
    hour, mark = words[index], words[index + 1]
    if small_number(hour) is None or mark not in {"h", "g", "giờ", ":"}:
        return None
    minute = words[index + 2]
    after = index + 2
    if small_number(minute) is not None and not (mark == "giờ" and words[index + 3] in {"/", "tháng"}):
        after = reading.skip(index + 3, "phút", "p", "'")
    elif mark == ":":
        return None
    else:
        minute = "0"
    if int(hour) == 24 and int(minute) == 0:
        return None  # the end of a day, which a time of day cannot say: left unread
    if int(hour) > 23 or int(minute) > 59:
        raise ImpossibleTime(reading.slice(index, after))
    return time(int(hour), int(minute)), after
