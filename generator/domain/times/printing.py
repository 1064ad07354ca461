"""Saying a time in any language, by rule, from the `time` section of that language's strings file.

Only words that no rule can translate, the names of events, stay Vietnamese: `PrintedTime.untranslated`.
"""

from collections.abc import Mapping
from typing import Any

from generator.domain.times.expression import Amount, Frequency, RecurringDay, TimeExpression, Wording
from generator.domain.times.kinds import Manner, Op, Part, PeriodName, Relation, SaidOf, TimeKind, UnitKind
from generator.domain.times.printing_units import (
    as_template,
    choose,
    day_noun_before,
    hour,
    joined,
    moment,
    ordinal,
    unit_noun,
)
from generator.frozen import frozen

Phrases = Mapping[str, Any]
_VAGUE_PARTS = frozenset({Part.EARLY, Part.MIDDLE, Part.LATE})
_MANNER_FIRST = frozenset({TimeKind.ONGOING, TimeKind.STAGED})


@frozen
class PrintedTime:
    """A time in words; `untranslated` are the Vietnamese words within it, if any."""

    text: str
    untranslated: str | None = None


def print_time(time: TimeExpression, phrases: Phrases, *, anchor_translation: str | None = None) -> str:
    """The time in the language of `phrases`, the `time` section of a strings file."""
    return printed_time(time, phrases, anchor_translation=anchor_translation).text


def printed_time(time: TimeExpression, phrases: Phrases, *, anchor_translation: str | None = None) -> PrintedTime:
    """As `print_time`, with the words that stayed Vietnamese; `anchor_translation` is the event's name."""
    if time.kind in {TimeKind.UNKNOWN, TimeKind.IMPOSSIBLE}:
        return PrintedTime(time.text, None if phrases["native"] else time.text)
    anchor, untranslated = _anchor(time, phrases, anchor_translation)
    return PrintedTime(_said(time, phrases, anchor), untranslated)


def _anchor(time: Wording, phrases: Phrases, translation: str | None) -> tuple[str, str | None]:
    if time.anchor is None:
        return "", None
    section = "meetings" if time.relation is Relation.AT and time.units else "anchors"
    known = translation or phrases[section].get(time.anchor.lower())
    return known or time.anchor, None if known or phrases["native"] else time.anchor


def _said(time: TimeExpression, phrases: Phrases, anchor: str) -> str:
    if time.kind is TimeKind.NONE_STATED:
        return as_template(phrases["none_stated"])
    if time.deferral:
        return as_template(phrases["deferral"][time.deferral]).format(anchor=anchor)
    if time.recur or time.manners:
        return _soft(time, phrases, anchor)
    if time.amount:
        return _amount(time, time.amount, phrases, anchor)
    if time.kind is TimeKind.EVENT_RELATIVE:
        return _event(time, phrases, anchor)
    text = _period(time, phrases, anchor) if time.kind is TimeKind.PERIOD else _dated(time, phrases, anchor)
    text = _tentative(time, phrases, text)
    return _lasting(time, phrases, text)


def _tentative(time: Wording, phrases: Phrases, text: str) -> str:
    return as_template(phrases["expected"]).format(time=text) if time.tentative else text


def _lasting(time: Wording, phrases: Phrases, text: str) -> str:
    if time.lasting is None:
        return text
    forms = phrases["lasting"]["day" if time.lasting.whole_days else "session"]
    lasting = choose(forms, str(time.lasting.count)).format(count=time.lasting.count)
    return as_template(phrases["lasting"]["added"]).format(time=text, lasting=lasting)


