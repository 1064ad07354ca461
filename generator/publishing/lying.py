"""How files lie in a folder: what tells, without reading any, that none came, went, or was changed."""

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

Status = tuple[int, int]
"""Size in bytes and time of change in nanoseconds."""


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


def lies_as(folder: Path, files: Mapping[str, Status], folders: int) -> bool:
    """Say whether `folder` holds these files as they lay, and nothing else; `folders` is what `folder_times` gave.

    To ask for each file that is expected takes half the time of looking what is there.
    """
    top = str(folder)
    try:
        for path, (size, changed) in files.items():
            found = os.lstat(f"{top}/{path}")
            if found.st_mtime_ns != changed or found.st_size != size:
                return False
    except OSError:
        return False
    return folder_times(folder, files) == folders


def folder_times(folder: Path, paths: Iterable[str]) -> int:
    """Give one number for the times at which all folders that hold `paths` changed, 0 where one is missing.

    A folder's time changes when something in it comes, goes or is replaced by another of its name (stat(2), st_mtime);
    a file that is written to in place shows in its own.
    """
    try:
        return sum(os.stat(f"{folder}/{one}").st_mtime_ns for one in folders_of(paths))
    except OSError:
        return 0


def folders_of(paths: Iterable[str]) -> set[str]:
    """Give the folders that hold the files at `paths`, and those that hold these, the outermost as ""."""
    found = {path.rpartition("/")[0] for path in paths}
    waiting = list(found)
    while waiting:
        above = waiting.pop().rpartition("/")[0]
        if above not in found:
            found.add(above)
            waiting.append(above)
    return found | {""}


def identity_of(folder: Path) -> tuple[int, int]:
    """Give device and number of a folder, zeros where there is none: a folder that took its place has others."""
    try:
        found = os.stat(folder)
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)
