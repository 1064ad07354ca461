"""plansite workflows: write the files with which a host checks and publishes the site."""

import re
from pathlib import Path

import click

from generator.commands.settings import Settings, told
from generator.publishing.hosting import HOSTS, installing, nginx_file, workflow_files
from generator.publishing.search import can_search
from generator.publishing.starting import File, create_files
from generator.reading.files import AGENCIES, DOCUMENTS, SETTINGS, read_text
from generator.reading.project import read_settings
from generator.reading.registries import read_registry

# What cannot end a quoted string or a line of nginx's configuration, nor be one of its variables.
_SAFE_FOLDER = re.compile(r"/[^\"'\\$;{}\n\r]*")


@click.command("workflows", help=told("workflows"))
@click.argument("host", type=click.Choice(HOSTS))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help=told("workflows_output"))
@click.option("--install", metavar="REQUIREMENT", help=told("workflows_install"))
@click.option("--folder", default="/srv/ke-hoach", show_default=True, help=told("workflows_folder"))
@click.option("--port", type=click.IntRange(1, 65535), default=80, show_default=True, help=told("workflows_port"))
@click.pass_obj
def workflows_command(
    settings: Settings, host: str, output: Path | None, install: str | None, folder: str, port: int
) -> None:
    """Write the files of one host; what is there already is left alone."""
    settings.find()
    target = (output or settings.root).resolve()
    files = (_nginx(settings, folder, port),) if host == "nginx" else _workflows(settings, host, install)
    taken = [path for path, _ in files if (target / path).exists()]
    if taken:
        settings.stop("workflows_taken", files=", ".join(taken))
    try:
        create_files(target, files)
    except OSError as error:
        settings.stop("cannot_write", folder=target, reason=error.strerror or error)
    for path, _ in files:
        click.echo(settings.strings.say("hosting.written", file=target / path))
    click.echo(settings.strings.say(f"hosting.next_{host}"))


def _workflows(settings: Settings, host: str, install: str | None) -> tuple[File, ...]:
    commands = installing(settings.root, install)
    if not commands:
        settings.stop("workflows_no_program")
    return tuple(workflow_files(host, commands, settings.strings))


def _nginx(settings: Settings, folder: str, port: int) -> File:
    """Give the site for nginx; ends with status 2 where the settings cannot be read or the folder will not do."""
    names = read_registry(read_text(settings.root, AGENCIES), read_text(settings.root, DOCUMENTS)).names
    config = read_settings(read_text(settings.root, SETTINGS), names).value
    if config is None:
        settings.stop("settings_broken")
    if not _SAFE_FOLDER.fullmatch(folder):
        settings.stop("folder_unusable", folder=folder)
    return nginx_file(config, settings.strings, search=can_search(), folder=folder, port=port)
