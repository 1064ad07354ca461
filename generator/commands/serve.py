"""plansite serve: show the site, build it again on every change, and reload the browser."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from generator.commands.preview import Preview, PreviewWords
from generator.commands.settings import AS_OF, DRAFTS, Settings, told
from generator.publishing.build import CACHE
from generator.publishing.writing import Status, lies
from generator.reading.files import CONTENT, SETTINGS

_PROGRAM = Path(__file__).parents[1]
_LOOK_EVERY = 0.4
"""Seconds. Looking costs some milliseconds, sees files that editors replace, and works on every kind of disk."""

Seen = dict[str, Status]


@click.command("serve", help=told("serve"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=told("port"))
@AS_OF
@DRAFTS
@click.pass_obj
def serve_command(settings: Settings, port: int, as_of: str | None, drafts: bool) -> None:
    """Build, show, and build again on every change, until Ctrl+C."""
    day = settings.day(as_of) if as_of else None
    settings.find()
    options = [*(["--as-of", as_of] if as_of else []), *(["--drafts"] if drafts else [])]
    say = settings.strings.say
    signal.signal(signal.SIGTERM, _interrupt)
    with _folder(settings.root, port) as folder:
        words = PreviewWords(settings.strings.code, say("serve.heading"), say("serve.waiting"))
        preview = Preview(folder, words, day)
        try:
            server = preview.start(port)
        except OSError:
            settings.stop("port_taken", port=port)
        try:
            click.echo(say("serve.at", address=f"http://127.0.0.1:{port}/"))
            _follow(settings, preview, options)
        except KeyboardInterrupt:
            click.echo(say("serve.stopped"))
        finally:
            server.shutdown()
            server.server_close()


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """End as with Ctrl+C where the system asks to."""
    raise KeyboardInterrupt


@contextmanager
def _folder(root: Path, port: int) -> Iterator[Path]:
    """Give the folder for the site, gone afterwards; always the same for a port, so that little is made anew."""
    try:
        base = root / CACHE / f"preview-{port}"
        base.mkdir(parents=True, exist_ok=True)
    except OSError:
        base = Path(tempfile.mkdtemp(prefix="plansite-"))
    site = base / "site"
    shutil.rmtree(site, ignore_errors=True)
    try:
        yield site
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _follow(settings: Settings, preview: Preview, options: list[str]) -> None:
    """Build, and build again whenever something has changed."""
    seen = _look(settings.root)
    _rebuild(settings, preview, options)
    while True:
        now = _settled(settings.root, seen)
        names = ", ".join(sorted({Path(path).name for path, _ in seen.items() ^ now.items()}))
        click.echo(settings.strings.say("serve.changed", files=names))
        seen = now
        _rebuild(settings, preview, options)


def _settled(root: Path, before: Seen) -> Seen:
    """Wait until something differs from `before` and has come to rest; give how everything lies then."""
    now = before
    while True:
        time.sleep(_LOOK_EVERY)
        last, now = now, _look(root)
        if now == last != before:
            return now


def _look(root: Path) -> Seen:
    """Give size and time of change of everything that goes into the site, the program included."""
    folders = (root / "plans", root / CONTENT, _PROGRAM)
    seen = {f"{folder}/{name}": status for folder in folders for name, status in lies(folder).items()}
    settings = root / SETTINGS
    if settings.exists():
        found = settings.stat()
        seen[str(settings)] = (found.st_size, found.st_mtime_ns)
    return {path: status for path, status in seen.items() if "__pycache__" not in path}


def _rebuild(settings: Settings, preview: Preview, options: list[str]) -> None:
    """Build in a process of its own, so that changed templates, styles and words count too.

    Where the data has errors, the last good site stays and the browser shows what is wrong.
    """
    started = time.perf_counter()
    command = [sys.executable, "-m", "generator", "--project", str(settings.root), "build"]
    done = subprocess.run(
        [*command, "--output", str(preview.folder), *options],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PLANSITE_LANG": settings.strings.code},
    )
    failed = done.returncode != 0
    problems = (done.stderr.strip() or done.stdout.strip() or str(done.returncode)) if failed else ""
    preview.show(problems)
    if failed:
        click.echo(problems, err=True)
        return
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", settings.strings.say("numbers.decimal"))
    click.echo(settings.strings.say("serve.rebuilt", seconds=seconds))
