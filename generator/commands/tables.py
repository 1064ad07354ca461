"""Tables for people and for other programs: text, CSV, JSON."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Literal

from rich.console import Console
from rich.table import Table

TableFormat = Literal["text", "csv", "json"]
FORMATS: tuple[TableFormat, ...] = ("text", "csv", "json")
Cell = str | int | None
Column = tuple[str, str]
# A spreadsheet takes a cell that starts so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(columns: Sequence[Column], rows: Sequence[dict[str, Cell]], form: TableFormat, empty: str) -> str:
    """Give `rows` as text. `columns` are (key, heading) pairs; `empty` is said in place of a table without rows."""
    writers = {"csv": _csv, "json": _json}
    if form in writers:
        return writers[form](columns, rows)
    return _text(columns, rows) if rows else empty + "\n"


def _text(columns: Sequence[Column], rows: Sequence[dict[str, Cell]]) -> str:
    made = Table(box=None, pad_edge=False)
    for _, heading in columns:
        made.add_column(heading, overflow="fold")
    for row in rows:
        made.add_row(*("" if row[key] is None else str(row[key]) for key, _ in columns))
    out = io.StringIO()
    Console(file=out, width=180, markup=False, emoji=False, highlight=False).print(made)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _csv(columns: Sequence[Column], rows: Sequence[dict[str, Cell]]) -> str:
    """Write CSV (RFC 4180) as Excel reads it: with a byte-order mark, so that Vietnamese comes out whole."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([heading for _, heading in columns])
    writer.writerows([[_safe(row[key]) for key, _ in columns] for row in rows])
    return "\ufeff" + out.getvalue()


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _json(columns: Sequence[Column], rows: Sequence[dict[str, Cell]]) -> str:
    picked = [{key: row[key] for key, _ in columns} for row in rows]
    return json.dumps(picked, ensure_ascii=False, indent=2) + "\n"
