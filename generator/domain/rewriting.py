"""A record as people would write it again: plain texts, lists and mappings, from which the same record is read.

It is the way back of `written.py`: times are their words, bodies their words and id, texts their languages.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from generator.domain.text import DEFAULT_LANGUAGE, Words
from generator.domain.times import TimeExpression
from generator.domain.written import BodyRef

Written = str | int | float | bool | list["Written"] | dict[str, "Written"]
"""What JSON and YAML can hold; nothing is null, as what is not known is not written."""

# "0.125" could be a hundred and twenty-five; readers of plans refuse it, and take a decimal comma.
_AMBIGUOUS = re.compile(r"-?\d{1,3}\.\d{3}")


def rewritten(value: Any) -> Any:
    """Give `value` (a record of the domain or what stands in one) in the form in which it is written in a file.

    Fields that have their default value are left out. Raises TypeError for what no file can hold.
    """
    if isinstance(value, Words):
        return _words(value)
    if isinstance(value, TimeExpression):
        return value.text
    if isinstance(value, BodyRef):
        return _body(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return written_number(value) if isinstance(value, Decimal) else _collection(value)


def _collection(value: Any) -> Written:
    if isinstance(value, tuple | list):
        return [rewritten(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): rewritten(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {name: rewritten(item) for name, item in stated(value)}
    raise TypeError(type(value).__name__)


def stated(record: Any) -> list[tuple[str, Any]]:
    """Give (field, value) of what a record says beyond its defaults, in the order of its fields."""
    found = [(name, default, getattr(record, name)) for name, default in _defaults(type(record))]  # type: ignore[arg-type]
    return [(name, value) for name, default, value in found if value is not default and value != default]


@lru_cache(maxsize=256)
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _words(words: Words) -> Written:
    if not words.translations:
        return words.vi
    return {DEFAULT_LANGUAGE: words.vi, **dict(words.translations)}


def _body(ref: BodyRef) -> Written:
    """Name a body by its words and its id: the words alone may mean another body once the registry grows."""
    if ref.text == ref.agency and ref.note is None:
        return ref.agency
    note: dict[str, Written] = {} if ref.note is None else {"note": ref.note}
    return {"text": ref.text, "body": ref.agency, **note}


def written_number(number: Decimal) -> Written:
    """Write a number as one where it can be told what it is, else as text with a decimal comma."""
    plain = f"{number:f}"
    if _AMBIGUOUS.fullmatch(plain):
        return plain.replace(".", ",")
    return int(plain) if "." not in plain else float(plain) if repr(float(plain)) == plain else plain
