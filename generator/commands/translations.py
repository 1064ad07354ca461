"""plansite translations: what is not yet translated, or translated from an older text."""

import click

from generator.commands.settings import told


@click.command("translations", help=told("translations"))
def translations_command() -> None:
    """List, export, import."""
