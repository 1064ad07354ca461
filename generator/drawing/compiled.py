"""Templates in compiled form, kept beside them as Python keeps its own: compiling them takes as long as fifty pages."""

import os
import sys
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

FOLDER = "__pycache__"
# Another name whenever templates are compiled in another way (drawing/quick.py): only their own text tells forms apart.
_NAMES = "quick-1-%s.cache"


def compiled_beside(templates: Path) -> BytecodeCache | None:
    """Give the kept forms of the templates in a folder; None where nothing can be kept there.

    They are code, so they lie with the program, never in a cache that others may share; a template that changed is
    compiled anew, as its kept form names what it was made of.
    """
    folder = templates / FOLDER
    if not folder.is_dir() and not _made(folder):
        return None
    return _Kept(str(folder), _NAMES)


def _made(folder: Path) -> bool:
    if sys.dont_write_bytecode:
        return False
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return False
    return True


class _Kept(FileSystemBytecodeCache):
    """Writes only where it may, as Python does."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one compiled template."""
        if not sys.dont_write_bytecode and os.access(self.directory, os.W_OK):
            super().dump_bytecode(bucket)
