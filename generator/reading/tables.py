"""The cells of a spreadsheet that came from elsewhere: xlsx or csv, within bounds, as values with their places."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.domain.problem import Location, Problem
from generator.frozen import frozen

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
MAX_ROWS, MAX_COLUMNS = 20_000, 60


@frozen
class TableCell:
    """One cell: its sheet ("" in a csv), row and column counted from 1, and its value (text, number, day or None)."""

    sheet: str
    row: int
    column: int
    value: object

    @property
    def name(self) -> str:
        """The name of the cell as spreadsheets have it: "C5"."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """The value as text without spaces around it; empty where there is none."""
        return "" if self.value is None else str(self.value).strip()


@frozen
class Table:
    """One sheet: its rows of cells."""

    name: str
    rows: tuple[tuple[TableCell, ...], ...]


@frozen
class TablesRead:
    """The sheets of a file, and the problem where it cannot be read."""

    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_tables(file: Path) -> TablesRead:
    """Read the sheets of an .xlsx or .csv file. What cannot be read is a problem: sheet_unreadable, sheet_too_large."""
    try:
        data = file.read_bytes() if file.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        return _failed(file, "sheet_unreadable", reason=error.strerror or type(error).__name__)
    if data is None:
        return _failed(file, "sheet_too_large")
    if file.suffix.casefold() == ".csv":
        return _csv(file, data)
    return _xlsx(file, data)


def _failed(file: Path, code: str, **values: str) -> TablesRead:
    told = (("file", file.name), *values.items())
    return TablesRead(problems=(Problem(code=code, location=Location(file.name), values=told),))


def _csv(file: Path, data: bytes) -> TablesRead:
    """Read comma, semicolon or tab separated values in UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _failed(file, "sheet_not_utf8")
    head = text[:4000]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        return _failed(file, "sheet_unreadable", reason=str(error))
    return TablesRead((Table("", tuple(_cells("", rows))),))


def _xlsx(file: Path, data: bytes) -> TablesRead:
    """Read a workbook; one whose parts unpack to more than they should is refused before it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
                return _failed(file, "sheet_too_large")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return TablesRead(tuple(Table(page.title, tuple(_cells(page.title, _rows(page)))) for page in book.worksheets))
    # Broken workbooks raise almost anything: of zip, of XML, of missing parts, of values out of range.
    except Exception as error:
        return _failed(file, "sheet_unreadable", reason=type(error).__name__)


def _rows(page: object) -> Iterator[list[object]]:
    rows = page.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)  # type: ignore[attr-defined]
    return ([_value(cell) for cell in row] for row in rows)


def _value(cell: object) -> object:
    """Give the value of a cell; a number shown as a percentage is what people see: 0.83 shown as 83% is 83."""
    value = getattr(cell, "value", None)
    shown = str(getattr(cell, "number_format", "") or "")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    try:
        number = Decimal(repr(value))
    except InvalidOperation:
        return value
    return number * 100 if "%" in shown else number


def _cells(sheet: str, rows: Iterable[Sequence[object]]) -> Iterator[tuple[TableCell, ...]]:
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            return
        yield tuple(TableCell(sheet, number, at, value) for at, value in enumerate(row[:MAX_COLUMNS], start=1))
