"""All commands together. A command is imported when it is asked for: a build with nothing to do is over sooner so."""

from importlib import import_module
from pathlib import Path

import click

from generator.commands.settings import Settings, message_language, told

# By the name of each command, in the order in which help tells them: the module that has `<name>_command`.
_COMMANDS = {
    "new": "new",
    "init": "init",
    "schema": "schema",
    "migrate": "migrate",
    "build": "build",
    "check": "check",
    "changes": "changes",
    "workflows": "workflows",
    "translations": "translations",
    "serve": "serve",
    "record": "record",
    "results": "results",
    "qr": "qr",
    "print": "printing",
}


class _OnDemand(click.Group):
    """A group that knows its commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Give the names."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Give a command by its name."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"generator.commands.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.group(cls=_OnDemand, help=told("program"), context_settings={"help_option_names": ["-h", "--help"]})
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
