"""plansite serve: show the site, build it again on every change, and reload the browser."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
from watchfiles import watch

from generator.commands.preview import Preview
from generator.commands.settings import AS_OF, DRAFTS, Settings, told

_WATCHED = ("site_config.yml", "content", "plans")
_PROGRAM = Path(__file__).parents[1]


@click.command("serve", help=told("serve"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=told("port"))
@AS_OF
@DRAFTS
@click.pass_obj
def serve_command(settings: Settings, port: int, as_of: str | None, drafts: bool) -> None:
    """Build, show, and build again on every change."""
    settings.day(as_of)
    options = [*(["--as-of", as_of] if as_of else []), *(["--drafts"] if drafts else [])]
    with tempfile.TemporaryDirectory(prefix="plansite-") as folder:
        site = Path(folder) / "site"
        preview = Preview(site)
        _rebuild(settings, preview, options)
        try:
            preview.start(port)
        except OSError:
            settings.stop("port_taken", port=port)
        click.echo(settings.strings.say("serve.at", address=f"http://127.0.0.1:{port}/"))
        _follow(settings, preview, options)


def _follow(settings: Settings, preview: Preview, options: list[str]) -> None:
    """Build again whenever something changes, until Ctrl+C."""
    paths = [settings.root / name for name in _WATCHED if (settings.root / name).exists()]
    for changes in watch(*paths, _PROGRAM, raise_interrupt=False):
        names = ", ".join(sorted({Path(path).name for _, path in changes if "__pycache__" not in path}))
        if names:
            click.echo(settings.strings.say("serve.changed", files=names))
            _rebuild(settings, preview, options)


def _rebuild(settings: Settings, preview: Preview, options: list[str]) -> None:
    """Build in a process of its own, so that changed templates, styles and words count too.

    Where the data has errors, the last good site stays and the browser shows what is wrong.
    """
    started = time.perf_counter()
    command = [sys.executable, "-m", "generator", "--project", str(settings.root), "build"]
    done = subprocess.run(
        [*command, "--output", str(preview.folder), *options], capture_output=True, text=True, encoding="utf-8"
    )
    failed = done.returncode != 0
    click.echo(done.stderr if failed else "", nl=False, err=True)
    preview.show(done.stderr if failed else "")
    if not failed:
        seconds = f"{time.perf_counter() - started:.1f}"
        click.echo(settings.strings.say("serve.rebuilt", seconds=seconds))
