"""plansite init: make a whole new site in an empty folder."""

from pathlib import Path

import click

from generator.commands.settings import Settings, told
from generator.publishing.starting import create_files, site_files

_ADDRESS = "https://ke-hoach.example/"


@click.command("init", help=told("init"))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--address", default=_ADDRESS, show_default=True, help=told("init_address"))
@click.pass_obj
def init_command(settings: Settings, folder: Path, address: str) -> None:
    """Write the files of a new site; a folder that holds anything but its history is left alone."""
    target = folder.resolve()
    if target.is_dir() and any(path.name != ".git" for path in target.iterdir()):
        settings.stop("not_empty", folder=target)
    try:
        create_files(target, site_files(address, settings.day(None), settings.strings))
    except OSError as error:
        settings.stop("cannot_write", folder=target, reason=error.strerror or error)
    click.echo(settings.strings.say("init.done", folder=target))
    click.echo(settings.strings.say("init.next"))