def _dated(time: TimeExpression, phrases: Phrases, anchor: str) -> str:
    unit = time.units[-1]
    if time.kind is TimeKind.ANNIVERSARY:
        return _anniversary(time, phrases)
    if unit.blank or time.kind is TimeKind.ISSUE_DATE:
        return unit_noun(unit, phrases, long=True)
    if time.op is Op.FROM_TO:
        first = anchor or unit_noun(time.units[0], phrases)
        return as_template(phrases["from_to"]).format(first=first, last=unit_noun(unit, phrases))
    if time.op is Op.IN:
        return _within(time, phrases)
    op: str = time.op
    if op == Op.BY and time.said_of is SaidOf.WINDOW:
        op = "until"
    form = "part" if unit.part else unit.kind
    return choose(phrases[op], form).format(unit=moment(time, phrases), last_safe=_last_safe(time, phrases))


def _last_safe(time: Wording, phrases: Phrases) -> str:
    """The last day that is still before the unit."""
    return day_noun_before(time.units[-1], phrases) if time.op is Op.BEFORE else ""


def _within(time: Wording, phrases: Phrases) -> str:
    if time.clock_end and time.clock:
        hours = {"clock": hour(time.clock, phrases), "clock_end": hour(time.clock_end, phrases)}
        return as_template(phrases["at_hours"]).format(unit=moment(time, phrases, clock=False), **hours)
    if time.clock:
        return as_template(phrases["at_clock"]).format(unit=moment(time, phrases))
    if time.part_of_day:
        return as_template(phrases["in_part_of_day"][time.part_of_day]).format(unit=moment(time, phrases))
    if len(time.units) == 1:
        form = "part" if time.units[0].part in _VAGUE_PARTS else time.units[0].kind
        return choose(phrases["in"], form).format(unit=moment(time, phrases))
    units = joined([unit_noun(unit, phrases) for unit in time.units], phrases)
    return choose(phrases["in"], time.units[0].kind).format(unit=units)


def _anniversary(time: Wording, phrases: Phrases) -> str:
    first, last = time.units
    years = last.year - first.year
    return as_template(phrases["anniversary"]).format(
        first=unit_noun(first, phrases, bare=True),
        last=unit_noun(last, phrases, bare=True),
        count=years,
        ordinal=ordinal(years, phrases),
    )


def _period(time: TimeExpression, phrases: Phrases, anchor: str) -> str:
    text = _period_itself(time, phrases, anchor)
    if time.outlook:
        added = as_template(phrases["outlook"][time.outlook]).format(year=time.vision_year)
        text = as_template(phrases["outlook"]["added"]).format(time=text, outlook=added) if text else added
    return as_template(phrases["open_ended"]).format(time=text) if time.open_ended else text


def _period_itself(time: TimeExpression, phrases: Phrases, anchor: str) -> str:
    if time.period is PeriodName.DRIVE:
        return as_template(phrases["period"]["drive"]).format(anchor=anchor)
    if time.period and not time.units:
        return as_template(phrases["period"][f"{time.period}_alone"])
    if time.period:
        first, last = time.units[0], time.units[-1]
        return as_template(phrases["period"][time.period]).format(first=first.year, last=last.year)
    if not time.units:
        return ""
    if time.op is Op.BY and time.units[-1].kind is UnitKind.YEAR and not time.units[-1].part:
        return as_template(phrases["to_year"]).format(unit=unit_noun(time.units[-1], phrases))
    return _dated(time, phrases, anchor)


def _amount(time: Wording, amount: Amount, phrases: Phrases, anchor: str) -> str:
    forms = phrases["amount"]["working_day" if amount.working else amount.unit]
    said = choose(forms, str(amount.count)).format(count=amount.count)
    since = unit_noun(time.units[0], phrases) if time.units else anchor
    key = ("after" if time.op is Op.AFTER else "within") + ("_since" if since else "")
    return as_template(phrases["amount"][key]).format(amount=said, since=since)


