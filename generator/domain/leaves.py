"""Any record as a flat list of what stands in it, each with the way to it: generic, for comparing and translating."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.domain.text import Words
from generator.domain.times import TimeExpression
from generator.domain.written import BodyRef
from generator.frozen import frozen

Leaf = Words | TimeExpression | BodyRef | str | int | float | bool | object


@frozen
class Step:
    """One step into a record: a field, an entry by its id, or (`number`, from 1) one that has none."""

    name: str = ""
    entry: str = ""
    number: int = 0

    def __str__(self) -> str:
        return self.name or f"[{self.entry or f'#{self.number}'}]"


Way = tuple[Step, ...]


@frozen
class Found:
    """A leaf: the way to it, what stands there, and the names of the records with an id on the way, outermost first.

    `field` is the kind of the innermost record, and the name of its field: ("Feedback", "window").
    """

    way: Way
    value: Leaf
    owners: tuple[str, ...] = ()
    field: tuple[str, str] = ("", "")


def written(way: Way) -> str:
    """Write a way as people read it: `tasks[phat-dong].items[#2].text`."""
    return "".join(f".{step}" if step.name else str(step) for step in way).removeprefix(".")


def leaves(
    value: Any, way: Way = (), owners: tuple[str, ...] = (), field: tuple[str, str] = ("", "")
) -> Iterator[Found]:
    """Give everything that stands in `value`, in its order, without what is empty; texts, times, bodies are whole."""
    if value is None or value == ():
        return
    if isinstance(value, tuple | list):
        for number, item in enumerate(value, start=1):
            key = getattr(item, "id", None)
            step = Step(entry=str(key)) if key else Step(number=number)
            yield from leaves(item, (*way, step), owners, field)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*way, Step(name=str(key))), owners, field)
    elif is_dataclass(value) and not isinstance(value, Words | TimeExpression | BodyRef | type):
        below = (*owners, name_of(value)) if getattr(value, "id", None) and way else owners
        for one in fields(value):
            here = (type(value).__name__, one.name)
            yield from leaves(getattr(value, one.name), (*way, Step(name=one.name)), below, here)
    else:
        yield Found(way, value, owners, field)


def name_of(record: Any) -> str:
    """Name a record as its page does: by its label and its name, title, or text, whichever comes first."""
    told = next((found for key in ("name", "title", "where", "text") if (found := getattr(record, key, None))), None)
    label = getattr(record, "label", None)
    # A channel's label is its name; a task's is its number.
    return " ".join(str(part) for part in (label, told) if part) or str(record.id)
