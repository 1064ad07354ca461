"""Rows as lines of CSV (RFC 4180) and records as lines of JSON (RFC 8259)."""

import csv
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from generator.domain.text import Words
from generator.views.open_data.tables import Table

Row = Mapping[str, Any]
"""By column: words, a text, a number, a day, yes or no; what is not there or None is an empty cell."""

# Spreadsheets take such a text for a formula; a plain number or a telephone number does no harm.
_FORMULA = re.compile(r"(?!\+?[\d\s.,()-]*$)[=+\-@\t\r]")
# Allowed in JSON, and line ends or hidden marks to YAML, which reads our JSON too.
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def csv_lines(table: Table, languages: tuple[str, ...], rows: Iterable[Row]) -> tuple[bytes, ...]:
    """Give the lines of some rows, UTF-8, one each.

    A row with a column that the table does not have raises ValueError.
    """
    return _csv(_cells(table, languages, row) for row in rows)


def csv_head(table: Table, languages: tuple[str, ...]) -> bytes:
    """Give the first line of the table's file."""
    return _csv([table.head(languages)])[0]


class _Lines(list[str]):
    """Takes what a csv.writer writes: a line at a time."""

    write = list.append


def _csv(rows: Iterable[Iterable[str]]) -> tuple[bytes, ...]:
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return tuple(line.encode() for line in lines)


def _cells(table: Table, languages: tuple[str, ...], row: Row) -> list[str]:
    unknown = row.keys() - {column.name for column in table.columns}
    if unknown:
        raise ValueError(f"{table.name}: {sorted(unknown)}")
    cells: list[str] = []
    for column in table.columns:
        value = row.get(column.name)
        if column.type == "words":
            cells += [harmless(said.get(code, "")) for said in (_languages(value),) for code in languages]
        else:
            cells.append(_cell(value))
    return cells


def _languages(value: object) -> Mapping[str, str]:
    """Give a text by language: only those in which somebody wrote it."""
    if isinstance(value, Words):
        return {"vi": value.vi, **dict(value.translations)}
    return value if isinstance(value, Mapping) else {}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return harmless(str(value.value if isinstance(value, Enum) else value))


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula (OWASP, CSV injection)."""
    return f"'{text}" if _FORMULA.match(text) else text


def json_text(value: object) -> str:
    """Write `value` as JSON on one line, readable as YAML too. Keys keep their order."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_json)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def _json(value: object) -> object:
    if isinstance(value, Words):
        return _languages(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
