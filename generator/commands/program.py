"""All commands together."""

from pathlib import Path

import click

from generator.commands.build import build_command
from generator.commands.check import check_command
from generator.commands.init import init_command
from generator.commands.migrate import migrate_command
from generator.commands.new import new_command
from generator.commands.printing import print_command
from generator.commands.qr import qr_command
from generator.commands.record import record_command
from generator.commands.results import results_command
from generator.commands.schema import schema_command
from generator.commands.serve import serve_command
from generator.commands.settings import Settings, message_language, told


@click.group(help=told("program"), context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help=told("project"),
)
@click.version_option(package_name="plansite")
@click.pass_context
def program(context: click.Context, project: Path) -> None:
    """Take the options that all commands share."""
    context.obj = Settings(project.resolve(), message_language())


_STARTING = (new_command, init_command, schema_command, migrate_command)
_WORKING = (build_command, check_command, serve_command, record_command, results_command)
_PRINTING = (qr_command, print_command)
for command in (*_STARTING, *_WORKING, *_PRINTING):
    program.add_command(command)
