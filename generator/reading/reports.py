"""From the cells of a spreadsheet to what an office reports; each cell that is wrong is told by sheet and name."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pydantic import TypeAdapter, ValidationError

from generator.domain.address import written_fault
from generator.domain.plan import Plan
from generator.domain.problem import Location, Problem
from generator.domain.reported import ProgressReport, Report, TargetReport, TaskReport
from generator.domain.scalar import Day
from generator.domain.target import Number, Target
from generator.frozen import frozen
from generator.reading.tables import Table, TableCell

COLUMNS = (
    "plan", "id", "label", "text", "responsible", "deadline", "metric", "goal",
    "done_on", "evidence", "date", "value", "words", "source", "link", "note", "progress_on", "progress",
)  # fmt: skip
_TASK_FIELDS = ("done_on", "evidence")
_TARGET_FIELDS = ("date", "value", "words", "source", "note")
_PROGRESS_FIELDS = ("progress_on", "progress")
_DAY: TypeAdapter[datetime.date] = TypeAdapter(Day)
_NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)
_LARGEST, _DECIMALS = Decimal(10) ** 15, 6
_PERCENT = re.compile(r"(?P<number>[+-]?[\d.,]+)\s*%")


@frozen
class Reports:
    """What a file reports, in the order of its rows, and the problems."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Reader:
    """Reads the rows of one file against one plan and collects what is wrong."""

    file: str
    plan: Plan
    headings: Mapping[str, str]
    """By heading in small letters: the key of the column."""
    problems: list[Problem] = field(default_factory=list)
    told: dict[object, tuple[str, Report]] = field(default_factory=dict)
    """By what is reported on: the name of the cell that said so first, and what it said."""

    def wrong(self, code: str, cell: TableCell, **values: object) -> None:
        """Keep the problem of a cell."""
        told = (("sheet", cell.sheet or self.file), ("cell", cell.name), ("text", cell.text[:80]))
        more = tuple((key, str(value)) for key, value in values.items())
        place = Location(self.file, cell.row, cell.column)
        self.problems.append(Problem(code=code, location=place, values=(*told, *more), path=(cell.sheet, cell.name)))

    def table(self, table: Table) -> Iterator[Report]:
        """Give the reports in one sheet; one without the heading of the ids is not for us."""
        keys: dict[str, int] = {}
        for row in table.rows:
            if not keys:
                keys = self.keys(row)
            elif any(cell.text for cell in row):
                cells = {key: row[at] for key, at in keys.items() if at < len(row)}
                yield from self.row(cells)

    def keys(self, row: Sequence[TableCell]) -> dict[str, int]:
        """Give the place of each column by its key, if the row is that of the headings."""
        found = {self.headings.get(" ".join(cell.text.casefold().split()), ""): at for at, cell in enumerate(row)}
        found.pop("", None)
        return found if "id" in found else {}

    def row(self, cells: Mapping[str, TableCell]) -> Iterator[Report]:
        """Give the report of one row: nothing where nobody filled anything in."""
        results, progress = _filled(cells, (*_TASK_FIELDS, *_TARGET_FIELDS, "link")), _filled(cells, _PROGRESS_FIELDS)
        if not (results or progress):
            return
        item, named = cells["id"], cells.get("plan")
        if named is not None and named.text and named.text not in (self.plan.id, *self.plan.former_ids):
            self.wrong("sheet_other_plan", named, plan=self.plan.id)
            return
        target = next((target for target in self.plan.targets if target.id == item.text), None)
        if target is None and all(task.id != item.text for task in self.plan.tasks):
            self.wrong("sheet_item_unknown" if item.text else "sheet_item_missing", item, plan=self.plan.id)
            return
        if progress:
            yield from self._once(item, self._progress(cells))
        if results:
            yield from self._once(item, self._target(cells, target) if target is not None else self._task(cells))

    def _once(self, item: TableCell, reports: Iterator[Report]) -> Iterator[Report]:
        """Let a report through; one that contradicts another row is a problem, one that repeats it is none."""
        for report in reports:
            cell, first = self.told.setdefault(_subject(report), (item.name, report))
            if first is report:
                yield report
            elif first != report:
                self.wrong("sheet_twice", item, first=cell)

    def _progress(self, cells: Mapping[str, TableCell]) -> Iterator[Report]:
        """Read how far the work has come: a day and words, neither without the other."""
        before, words = len(self.problems), text_of(cells, "progress")
        day = self.day(cells, "progress_on")
        if words is not None and day is not None:
            yield ProgressReport(item=cells["id"].text, date=day, text=words)
        elif len(self.problems) == before:
            self.wrong("sheet_progress_whole", cells["progress" if words is not None else "progress_on"])

    def _task(self, cells: Mapping[str, TableCell]) -> Iterator[Report]:
        before = len(self.problems)
        self._nothing_else(cells, _TARGET_FIELDS, "sheet_not_of_a_task")
        done_on, link = self.day(cells, "done_on"), self.link(cells)
        evidence = text_of(cells, "evidence")
        known = next(task for task in self.plan.tasks if task.id == cells["id"].text)
        if (evidence or link) and done_on is None and known.done_on is None and len(self.problems) == before:
            self.wrong("sheet_needs_done_on", cells["evidence" if evidence else "link"])
        if len(self.problems) == before:
            yield TaskReport(item=known.id, done_on=done_on, evidence=evidence, link=link)

    def _target(self, cells: Mapping[str, TableCell], target: Target) -> Iterator[Report]:
        before = len(self.problems)
        self._nothing_else(cells, _TASK_FIELDS, "sheet_not_of_a_target")
        day, value, link = self.day(cells, "date"), self.number(cells), self.link(cells)
        metric, words = self.metric(cells, target, value is not None), text_of(cells, "words")
        if len(self.problems) > before:
            return
        if value is None and words is None:
            self.wrong("sheet_needs_value", cells.get("value", cells["id"]))
        elif day is None:
            self.wrong("sheet_needs_date", cells.get("date", cells["id"]))
        else:
            source, note = text_of(cells, "source"), text_of(cells, "note")
            yield TargetReport(
                item=target.id, date=day, metric=metric, value=value, text=words, source=source, link=link, note=note
            )

    def _nothing_else(self, cells: Mapping[str, TableCell], keys: Sequence[str], code: str) -> None:
        for key in keys:
            if key in cells and cells[key].text:
                self.wrong(code, cells[key])

    def day(self, cells: Mapping[str, TableCell], key: str) -> datetime.date | None:
        """Read a day: a date of the spreadsheet, or written as offices do or as ISO 8601."""
        cell = cells.get(key)
        if cell is None or not cell.text:
            return None
        if isinstance(cell.value, datetime.datetime):
            return cell.value.date()
        if isinstance(cell.value, datetime.date):
            return cell.value
        try:
            return _DAY.validate_python(cell.text)
        except ValidationError:
            self.wrong("sheet_day", cell)
            return None

    def number(self, cells: Mapping[str, TableCell]) -> Decimal | None:
        """Read a number: of the spreadsheet, or written with a decimal comma or point, perhaps with a percent sign."""
        cell = cells.get("value")
        if cell is None or not cell.text:
            return None
        if isinstance(cell.value, Decimal):
            return self._computed(cell, cell.value)
        found = _PERCENT.fullmatch(cell.text)
        try:
            return _NUMBER.validate_python(found["number"] if found else cell.text)
        except ValidationError as error:
            ambiguous = error.errors()[0]["type"] == "number_ambiguous"
            self.wrong("sheet_number_ambiguous" if ambiguous else "sheet_number", cell)
            return None

    def _computed(self, cell: TableCell, value: Decimal) -> Decimal | None:
        """Take a number of the spreadsheet; how to round the outcome of a division is for its office to say."""
        if value.is_finite() and abs(value) < _LARGEST and value == round(value, _DECIMALS):
            return value
        self.wrong("sheet_number_long", cell)
        return None

    def metric(self, cells: Mapping[str, TableCell], target: Target, measured: bool) -> int | None:
        """Read which metric a value is of; it goes without saying where there is one."""
        cell, count = cells.get("metric"), len(target.metrics)
        text = cell.text if cell is not None else ""
        if cell is not None and text and not (text.isascii() and text.isdigit() and 1 <= int(text) <= count):
            self.wrong("sheet_metric", cell, count=count)
            return None
        if measured and (count == 0 or (count > 1 and not text)):
            self.wrong("sheet_metric_missing" if count else "sheet_nothing_to_measure", cells["value"], count=count)
        return int(text) if text and count > 1 else None

    def link(self, cells: Mapping[str, TableCell]) -> str | None:
        """Read an address; one that does harm or is none is refused."""
        cell = cells.get("link")
        if cell is None or not cell.text:
            return None
        if not cell.text.lower().startswith(("https://", "http://")) or written_fault(cell.text) is not None:
            self.wrong("sheet_link", cell)
            return None
        return cell.text


