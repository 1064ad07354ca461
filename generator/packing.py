"""Views and other frozen dataclasses as bytes, by the ten thousand: to be kept, or to be told apart.

Dataclasses with slots are pickled slowly by themselves, as each value asks for the list of its fields anew. Here each
class is asked once.
"""

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from io import BytesIO
from operator import attrgetter
from typing import Any

_Reduction = Callable[[Any], tuple[Callable[..., Any], tuple[Any, ...]]]


def packed(value: object) -> bytes:
    """Give the bytes of which `pickle` makes `value` again; what is there many times is written once."""
    kept = BytesIO()
    pickler = pickle.Pickler(kept, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TO_KEEP
    pickler.dump(value)
    return kept.getvalue()


def told(value: object) -> bytes:
    """Give bytes that are the same for equal values, and others for others; no value is made of them.

    A pickle that remembers nothing (`fast`) says the same of a text that stands twice and of two equal texts. What it
    has in mind from the start is the sign of a value, so that this is one byte and not looked up for every value.
    """
    said = BytesIO()
    pickler = pickle.Pickler(said, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.memo = {id(_sign): (0, _sign)}
    pickler.dispatch_table = _TO_TELL
    pickler.dump(value)
    return said.getvalue()


def unpacked(kind: type[Any], *values: object) -> Any:
    """Make a packed value of a class again, of its fields in their order."""
    made = object.__new__(kind)
    for put, field in zip(_slots(kind), values, strict=True):  # type: ignore[arg-type]  # classes are hashable
        put(made, field)
    return made


def _sign(*_values: object) -> None:
    """Stand for "a value of the class with this name, with these fields" among what is told."""


def _to_keep(kind: type[Any]) -> _Reduction:
    """Have a value made again by its class, which is quickest, or field by field where the class asks for names."""
    fields_of = _fields_of(kind)
    if _takes_fields_in_order(kind):
        return lambda value: (kind, fields_of(value))
    return lambda value: (unpacked, (kind, *fields_of(value)))


def _takes_fields_in_order(kind: type[Any]) -> bool:
    plain = all(field.init and not field.kw_only for field in fields(kind))
    return plain and not hasattr(kind, "__post_init__")


def _to_tell(kind: type[Any]) -> _Reduction:
    name, fields_of = f"{kind.__module__}.{kind.__qualname__}", _fields_of(kind)
    return lambda value: (_sign, (name, fields_of(value)))


def _fields_of(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Make what gives the fields of a value in their order."""
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@lru_cache(1024)
def _slots(kind: type[Any]) -> tuple[Callable[[Any, object], None], ...]:
    """Give what puts each field of a class into its place, although the value is frozen."""
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))


class _Reductions(dict[type[Any], _Reduction]):
    """By class, how its values are reduced to their fields; found when a class first comes."""

    def __init__(self, reduction_of: Callable[[type[Any]], _Reduction]) -> None:
        super().__init__()
        self._reduction_of = reduction_of

    def __missing__(self, kind: type[Any]) -> _Reduction:
        """Leave all but dataclasses with slots to `pickle`."""
        if not (is_dataclass(kind) and "__slots__" in vars(kind)):
            raise KeyError(kind)
        return self.setdefault(kind, self._reduction_of(kind))


# There are as many entries as the program has classes.
_TO_KEEP, _TO_TELL = _Reductions(_to_keep), _Reductions(_to_tell)
