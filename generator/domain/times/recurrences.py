"""The grammar of what comes again: "hằng tháng, quý, 6 tháng, năm", "Trước 31/3 hàng năm"."""

from dataclasses import replace

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.expression import (
    MONTHLY,
    PERIODIC,
    QUARTERLY,
    YEARLY,
    Frequency,
    RecurringDay,
    Wording,
)
from generator.domain.times.kinds import Op, UnitKind
from generator.domain.times.pieces import piece_at
from generator.domain.times.spans import Found, op_at
from generator.domain.times.words import ImpossibleTime, Reading, number, small_number, weekday_at

_UNITS = {
    "ngày": UnitKind.DAY, "tuần": UnitKind.WEEK, "tháng": UnitKind.MONTH, "quý": UnitKind.QUARTER,
    "năm": UnitKind.YEAR,
}  # fmt: skip
_EVERY = frozenset({"hằng", "mỗi", "từng"})
_JOINS = frozenset({",", "và", "hoặc", "-", ";"})
FrequencyMatch = tuple[Frequency, int] | None


def recurrence_at(reading: Reading, index: int) -> Found:
    """A recurrence with or without its day, and the index after it."""
    return (
        _at_least(reading, index)
        or _day_then_frequency(reading, index)
        or _frequencies_then_day(reading, index)
    )


def _at_least(reading: Reading, index: int) -> Found:
    """ít nhất 02 lần một năm."""
    if reading.pair(index) not in {("ít", "nhất"), ("tối", "thiểu")}:
        return None
    found = _times_a_unit(reading, index + 2)
    return (Wording(recur=(found[0],), at_least=True), found[1]) if found else None


def _frequencies_then_day(reading: Reading, index: int) -> Found:
    found = _frequencies(reading, index)
    if not found:
        return None
    wording, after = found
    if len(wording.recur) != 1 or wording.recur[0] == PERIODIC:
        return found
    closes = reading.words[after] == "("
    bound = _op(reading, reading.skip(after, ",", "("))
    days = _days(reading, bound[1], wording.recur[0])
    if not days or (reading.words[bound[1]] not in {"ngày", "thứ", "chủ"} and bound[0] is Op.IN):
        return found
    _check(reading, bound[1], days[1], days[0])
    end = reading.skip(days[1], ")") if closes else days[1]
    return replace(wording, op=bound[0], days=days[0]), end


def _op(reading: Reading, index: int) -> tuple[Op, int]:
    return op_at(reading, index) or (Op.IN, index)


def _frequencies(reading: Reading, index: int) -> Found:
    """One frequency, or several with commas, "và" or "hoặc"; after "định kỳ" a "hằng" may be left out."""
    periodic = reading.has(index, "định", "kỳ")
    at = index + 2 if periodic else index
    first = _frequency(reading, at) or (_named(reading, at) if periodic else None)
    if not first:
        return (Wording(recur=(PERIODIC,)), at) if periodic else None
    found, after, alternatives = [first[0]], first[1], False
    while reading.words[after] in _JOINS and len(found) < 8:
        join = reading.words[after]
        at = reading.skip(after + 1, "và", "hoặc") if join == "," else after + 1
        following = _frequency(reading, at) or _named(reading, at)
        if not following or (join == "-" and reading.words[at].isdecimal()):
            break
        alternatives = alternatives or "hoặc" in {join, reading.words[at - 1]}
        found.append(following[0])
        after = following[1]
    return Wording(recur=tuple(dict.fromkeys(found)), alternatives=alternatives), after


def _frequency(reading: Reading, index: int) -> FrequencyMatch:
    return (
        _every_unit(reading, index)
        or _times_a_unit(reading, index)
        or _once_in_units(reading, index)
        or _slash_unit(reading, index)
    )


