"""The times of a plan with their meaning: each as it is written, and what follows from it."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from typing import Any

from generator.domain.plan import Plan
from generator.domain.rewriting import stated
from generator.domain.text import Words
from generator.domain.times import Frequency, RecurringDay, TimeExpression, UnitKind
from generator.domain.written import BodyRef
from generator.views.context import Context
from generator.views.open_data.text import Row
from generator.views.times import time_words
from generator.wording import load_strings

# Letters of a duration (ISO 8601-1, 5.5.2); a quarter is three months.
_UNITS = {
    UnitKind.DAY: ("D", 1),
    UnitKind.WEEK: ("W", 1),
    UnitKind.MONTH: ("M", 1),
    UnitKind.QUARTER: ("M", 3),
    UnitKind.MONTHS: ("M", 1),
    UnitKind.YEAR: ("Y", 1),
}
_WITHOUT_UNIT = "periodic"


def time_rows(context: Context, plan: Plan) -> Iterator[Row]:
    """Give a row for each time of each item; a time of a role block stands at every item that the block covers."""
    covers = {block.id: block.covers for block in plan.role_blocks}
    readers = tuple(replace(context, strings=load_strings(code)) for code in context.config.languages)
    for at, owner, time in _times(plan, "", ""):
        meaning = _meaning(readers, at, time)
        for item in covers.get(owner, (owner,)):
            yield {"plan": plan.id, "item": item, **meaning}


def _times(value: Any, at: str, owner: str) -> Iterator[tuple[str, str, TimeExpression]]:
    """Give every time in `value`, with where it stands (`tasks[phat-dong].time[#1]`) and the id that owns it."""
    if isinstance(value, TimeExpression):
        yield at, owner, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            entry = getattr(item, "id", None)
            yield from _times(item, f"{at}[{entry or f'#{number}'}]", entry or owner)
    elif is_dataclass(value) and not isinstance(value, Words | BodyRef):
        for name, part in stated(value):
            if not isinstance(part, str | Words):
                yield from _times(part, f"{at}.{name}" if at else name, owner)


def _meaning(readers: tuple[Context, ...], at: str, time: TimeExpression) -> Row:
    """Give what is the same for every item that the time holds for."""
    return {
        "at": at,
        "said_of": time.said_of.value,
        "words": {
            reader.language: words.text for reader in readers if not (words := time_words(reader, time)).fallback
        },
        "kind": time.kind.value,
        "op": time.op.value,
        "start": time.start,
        "end": time.end,
        "past_from": time.past_from,
        "precision": time.precision.value,
        "tentative": time.tentative,
        "recurrence": " ".join(map(_duration, time.recur)),
        "recurring_days": " ".join(map(_recurring_day, time.days)),
        "clock": time.clock.isoformat("minutes") if time.clock else None,
        "clock_end": time.clock_end.isoformat("minutes") if time.clock_end else None,
        "open_ended": time.open_ended,
        "anchor": time.anchor,
        "relation": time.relation.value if time.relation else None,
    }


def _duration(frequency: Frequency) -> str:
    """Write how often: "P1M" is once in a month, "2/P1Y" twice in a year, "periodic" what has no interval."""
    if frequency.unit is None:
        return _WITHOUT_UNIT
    letter, length = _UNITS[frequency.unit]
    times = "" if frequency.times == 1 else f"{frequency.times}/"
    return f"{times}P{frequency.every * length}{letter}"


def _recurring_day(day: RecurringDay) -> str:
    """Write the place within each turn: "month=3,day=31"."""
    parts = (
        ("month", day.month),
        ("quarter", day.quarter),
        ("month_of_quarter", day.month_of_quarter),
        ("weekday", day.weekday),
        ("day", day.day),
    )
    return ",".join(f"{name}={number}" for name, number in parts if number is not None)
