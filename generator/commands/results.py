"""plansite results: the spreadsheet that goes out to offices, and what they filled in put into the plan."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from generator.commands.problems import render_text, sentence
from generator.commands.settings import DATA_HAS_ERRORS, Settings, told
from generator.domain.plan import Plan
from generator.domain.problem import Problem, Severity
from generator.domain.project import Project
from generator.domain.reported import Difference, Report, differences
from generator.drawing.workbook import Cell, Column, Sheet, workbook_bytes
from generator.publishing.writing import write_file
from generator.reading.files import AGENCIES, DOCUMENTS, plan_files, read_text
from generator.reading.merging import CannotMergeError, merged
from generator.reading.plans import read_plan, text_at
from generator.reading.registries import read_registry
from generator.reading.reports import COLUMNS, plans_named, read_reports
from generator.reading.tables import read_tables
from generator.reading.validation import Document, read_document
from generator.views.context import Context
from generator.views.index import build_index
from generator.views.results_sheet import FILLED_IN, TARGET_COLUMNS, TASK_COLUMNS, Row, target_rows, task_rows
from generator.wording import known_languages, load_strings

_WIDTHS = {
    "text": 60,
    "evidence": 40,
    "words": 40,
    "responsible": 30,
    "source": 30,
    "link": 30,
    "note": 30,
    "progress": 40,
    "plan": 12,
}
_TAKES = {"done_on": Cell.DAY, "progress_on": Cell.DAY, "date": Cell.DAY, "value": Cell.NUMBER}


@click.group("results", help=told("results"))
def results_command() -> None:
    """Hold the two commands together."""


@results_command.command("template", help=told("results_template"))
@click.argument("plan_id", metavar="PLAN")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help=told("results_output"))
@click.pass_obj
def template_command(settings: Settings, plan_id: str, output: Path | None) -> None:
    """Write the spreadsheet of one plan."""
    project = _project(settings)
    plan = _plan(settings, project, plan_id)
    index = build_index(project, settings.day(None), drafts=True)
    context = Context(project.config, index, settings.strings, settings.day(None))
    sheets = (
        _sheet(settings, "tasks", TASK_COLUMNS, task_rows(context, plan)),
        _sheet(settings, "targets", TARGET_COLUMNS, target_rows(context, plan)),
    )
    file = output or Path(f"ket-qua-{plan.id}.xlsx")
    try:
        write_file(file.resolve(), workbook_bytes([sheet for sheet in sheets if sheet.rows] or sheets[:1]))
    except OSError as error:
        settings.stop("cannot_write", folder=file, reason=error.strerror or error)
    counts = {"tasks": len(plan.tasks), "targets": len(plan.targets)}
    click.echo(settings.strings.say("results_sheet.written", file=file, **counts))


@results_command.command("import", help=told("results_import"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--plan", "plan_id", metavar="PLAN", help=told("results_plan"))
@click.option("--write", is_flag=True, help=told("results_write"))
@click.pass_obj
def import_command(settings: Settings, file: Path, plan_id: str | None, write: bool) -> None:
    """Show what the file would add or change, and merge it with --write or after a question."""
    project = _project(settings)
    read = read_tables(file)
    _stop_at(settings, read.problems)
    named = (plan_id,) if plan_id else plans_named(read.tables, headings())
    if len(named) != 1:
        settings.stop("results_which_plan", file=file.name, plans=", ".join(named) or "–")
    plan = _plan(settings, project, named[0])
    reports = read_reports(file.name, read.tables, plan, headings())
    _stop_at(settings, reports.problems)
    found = differences(plan, reports.reports)
    click.echo(_told(settings, plan, found))
    if found and (write or _asked(settings)):
        _merge(settings, plan, reports.reports, found)


def headings() -> Mapping[str, str]:
    """Give the key of each column by its heading in small letters, in every language that the program has."""
    words = [load_strings(code) for code in known_languages()]
    return {one.say(f"results_sheet.columns.{key}").casefold(): key for one in words for key in COLUMNS}


def _project(settings: Settings) -> Project:
    """Read the project; its errors are told first."""
    result = settings.read()
    if result.project is None:
        errors = [problem for problem in result.problems if problem.severity is Severity.ERROR]
        click.echo(render_text(errors, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    return result.project


def _plan(settings: Settings, project: Project, plan_id: str) -> Plan:
    found = next((plan for plan in project.plans if plan_id in (plan.id, *plan.former_ids)), None)
    if found is None:
        settings.stop("results_no_plan", plan=plan_id, plans=", ".join(plan.id for plan in project.plans))
    return found


def _sheet(settings: Settings, kind: str, keys: tuple[str, ...], rows: tuple[Row, ...]) -> Sheet:
    """Put headings and looks to the rows."""
    say = settings.strings.say
    columns = tuple(
        Column(
            heading=say(f"results_sheet.columns.{key}"),
            width=_WIDTHS.get(key, 16),
            takes=_TAKES.get(key, Cell.TEXT) if key in FILLED_IN else Cell.GIVEN,
            hint=say(f"results_sheet.hints.{_TAKES[key].value}") if key in _TAKES else "",
        )
        for key in keys
    )
    return Sheet(say(f"results_sheet.{kind}"), say("results_sheet.intro"), columns, rows)


def _stop_at(settings: Settings, problems: tuple[Problem, ...]) -> None:
    """Tell every cell that is wrong, and end: a sheet with errors is not taken in part."""
    if problems:
        for problem in problems:
            click.echo(sentence(problem, settings.strings), err=True)
        click.echo(settings.strings.say("results_sheet.nothing_taken"), err=True)
        raise SystemExit(DATA_HAS_ERRORS)


def _told(settings: Settings, plan: Plan, found: tuple[Difference, ...]) -> str:
    """Say what would be added or changed, by item."""
    say = settings.strings.say
    if not found:
        return say("results_sheet.no_difference", plan=plan.id)
    lines = [say("results_sheet.differences", plan=plan.id, n=len(found))]
    item = ""
    for one in found:
        if one.item != item:
            item = one.item
            lines.append(f"{item}:")
        lines.append("  " + _line(settings, one))
    return "\n".join(lines)


def _line(settings: Settings, one: Difference) -> str:
    key = "words" if one.field == "text" else one.field
    name = settings.strings.say(f"results_sheet.columns.{key}")
    where = f" ({one.of.isoformat()}{f', {one.metric}' if one.metric else ''})" if one.of is not None else ""
    sign, change = ("+", one.after) if one.before is None else ("~", f"{one.before} → {one.after}")
    return f"{sign} {name}{where}: {change}"


def _asked(settings: Settings) -> bool:
    """Ask, where somebody is there to answer."""
    if not sys.stdin.isatty():
        click.echo(settings.strings.say("results_sheet.with_write"))
        return False
    return click.confirm(settings.strings.say("results_sheet.ask"))


def _merge(settings: Settings, plan: Plan, reports: tuple[Report, ...], found: tuple[Difference, ...]) -> None:
    """Write the plan's file anew; nothing is written where the outcome would be wrong."""
    file, document = _file_of(settings, plan)
    changed = {one.item for one in found}
    raw = (settings.root / file).read_bytes()
    try:
        text = merged(document, raw.decode("utf-8-sig"), [one for one in reports if one.item in changed])
    except CannotMergeError as error:
        settings.stop("results_cannot_merge", item=error, file=file)
    data = (b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b"") + text.encode()
    names = read_registry(read_text(settings.root, AGENCIES), read_text(settings.root, DOCUMENTS)).names
    after = read_plan(file, data, names)
    if after.plan is None or differences(after.plan, reports):
        errors = [problem for problem in after.problems if problem.severity is Severity.ERROR]
        click.echo(render_text(errors, settings.strings), err=True)
        settings.stop("results_cannot_merge", item=", ".join(sorted(changed)), file=file)
    try:
        write_file(settings.root / file, data)
    except OSError as error:
        settings.stop("cannot_write", folder=file, reason=error.strerror or error)
    click.echo(settings.strings.say("results_sheet.merged", file=file, n=len(found)))


def _file_of(settings: Settings, plan: Plan) -> tuple[str, Document]:
    """Give the file that holds the plan, and its document."""
    for file in plan_files(settings.root):
        source = read_text(settings.root, file).source
        document = read_document(source).value if source is not None else None
        if document is not None and text_at(document, "id") == plan.id:
            return file, document
    raise LookupError(plan.id)
