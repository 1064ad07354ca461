"""The one decorator of domain values: frozen, slotted, keyword-only, and strict about unknown keys."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar, dataclass_transform

from pydantic import ConfigDict

from generator.frozen import frozen

T = TypeVar("T")

# Read by pydantic when it validates a standard dataclass: an unknown key is an error, never silence.
_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[T]) -> type[T]:
    """Make `cls` an immutable value: a frozen, slotted, keyword-only dataclass that pydantic can validate."""
    made = frozen(kw_only=True)(cls)
    made.__pydantic_config__ = _STRICT  # type: ignore[attr-defined]
    return made


def quickly_kept(cls: type[T]) -> type[T]:
    """Make values of a frozen, slotted dataclass quick to keep and to read back, by the ten thousand."""
    cls.__getstate__ = _state(cls)  # type: ignore[method-assign, assignment]
    cls.__setstate__ = _restoring(cls)  # type: ignore[attr-defined]
    return cls


def _state(cls: type[Any]) -> Callable[[Any], list[object]]:
    """Make what gives the fields of a value to be kept, as a list in their order."""
    names = tuple(field.name for field in fields(cls))

    def state(value: Any) -> list[object]:
        return [getattr(value, name) for name in names]

    return state


def _restoring(cls: type[Any]) -> Callable[[Any, list[object]], None]:
    """Make what puts the fields of a kept value back: dataclasses' own asks for the list of fields at every value."""
    puts = tuple(getattr(cls, field.name).__set__ for field in fields(cls))

    def restore(value: Any, state: list[object]) -> None:
        for put, kept in zip(puts, state, strict=True):
            put(value, kept)

    return restore
