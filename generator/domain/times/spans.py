"""The grammar of one time with its binding words: "trước ngày ...", "từ ... đến ...", "giai đoạn ..."."""

from dataclasses import replace
from datetime import time

from generator.domain.times.expression import Wording
from generator.domain.times.kinds import Op, Outlook, PartOfDay, PeriodName, UnitKind
from generator.domain.times.piece import Piece, year_value
from generator.domain.times.pieces import piece_at
from generator.domain.times.ranges import Pieces, list_at, range_at, units_of
from generator.domain.times.words import ImpossibleTime, Reading, clock_at

Found = tuple[Wording, int] | None
_PART_OF_DAY = {
    "sáng": PartOfDay.MORNING, "chiều": PartOfDay.AFTERNOON, "tối": PartOfDay.EVENING,
}  # fmt: skip
_PERIOD_NAMES = {
    ("giai", "đoạn"): PeriodName.STAGE, ("thời", "kỳ"): PeriodName.STAGE, ("nhiệm", "kỳ"): PeriodName.TERM,
}  # fmt: skip
_OUTLOOKS = {
    ("tầm", "nhìn"): Outlook.VISION, ("định", "hướng"): Outlook.ORIENTATION,
    ("có", "tính"): Outlook.CONSIDERATION, ("tính", "đến"): Outlook.CONSIDERATION,
}  # fmt: skip
_EVENT_STARTS = frozenset({"ngày", "khi", "lúc", "nay", "thời", "lễ", "đại", "phát", "ban"})
_LONGEST_ANCHOR = 16


def span_at(reading: Reading, index: int) -> Found:
    """The calendar time that starts at `index` with all that belongs to it, and the index after it."""
    found = (
        _period(reading, index)
        or _clock_range(reading, index)
        or _range(reading, index)
        or _window_from_event(reading, index)
        or _bound(reading, index)
    )
    return _with_outlook(reading, *found) if found else _outlook_alone(reading, index)


def op_at(reading: Reading, index: int) -> tuple[Op, int] | None:
    """A binding word or phrase and the index after it."""
    word, following = reading.words[index], reading.words[index + 1]
    if word == "trước":
        return Op.BEFORE, index + 1
    latest = (word in {"chậm", "muộn", "trễ"} and following == "nhất") or (
        word == "hạn" and following in {"chót", "cuối"}
    )
    if latest or (word == "không" and following == "quá"):
        return _by(reading, index + 2)
    if word == "không" and following in {"muộn", "chậm", "trễ"} and reading.words[index + 2] in {"hơn", "quá"}:
        return _by(reading, index + 3)
    if word in {"đến", "tới", "hết"}:
        return _by(reading, index + 1)
    if word in {"trong", "vào", "lúc", "cả"}:
        at = reading.skip(index + 1, "suốt", "cả", "lúc")
        return Op.IN, at
    if word == "sau":
        return Op.AFTER, index + 1
    start = _from_word(reading, index)
    return (Op.FROM, start) if start else None


def _by(reading: Reading, index: int) -> tuple[Op, int]:
    at = reading.skip(index, "là", ":")
    at = reading.skip(at, "vào", "trong", "đến", "tới")
    if reading.words[at] == "trước":
        return Op.BEFORE, at + 1
    return Op.BY, reading.skip(at, "hết")


def _from_word(reading: Reading, index: int) -> int | None:
    if reading.words[index] == "từ":
        return index + 1
    if reading.has(index, "kể", "từ") or reading.has(index, "tính", "từ"):
        return index + 2
    return index + 3 if reading.has(index, "bắt", "đầu", "từ") else None


