"""The process that builds for `plansite serve`: it keeps what it knows at hand, and ends with whoever started it.

python -m generator.commands.builder_process ROOT OUTPUT [--drafts]

Each line of standard input is a JSON object: `{"build": "2026-11-20"}` builds as on that day, `{"end": true}` writes
down what is known and ends. Each build is answered by a line of standard output: `problems` as text, empty where the
site was built; `memory`, the bytes that the process holds (0 where the system does not tell). A bug ends the process
with its message on standard error.
"""

import json
import os
import queue
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.commands.problems import render_text
from generator.commands.settings import message_language
from generator.domain.problem import Severity
from generator.publishing.family import end_own_group
from generator.publishing.report import Request
from generator.publishing.standing import StandingSite, standing_site
from generator.wording import Strings

_MEMORY = Path("/proc/self/statm")


def main(root: Path, output: Path, drafts: bool) -> None:
    """Answer what is asked until the end."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # Nothing that prints, here or in a further process, may stand between the answers.
    os.dup2(2, 1)
    request = Request(root, output, date.min, os.cpu_count() or 1, drafts)
    with standing_site(request) as site:
        for asked in _asked():
            answer = _answer(site, date.fromisoformat(asked["build"]), message_language())
            answers.write(json.dumps(answer) + "\n")
            answers.flush()


def _asked() -> Iterator[dict[str, Any]]:
    """Give what is asked, one after another; stop where the end is asked for."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    while "end" not in (asked := json.loads(lines.get())):
        yield asked


def _listen(lines: "queue.SimpleQueue[bytes]") -> None:
    """Take lines in; where there is nobody any more who asks, end in the middle of whatever is done."""
    # Unbuffered: the end of the program does not wait for a thread that waits in here.
    with open(0, "rb", buffering=0, closefd=False) as asked:
        for line in asked:
            lines.put(line)
    end_own_group()


def _answer(site: StandingSite, day: date, strings: Strings) -> dict[str, object]:
    """Build; say what is wrong where that could not be."""
    try:
        result = site.build(day)
    except OSError as error:
        reason = f"{error.strerror or error}: {error.filename or ''}"
        return _told(strings.say("environment.cannot_write", folder=site.folder, reason=reason))
    if result.report is not None:
        return _told("")
    errors = tuple(problem for problem in result.problems if problem.severity is Severity.ERROR)
    return _told(f"{render_text(errors, strings)}\n{strings.say('build.stopped')}")


def _told(problems: str) -> dict[str, object]:
    return {"problems": problems.strip(), "memory": _memory()}


def _memory() -> int:
    """Give the bytes of memory that this process holds, 0 where the system does not tell (proc(5), statm)."""
    try:
        return int(_MEMORY.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), "--drafts" in sys.argv[3:])
