"""The decorator of values: what `dataclass(frozen=True, slots=True)` gives, made in a fifth of the time.

The standard one compiles six functions for each class, which for our hundreds of classes took two thirds of the time
to start. Here only `__init__` is compiled; the others are the same for all classes and know their fields.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, /, *, kw_only: bool = False) -> Any:
    """Make `cls` an immutable, slotted dataclass; with `kw_only` its fields are given by name."""
    return _frozen(cls, kw_only) if cls is not None else lambda given: _frozen(given, kw_only)


def _frozen(cls: type[Any], kw_only: bool) -> type[Any]:
    made: type[Any] = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    methods = (_init(made), _repr(made), *_comparisons(made), *_states(made), _no_setting, _no_deleting)
    for method in methods:
        # What a class defines itself stays.
        if method.__name__ not in cls.__dict__:
            setattr(made, method.__name__, method)
    return made


def _init(cls: type[Any]) -> Callable[..., None]:
    """Compile `__init__`. Values are put straight into their slots, as setting an attribute is refused."""
    given = [one for one in fields(cls) if one.init]
    known: dict[str, Any] = {f"put_{one.name}": getattr(cls, one.name).__set__ for one in fields(cls)}
    known |= {f"default_{one.name}": one.default for one in given} | {"MISSING": MISSING}
    known |= {f"make_{one.name}": one.default_factory for one in given}
    by_place = [_parameter(one) for one in given if not one.kw_only]
    by_name = [_parameter(one) for one in given if one.kw_only]
    lines = [f" put_{one.name}(self, {_argument(one)})" for one in given]
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    star = ["*"] if by_name else []
    head = f"def __init__({', '.join(['self', *by_place, *star, *by_name])}):"
    exec("\n".join([head, *lines, " return None"]), known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _parameter(one: Field[Any]) -> str:
    if one.default_factory is not MISSING:
        return f"{one.name}=MISSING"
    return one.name if one.default is MISSING else f"{one.name}=default_{one.name}"


def _argument(one: Field[Any]) -> str:
    if one.default_factory is MISSING:
        return one.name
    return f"make_{one.name}() if {one.name} is MISSING else {one.name}"


def _repr(cls: type[Any]) -> Callable[[Any], str]:
    shown = tuple(one.name for one in fields(cls) if one.repr)

    @recursive_repr()
    def __repr__(self: Any) -> str:  # noqa: N807
        return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in shown])})"

    return __repr__


def _comparisons(cls: type[Any]) -> tuple[Callable[..., Any], ...]:
    """Give equality and hash: those of the tuple of all fields that are compared."""
    compared = _getter(tuple(one.name for one in fields(cls) if one.compare))

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return compared(self) == compared(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(compared(self))

    return __eq__, __hash__


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _states(cls: type[Any]) -> tuple[Callable[..., Any], ...]:
    """Give what packs a value as the list of its fields, and what puts them back."""
    of_all = _getter(tuple(one.name for one in fields(cls)))
    puts = tuple(getattr(cls, one.name).__set__ for one in fields(cls))

    def __getstate__(self: Any) -> list[Any]:  # noqa: N807
        return list(of_all(self))

    def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807
        for put, kept in zip(puts, state, strict=True):
            put(self, kept)

    return __getstate__, __setstate__


def _no_setting(self: Any, name: str, value: Any) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deleting(self: Any, name: str) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_no_setting.__name__, _no_deleting.__name__ = "__setattr__", "__delattr__"
