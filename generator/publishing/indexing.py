"""The search's index made apart from the build, as a process that can be ended at any moment.

python -m generator.publishing.indexing SITE FOLDER

`FOLDER`, which must not be there, then holds the files of the search by their paths within the site. The process ends
with the one that holds its standard input. What went wrong stands on standard error; the exit status is then 1.
"""

import contextlib
import os
import sys
import threading
from pathlib import Path

from generator.publishing.family import end_own_group
from generator.publishing.search import SearchError, search_index
from generator.publishing.writing import publish

_NICE = 10


def main(site: Path, made: Path) -> int:
    """Make the index; give the exit status."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_NICE)  # an edit that comes now goes first
    try:
        publish(made, search_index(site))
    except (SearchError, OSError) as error:
        sys.stderr.write(str(error))
        return 1
    return 0


def _end_with_parent() -> None:
    while os.read(0, 1):
        pass
    end_own_group()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