def _every_unit(reading: Reading, index: int) -> FrequencyMatch:
    """hằng tháng, mỗi tháng một lần, mỗi năm 02 lần, mỗi 6 tháng."""
    if reading.words[index] not in _EVERY:
        return None
    at, every = index + 1, number(reading.words[index + 1])
    if every and reading.words[at].isdecimal():
        at += 1
    else:
        every = 1
    unit = _UNITS.get(reading.words[at])
    if unit is None:
        return None
    times = number(reading.words[at + 1]) if reading.words[at + 2] == "lần" else None
    return Frequency(unit, every, times or 1), at + 3 if times else at + 1


def _times_a_unit(reading: Reading, index: int) -> FrequencyMatch:
    """hai lần một năm, 02 lần/năm, ít nhất 01 lần mỗi quý."""
    times = number(reading.words[index])
    if not times or reading.words[index + 1] != "lần":
        return None
    at = index + 2
    if reading.words[at] not in {"/", "một", "mỗi", "trong", "1", "01", "hằng"}:
        return None
    at = reading.skip(at + 1, "một", "mỗi", "1", "01")
    every = number(reading.words[at]) if reading.words[at].isdecimal() else None
    unit = _UNITS.get(reading.words[at + 1 if every else at])
    return (Frequency(unit, every or 1, times), at + (2 if every else 1)) if unit else None


def _once_in_units(reading: Reading, index: int) -> FrequencyMatch:
    """06 tháng một lần, 3 năm/lần."""
    every, unit = number(reading.words[index]), _UNITS.get(reading.words[index + 1])
    if not every or unit is None:
        return None
    at = index + 2
    times: int | None = 1
    if reading.words[at] != "/":
        times = number(reading.words[at])
    return (Frequency(unit, every, times), at + 2) if times and reading.words[at + 1] == "lần" else None


def _slash_unit(reading: Reading, index: int) -> FrequencyMatch:
    """The /năm of "ít nhất 01 mô hình/năm"."""
    if reading.words[index] != "/" or index == 0:
        return None
    unit = _UNITS.get(reading.words[index + 1])
    return (Frequency(unit), index + 2) if unit and not reading.words[index + 2].isdecimal() else None


def _named(reading: Reading, index: int) -> FrequencyMatch:
    """A unit whose "hằng" stands earlier: the "quý, 6 tháng, năm" of "hằng tháng, quý, 6 tháng, năm"."""
    unit = _UNITS.get(reading.words[index])
    if unit:
        complete_word = reading.words[index + 1] in {"", ",", "và", "hoặc", ";", ".", "(", ")"} or not (
            reading.words[index + 1].isdecimal() or unit is UnitKind.DAY
        )
        return (Frequency(unit), index + 1) if complete_word else None
    every, unit = small_number(reading.words[index]), _UNITS.get(reading.words[index + 1])
    if (
        not every
        or unit not in {UnitKind.MONTH, UnitKind.YEAR}
        or reading.words[index + 2] in {"đầu", "cuối"}
    ):
        return None
    return Frequency(unit, every), index + 2


def _day_then_frequency(reading: Reading, index: int) -> Found:
    """[trước] ngày 25 hằng tháng, 31/3 hàng năm, ngày 15 tháng cuối quý, thứ Sáu hằng tuần."""
    op, at = _op(reading, index)
    if op in {Op.FROM, Op.AFTER}:
        return None
    for frequency in (YEARLY, QUARTERLY, MONTHLY, Frequency(UnitKind.WEEK)):
        days = _days(reading, at, frequency)
        if not days:
            continue
        if frequency == QUARTERLY and reading.words[days[1] - 1] == "quý":
            _check(reading, at, days[1], days[0])
            return Wording(op=op, recur=(QUARTERLY,), days=days[0]), _after_quarter(reading, days[1])
        said = _every_unit(reading, reading.skip(days[1], ",", "của"))
        if said and said[0] == frequency:
            _check(reading, at, days[1], days[0])
            return Wording(op=op, recur=(frequency,), days=days[0]), said[1]
    return None