def _filled(cells: Mapping[str, TableCell], keys: Sequence[str]) -> bool:
    """Say whether somebody filled in any of these columns."""
    return any(cells[key].text for key in keys if key in cells)


def _subject(report: Report) -> object:
    """Give what a report is about; two that differ about one subject contradict each other."""
    if isinstance(report, TargetReport):
        return report.item, report.metric, report.date
    return (report.item, "progress", report.date) if isinstance(report, ProgressReport) else report.item


def text_of(cells: Mapping[str, TableCell], key: str) -> str | None:
    """Give the text of a cell in one line, None where it is empty."""
    text = " ".join(cells[key].text.split()) if key in cells else ""
    return text or None


def read_reports(file: str, tables: Sequence[Table], plan: Plan, headings: Mapping[str, str]) -> Reports:
    """Read what the sheets of `file` report of `plan`; `headings` give the key of a column by its heading."""
    reader = _Reader(file, plan, {**{key: key for key in COLUMNS}, **headings})
    reports = tuple(report for table in tables for report in reader.table(table))
    if not reports and not reader.problems and not _has_rows(reader, tables):
        told = (("file", file),)
        reader.problems.append(Problem(code="sheet_no_heading", location=Location(file), values=told))
    return Reports(reports, tuple(reader.problems))


def _has_rows(reader: _Reader, tables: Sequence[Table]) -> bool:
    return any(reader.keys(row) for table in tables for row in table.rows)


def plans_named(tables: Sequence[Table], headings: Mapping[str, str]) -> tuple[str, ...]:
    """Give the plan ids that the rows name, each once, in order."""
    known = {**{key: key for key in COLUMNS}, **headings}
    found: list[str] = []
    for table in tables:
        at: int | None = None
        for row in table.rows:
            keys = [known.get(" ".join(cell.text.casefold().split()), "") for cell in row]
            if at is None and "id" in keys:
                at = keys.index("plan") if "plan" in keys else -1
            elif at is not None and 0 <= at < len(row) and row[at].text:
                found.append(row[at].text)
    return tuple(dict.fromkeys(found))
