"""Saying calendar units, moments, lists and ordinals from a language's phrases."""

from collections.abc import Mapping, Sequence
from datetime import time, timedelta
from typing import Any

from generator.domain.times.calendar_unit import CalendarUnit
from generator.domain.times.expression import Wording
from generator.domain.times.kinds import UnitKind

Phrases = Mapping[str, Any]


def as_template(value: Any) -> str:
    """A leaf of the phrases, which is a template; KeyError elsewhere tells which phrase a language lacks."""
    return str(value)


def choose(forms: Any, key: str) -> str:
    """The form for this key, or the one for all others; a phrase without forms is its own."""
    if isinstance(forms, Mapping):
        return as_template(forms[key] if key in forms else forms["other"])
    return as_template(forms)


def ordinal(number: int, phrases: Phrases) -> str:
    """15th, in the language's way: its form is that of the number itself or of its last two digits."""
    forms = phrases["ordinals"]
    key = str(number) if str(number) in forms else str(number % 100)
    return choose(forms, key).format(number=number)


def joined(items: Sequence[str], phrases: Phrases, *, alternatives: bool = False) -> str:
    """a, b and c (or: a, b or c)."""
    if len(items) < 2:
        return "".join(items)
    head = as_template(phrases["list"]["separator"]).join(items[:-1])
    return as_template(phrases["list"]["or" if alternatives else "and"]).format(head=head, last=items[-1])


def unit_noun(unit: CalendarUnit, phrases: Phrases, *, long: bool = False, bare: bool = False) -> str:
    """The unit as a noun: 31 March 2023; `long`: as in a document's head, `bare`: without a label."""
    forms = phrases["unit"]
    key = _key(unit, long, bare)
    form = forms[key] if key in forms else forms[unit.kind]
    text = choose(form, str(abs(unit.number or 0))).format(
        day=unit.day,
        month=unit.month,
        year=unit.year,
        count=abs(unit.number or 0),
        month_name=phrases["months"][(unit.month or 1) - 1],
        quarter=phrases["quarters"][(unit.number or 1) - 1] if unit.kind is UnitKind.QUARTER else "",
        week=choose(phrases["weeks"], str(unit.number)) if unit.kind is UnitKind.WEEK else "",
        month_long=_padded_month(unit.month),
    )
    return as_template(phrases["part"][unit.part]).format(unit=text) if unit.part else text


def _padded_month(month: int | None) -> str:
    """Months 1 and 2 have two digits in the long form (Decree 30/2020/ND-CP, appendix I)."""
    return f"{month:02d}" if month and month < 3 else str(month)


def _key(unit: CalendarUnit, long: bool, bare: bool) -> str:
    if unit.blank:
        return "blank_day" if unit.kind is UnitKind.MONTH else "blank_month"
    if unit.kind is UnitKind.MONTHS:
        return "first_months" if (unit.number or 0) > 0 else "last_months"
    if unit.kind is UnitKind.DAY and (long or bare):
        return "long_day" if long else "bare_day"
    return unit.kind


def day_noun_before(unit: CalendarUnit, phrases: Phrases) -> str:
    """The day before a unit starts, as a noun."""
    day = unit.first_day - timedelta(days=1)
    before = CalendarUnit(kind=UnitKind.DAY, year=day.year, month=day.month, day=day.day)
    return unit_noun(before, phrases)


def moment(wording: Wording, phrases: Phrases, *, clock: bool = True) -> str:
    """The unit with its weekday and its hour: 17:00 on Monday, 5 August 2024."""
    text = unit_noun(wording.units[-1], phrases)
    if wording.weekday is not None:
        text = as_template(phrases["on_weekday"]).format(weekday=phrases["weekdays"][wording.weekday], unit=text)
    if clock and wording.clock:
        return as_template(phrases["moment"]).format(clock=hour(wording.clock, phrases), unit=text)
    return text


def hour(clock: time, phrases: Phrases) -> str:
    """A time of day: 17:00."""
    return as_template(phrases["clock"]).format(hour=clock.hour, minute=clock.minute)
