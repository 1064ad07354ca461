"""The grammar of what comes again: "hằng tháng, quý, 6 tháng, năm", "Trước 31/3 hàng năm"."""

from dataclasses import replace

from generator.domain.times.expression import (
    MONTHLY,
    PERIODIC,
    QUARTERLY,
    YEARLY,
    Frequency,
    Wording,
)
from generator.domain.times.kinds import Op, UnitKind
from generator.domain.times.recurring_days import check_days, days_at
from generator.domain.times.spans import Found, op_at
from generator.domain.times.words import Reading, number, small_number

_UNITS = {
    "ngày": UnitKind.DAY, "tuần": UnitKind.WEEK, "tháng": UnitKind.MONTH, "quý": UnitKind.QUARTER,
    "năm": UnitKind.YEAR,
}  # fmt: skip
_EVERY = frozenset({"hằng", "mỗi", "từng"})
_JOINS = frozenset({",", "và", "hoặc", "-", ";"})
FrequencyMatch = tuple[Frequency, int] | None


def recurrence_at(reading: Reading, index: int) -> Found:
    """A recurrence with or without its day, and the index after it."""
    return _at_least(reading, index) or _day_then_frequency(reading, index) or _frequencies_then_day(reading, index)


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
    days = days_at(reading, bound[1], wording.recur[0])
    if not days or (reading.words[bound[1]] not in {"ngày", "thứ", "chủ"} and bound[0] is Op.IN):
        return found
    check_days(reading, bound[1], days[1], days[0])
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
    if not every or unit not in {UnitKind.MONTH, UnitKind.YEAR} or reading.words[index + 2] in {"đầu", "cuối"}:
        return None
    return Frequency(unit, every), index + 2


def _day_then_frequency(reading: Reading, index: int) -> Found:
    """[trước] ngày 25 hằng tháng, 31/3 hàng năm, ngày 15 tháng cuối quý, thứ Sáu hằng tuần."""
    op, at = _op(reading, index)
    if op in {Op.FROM, Op.AFTER}:
        return None
    for frequency in (YEARLY, QUARTERLY, MONTHLY, Frequency(UnitKind.WEEK)):
        days = days_at(reading, at, frequency)
        if not days:
            continue
        if frequency == QUARTERLY and reading.words[days[1] - 1] == "quý":
            check_days(reading, at, days[1], days[0])
            return Wording(op=op, recur=(QUARTERLY,), days=days[0]), _after_quarter(reading, days[1])
        said = _every_unit(reading, reading.skip(days[1], ",", "của"))
        if said and said[0] == frequency:
            check_days(reading, at, days[1], days[0])
            return Wording(op=op, recur=(frequency,), days=days[0]), said[1]
    return None


def _after_quarter(reading: Reading, index: int) -> int:
    return reading.skip(index, "hằng", "mỗi")
