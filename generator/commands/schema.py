"""plansite schema: write the JSON Schemas for editors."""

from pathlib import Path

import click

from generator.commands.settings import Settings, told
from generator.publishing.starting import SCHEMAS, SETTINGS, create_files, editor_files, schema_files
from generator.publishing.writing import write_file


@click.command("schema", help=told("schema"))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help=told("schema_output"))
@click.pass_obj
def schema_command(settings: Settings, output: Path | None) -> None:
    """Write the schemas; in a project also the editor's settings, where there are none."""
    folder = (output or settings.root / SCHEMAS).resolve()
    if output is None:
        settings.find()
    files = tuple(schema_files())
    try:
        for name, content in files:
            write_file(folder / name, content)
        if output is None:
            _editor_settings(settings)
    except OSError as error:
        settings.stop("cannot_write", folder=folder, reason=error.strerror or error)
    click.echo(settings.strings.say("schema.done", n=len(files), folder=folder))


def _editor_settings(settings: Settings) -> None:
    """Write the editor's settings; those that staff have made are left alone."""
    if (settings.root / SETTINGS).exists():
        click.echo(settings.strings.say("schema.settings_kept", file=SETTINGS))
        return
    create_files(settings.root, (file for file in editor_files() if file[0] == SETTINGS))
