"""The grammar of several units: lists ("quý III và quý IV/2024") and ranges ("từ 15/3 đến 30/4/2024")."""

from dataclasses import replace

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.kinds import UnitKind
from generator.domain.times.piece import Piece, complete, year_value
from generator.domain.times.pieces import PieceMatch, piece_at, year_at
from generator.domain.times.words import ImpossibleTime, Reading, quarter_number, small_number

Pieces = tuple[list[Piece], int]
Units = tuple[CalendarUnit, ...]
_JOINS = frozenset({",", "và", "&"})
_TO = frozenset({"-", "đến", "tới"})


def list_at(reading: Reading, index: int, *, marked: bool) -> Pieces | None:
    """One piece or several of one kind joined by commas or "và", and the index after them."""
    found = piece_at(reading, index, marked=marked) or _listed_day(reading, index)
    if not found:
        return None
    pieces, after = [found[0]], found[1]
    while reading.words[after] in _JOINS and len(pieces) < 12:
        at = reading.skip(after + 1, "và") if reading.words[after] == "," else after + 1
        following = _of_kind(reading, at, pieces[0].kind)
        if not following or _starts_clause(reading, following[1]):
            break
        pieces.append(following[0])
        after = following[1]
    if len(pieces) == 1 and found[0].kind is UnitKind.DAY and found[0].month is None:
        return None
    return pieces, after


def _listed_day(reading: Reading, index: int) -> PieceMatch:
    """A bare day before "và 06/8/2024", read only where such a date follows."""
    words = reading.words
    if small_number(words[index]) is None or words[index + 1] not in _JOINS:
        return None
    if small_number(words[index + 2]) is None or words[index + 3] != "/":
        return None
    return Piece(kind=UnitKind.DAY, day=int(words[index]), span=(index, index + 1)), index + 1


def _starts_clause(reading: Reading, index: int) -> bool:
    """Whether the words after a listed unit show that it is a recurrence instead ("quý, 6 tháng, năm")."""
    return reading.words[index] in {"hằng", "mỗi", "một"}


def range_at(reading: Reading, index: int, *, marked: bool) -> Pieces | None:
    """Two pieces with "-", "đến" or "đến hết" between them, and the index after them."""
    first = piece_at(reading, index, marked=True) or _bare_start(reading, index, marked)
    if not first or reading.words[first[1]] not in _TO:
        return None
    at = reading.skip(first[1] + 1, "hết")
    second = _of_kind(reading, at, first[0].kind) or piece_at(reading, at, marked=True)
    if not second:
        return None
    return _mixed(first[0], second) if first[0].kind is not second[0].kind else ([first[0], second[0]], second[1])


def _mixed(start: Piece, second: tuple[Piece, int]) -> Pieces | None:
    """Units of two kinds make a range only where both years are written."""
    both = start.year is not None and second[0].year is not None
    return ([start, second[0]], second[1]) if both else None


def _bare_start(reading: Reading, index: int, marked: bool) -> PieceMatch:
    """The 01 of "01-05/3/2024" or the 2022 of "2022-2026"."""
    word, following = reading.words[index], reading.words[index + 1]
    if following not in _TO or not (marked or following == "-"):
        return None
    if len(word) == 4 and word.isdecimal():
        return Piece(kind=UnitKind.YEAR, year=int(word), span=(index, index + 1)), index + 1
    day = small_number(word)
    return (Piece(kind=UnitKind.DAY, day=day, span=(index, index + 1)), index + 1) if day is not None else None


def _of_kind(reading: Reading, index: int, kind: UnitKind) -> PieceMatch:
    found = piece_at(reading, index, marked=True)
    if found:
        return found if found[0].kind is kind else None
    if kind is UnitKind.QUARTER:
        value, after = quarter_number(reading.words[index]), index + 1
    elif kind is UnitKind.MONTH:
        value, after = small_number(reading.words[index]), index + 1
    elif kind is UnitKind.YEAR and len(reading.words[index]) == 4:
        year = year_value(reading.words[index], reading)
        return (Piece(kind=kind, year=year, span=(index, index + 1)), index + 1) if year else None
    else:
        return None
    counts = reading.words[after] in {"tháng", "lần", "%"}
    counts = counts or (reading.words[after] == "năm" and len(reading.words[after + 1]) != 4)
    if value is None or (counts and kind is UnitKind.MONTH):
        return None
    return _numbered(reading, index, kind, value)


def _numbered(reading: Reading, index: int, kind: UnitKind, value: int) -> PieceMatch:
    year, after = year_at(reading, index + 1)
    month = value if kind is UnitKind.MONTH else None
    quarter = value if kind is UnitKind.QUARTER else None
    return Piece(kind=kind, month=month, number=quarter, year=year, span=(index, after)), after


def units_of(reading: Reading, pieces: list[Piece], *, ordered: bool = False) -> Units | None:
    """The units of these pieces, what one leaves out taken from its neighbours; None where a year is open.

    `ordered`: a range, which must not end before it starts. ImpossibleTime where no calendar has them.
    """
    filled = _filled(pieces)
    units = [complete(reading, piece) for piece in filled]
    if any(unit is None for unit in units):
        return None
    result = tuple(unit for unit in units if unit is not None)
    if ordered and result[0].first_day > result[-1].last_day:
        if all(piece.year is not None for piece in pieces):
            raise ImpossibleTime(reading.slice(pieces[0].span[0], pieces[-1].span[1]))
        return None
    return result


def _filled(pieces: list[Piece]) -> list[Piece]:
    result = list(pieces)
    for at in range(len(result) - 2, -1, -1):
        result[at] = _borrowing(result[at], result[at + 1])
    for at in range(1, len(result)):
        result[at] = _borrowing(result[at], result[at - 1])
    return result


def _borrowing(piece: Piece, lender: Piece) -> Piece:
    if piece.kind is UnitKind.DAY and piece.month is None and lender.month is not None:
        piece = replace(piece, month=lender.month)
    if piece.year is None and lender.year is not None:
        return replace(piece, year=lender.year)
    return piece