def _event(time: Wording, phrases: Phrases, anchor: str) -> str:
    key: str = time.relation or "from"
    if time.relation in {Relation.FINAL_REVIEW, Relation.PRELIMINARY_REVIEW} and not time.anchor:
        key += "_alone"
    dated = time.relation is Relation.AT and bool(time.units) and not time.tentative
    unit = unit_noun(time.units[0], phrases) if time.units else ""
    count = time.count or 0
    text = as_template(phrases["event"][key + "_dated" if dated else key]).format(
        anchor=anchor, count=count, ordinal=ordinal(count, phrases), unit=unit
    )
    if not time.tentative or not time.units:
        return _tentative(time, phrases, text)
    expected = as_template(phrases["expected"]).format(time=_within(time, phrases))
    return as_template(phrases["event"]["added"]).format(time=text, expected=expected)


def _soft(time: TimeExpression, phrases: Phrases, anchor: str) -> str:
    if time.days:
        return _recurring_days(time, phrases)
    if time.at_least:
        return as_template(phrases["frequency"]["at_least"]).format(time=_counted(time.recur[0], phrases))
    alone = len(time.recur) == 1 and (not time.manners or time.kind in _MANNER_FIRST)
    recur = [_frequency(frequency, phrases, alone=alone) for frequency in time.recur]
    manners = [as_template(phrases["manner"][manner]) for manner in time.manners]
    if time.manners == (Manner.REGULAR,) and not recur:
        text = as_template(phrases["ongoing"])
    elif recur and time.kind in _MANNER_FIRST:
        manner = joined(manners, phrases, alternatives=time.alternatives)
        text = as_template(phrases["manner_and_recur"]).format(manner=manner, recur=joined(recur, phrases))
    else:
        text = joined([*recur, *manners], phrases, alternatives=time.alternatives)
    return as_template(phrases["on_condition"]).format(time=text, anchor=anchor) if anchor else text


def _frequency(frequency: Frequency, phrases: Phrases, *, alone: bool) -> str:
    forms = phrases["frequency"]
    if frequency.unit is None:
        return as_template(forms["periodic"])
    if frequency == Frequency(UnitKind.MONTH, 6):
        return as_template(forms["half_year"])
    key = "every" if frequency.times == 1 else "times" if frequency.every == 1 else "times_in_every"
    if frequency.every == frequency.times == 1:
        key = "alone" if alone else "each"
    return as_template(forms[key][frequency.unit]).format(every=frequency.every, times=frequency.times)


def _counted(frequency: Frequency, phrases: Phrases) -> str:
    """A frequency as a number of times, even if only once."""
    key = "times" if frequency.every == 1 else "times_in_every"
    key = "once" if frequency.times == frequency.every == 1 else key
    form = as_template(phrases["frequency"][key][frequency.unit or UnitKind.YEAR])
    return form.format(times=frequency.times, every=frequency.every)


def _recurring_days(time: Wording, phrases: Phrases) -> str:
    rule, unit = time.days[0], time.recur[0].unit
    days = joined([_recurring_day(day, phrases) for day in time.days], phrases)
    op = choose(phrases["recurring"][time.op], "other" if rule.day is None and rule.weekday is None else "day")
    every = as_template(phrases["recurring"]["every"][unit or "year"])
    return op.format(days=days, every=every).strip()


def _recurring_day(rule: RecurringDay, phrases: Phrases) -> str:
    forms = phrases["recurring"]
    fields = {
        "day": rule.day or 0,
        "ordinal": ordinal(rule.day or 0, phrases),
        "month": rule.month or 0,
        "month_name": phrases["months"][(rule.month or 1) - 1],
        "quarter": phrases["quarters"][(rule.quarter or 1) - 1],
        "weekday": phrases["weekdays"][rule.weekday or 0],
        "which": forms["months_of_quarter"][(rule.month_of_quarter or 1) - 1],
    }
    return as_template(forms[_rule_key(rule)]).format(**fields)


def _rule_key(rule: RecurringDay) -> str:
    if rule.weekday is not None:
        return "weekday"
    if rule.quarter is not None:
        return "quarter"
    if rule.month_of_quarter is not None:
        return "day_of_quarter" if rule.day else "month_of_quarter"
    if rule.month is None:
        return "day_of_month"
    return "day_of_year" if rule.day else "month"
