"""The one writer: a whole folder is made aside and then takes the place of the old one in a single step.

Whatever goes wrong before that step (an error, a full disk, a kill), the old folder stays as it was.
"""

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

File = tuple[str, bytes | Path]
"""A path within the folder, and its bytes or a file that holds them already."""

Status = tuple[int, int]
"""Size in bytes and time of change in nanoseconds."""

_EXCHANGE = 2
_CURRENT_FOLDER = -100


def publish(folder: Path, files: Iterable[File], further: Callable[[Path], Iterable[File]] | None = None) -> None:
    """Make `folder` hold exactly `files`. Raises OSError; then nothing changed.

    `further` gives the files that can only be made out of the others: it is called with the folder in which those
    lie aside, already complete, and what it gives is written before the folder takes its place.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write_all(aside, files)
        if further is not None:
            _write_all(aside, further(aside))
        aside.chmod(0o755)
        _take_place(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


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


def lies(folder: Path) -> dict[str, Status]:
    """Give what lies in `folder`, by path; empty where there is no such folder."""
    found: dict[str, Status] = {}
    waiting = [(str(folder), "")]
    while waiting:
        place, name = waiting.pop()
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}{entry.name}/"))
                else:
                    status = entry.stat(follow_symlinks=False)
                    found[name + entry.name] = (status.st_size, status.st_mtime_ns)
    return found


def _write_all(folder: Path, files: Iterable[File]) -> None:
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
        if isinstance(content, Path):
            _lay(content, target)
        else:
            Path(target).write_bytes(content)


def _lay(source: Path, target: str) -> None:
    """Put a file in a second place: by a link, which copies nothing, or where that cannot be, as a copy."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(source, target)


def _take_place(new: Path, old: Path) -> None:
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