def _after_quarter(reading: Reading, index: int) -> int:
    return reading.skip(index, "hằng", "mỗi")


def _days(reading: Reading, index: int, frequency: Frequency) -> tuple[tuple[RecurringDay, ...], int] | None:
    """The days within each turn, one or several, and the index after them."""
    days: list[RecurringDay] = []
    at = index
    while len(days) < 12:
        found = _day(reading, at, frequency)
        if not found:
            break
        days.append(found[0])
        at = found[1]
        if reading.words[at] not in {",", "và"}:
            break
        at += 1
    else:
        return None
    if not days:
        return None
    return tuple(days), at - 1 if reading.words[at - 1] in {",", "và"} else at


def _day(reading: Reading, index: int, frequency: Frequency) -> tuple[RecurringDay, int] | None:
    if frequency.every != 1 or frequency.times != 1:
        return None
    if frequency.unit is UnitKind.YEAR:
        return _day_of_year(reading, index)
    if frequency.unit is UnitKind.QUARTER:
        return _day_of_quarter(reading, index)
    if frequency.unit is UnitKind.MONTH:
        return _day_of_month(reading, index)
    return _day_of_week(reading, index) if frequency.unit is UnitKind.WEEK else None


def _day_of_year(reading: Reading, index: int) -> tuple[RecurringDay, int] | None:
    found = piece_at(reading, index, marked=True)
    if not found:
        return None
    piece, after = found
    if piece.year is not None or piece.part or piece.weekday is not None:
        return None
    if piece.kind is UnitKind.QUARTER:
        return RecurringDay(quarter=piece.number), after
    if piece.kind not in {UnitKind.DAY, UnitKind.MONTH} or piece.month is None:
        return None
    return RecurringDay(day=piece.day, month=piece.month), after


def _check(reading: Reading, start: int, end: int, days: tuple[RecurringDay, ...]) -> None:
    """ImpossibleTime when no turn has such a day; 2024 stands for all years, for it has 29 February."""
    for day in days:
        unit = CalendarUnit(
            kind=UnitKind.DAY, year=2024, month=day.month or 1, day=1 if day.day is None else day.day
        )
        try:
            fits = unit.last_day and 1 <= (day.quarter or 1) <= 4
        except ValueError:
            fits = False
        if not fits:
            raise ImpossibleTime(reading.slice(start, end))


def _day_of_quarter(reading: Reading, index: int) -> tuple[RecurringDay, int] | None:
    """ngày 15 tháng cuối quý; tháng đầu tiên của quý."""
    day = _day_of_month(reading, index)
    at = day[1] if day else index
    at = reading.skip(at, "của")
    which = {"đầu": 1, "giữa": 2, "cuối": 3}.get(reading.words[at + 1])
    if reading.words[at] != "tháng" or which is None:
        return None
    at = reading.skip(reading.skip(at + 2, "tiên", "cùng"), "của")
    at = reading.skip(at, "hằng", "mỗi")
    if reading.words[at] != "quý" or reading.words[at + 1] in {"i", "ii", "iii", "iv", "1", "2", "3", "4"}:
        return None
    return RecurringDay(day=day[0].day if day else None, month_of_quarter=which), at + 1


def _day_of_month(reading: Reading, index: int) -> tuple[RecurringDay, int] | None:
    if reading.words[index] != "ngày":
        return None
    day = small_number(reading.words[index + 1])
    if day is None or (reading.words[index + 2] in {"/", "-", "."} and reading.words[index + 3].isdecimal()):
        return None
    if reading.words[index + 2] == "tháng" and reading.words[index + 3].isdecimal():
        return None
    return RecurringDay(day=day), index + 2


def _day_of_week(reading: Reading, index: int) -> tuple[RecurringDay, int] | None:
    found = weekday_at(reading, index)
    return (RecurringDay(weekday=found[0]), found[1]) if found else None