def _bound(reading: Reading, index: int) -> Found:
    """[binding] [clock] unit or list of units."""
    bound = op_at(reading, index)
    op, at = bound or (Op.IN, index)
    tentative = reading.words[at] == "khoảng"
    at += tentative
    clock = clock_at(reading, at)
    at = reading.skip(clock[1], ",") if clock else at
    part = _part_of_day(reading, at)
    at = part[1] if part else at
    marked = bound is not None or clock is not None or part is not None or _is_all(reading, at)
    found = list_at(reading, at, marked=marked) or (_bare_year(reading, at) if bound or _is_all(reading, at) else None)
    if not found:
        return None
    wording = _bound_wording(reading, op, found)
    if not wording or not _fits(wording, clock is not None, part is not None):
        return None
    part_of_day = part[0] if part else None
    if clock:
        return replace(wording, clock=clock_in_part(clock[0], part_of_day), tentative=tentative), found[1]
    return replace(wording, part_of_day=part_of_day, tentative=tentative), found[1]


def _bound_wording(reading: Reading, op: Op, found: Pieces) -> Wording | None:
    pieces, after = found
    if reading.words[after] in {"hằng", "mỗi"}:
        return None  # a rule of every year, not this year's day
    if len(pieces) > 1 and op is not Op.IN:
        return None
    units = units_of(reading, pieces)
    if not units or (any(unit.blank for unit in units) and (op is not Op.IN or len(units) > 1)):
        return None
    return Wording(op=op, units=units, weekday=pieces[0].weekday if len(pieces) == 1 else None)


def _fits(wording: Wording, clock: bool, part: bool) -> bool:
    """A clock belongs to one day; a morning only to the day of an event."""
    one_day = len(wording.units) == 1 and wording.units[0].kind is UnitKind.DAY
    return (one_day or not (clock or part)) and not (part and wording.op is not Op.IN and not clock)


def clock_in_part(clock: time, part: PartOfDay | None) -> time:
    """The clock of 24 hours: 2 giờ chiều is 14:00."""
    later = part in {PartOfDay.AFTERNOON, PartOfDay.EVENING} and clock.hour < 12
    return clock.replace(hour=clock.hour + 12) if later else clock


def _is_all(reading: Reading, index: int) -> bool:
    return index == 0 and reading.size <= 3


def _bare_year(reading: Reading, index: int) -> Pieces | None:
    word = reading.words[index]
    if len(word) != 4 or not word.isdecimal() or reading.words[index + 1] not in {"", ",", ".", ")", ";"}:
        return None
    return [Piece(kind=UnitKind.YEAR, year=int(word), span=(index, index + 1))], index + 1


def _part_of_day(reading: Reading, index: int) -> tuple[PartOfDay, int] | None:
    at = reading.skip(index, "buổi")
    part = _PART_OF_DAY.get(reading.words[at])
    return (part, reading.skip(at + 1, ",")) if part else None


def _range(reading: Reading, index: int) -> Found:
    start = _from_word(reading, index)
    lead = index if start is not None else reading.skip(index, "trong", "vào")
    at = start if start is not None else lead
    found = range_at(reading, at, marked=start is not None)
    if not found or reading.words[found[1]] in {"hằng", "mỗi"}:
        return None
    pieces, after = found
    units = units_of(reading, pieces, ordered=True)
    if not units or any(unit.blank for unit in units):
        return None
    bare = start is None and lead == index and reading.words[index].isdecimal()
    if bare and _same_day_of_year(pieces):
        return Wording(op=Op.FROM_TO, units=units, commemorates=True), after
    years = start is None and all(unit.kind is UnitKind.YEAR and not unit.part for unit in units)
    return Wording(op=Op.FROM_TO, units=units, period=PeriodName.STAGE if years else None), after


def _same_day_of_year(pieces: list[Piece]) -> bool:
    first, last = pieces
    if first.kind is not UnitKind.DAY or first.year is None or last.year is None:
        return False
    return (first.day, first.month) == (last.day, last.month) and first.year < last.year


