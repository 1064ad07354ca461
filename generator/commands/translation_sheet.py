"""The spreadsheet of translations: one row a text; given cells locked, the translation open."""

from collections.abc import Iterable, Sequence

from generator.domain.translation import Translation
from generator.drawing.workbook import Cell, Column, Sheet, workbook_bytes
from generator.frozen import frozen
from generator.reading.tables import Table, TableCell
from generator.wording import Strings, known_languages, load_strings

COLUMNS = ("file", "field", "vietnamese", "older", "text", "state")
_WIDTHS = {"file": 28, "field": 34, "vietnamese": 60, "older": 40, "text": 60, "state": 18}
_NEEDED = ("file", "field", "vietnamese", "text")
_LONGEST = 20_000


@frozen
class BadCell:
    """A cell that cannot be used: its name ("E12"), why (a key of the words), and what it holds."""

    name: str
    why: str
    text: str


@frozen
class Wish:
    """A translation that the spreadsheet brings: of which text, from which cell, and of which Vietnamese words."""

    cell: str
    was: Translation
    text: str
    seen: str

    @property
    def is_of_today(self) -> bool:
        """Say whether the Vietnamese text is still the one that the translator saw."""
        return self.seen.split() == self.was.vietnamese.split()


@frozen
class SheetRead:
    """What a spreadsheet asks for: translations that differ, those of texts that have changed since, bad cells."""

    wishes: tuple[Wish, ...]
    outdated: tuple[Wish, ...]
    bad: tuple[BadCell, ...]


def sheet_bytes(rows: Iterable[Translation], strings: Strings, language: str) -> bytes:
    """Make the workbook, in the words of `strings`."""
    name = load_strings(language).name
    columns = tuple(
        Column(_heading(strings, key, name), _WIDTHS[key], Cell.TEXT if key == "text" else Cell.GIVEN)
        for key in COLUMNS
    )
    made = tuple(
        (
            row.file,
            row.field,
            row.vietnamese,
            row.older,
            row.text,
            strings.say(f"translations.states.{row.state.value}"),
        )
        for row in rows
    )
    intro = strings.say("translations.intro", language=name)
    return workbook_bytes([Sheet(language, intro, columns, made)])


def read_sheet(tables: Sequence[Table], known: Sequence[Translation], language: str) -> SheetRead | None:
    """Compare the sheets with the texts as they are; None where no sheet has the headings of ours."""
    by_place = {(one.file, one.field): one for one in known}
    found = [(table, head) for table in tables if (head := _head(table, language)) is not None]
    if not found:
        return None
    rows = (
        {key: row[at] for key, at in columns.items() if at < len(row)}
        for table, (start, columns) in found
        for row in table.rows[start:]
    )
    made = [_row(cells, by_place) for cells in rows]
    wishes = [one for one in made if isinstance(one, Wish)]
    return SheetRead(
        wishes=tuple(one for one in wishes if one.is_of_today),
        outdated=tuple(one for one in wishes if not one.is_of_today),
        bad=tuple(one for one in made if isinstance(one, BadCell)),
    )


def _heading(strings: Strings, key: str, language: str) -> str:
    return strings.say(f"translations.columns.{key}", language=language)


def _head(table: Table, language: str) -> tuple[int, dict[str, int]] | None:
    """Find the row of headings, in any language of ours; give the row after it and the place of each column."""
    name = load_strings(language).name
    keys = {_heading(load_strings(code), key, name): key for code in known_languages() for key in COLUMNS}
    for number, row in enumerate(table.rows[:10], start=1):
        columns = {keys[cell.text]: at for at, cell in enumerate(row) if cell.text in keys}
        if all(key in columns for key in _NEEDED):
            return number, columns
    return None


def _row(cells: dict[str, TableCell], by_place: dict[tuple[str, str], Translation]) -> Wish | BadCell | None:
    """Give what a row asks for, None where nothing."""
    text = cells.get("text")
    if text is None or not text.text:
        return None
    was = by_place.get((cells["file"].text, cells["field"].text))
    if was is None:
        return BadCell(cells["field"].name, "unknown_field", f"{cells['file'].text} {cells['field'].text}")
    if not isinstance(text.value, str):
        return BadCell(text.name, "not_text", text.text)
    words = " ".join(text.value.split())
    if len(words) > _LONGEST or not words.isprintable():
        return BadCell(text.name, "unusable", words[:40])
    if words == " ".join(was.text.split()):
        return None
    return Wish(text.name, was, words, cells["vietnamese"].text)
