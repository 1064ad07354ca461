"""The grammar of calendar units as written, where a year or month may be left to the words that follow."""

from collections.abc import Callable
from dataclasses import replace

from generator.domain.times.kinds import Part, UnitKind
from generator.domain.times.piece import Piece, year_value
from generator.domain.times.words import (
    ImpossibleTime,
    Reading,
    number,
    quarter_number,
    small_number,
    weekday_at,
)

_PARTS = {"đầu": Part.EARLY, "giữa": Part.MIDDLE, "cuối": Part.LATE}
_TEN_DAYS = {"thượng": Part.FIRST_TEN_DAYS, "trung": Part.SECOND_TEN_DAYS, "hạ": Part.LAST_TEN_DAYS}
_HALVES = {"đầu": Part.FIRST_HALF, "cuối": Part.SECOND_HALF}
_MONTH_WORDS = {"giêng": 1, "chạp": 12}
PieceMatch = tuple[Piece, int] | None


def piece_at(reading: Reading, index: int, *, marked: bool) -> PieceMatch:
    """The unit that starts at `index`, and the index after it.

    `marked`: words before it say that a time follows, so that "15/3" is a date and not a fraction.
    """
    word = reading.words[index]
    if word.isdecimal():
        return _months_of_year(reading, index) or _numeric_date(reading, index, marked)
    rule = _RULES.get(word)
    found = rule(reading, index) if rule else None
    return (replace(found[0], span=(index, found[1])), found[1]) if found else None


def year_at(reading: Reading, index: int) -> tuple[int | None, int]:
    """An optional year after a month or quarter ("/2024", " năm 2024"), and the index after it."""
    words = reading.words
    at = index + 1 if words[index] in {"/", "-", ".", ","} else index
    named = words[at] == "năm" or reading.has(at, "của", "năm")
    at += 0 if not named else 2 if words[at] == "của" else 1
    value = words[at]
    short = len(value) == 2 and words[at - 1] in {"/", "năm"}
    if (named or words[index] != ",") and value.isdecimal() and (len(value) == 4 or short):
        year = year_value(value, reading)
        if year is not None:
            return year, at + 1
    return None, index


def _numeric_date(reading: Reading, index: int, marked: bool) -> PieceMatch:
    """5/8/2024, 05-8-2024, 5.8.2024, 15/3, 8/2024, 2024-08-05."""
    words = reading.words
    if len(words[index]) == 4:
        return _iso_date(reading, index)
    first, sep, second = words[index], words[index + 1], words[index + 2]
    if sep not in {"/", "-", "."} or small_number(first) is None or not second.isdecimal():
        return None
    if len(second) == 4:
        found = Piece(kind=UnitKind.MONTH, month=int(first), year=int(second)) if sep == "/" else None
        return _spanned(found, index, index + 3)
    if small_number(second) is None:
        return None
    if words[index + 3] == sep and words[index + 4].isdecimal():
        year = year_value(words[index + 4], reading)
        if year is None or (sep != "/" and len(words[index + 4]) != 4):
            return None
        return _spanned(_day(int(first), int(second), year), index, index + 5)
    if sep != "/" or words[index + 3] in {"/", "."}:
        return None
    recurring = words[index + 3] in {"hằng", "mỗi"}
    return _spanned(_day(int(first), int(second), None), index, index + 3) if marked or recurring else None


def _iso_date(reading: Reading, index: int) -> PieceMatch:
    words = reading.words
    shape = (words[index + 1], words[index + 3], len(words[index + 2]), len(words[index + 4]))
    if shape != ("-", "-", 2, 2) or not (words[index + 2] + words[index + 4]).isdecimal():
        return None
    return _spanned(_day(int(words[index + 4]), int(words[index + 2]), int(words[index])), index, index + 5)


def _day(day: int, month: int, year: int | None) -> Piece:
    return Piece(kind=UnitKind.DAY, day=day, month=month, year=year)


def _spanned(piece: Piece | None, start: int, end: int) -> PieceMatch:
    return (replace(piece, span=(start, end)), end) if piece else None


def _months_of_year(reading: Reading, index: int) -> PieceMatch:
    """6 tháng đầu năm 2024, 9 tháng đầu năm, 6 tháng cuối năm."""
    if reading.words[index + 1] != "tháng" or reading.words[index + 2] not in {"đầu", "cuối"}:
        return None
    count = small_number(reading.words[index])
    at = reading.skip(index + 3, "của")
    if reading.words[at] != "năm" or not count:
        return None
    if count > 11:
        raise ImpossibleTime(reading.slice(index, at + 1))
    year, after = year_at(reading, at)
    sign = 1 if reading.words[index + 2] == "đầu" else -1
    after = max(after, at + 1)
    return _spanned(Piece(kind=UnitKind.MONTHS, number=sign * count, year=year), index, after)


def _after_day_word(reading: Reading, index: int) -> PieceMatch:
    """ngày 5/8/2024, ngày 5 tháng 8 năm 2024, ngày 5, ngày … tháng 6 năm 2024."""
    at = reading.skip(index + 1, ":")
    words = reading.words
    if words[at] in {"…", "tháng"}:
        return _blank_day(reading, reading.skip(at, "…"))
    day = small_number(words[at])
    if day is None:
        return None
    if words[at + 1] == "tháng":
        return _long_date(reading, at + 1, day)
    numeric = _numeric_date(reading, at, True)
    if numeric:
        return numeric if numeric[0].kind is UnitKind.DAY else None
    return (Piece(kind=UnitKind.DAY, day=day), at + 1)


