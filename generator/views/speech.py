"""A Vietnamese text as an announcer says it: numbers, dates, symbols and short forms in words, nothing to look at."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from generator.views.speaker import speaker

Say = Callable[[re.Match[str]], str]
Rule = tuple[str, Say]
Change = tuple[re.Pattern[str], Say]

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"


def spoken(text: str, short_forms: Mapping[str, str] | None = None) -> str:
    """Give `text` as it is read aloud; `short_forms` are further abbreviations and what they stand for."""
    return _spoken(text, tuple((short_forms or {}).items()))


@lru_cache(256)
def _spoken(text: str, own: tuple[tuple[str, str], ...]) -> str:
    """Say a text; the two versions of a script have most lines in common, and are tried at several lengths."""
    for pattern, change in (_short_forms(own), *_changes()):
        text = pattern.sub(change, text)
    return _tidy(text)


def syllables(text: str) -> int:
    """Count the syllables of a spoken text: in Vietnamese each is a word of its own."""
    return len(re.findall(r"[^\W\d_]+", text))


@lru_cache
def _short_forms(own: tuple[tuple[str, str], ...]) -> Change:
    """Make the change that spells out short forms, those of a document before the common ones."""
    table = {**speaker().words["abbreviations"], **dict(own)}
    listed = "|".join(re.escape(form) for form in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?<![\w/-])({listed})(?![\w/-])"), lambda found: table[found[1]]


@lru_cache
def _changes() -> tuple[Change, ...]:
    """Give the changes in their order: longer and surer forms first, so that a date is no fraction."""
    rules = (*_named(), *_dates(), *_parts_of_dates(), *_numbers(), *_marks())
    return tuple((re.compile(pattern), change) for pattern, change in rules)


def _named() -> tuple[Rule, ...]:
    """Addresses, telephone numbers, symbols of documents."""
    says = speaker()
    symbol = r"[A-Z\u0110][\w.]*(?:[-/][A-Z\u0110][\w.]*)*"
    return (
        (r"(?i)https?://(\S+?)/?(?=[\s,.;)]*(?:\s|$))", lambda f: says.address(f[1])),
        (r"(?<![\w.])(?!\d\d?[.-]\d\d?[.-]\d{4})(\+?0\d[\d .-]{6,13}\d)(?![\w/])", lambda f: says.phone(f[1])),
        (rf"(?<![\w/])(\d{{1,5}})(?:/(\d{{4}}))?([-/])({symbol})", lambda f: says.symbol(f[1], f[2], f[3], f[4])),
    )


def _dates() -> tuple[Rule, ...]:
    """Whole dates and ranges of them, with or without the noun that the words have already."""
    says, words = speaker(), speaker().words
    noun = rf"(?:{words['day']}\s+)?"
    day, month, year, to = words["day"], words["month"], words["year"], words["to"]
    return (
        (
            noun + r"(\d{1,2})/(\d{1,2})\s*[-–]\s*(\d{1,2})/(\d{1,2})/(\d{4})",
            lambda f: f"{says.date(f[1], f[2])} {to} {says.date(f[3], f[4], f[5])}",
        ),
        (r"(?<=/\d{4})\s*[-–]\s*(?=\d{1,2}/)", lambda _: f" {to} "),
        (noun + r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", lambda f: says.date(f[1], f[2], f[3])),
        (
            rf"{day}\s+(\d{{1,2}})\s+{month}\s+(\d{{1,2}})(?:\s+{year}\s+(\d{{4}}))?",
            lambda f: says.date(f[1], f[2], f[3]),
        ),
        (rf"{day}\s+(\d{{1,2}})/(\d{{1,2}})(?!\d|/)", lambda f: says.date(f[1], f[2])),
    )


def _parts_of_dates() -> tuple[Rule, ...]:
    """A day, a month, a quarter, a time of day, a Roman numeral."""
    says, words = speaker(), speaker().words
    day, month, quarter = words["day"], words["month"], words["quarter"]
    nouns = "|".join(words["before_roman"])
    return (
        (rf"{day}\s+(\d{{1,2}})(?!\d|/)", lambda f: f"{day} {says.day(f[1])}"),
        (rf"(?:{month}\s+)?(?<![\d/])(\d{{1,2}})/(\d{{4}})(?!\d|/)", lambda f: says.month_of(f[1], f[2])),
        (rf"{month}\s+(\d{{1,2}})(?!\d|/)", lambda f: f"{month} {says.month(f[1])}"),
        (rf"{quarter}\s+(IV|I{{1,3}})(?:/(\d{{4}}))?(?!\w)", lambda f: says.quarter(f[1], f[2])),
        (rf"(?<!\w)((?i:{nouns}))\s+([IVXLC]+)(?!\w)", lambda f: says.ordinal(f[1], f[2])),
        (r"(?<!\w)(\d{1,2})h(\d{2})?(?!\w)", lambda f: says.clock(f[1], f[2])),
    )


def _numbers() -> tuple[Rule, ...]:
    """Ranges, shares, measures, and every other number."""
    says, words = speaker(), speaker().words
    return (
        (r"(?<=\d)\s*[-–]\s*(?=\d)", lambda _: f" {words['to']} "),
        (
            rf"(?<!\d)({_NUMBER})\s*/\s*({_NUMBER})(?!\d)",
            lambda f: f"{says.number(f[1])} {words['over']} {says.number(f[2])}",
        ),
        (rf"({_NUMBER})\s*%", lambda f: f"{says.number(f[1])} {words['percent']}"),
        (rf"({_NUMBER})\s*m[2²](?!\w)", lambda f: f"{says.number(f[1])} {words['square_metre']}"),
        (_NUMBER, lambda f: f" {says.number(f[0])} "),
    )


def _marks() -> tuple[Rule, ...]:
    """Short forms that nobody explained are spelt; dashes are pauses, slashes nothing."""
    return (
        (r"%", lambda _: f" {speaker().words['percent']} "),
        (r"(?<!\w)[A-Z\u0110]{2,6}(?!\w)", lambda f: speaker().letters(f[0])),
        (r"\s+-\s+", lambda _: " "),
        (r"\s*[–—]\s*", lambda _: ", "),
        (r"(?<=\w)[-/](?=\w)", lambda _: " "),
    )


_TIDYING = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\s*[(\[{]\s*", ", "),
        (r"\s*[)\]}]", ","),
        (r"[“”\"'‘’«»*_#<>|]", ""),
        (r"\s+", " "),
        (r"\s+([,.:;!?])", r"\1"),
        (r"[,:;]+(?=[.!?,;])", ""),
        (r"([.!?]){2,}", r"\1"),
    )
)


def _tidy(text: str) -> str:
    """Leave out brackets, quotes and doubled marks: commas take the place of brackets."""
    for pattern, instead in _TIDYING:
        text = pattern.sub(instead, text)
    return text.strip(" ,")
