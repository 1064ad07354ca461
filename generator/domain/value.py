"""The one decorator of domain values: frozen, slotted, keyword-only, and strict about unknown keys."""

from typing import TypeVar, dataclass_transform

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
