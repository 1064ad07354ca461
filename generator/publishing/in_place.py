"""A site that lies in a folder changed where it lies: what differs is laid, and the search takes its place whole.

For a folder that only its maker looks at. What others see is published in one step (`generator.publishing.writing`).
"""

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.publishing.store import Store
from generator.publishing.writing import lay, take_place
from generator.routes import SEARCH

_ASIDE = ".new-"


def lay_changes(folder: Path, before: Mapping[str, str], after: Mapping[str, str], store: Store) -> None:
    """Make `folder`, which holds the objects `before` by path, hold those `after`. Raises OSError.

    Each file changes in one step. Files that are in neither stay.
    """
    for path in before.keys() - after.keys():
        _remove(folder, path)
    for path, name in after.items():
        if before.get(path) != name:
            _replace(f"{folder}/{path}", store.object_path(name))


def lay_search(folder: Path, made: Path) -> None:
    """Put the search in `made` (see `generator.publishing.indexing`) into the site in `folder`. Raises OSError."""
    take_place(made / SEARCH, folder / SEARCH)
    shutil.rmtree(made, ignore_errors=True)


def _replace(target: str, source: str) -> None:
    parent, _, name = target.rpartition("/")
    os.makedirs(parent, exist_ok=True)
    aside = f"{parent}/{_ASIDE}{name}"
    with contextlib.suppress(FileNotFoundError):
        os.unlink(aside)
    try:
        lay(source, aside)
        os.replace(aside, target)
    finally:
        # Where both are one file already, replacing leaves the second name (rename, POSIX).
        with contextlib.suppress(FileNotFoundError):
            os.unlink(aside)


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(folder / path)
    parent = os.path.dirname(path)
    with contextlib.suppress(OSError):
        while parent:
            os.rmdir(folder / parent)
            parent = os.path.dirname(parent)
