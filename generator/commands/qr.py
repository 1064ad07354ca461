"""plansite qr: all codes, what is to be taken down, and files for the printer."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from generator.commands.problems import render_text
from generator.commands.qr_count import count_command
from generator.commands.settings import AS_OF, DATA_HAS_ERRORS, Settings, told
from generator.commands.tables import FORMATS, Cell, Column, TableFormat, table
from generator.drawing.qr import qr_matrix, smallest_print_mm
from generator.drawing.qr.printed import FORMATS as PICTURES
from generator.drawing.qr.printed import qr_printed
from generator.drawing.qr.reading_back import texts_in
from generator.publishing.writing import write_file
from generator.views.inventory import CodeRow, code_rows, removals
from generator.views.site import SiteView, site_view

_LIST = ("code", "plan", "placement", "where", "medium", "quantity", "state", "address", "smallest", "printed")
_REMOVALS = ("code", "plan", "where", "medium", "quantity", "state", "since", "printed")
FORMAT = click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=told("table_format"))


@click.group("qr", help=told("qr"))
def qr_command() -> None:
    """Hold the commands about codes together."""


qr_command.add_command(count_command)


@qr_command.command("list", help=told("qr_list"))
@AS_OF
@FORMAT
@click.pass_obj
def list_command(settings: Settings, as_of: str | None, form: TableFormat) -> None:
    """Print every code."""
    rows = code_rows(_site(settings, as_of))
    click.echo(table(_columns(settings, _LIST), [_cells(row) for row in rows], form, _say(settings, "none")), nl=False)


@qr_command.command("removals", help=told("qr_removals"))
@AS_OF
@FORMAT
@click.pass_obj
def removals_command(settings: Settings, as_of: str | None, form: TableFormat) -> None:
    """Print what still hangs though its campaign is over."""
    rows = [_cells(row) for row in removals(_site(settings, as_of))]
    click.echo(table(_columns(settings, _REMOVALS), rows, form, _say(settings, "nothing_hangs")), nl=False)


@qr_command.command("export", help=told("qr_export"))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), required=True, help=told("qr_output"))
@AS_OF
@click.argument("names", nargs=-1)
@click.pass_obj
def export_command(settings: Settings, output: Path, as_of: str | None, names: Sequence[str]) -> None:
    """Make files for the printer, read each back, and only then write them."""
    rows = [row for row in code_rows(_site(settings, as_of)) if not names or _is_named(row, names)]
    for name in names:
        if not any(_is_named(row, (name,)) for row in rows):
            settings.stop("placement_unknown", text=name)
    files = [file for row in rows for file in _files(settings, row)]
    try:
        for path, content in files:
            write_file(output / path, content)
    except OSError as error:
        settings.stop("cannot_write", folder=output, reason=error.strerror or error)
    click.echo(settings.strings.say("qr_list.written", n=len(files), folder=output))


def _files(settings: Settings, row: CodeRow) -> Iterator[tuple[str, bytes]]:
    """Give the files of one code, each read back; one that does not read ends everything with status 2."""
    picture = row.picture
    matrix = qr_matrix(picture.view.address)
    size = smallest_print_mm(matrix, picture.distance_m)
    name = "-".join(part for part in (row.plan, row.placement, row.code, f"{size}mm") if part)
    for form in PICTURES:
        made = qr_printed(matrix, form, size_mm=size, lines=picture.lines)
        if texts_in(made, form) != {picture.view.address}:
            click.echo(settings.strings.say("qr_list.unreadable", code=row.code, form=form), err=True)
            raise SystemExit(2)
        yield f"{name}.{form}", made


def _is_named(row: CodeRow, names: Sequence[str]) -> bool:
    """Say whether a row is that of a code, a plan, a placement or plan/placement in `names`."""
    own = {row.code, row.plan, row.placement or row.plan, f"{row.plan}/{row.placement}"}
    return bool(own & set(names))


def _site(settings: Settings, as_of: str | None) -> SiteView:
    """Read the project; ends with status 1 where it has errors."""
    day = settings.day(as_of)
    result = settings.read()
    if result.project is None:
        click.echo(render_text(result.problems, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    return site_view(result.project, day)


def _cells(row: CodeRow) -> dict[str, Cell]:
    smallest = smallest_print_mm(qr_matrix(row.address), row.picture.distance_m)
    return {
        "code": row.code,
        "plan": row.plan,
        "placement": row.placement,
        "where": row.where,
        "medium": row.medium,
        "quantity": row.quantity,
        "state": row.state_word,
        "address": row.address,
        "smallest": smallest,
        "printed": _iso(row.printed_on),
        "since": _iso(row.since),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None and day != date.min else None


def _columns(settings: Settings, keys: Sequence[str]) -> tuple[Column, ...]:
    return tuple((key, _say(settings, key)) for key in keys)


def _say(settings: Settings, key: str) -> str:
    return settings.strings.say(f"qr_list.{key}")
