"""The look-out for changes: told by the system where it can, and by looking itself now and then."""

import sysconfig
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from generator.publishing.lying import Status, lies
from generator.reading.files import CONTENT, SETTINGS

Seen = dict[str, Status]
"""By path: how it lies."""

_PROGRAM = Path(__file__).parents[1]
_INSTALLED = (".dist-info", ".egg-info")
# Seconds. Where the system tells of changes it may still miss some: on a network disk, or in a folder that was away
# for a moment, as in a change of branch.
_LOOK_WHEN_TOLD, _LOOK_UNTOLD = 1.0, 0.12
# What is being written has come to rest when it lies still for so long.
_STILL = 0.025
# That a file was read is no change: the builder reads them all.
_TELLING: list[Any] = [FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


class LookOut(FileSystemEventHandler):
    """Sees what changes of the project in `root`, and of the program, within a `with` block."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders = (root / "plans", root / CONTENT, _PROGRAM)
        self._told = threading.Event()
        self._observer: BaseObserver | None = None

    def __enter__(self) -> "LookOut":
        observer = Observer()
        with suppress(OSError):  # too many are watched already (inotify(7), ENOSPC), or the disk tells nothing
            for folder in self._folders:
                if folder.is_dir():
                    observer.schedule(self, str(folder), recursive=True, event_filter=_TELLING)
            observer.schedule(self, str(self._root), event_filter=_TELLING)
            observer.start()
            self._observer = observer
        return self

    def __exit__(self, *_: object) -> None:
        if self._observer is not None:
            self._observer.stop()

    def dispatch(self, event: object) -> None:  # noqa: ARG002
        """Take word of a change; what changed is seen by looking."""
        self._told.set()

    def look(self) -> Seen:
        """Give size and time of change of everything that goes into the site, the program included."""
        seen = {f"{folder}/{name}": status for folder in self._folders for name, status in lies(folder).items()}
        with suppress(OSError):
            found = (self._root / SETTINGS).stat()
            seen[str(self._root / SETTINGS)] = (found.st_size, found.st_mtime_ns)
        return {path: status for path, status in seen.items() if "__pycache__" not in path} | _installed()

    def changed(self, before: Seen, seconds: float) -> Seen | None:
        """Wait until something differs from `before` and has come to rest; give how everything lies then.

        None where nothing does within `seconds`.
        """
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._told.wait(min(left, _LOOK_UNTOLD if self._observer is None else _LOOK_WHEN_TOLD))
            self._told.clear()
            now = self.look()
            if now != before:
                return self._at_rest(now)
        return None

    def _at_rest(self, last: Seen) -> Seen:
        while True:
            time.sleep(_STILL)
            now = self.look()
            if now == last:
                return now
            last = now


def is_of_the_program(path: str) -> bool:
    """Say whether what lies at a path that was seen is part of the program, and not of the project."""
    return path.startswith(tuple(f"{folder}/" for folder in (_PROGRAM, *_libraries())))


def _installed() -> Seen:
    """Give what is installed beside the program, which installers note with its version in names of folders."""
    found: Seen = {}
    for folder in _libraries():
        with suppress(OSError):
            names = (path.name for path in Path(folder).iterdir())
            found.update((f"{folder}/{name}", (0, 0)) for name in names if name.endswith(_INSTALLED))
    return found


def _libraries() -> tuple[str, ...]:
    return tuple({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
