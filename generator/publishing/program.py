"""What the program itself is: a site made by another version of it, or of its libraries, is another site."""

import os
import sys
from collections.abc import Iterator
from functools import lru_cache

from generator.publishing.store import digest_of

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Give a digest of every file of the program and of the names and versions of all that is installed beside it."""
    return digest_of(sys.version, *_installed(), *(part for file in _files(_PACKAGE) for part in file))


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    """Give the program's files, by name and content: modules, templates, words and style."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            with open(entry.path, "rb") as file:
                yield os.path.relpath(entry.path, _PACKAGE), file.read()


def _installed() -> Iterator[str]:
    """Give the folders in which installers note a package and its version."""
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
