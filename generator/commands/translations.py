"""plansite translations: what is not yet translated, or translated from an older text; to a spreadsheet and back."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.commands.problems import render_text
from generator.commands.settings import DATA_HAS_ERRORS, Settings, told
from generator.commands.translation_sheet import SheetRead, Wish, read_sheet, sheet_bytes
from generator.domain.problem import Problem, Severity
from generator.domain.text import DEFAULT_LANGUAGE
from generator.domain.translation import State, Translation
from generator.publishing.writing import write_file
from generator.reading.files import read_text
from generator.reading.source import source_of
from generator.reading.tables import read_tables
from generator.reading.translated import with_texts
from generator.reading.translating import pages_without, read_translations
from generator.reading.validation import read_document
from generator.wording import known_languages, load_strings

_LANGUAGES = click.Choice([code for code in known_languages() if code != DEFAULT_LANGUAGE])
_LANGUAGE = click.option("--language", type=_LANGUAGES, default="en", show_default=True, help=told("translations_into"))
_SHOWN = 90
_SHEET = click.Path(dir_okay=False, path_type=Path)


@click.group("translations", help=told("translations"), invoke_without_command=True)
@_LANGUAGE
@click.pass_context
def translations_command(context: click.Context, language: str) -> None:
    """List, unless a command of the group is asked for."""
    if context.invoked_subcommand is None:
        _list(context.obj, language)


@translations_command.command("export", help=told("translations_export"))
@click.argument("file", type=_SHEET)
@click.option("--all", "every", is_flag=True, help=told("translations_all"))
@_LANGUAGE
@click.pass_obj
def export_command(settings: Settings, file: Path, every: bool, language: str) -> None:
    """Write the workbook: what is open, or every text."""
    known = _known(settings, language)
    rows = [one for one in known if every or one.state is not State.DONE]
    try:
        write_file(file, sheet_bytes(rows, settings.strings, language))
    except OSError as error:
        settings.stop("cannot_write", folder=file, reason=error.strerror or error)
    click.echo(settings.strings.say("translations.exported", n=len(rows), file=file))


@translations_command.command("import", help=told("translations_import"))
@click.argument("file", type=_SHEET)
@click.option("--write", is_flag=True, help=told("translations_write"))
@_LANGUAGE
@click.pass_obj
def import_command(settings: Settings, file: Path, write: bool, language: str) -> None:
    """Say what the workbook would change; with `write` change it, unless a cell is wrong."""
    known = _known(settings, language)
    tables = read_tables(file)
    _stop_at(settings, tables.problems)
    read = read_sheet(tables.tables, known, language)
    if read is None:
        settings.stop("sheet_unknown", file=file)
    _say_differences(settings, read)
    if read.bad:
        click.echo(settings.strings.say("translations.nothing_written"), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    if write:
        _merge(settings, read.wishes, language)
    elif read.wishes:
        click.echo(settings.strings.say("translations.how_to_write"))


def _known(settings: Settings, language: str) -> tuple[Translation, ...]:
    """Give every text; ends with status 1 where the data has errors."""
    problems = settings.read().problems
    _stop_at(settings, [problem for problem in problems if problem.severity is Severity.ERROR])
    return tuple(read_translations(settings.root, load_strings(language)))


def _stop_at(settings: Settings, errors: Sequence[Problem]) -> None:
    if errors:
        click.echo(render_text(errors, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)


def _list(settings: Settings, language: str) -> None:
    """Say file by file what is to be done."""
    say = settings.strings.say
    known = _known(settings, language)
    for file in dict.fromkeys(one.file for one in known):
        mine = [one for one in known if one.file == file and one.state is not State.DONE]
        counts = {state: sum(one.state is state for one in mine) for state in (State.MISSING, State.OLDER)}
        if mine:
            click.echo(say("translations.file", file=file, missing=counts[State.MISSING], older=counts[State.OLDER]))
        for one in mine:
            click.echo(f"  {say(f'translations.states.{one.state.value}')}: {one.field}")
            if one.older:
                click.echo("      " + say("translations.was", text=_cut(one.older)))
            click.echo("      " + say("translations.now", text=_cut(one.vietnamese)))
    for page in pages_without(settings.root, language):
        click.echo(say("translations.page", file=page))
    missing, older = (sum(one.state is state for one in known) for state in (State.MISSING, State.OLDER))
    click.echo(say("translations.total", n=len(known), missing=missing, older=older, language=language))


def _say_differences(settings: Settings, read: SheetRead) -> None:
    say = settings.strings.say
    for cell in read.bad:
        click.echo(say(f"translations.bad.{cell.why}", cell=cell.name, text=_cut(cell.text)), err=True)
    for one in read.outdated:
        click.echo(say("translations.outdated", cell=one.cell, file=one.was.file, field=one.was.field), err=True)
    for one in read.wishes:
        click.echo(f"{one.was.file}: {one.was.field}")
        if one.was.text:
            click.echo(f"  - {_cut(one.was.text)}")
        click.echo(f"  + {_cut(one.text)}")
    click.echo(say("translations.differences", n=len(read.wishes), skipped=len(read.outdated)))


def _merge(settings: Settings, wishes: Sequence[Wish], language: str) -> None:
    """Make the new text of every file first; only where all of them can be read again is anything written."""
    new: dict[str, str] = {}
    for file in dict.fromkeys(one.was.file for one in wishes):
        source = read_text(settings.root, file).source
        wanted = {one.was.field: one.text for one in wishes if one.was.file == file}
        made, unknown = with_texts(source.text if source is not None else "", language, wanted)
        if unknown:
            settings.stop("field_unplaced", file=file, fields=", ".join(unknown))
        _stop_at(settings, read_document(source_of(file, made)).problems)
        new[file] = made
    for file, text in new.items():
        try:
            write_file(settings.root / file, text.encode())
        except OSError as error:
            settings.stop("cannot_write", folder=file, reason=error.strerror or error)
        click.echo(settings.strings.say("translations.written", file=file))


def _cut(text: str) -> str:
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return printable if len(printable) <= _SHOWN else printable[: _SHOWN - 1].rstrip() + "…"
