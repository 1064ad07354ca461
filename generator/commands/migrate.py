"""plansite migrate: bring files of an older version up to date."""

from collections.abc import Iterator

import click

from generator.commands.problems import render_text
from generator.commands.settings import DATA_HAS_ERRORS, Settings, told
from generator.domain.problem import Problem
from generator.publishing.writing import write_file
from generator.reading.files import AGENCIES, DOCUMENTS, PUBLISHED, SETTINGS, notice_files, plan_files, read_text
from generator.reading.migrating import NEWEST, STEPS, Steps, migrate


@click.command("migrate", help=told("migrate"))
@click.pass_obj
def migrate_command(settings: Settings) -> None:
    """Bring every file to the present version."""
    settings.find()
    migrate_files(settings)


def migrate_files(settings: Settings, steps: Steps = STEPS, newest: int = NEWEST) -> None:
    """Look at every file first; only where nothing is unclear is anything written (else exit status 1)."""
    new: dict[str, str] = {}
    problems: list[Problem] = []
    lines: list[str] = []
    for file, kind in _files(settings):
        read = read_text(settings.root, file)
        if read.source is None:
            problems.extend(read.problems)
            continue
        done = migrate(read.source, kind, steps, newest)
        problems.extend(done.problems)
        if done.text is not None:
            new[file] = done.text
            lines.append(settings.strings.say("migrate.file", file=file, old=done.old, new=newest))
    if problems:
        click.echo(render_text(problems, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    click.echo("".join(f"{line}\n" for line in lines), nl=False)
    _write(settings, new)


def _write(settings: Settings, new: dict[str, str]) -> None:
    for file, text in new.items():
        try:
            write_file(settings.root / file, text.encode())
        except OSError as error:
            settings.stop("cannot_write", folder=file, reason=error.strerror or error)
    click.echo(settings.strings.say("migrate.done" if new else "migrate.nothing", n=len(new)))


def _files(settings: Settings) -> Iterator[tuple[str, str]]:
    """Give every data file that is there, with its kind."""
    fixed = ((SETTINGS, "site_config"), (AGENCIES, "agencies"), (DOCUMENTS, "documents"), (PUBLISHED, "published"))
    yield from (one for one in fixed if (settings.root / one[0]).is_file())
    yield from ((file, "plan") for file in plan_files(settings.root))
    yield from ((file, "notice") for file in notice_files(settings.root))
