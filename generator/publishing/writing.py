"""The one writer: a whole folder is made aside and then takes the place of the old one in a single step.

Whatever goes wrong before that step (an error, a full disk, a kill), the old folder stays as it was.
"""

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

Identity = tuple[int, int]
"""Device and number of a file: two paths with one identity are one file."""


class Held(NamedTuple):
    """A file that holds the wanted bytes already, and its identity where that is known."""

    file: str
    identity: Identity | None


Content = bytes | Path | Held
"""The bytes of a file, or one that holds them."""

File = tuple[str, Content]
"""A path within the folder, and what stands there."""

_EXCHANGE = 2
_CURRENT_FOLDER = -100


def publish(folder: Path, files: Iterable[File], further: Callable[[Path], Iterable[File]] | None = None) -> None:
    """Make `folder` hold exactly `files`. Raises OSError; then nothing changed.

    `further` gives the files that can only be made out of the others: it is called with the folder in which those
    lie aside, already complete, and what it gives is written before the folder takes its place.
    """
    with aside_of(folder) as aside:
        write_all(aside, files)
        if further is not None:
            write_all(aside, further(aside))
        take_place(aside, folder)


@contextmanager
def aside_of(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside `folder`, to take its place; whatever is there in the end is thrown away."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        aside.chmod(0o755)
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def settle(folder: Path, files: Mapping[str, Content]) -> None:
    """Make a folder that may hold something hold exactly `files`. What is a link to the wanted file stays."""
    found, folders = _entries(str(folder))
    right = {path for path, identity in found.items() if _is_that(files.get(path), identity)}
    for path in found.keys() - right:
        os.unlink(f"{folder}/{path}")
    needed = {path[:at] for path in files for at, sign in enumerate(path) if sign == "/"}
    for path in sorted(folders - needed, reverse=True):
        os.rmdir(f"{folder}/{path}")
    write_all(folder, ((path, content) for path, content in files.items() if path not in right))


def _entries(folder: str) -> tuple[dict[str, Identity], set[str]]:
    """Give the files under a folder, by path, and the folders; a link counts as a file."""
    files: dict[str, Identity] = {}
    folders: set[str] = set()
    waiting = [""]
    while waiting:
        name = waiting.pop()
        with os.scandir(f"{folder}/{name}") as entries:
            for entry in entries:
                path = name + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.add(path)
                    waiting.append(f"{path}/")
                else:
                    status = entry.stat(follow_symlinks=False)
                    files[path] = (status.st_dev, status.st_ino)
    return files, folders


def _is_that(content: Content | None, identity: Identity) -> bool:
    """Say whether a file is the very one that is wanted."""
    return isinstance(content, Held) and content.identity == identity


def write_file(file: Path, content: bytes) -> None:
    """Make `file` hold `content` in one step. Raises OSError; then the file is as it was, or not there at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as open_file:
            open_file.write(content)
            open_file.flush()
            os.fsync(open_file.fileno())
        aside.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)


def write_all(folder: Path, files: Iterable[File]) -> None:
    """Write all files under `folder`; a path that would leave it is a bug."""
    made = {str(folder)}
    for path, content in files:
        if path.startswith(("/", "\\")) or ".." in path.split("/"):
            raise ValueError(path)
        target = f"{folder}/{path}"
        parent = target.rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        if isinstance(content, bytes):
            Path(target).write_bytes(content)
        else:
            lay(content.file if isinstance(content, Held) else content, target)


def lay(source: str | Path, target: str) -> None:
    """Put a file in a second place: by a link, which copies nothing, or where that cannot be, as a copy."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(source, target)


def take_place(new: Path, old: Path) -> None:
    """Put `new` where `old` is. Afterwards `new` holds what was there before, if anything."""
    if not old.exists():
        with contextlib.suppress(OSError):
            new.rename(old)
            return
    # Another build may have put its folder there in between.
    if not _exchange(new, old):
        _two_steps(new, old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (Linux, renameat2 with RENAME_EXCHANGE); False where that cannot be done."""
    if not sys.platform.startswith("linux"):
        return False
    with contextlib.suppress(OSError, AttributeError):
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
        done = renameat2(_CURRENT_FOLDER, os.fsencode(one), _CURRENT_FOLDER, os.fsencode(other), _EXCHANGE)
        return bool(done == 0)
    return False


def _two_steps(new: Path, old: Path) -> None:
    """Put `new` where `old` is by two renames, going back where the second fails."""
    before = new.with_name(f"{new.name}-old")
    old.rename(before)
    try:
        new.rename(old)
    except OSError:
        before.rename(old)
        raise
    shutil.rmtree(before, ignore_errors=True)
