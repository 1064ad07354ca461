"""Values made by our decorator are what the standard one makes of the same class."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace

import pytest

from generator.frozen import frozen


@frozen
class Ours:
    name: str
    numbers: tuple[int, ...] = ()
    hidden: str = field(default="h", repr=False, compare=False)
    made: list[int] = field(default_factory=list)


Ours.__qualname__ = "Value"


@dataclass(frozen=True, slots=True)
class Standard:
    name: str
    numbers: tuple[int, ...] = ()
    hidden: str = field(default="h", repr=False, compare=False)
    made: list[int] = field(default_factory=list)


Standard.__qualname__ = "Value"


@frozen(kw_only=True)
class Named:
    one: int
    other: int = 2

    def __post_init__(self):
        if self.one > self.other:
            raise ValueError("too many")


@frozen
class Below(Named):
    third: int = 3

    def __repr__(self):
        return "below"


@frozen
class Nothing:
    pass


def both(*values, **named):
    return Ours(*values, **named), Standard(*values, **named)


@pytest.mark.parametrize("given", [("a",), ("a", (1, 2)), ("a", (), "x", [1])])
def test_it_holds_and_shows_what_the_standard_one_does(given):
    ours, standard = both(*given)
    assert repr(ours) == repr(standard)
    assert asdict(ours) == asdict(standard)
    assert astuple(ours) == astuple(standard)
    assert Ours.__slots__ == Standard.__slots__
    assert Ours.__match_args__ == Standard.__match_args__
    assert [one.name for one in fields(Ours)] == [one.name for one in fields(Standard)]


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("a", (), "h", [], 1), {}), (("a",), {"name": "b"}), ((), {"nam": 1})]
)
def test_it_takes_and_refuses_the_same(given, named):
    for kind in (Ours, Standard):
        with pytest.raises(TypeError):
            kind(*given, **named)


def test_values_are_equal_by_the_fields_that_are_compared():
    assert Ours("a", hidden="1") == Ours("a", hidden="2") != Ours("b")
    assert Ours("a") != Standard("a")
    assert Ours("a").__eq__(1) is NotImplemented
    assert hash(Named(one=1)) == hash(Named(one=1, other=2))
    assert len({Named(one=1), Named(one=1, other=2), Named(one=0)}) == 2
    assert Nothing() == Nothing()


def test_each_value_has_a_list_of_its_own():
    assert Ours("a").made is not Ours("a").made


@pytest.mark.parametrize("value", [Ours("a"), Named(one=1), Below(one=1)])
def test_a_value_cannot_be_changed(value):
    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(value)[0].name, 1)
    with pytest.raises(FrozenInstanceError):
        delattr(value, fields(value)[0].name)
    with pytest.raises((FrozenInstanceError, AttributeError)):
        value.further = 1


def test_a_value_comes_back_from_where_it_was_kept():
    value = Below(third=4, one=1)
    for back in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert back == value
        assert back.third == 4


def test_what_a_class_says_itself_stays():
    assert repr(Below(one=1)) == "below"
    with pytest.raises(ValueError, match="too many"):
        Named(one=3)
    assert replace(Named(one=1), other=5) == Named(one=1, other=5)
    with pytest.raises(ValueError, match="too many"):
        replace(Named(one=1), other=0)
