"""Days, weeks, months, quarters, parts of years and years, as the words of a document name them."""

from calendar import monthrange
from datetime import date

from generator.domain.times.kinds import Part, Precision, UnitKind
from generator.frozen import frozen

Months = tuple[int, int]

# No law says where "đầu năm" ends. Offices mean the first quarter, the sessions of June and July, and the
# last quarter.
_PART_OF_YEAR: dict[Part, Months] = {
    Part.EARLY: (1, 3), Part.MIDDLE: (6, 7), Part.LATE: (10, 12),
    Part.FIRST_HALF: (1, 6), Part.SECOND_HALF: (7, 12),
}  # fmt: skip
_MONTH_OF_QUARTER: dict[Part, int] = {Part.EARLY: 1, Part.MIDDLE: 2, Part.LATE: 3}
# 0 stands for the last day of the month.
_PART_OF_MONTH: dict[Part, Months] = {
    Part.EARLY: (1, 10), Part.MIDDLE: (11, 20), Part.LATE: (21, 0),
    Part.FIRST_TEN_DAYS: (1, 10), Part.SECOND_TEN_DAYS: (11, 20), Part.LAST_TEN_DAYS: (21, 0),
    Part.FIRST_HALF: (1, 15), Part.SECOND_HALF: (16, 0),
}  # fmt: skip
_PRECISION = {
    UnitKind.DAY: Precision.DAY,
    UnitKind.WEEK: Precision.MONTH,
    UnitKind.MONTH: Precision.MONTH,
    UnitKind.QUARTER: Precision.QUARTER,
    UnitKind.MONTHS: Precision.HALF,
    UnitKind.YEAR: Precision.YEAR,
}


@frozen(kw_only=True)
class CalendarUnit:
    """One stretch of the calendar.

    `number` is the quarter (1-4), the week of the month (1-5, -1 for the last) or, for MONTHS, how many
    months from the year's start (positive) or to its end (negative). `blank` says that a day, or a day and a
    month, were left open to be filled in by hand.
    """

    kind: UnitKind
    year: int
    month: int | None = None
    day: int | None = None
    number: int | None = None
    part: Part | None = None
    blank: bool = False

    @property
    def precision(self) -> Precision:
        """How exact the unit is."""
        return _PRECISION[self.kind]

    @property
    def first_day(self) -> date:
        """The first day that belongs to the unit. ValueError when there is no such day."""
        return self._bounds()[0]

    @property
    def last_day(self) -> date:
        """The last day that belongs to the unit. ValueError when there is no such day."""
        return self._bounds()[1]

    def _bounds(self) -> tuple[date, date]:
        if self.kind is UnitKind.DAY:
            day = date(self.year, self.month or 0, self.day or 0)
            return day, day
        if self.kind is UnitKind.WEEK:
            return _week(self.year, self.month or 0, self.number or 0)
        if self.kind is UnitKind.MONTH:
            return _days(self.year, self.month or 0, _PART_OF_MONTH[self.part] if self.part else (1, 0))
        return _months(self.year, self._month_range())

    def _month_range(self) -> Months:
        if self.kind is UnitKind.QUARTER:
            return _quarter(self.number or 0, self.part)
        if self.kind is UnitKind.MONTHS:
            number = self.number or 0
            return (1, number) if number > 0 else (13 + number, 12)
        return _PART_OF_YEAR[self.part] if self.part else (1, 12)


def _quarter(number: int, part: Part | None) -> Months:
    if not 1 <= number <= 4:
        raise ValueError("a year has four quarters")
    if part is None:
        return number * 3 - 2, number * 3
    month = number * 3 - 3 + _MONTH_OF_QUARTER[part]
    return month, month


def _months(year: int, months: Months) -> tuple[date, date]:
    return date(year, months[0], 1), _days(year, months[1], (1, 0))[1]


def _days(year: int, month: int, days: Months) -> tuple[date, date]:
    start = date(year, month, days[0])
    return start, date(year, month, days[1] or monthrange(year, month)[1])


def _week(year: int, month: int, number: int) -> tuple[date, date]:
    """Weeks are sevens from the month's first day; the fifth is what is left; -1 the last seven."""
    length = monthrange(year, month)[1] if 1 <= month <= 12 else 0
    first = length - 6 if number == -1 else number * 7 - 6
    return date(year, month, first), date(year, month, min(first + 6, length))