def _window_from_event(reading: Reading, index: int) -> Found:
    """từ ngày phát động đến ngày 31/5/2024."""
    start = _from_word(reading, index)
    if start is None or reading.words[start] not in _EVENT_STARTS or piece_at(reading, start, marked=True):
        return None
    for to in range(start + 1, min(start + _LONGEST_ANCHOR, reading.size)):
        if reading.words[to] in {"đến", "tới"}:
            at = reading.skip(to + 1, "hết")
            found = list_at(reading, at, marked=True)
            units = units_of(reading, found[0]) if found and len(found[0]) == 1 else None
            if found and units and not units[0].blank:
                return Wording(op=Op.FROM_TO, units=units, anchor=reading.slice(start, to)), found[1]
    return None


def _clock_range(reading: Reading, index: int) -> Found:
    """từ 7h30 đến 11h30 ngày 09/8/2024."""
    at = reading.skip(index, "từ")
    first = clock_at(reading, at)
    if not first or reading.words[first[1]] not in {"-", "đến"}:
        return None
    second = clock_at(reading, first[1] + 1)
    if not second:
        return None
    if first[0] >= second[0]:
        raise ImpossibleTime(reading.slice(at, second[1]))
    found = _bound(reading, reading.skip(second[1], ","))
    if not found or found[0].op is not Op.IN or found[0].clock or found[0].units[0].kind is not UnitKind.DAY:
        return None
    return _timed(found[0], first[0], second[0]), found[1]


def _timed(wording: Wording, start: time, end: time) -> Wording:
    return replace(wording, clock=start, clock_end=end)


def _period(reading: Reading, index: int) -> Found:
    """giai đoạn 2022 - 2026, nhiệm kỳ 2020-2025, trong nhiệm kỳ."""
    at = reading.skip(index, "trong", "cả")
    name = _PERIOD_NAMES.get(reading.pair(at))
    if name is None:
        return None
    after = at + 2
    start = reading.skip(after, "từ", "(")
    found = range_at(reading, reading.skip(start, "năm"), marked=True)
    if found and all(piece.kind is UnitKind.YEAR for piece in found[0]):
        units = units_of(reading, found[0], ordered=True)
        closed = reading.skip(found[1], ")") if reading.words[after] == "(" else found[1]
        return (Wording(op=Op.FROM_TO, units=units, period=name), closed) if units else None
    alone = reading.words[index] in {"trong", "cả"} or (index == 0 and reading.size == 2)
    if not alone or name is not PeriodName.TERM or reading.words[after].isdecimal():
        return None
    return Wording(op=Op.IN, period=name), after


def _outlook(reading: Reading, index: int) -> tuple[Outlook, int, int] | None:
    """[,] tầm nhìn đến năm 2045: which outlook, the year, the index after it."""
    at = reading.skip(index, ",", "(", ";", "và")
    outlook = _OUTLOOKS.get(reading.pair(at))
    if outlook is None:
        return None
    end = reading.skip(reading.skip(at + 2, "đến", "tới"), "năm")
    year = year_value(reading.words[end], reading)
    if not year or not 1900 <= year <= 2199:
        return None
    return outlook, year, reading.skip(end + 1, ")") if reading.words[at - 1] == "(" else end + 1


def _with_outlook(reading: Reading, wording: Wording, after: int) -> tuple[Wording, int]:
    if not wording.units or wording.units[-1].kind is not UnitKind.YEAR or wording.op not in {Op.BY, Op.FROM_TO}:
        return wording, after
    outlook = _outlook(reading, after)
    if outlook:
        wording, after = replace(wording, outlook=outlook[0], vision_year=outlook[1]), outlook[2]
    at = reading.skip(after, ",")
    if reading.words[at] == "và" and reading.words[at + 1] in {"những", "các"} and reading.words[at + 2] == "năm":
        tail = reading.words[at + 3 : at + 5]
        length = 5 if tail == ("tiếp", "theo") else 4 if tail[0] in {"sau", "tiếp"} else 0
        if length:
            return replace(wording, open_ended=True), at + length
    return wording, after


def _outlook_alone(reading: Reading, index: int) -> Found:
    if reading.words[index] not in {"tầm", "định", "có", "tính"}:
        return None
    found = _outlook(reading, index)
    return (Wording(outlook=found[0], vision_year=found[1]), found[2]) if found else None
