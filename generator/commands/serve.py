"""plansite serve: show the site, build it again on every change, and reload the browser."""

import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from types import FrameType

import click

from generator.commands.builder import Builder
from generator.commands.indexer import Indexer
from generator.commands.look_out import LookOut, Seen, is_of_the_program
from generator.commands.preview import Preview, PreviewWords
from generator.commands.settings import AS_OF, DRAFTS, Settings, told
from generator.publishing.build import CACHE
from generator.publishing.search import can_search

# Seconds: edits rest when none has come for so long; then the index is made, and how often it is asked for.
_REST, _LOOK_AT_INDEX, _LONG = 1.0, 0.2, 3600.0


@click.command("serve", help=told("serve"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=told("port"))
@AS_OF
@DRAFTS
@click.pass_obj
def serve_command(settings: Settings, port: int, as_of: str | None, drafts: bool) -> None:
    """Build, show, and build again on every change, until Ctrl+C."""
    shown_day = settings.day(as_of) if as_of else None
    settings.find()
    say = settings.strings.say
    signal.signal(signal.SIGTERM, _interrupt)
    with _folder(settings.root, port) as folder:
        words = PreviewWords(settings.strings.code, say("serve.heading"), say("serve.crashed"), say("serve.waiting"))
        preview = Preview(folder, words, shown_day)
        try:
            server = preview.start(port)
        except OSError:
            settings.stop("port_taken", port=port)
        builder = Builder(settings.root, folder, settings.strings.code, drafts=drafts)
        try:
            click.echo(say("serve.at", address=f"http://127.0.0.1:{port}/"))
            _Follower(settings, preview, builder, partial(settings.day, as_of)).follow()
        except KeyboardInterrupt:
            with suppress(KeyboardInterrupt):
                click.echo(say("serve.stopped"))
        finally:
            builder.end()
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


class _Follower:
    """Keeps what the preview shows right: pages and files at each change, the search's index where changes rest."""

    def __init__(self, settings: Settings, preview: Preview, builder: Builder, day: Callable[[], date]) -> None:
        self._settings, self._preview, self._builder, self._day = settings, preview, builder, day
        self._indexer = Indexer(preview.folder, preview.folder.with_name("search"))
        self._lacks_index = False

    def follow(self) -> None:
        """Build, and build again whenever something has changed, until somebody ends it."""
        with LookOut(self._settings.root) as look_out:
            seen = look_out.look()
            try:
                while True:
                    self._rebuild()
                    now = look_out.changed(seen, _REST) or self._rest(look_out, seen)
                    self._indexer.give_up()
                    self._take_note({path for path, _ in seen.items() ^ now.items()})
                    seen = now
            finally:
                self._indexer.give_up()

    def _take_note(self, paths: set[str]) -> None:
        """Say what has changed; a program that has changed is started anew."""
        names = ", ".join(sorted({Path(path).name for path in paths}))
        click.echo(self._settings.strings.say("serve.changed", files=names))
        if any(map(is_of_the_program, paths)):
            self._builder.start_anew()

    def _rest(self, look_out: LookOut, seen: Seen) -> Seen:
        """Do what can wait until something differs from `seen`; give how everything lies then."""
        if self._builder.is_swollen():
            self._builder.start_anew()
            self._builder.build(self._day())
        if self._lacks_index and can_search():
            self._indexer.start()
        while (now := look_out.changed(seen, _LOOK_AT_INDEX if self._indexer.is_at_work else _LONG)) is None:
            self._take_index()
        return now

    def _take_index(self) -> None:
        """Lay the index into the site if it is there; say where it could not be made."""
        failure = self._indexer.laid()
        if failure is not None:
            self._lacks_index = False
        if failure:
            click.echo(self._settings.strings.say("build.search_failed", reason=failure), err=True)

    def _rebuild(self) -> None:
        """Build. Where the data has errors, the last good site stays and the browser shows what is wrong."""
        started = time.perf_counter()
        built = self._builder.build(self._day())
        self._preview.show(built.problems, crashed=built.crashed)
        say = self._settings.strings.say
        if built.problems:
            click.echo(f"{say('serve.crashed')}\n{built.problems}" if built.crashed else built.problems, err=True)
            return
        self._lacks_index = True
        seconds = f"{time.perf_counter() - started:.1f}".replace(".", say("numbers.decimal"))
        click.echo(say("serve.rebuilt", seconds=seconds))
