"""The grammar of the day within each turn: 31/3 of a year, ngày 25 of a month, thứ Sáu of a week."""

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.expression import Frequency, RecurringDay
from generator.domain.times.kinds import UnitKind
from generator.domain.times.pieces import piece_at
from generator.domain.times.words import ImpossibleTime, Reading, small_number, weekday_at


def days_at(reading: Reading, index: int, frequency: Frequency) -> tuple[tuple[RecurringDay, ...], int] | None:
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


def check_days(reading: Reading, start: int, end: int, days: tuple[RecurringDay, ...]) -> None:
    """ImpossibleTime when no turn has such a day; 2024 stands for all years, for it has 29 February."""
    for day in days:
        unit = CalendarUnit(kind=UnitKind.DAY, year=2024, month=day.month or 1, day=1 if day.day is None else day.day)
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
