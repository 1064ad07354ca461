"""What may stand at a place in the data, told from the types of the domain: which record, which keys."""

from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.domain.problem import DataPath


def shape_at(root: Any, path: DataPath) -> Any:
    """Follow `path` through type `root`; give the bare type there, or None where it has none."""
    shape = bare(root)
    for step in path:
        shape = _inside(shape, step)
        if shape is None:
            return None
    return shape


def bare(shape: Any) -> Any:
    """Give a type without its `Annotated` part and without None."""
    if get_origin(shape) is Annotated:
        return bare(get_args(shape)[0])
    if get_origin(shape) in (Union, UnionType):
        rest = [arg for arg in get_args(shape) if arg is not NoneType]
        return bare(rest[0])
    return shape


def _inside(shape: Any, step: str | int) -> Any:
    if is_dataclass(shape) and isinstance(shape, type):
        hint = _hints(shape).get(str(step)) if str(step) in keys_of(shape) else None
        return bare(hint) if hint is not None else None
    if get_origin(shape) is tuple and isinstance(step, int):
        return bare(get_args(shape)[0])
    if get_origin(shape) is tuple:
        return _inside(bare(get_args(shape)[0]), step)
    return bare(get_args(shape)[1]) if get_origin(shape) is dict else None


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def keys_of(shape: Any) -> tuple[str, ...]:
    """Give the keys that a record takes, in order; none for what is not a record."""
    return tuple(f.name for f in fields(shape)) if is_dataclass(shape) else ()


def required_keys(shape: Any) -> tuple[str, ...]:
    """Give the keys that a record must have."""
    if not is_dataclass(shape):
        return ()
    return tuple(f.name for f in fields(shape) if f.default is MISSING and f.default_factory is MISSING)


def choices_of(shape: Any) -> tuple[str, ...]:
    """Give the values that a field takes where they are a closed list; none otherwise."""
    if isinstance(shape, type) and issubclass(shape, Enum):
        return tuple(str(member.value) for member in shape)
    return tuple(str(a) for a in get_args(shape)) if get_origin(shape) is Literal else ()


def is_list(shape: Any) -> bool:
    """Say whether the type takes a list."""
    return get_origin(shape) is tuple
