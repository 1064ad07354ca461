"""The index of the search, made for `plansite serve` when edits rest, and given up when one comes."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from generator.publishing.family import end, start_module
from generator.publishing.in_place import lay_search

_MODULE = "generator.publishing.indexing"


class Indexer:
    """Makes the index of the site in `site`; `made` is where its files lie until they are all there."""

    def __init__(self, site: Path, made: Path) -> None:
        self._site, self._made = site, made
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None

    @property
    def is_at_work(self) -> bool:
        """Whether an index is being made."""
        return self._process is not None

    def start(self) -> None:
        """Begin to make the index."""
        self.give_up()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = start_module(_MODULE, str(self._site), str(self._made), errors=self._said)

    def give_up(self) -> None:
        """Make no index of what is there now."""
        if self._process is not None:
            end(self._process)
            self._process = None
        if self._said is not None:
            self._said.close()
            self._said = None
        for left in self._made.parent.glob(f"*{self._made.name}*"):
            shutil.rmtree(left, ignore_errors=True)

    def laid(self) -> str | None:
        """Lay the index into the site where it is ready: then "", or why it could not be made; None before that."""
        if self._process is None or self._said is None or self._process.poll() is None:
            return None
        self._said.seek(0)
        failure = self._said.read().decode("utf-8", "replace").strip() if self._process.returncode else ""
        if not failure:
            try:
                lay_search(self._site, self._made)
            except OSError as error:
                failure = str(error)
        self.give_up()
        return failure
