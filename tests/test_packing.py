"""Values as bytes: kept and made again, and told apart whatever they share."""

import pickle
from dataclasses import dataclass, field
from datetime import date

from generator.chart import Tone
from generator.domain.text import Localised
from generator.packing import packed, told


@dataclass(frozen=True, slots=True)
class Line:
    """A value with all sorts of fields."""

    text: Localised
    days: tuple[date, ...]
    tone: Tone | None
    inner: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """A value of another class with the very same fields."""

    text: Localised
    days: tuple[date, ...]
    tone: Tone | None
    inner: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Single:
    """A value with one field."""

    only: str


@dataclass(frozen=True, slots=True)
class Empty:
    """A value without fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A value whose fields are given by name."""

    only: str
    other: int = 0


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that makes a field of its own."""

    only: str
    length: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.only))


def _line(words: str = "góp ý", kind: type = Line) -> Line:
    inner = (Line(Localised(words, "vi", True), (), None),)
    return kind(Localised(words, "vi", False), (date(2024, 5, 1), date.max), Tone.NOW, inner)


def test_what_was_packed_comes_back_as_it_was() -> None:
    values = (_line(), Single("một"), Named(only="một"), Derived("hai"), Empty(), {"a": (1, None, True)}, _line())
    assert pickle.loads(packed(values)) == values


def test_what_stands_twice_is_packed_once() -> None:
    line = _line("một dòng chữ dài " * 20)
    assert len(packed((line, line))) < len(packed(line)) + 10


def test_equal_values_are_told_alike_whether_they_are_shared_or_not() -> None:
    line = _line()
    assert told((line, line)) == told((_line(), _line()))
    assert told(_line("".join(["góp", " ý"]))) == told(line)


def test_other_values_are_told_apart() -> None:
    others = (
        _line(),
        _line("gop y"),
        _line(kind=Other),
        Single("góp ý"),
        Single(""),
        Empty(),
        ("góp ý",),
        "góp ý",
        None,
    )
    assert len({told(one) for one in others}) == len(others)


def test_a_value_is_not_told_as_its_fields() -> None:
    assert told(Single("một")) != told(("một",))
    assert told((1, True, 1.0)) != told((True, 1, 1))
