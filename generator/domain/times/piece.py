"""A calendar unit as written, with what the words leave out, and how it becomes a whole unit."""

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.kinds import Part, UnitKind
from generator.domain.times.words import ImpossibleTime, Reading
from generator.frozen import frozen

FIRST_YEAR = 1900
LAST_YEAR = 2199


@frozen(kw_only=True)
class Piece:
    """A unit as written: `year` is None where left out; `span` are the word positions, for messages."""

    kind: UnitKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    part: Part | None = None
    blank: bool = False
    weekday: int | None = None
    span: tuple[int, int] = (0, 0)


def year_value(word: str, reading: Reading) -> int | None:
    """The year of four digits, or of two where the plan's validity leaves exactly one."""
    if not word.isdecimal():
        return None
    if len(word) == 4:
        return int(word)
    validity = reading.context.validity
    if len(word) != 2 or validity is None:
        return None
    fitting = [year for year in range(validity.start.year, validity.end.year + 1) if year % 100 == int(word)]
    return fitting[0] if len(fitting) == 1 else None


def complete(reading: Reading, piece: Piece) -> CalendarUnit | None:
    """The calendar unit of a piece, its year from the plan's validity where left out and only one fits.

    None where the year stays open; ImpossibleTime where no calendar has the unit.
    """
    if piece.year is not None:
        return _unit(reading, piece, piece.year)
    _check_any_year(reading, piece)
    validity = reading.context.validity
    if validity is None or validity.end.year - validity.start.year > 30:
        return None
    years = range(validity.start.year, validity.end.year + 1)
    fitting = [unit for year in years if (unit := _within(piece, year)) and unit.last_day in validity]
    return fitting[0] if len(fitting) == 1 else None


def _within(piece: Piece, year: int) -> CalendarUnit | None:
    unit = _raw_unit(piece, year)
    try:
        return unit if unit.last_day else None
    except ValueError:
        return None


def _check_any_year(reading: Reading, piece: Piece) -> None:
    if piece.kind is not UnitKind.DAY or piece.month is not None:
        _unit(reading, piece, 2024)  # a leap year: what it has not, no year has


def _unit(reading: Reading, piece: Piece, year: int) -> CalendarUnit:
    unit = _raw_unit(piece, year)
    try:
        wrong_weekday = piece.weekday not in (None, unit.first_day.weekday()) and piece.year is not None
        if unit.last_day and FIRST_YEAR <= year <= LAST_YEAR and not wrong_weekday:
            return unit
    except ValueError:
        pass
    raise ImpossibleTime(reading.slice(*piece.span))


def _raw_unit(piece: Piece, year: int) -> CalendarUnit:
    return CalendarUnit(
        kind=piece.kind, year=year, month=piece.month, day=piece.day, number=piece.number,
        part=piece.part, blank=piece.blank,
    )  # fmt: skip
