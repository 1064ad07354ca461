"""A workbook to fill in: given cells locked, empty ones open, days and numbers checked as they are typed."""

import io
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.frozen import frozen

_FILL_IN = PatternFill("solid", fgColor="FFF7DD")
_GIVEN = PatternFill("solid", fgColor="F1EEEA")
_DAY_FORM = "dd/mm/yyyy"
_FIRST_DAY = "36526"
"""1 January 2000, as spreadsheets count days."""
_TEXT_FORM = "@"


class Cell(StrEnum):
    """What a column takes: text, a day, a number; given columns are locked."""

    GIVEN = "given"
    TEXT = "text"
    DAY = "day"
    NUMBER = "number"


@frozen
class Column:
    """One column: its heading, its width in characters, what it takes, and what is said where it takes it not."""

    heading: str
    width: int
    takes: Cell
    hint: str = ""


@frozen
class Sheet:
    """One sheet: its name, a line on how to fill it in, its columns and its rows of values."""

    name: str
    intro: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | date | None, ...], ...]


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Make an Excel workbook (ECMA-376) of at least one sheet."""
    book = Workbook()
    for given in list(book.worksheets):
        book.remove(given)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name[:31]), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    """Write the line of explanation, the headings, and the rows."""
    page.append([sheet.intro])
    page.append([column.heading for column in sheet.columns])
    page["A1"].font = Font(italic=True)
    for number, row in enumerate(sheet.rows, start=3):
        for at, value in enumerate(row, start=1):
            page.cell(number, at, value=value)
    for at, column in enumerate(sheet.columns, start=1):
        _dress(page, at, column, len(sheet.rows) + 2)
    page.freeze_panes = "C3"
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False


def _dress(page: Worksheet, at: int, column: Column, last: int) -> None:
    """Give a column its width, its look, its lock and its check."""
    letter = get_column_letter(at)
    page.column_dimensions[letter].width = column.width
    heading = page.cell(2, at)
    heading.font, heading.fill = Font(bold=True), _GIVEN
    heading.alignment = Alignment(wrap_text=True, vertical="top")
    opened = column.takes is not Cell.GIVEN
    for number in range(3, last + 1):
        cell = page.cell(number, at)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.protection = Protection(locked=not opened)
        cell.number_format = _DAY_FORM if column.takes is Cell.DAY else cell.number_format
        cell.number_format = _TEXT_FORM if column.takes in (Cell.TEXT, Cell.GIVEN) else cell.number_format
        cell.fill = _FILL_IN if opened else _GIVEN
        # A text that begins with "=" is a text of the document, never a formula.
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    if opened and last > 2:
        _check(page, f"{letter}3:{letter}{last}", column)


def _check(page: Worksheet, cells: str, column: Column) -> None:
    """Let the spreadsheet itself refuse what is no day or no number."""
    if column.takes is Cell.DAY:
        rule = DataValidation(type="date", operator="greaterThan", formula1=_FIRST_DAY, allow_blank=True)
    elif column.takes is Cell.NUMBER:
        rule = DataValidation(type="decimal", operator="between", formula1="-1E15", formula2="1E15", allow_blank=True)
    else:
        return
    rule.error, rule.showErrorMessage = column.hint, True
    rule.prompt, rule.showInputMessage = column.hint, bool(column.hint)
    page.add_data_validation(rule)
    rule.add(cells)
