"""Times that were not understood: shown as written, and said to the writer at that very value."""

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast

from generator.domain.problem import DataPath, Problem, Severity
from generator.domain.text import Words
from generator.domain.times import TimeExpression, TimeKind
from generator.domain.written import BodyRef
from generator.reading.validation import Document

_WITHOUT_TIMES = frozenset({str, bool, int, Words, BodyRef})


def unknown_times(document: Document, value: object) -> Iterator[Problem]:
    """Warn of each time in `value`, read from `document`, whose words the grammar does not know."""
    for path, time in times_in(value):
        if time.kind is TimeKind.UNKNOWN:
            yield document.problem("time_unknown", path, severity=Severity.WARNING, text=time.text)


def times_in(value: object, path: DataPath = ()) -> Iterator[tuple[DataPath, TimeExpression]]:
    """Give every time in a value of the domain, with its path."""
    if isinstance(value, TimeExpression):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value if value and type(value[0]) not in _WITHOUT_TIMES else ()):
            yield from times_in(item, (*path, index))
    else:
        for name in _fields_of(cast(Hashable, type(value))):
            inner = getattr(value, name)
            # Most of what a plan holds is nothing, text and names.
            if inner and type(inner) not in _WITHOUT_TIMES:
                yield from times_in(inner, (*path, name))


@cache
def _fields_of(shape: Any) -> tuple[str, ...]:
    """Give the fields of a record; a value of any other type has none."""
    return tuple(field.name for field in fields(shape)) if is_dataclass(shape) else ()
