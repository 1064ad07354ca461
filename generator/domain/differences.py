"""What is otherwise in a plan than it was: times, bodies, texts; entries that came and went."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.domain.leaves import Found, Step, Way, leaves, written
from generator.domain.text import Words
from generator.domain.times import TimeExpression
from generator.domain.written import BodyRef
from generator.frozen import frozen


class Aspect(StrEnum):
    """What kind of thing differs."""

    TIME = "time"
    BODY = "body"
    TEXT = "text"
    OTHER = "other"


@frozen
class Difference:
    """One difference: where (`field` is the way to it, `item` the name of what it belongs to, "" for the whole).

    `before` and `now` are what stood and stands there, "" where nothing; `kind` is the kind of record and its field.
    """

    aspect: Aspect
    field: str
    item: str
    before: str
    now: str
    kind: tuple[str, str]


@dataclass(slots=True)
class _Place:
    aspect: Aspect
    item: str
    kind: tuple[str, str]
    said: list[str]


def differences(before: Any, now: Any) -> tuple[Difference, ...]:
    """Compare two records of one kind field by field, entries by their id; in the order of `now`, then what is gone.

    Several times or bodies of one field count as one: an added body is a change of that field.
    """
    old, new = _places(leaves(before)), _places(leaves(now))
    found = []
    for field in dict.fromkeys((*new, *old)):
        place = new.get(field) or old[field]
        was, is_now = (", ".join(side[field].said) if field in side else "" for side in (old, new))
        if was != is_now:
            found.append(Difference(place.aspect, field, place.item, was, is_now, place.kind))
    return tuple(found)


def _places(found: Iterable[Found]) -> dict[str, _Place]:
    places: dict[str, _Place] = {}
    for leaf in found:
        aspect = _aspect(leaf)
        way = _gathered(leaf.way) if aspect in (Aspect.TIME, Aspect.BODY) else leaf.way
        item = leaf.owners[-1] if leaf.owners else ""
        for field, said in _said(leaf, written(way)):
            place = places.setdefault(field, _Place(aspect, item, leaf.field, []))
            place.said.append(said)
    return places


def _said(leaf: Found, field: str) -> Iterable[tuple[str, str]]:
    value = leaf.value
    if isinstance(value, Words):
        return [(field, value.vi), *((f"{field}.{code}", text) for code, text in value.translations)]
    if isinstance(value, TimeExpression | BodyRef):
        return [(field, value.text)]
    return [(field, str(value))]


def _aspect(leaf: Found) -> Aspect:
    if isinstance(leaf.value, TimeExpression):
        return Aspect.TIME
    if isinstance(leaf.value, BodyRef):
        return Aspect.BODY
    return Aspect.TEXT if isinstance(leaf.value, Words) else Aspect.OTHER


def _gathered(way: Way) -> Way:
    """Leave out the number within a list of times or bodies."""
    return way[:-1] if way and isinstance(way[-1], Step) and way[-1].number else way