def _long_date(reading: Reading, index: int, day: int) -> PieceMatch:
    month = _month_number(reading, index + 1)
    if not month:
        return None
    year, after = year_at(reading, month[1])
    return _day(day, month[0], year), after


def _blank_day(reading: Reading, index: int) -> PieceMatch:
    if reading.words[index] != "tháng":
        return None
    at = reading.skip(index + 1, "…")
    month = _month_number(reading, at) if at == index + 1 else None
    year, after = year_at(reading, month[1] if month else at)
    if year is None:
        return None
    if month:
        return Piece(kind=UnitKind.MONTH, month=month[0], year=year, blank=True), after
    return Piece(kind=UnitKind.YEAR, year=year, blank=True), after


def _month_number(reading: Reading, index: int) -> tuple[int, int] | None:
    """A month's number, digits or word; "năm" is five only where a year's "năm" follows."""
    word = reading.words[index]
    if word in _MONTH_WORDS:
        return _MONTH_WORDS[word], index + 1
    if word == "mười" and reading.words[index + 1] in {"một", "hai"}:
        return 10 + (number(reading.words[index + 1]) or 0), index + 2
    if word == "năm" and reading.words[index + 1] not in {"năm", "/"}:
        return None
    value = small_number(word) if word.isdecimal() else number(word)
    return (value, index + 1) if value is not None else None


def _month(reading: Reading, index: int) -> PieceMatch:
    month = _month_number(reading, index + 1)
    if not month:
        return None
    year, after = year_at(reading, month[1])
    return Piece(kind=UnitKind.MONTH, month=month[0], year=year), after


def _quarter(reading: Reading, index: int) -> PieceMatch:
    value = quarter_number(reading.words[index + 1])
    if value is None:
        return None
    year, after = year_at(reading, index + 2)
    return Piece(kind=UnitKind.QUARTER, number=value, year=year), after


def _year(reading: Reading, index: int) -> PieceMatch:
    word = reading.words[index + 1]
    if len(word) == 2 and reading.words[index + 2] not in {"", ".", ",", ")", ";"}:
        return None
    year = year_value(word, reading)
    return (Piece(kind=UnitKind.YEAR, year=year), index + 2) if year is not None else None


def _part(reading: Reading, index: int) -> PieceMatch:
    part = _PARTS[reading.words[index]]
    if reading.has(index + 1, "năm") and not reading.words[index + 2].isdecimal():
        return Piece(kind=UnitKind.YEAR, part=part), index + 2
    return _with_part(reading, index + 1, part)


def _with_part(reading: Reading, index: int, part: Part) -> PieceMatch:
    rule = {"tháng": _month, "quý": _quarter, "năm": _year}.get(reading.words[index])
    found = rule(reading, index) if rule else None
    return (replace(found[0], part=part), found[1]) if found else None


def _half(reading: Reading, index: int) -> PieceMatch:
    """nửa đầu tháng 5/2024, nửa cuối năm 2024."""
    half = _HALVES.get(reading.words[index + 1])
    if half is None or reading.words[index + 2] == "quý":
        return None
    found = _with_part(reading, index + 2, half)
    if found and found[0].kind is UnitKind.YEAR:
        months = 6 if half is Part.FIRST_HALF else -6
        return Piece(kind=UnitKind.MONTHS, number=months, year=found[0].year), found[1]
    return found


def _ten_days(reading: Reading, index: int) -> PieceMatch:
    if not reading.has(index + 1, "tuần", "tháng"):
        return None
    found = _month(reading, index + 2)
    return (replace(found[0], part=_TEN_DAYS[reading.words[index]]), found[1]) if found else None


def _week(reading: Reading, index: int) -> PieceMatch:
    """tuần thứ hai của tháng 3/2024, tuần đầu tháng 5/2024, tuần cuối tháng 5/2024."""
    found = _week_number(reading, index + 1)
    if not found:
        return None
    at = reading.skip(found[1], "của", "trong")
    month = _month(reading, at) if reading.words[at] == "tháng" else None
    if not month:
        return None
    return replace(month[0], kind=UnitKind.WEEK, number=found[0]), month[1]


def _week_number(reading: Reading, index: int) -> tuple[int, int] | None:
    words = reading.words
    if words[index] == "đầu":
        return 1, reading.skip(index + 1, "tiên")
    if words[index] == "cuối":
        return -1, reading.skip(index + 1, "cùng")
    at = reading.skip(index, "thứ")
    value = 1 if words[at] == "nhất" else number(words[at])
    return (value, at + 1) if value is not None and (value <= 5 or at > index) else None


def _weekday_date(reading: Reading, index: int) -> PieceMatch:
    """thứ Hai, ngày 05/8/2024."""
    weekday = weekday_at(reading, index)
    if not weekday:
        return None
    at = reading.skip(weekday[1], ",", "(")
    closes = reading.words[at - 1] == "("
    found = piece_at(reading, at, marked=True)
    if not found or found[0].kind is not UnitKind.DAY or found[0].weekday is not None:
        return None
    return replace(found[0], weekday=weekday[0]), reading.skip(found[1], ")") if closes else found[1]


_RULES: dict[str, Callable[[Reading, int], PieceMatch]] = {
    "ngày": _after_day_word, "tháng": _month, "quý": _quarter, "năm": _year, "nửa": _half, "tuần": _week,
    "đầu": _part, "giữa": _part, "cuối": _part, "thượng": _ten_days, "trung": _ten_days, "hạ": _ten_days,
    "thứ": _weekday_date, "chủ": _weekday_date,
}  # fmt: skip
