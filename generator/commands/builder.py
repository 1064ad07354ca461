"""The builder that `plansite serve` asks: a process that stays, and is replaced where it dies, hangs or swells."""

import json
import queue
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import IO

from generator.frozen import frozen
from generator.publishing.family import end, start_module

_MODULE = "generator.commands.builder_process"
# A build that takes so many times longer than the longest before, and a minute more, hangs; of a first build nobody
# knows how long it takes.
_FIRST_BUILD_SECONDS = 4 * 3600.0
_HANGS_AFTER_SECONDS, _TIMES = 60.0, 10
_END_SECONDS = 10.0
# A fresh builder holds what the site needs; this is what it may gather beyond that.
_MOST_GROWN = 1024 * 1024 * 1024
_LONGEST_MESSAGE = 4000


@frozen
class Built:
    """What came of a build: what is wrong as text, empty where nothing is; whether the program itself failed."""

    problems: str
    crashed: bool = False


class Builder:
    """Builds the site of `root` into `output`, in a process that starts when it is first needed."""

    def __init__(self, root: Path, output: Path, language: str, *, drafts: bool) -> None:
        self._arguments = (str(root), str(output), *(["--drafts"] if drafts else []))
        self._language = language
        self._longest: float | None = None
        self._child: _Child | None = None

    def build(self, day: date) -> Built:
        """Build as on `day`. Only what a fresh process fails at is told as a failure of the program."""
        stood = self._child is not None
        built = self._built(day)
        return self._built(day) if built.crashed and stood else built

    def _built(self, day: date) -> Built:
        child = self._child = self._child or _Child(self._arguments, self._language)
        started = time.monotonic()
        answer = child.ask({"build": day.isoformat()}, self._patience())
        if answer is None:
            self._child = None
            return Built(child.last_words(), crashed=True)
        self._longest = max(self._longest or 0.0, time.monotonic() - started)
        return Built(str(answer["problems"]))

    def start_anew(self) -> None:
        """Let the next build be made by a fresh process, as the program has changed."""
        if self._child is not None:
            self._child.leave()
            self._child = None

    def is_swollen(self) -> bool:
        """Say whether the process holds so much that a fresh one should take its place when there is time."""
        return self._child is not None and self._child.grown > _MOST_GROWN

    def end(self) -> None:
        """End the process and all that it started."""
        self.start_anew()

    def _patience(self) -> float:
        if self._longest is None:
            return _FIRST_BUILD_SECONDS
        return _HANGS_AFTER_SECONDS + _TIMES * self._longest


class _Child:
    """One builder process."""

    def __init__(self, arguments: tuple[str, ...], language: str) -> None:
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = start_module(
            _MODULE, *arguments, errors=self._said, environment={"PLANSITE_LANG": language, "PYTHONUTF8": "1"}
        )
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._busy = False
        self._first_memory = 0
        self.grown = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, question: dict[str, object], seconds: float) -> dict[str, object] | None:
        """Give the answer to a question; None where the process died or gave none in time."""
        self._busy = True
        try:
            self._tell(question)
            answer: dict[str, object] = json.loads(self._answers.get(timeout=seconds))
        except (OSError, ValueError, queue.Empty):
            return None
        self._busy = False
        memory = int(str(answer["memory"]))
        self._first_memory = self._first_memory or memory
        self.grown = memory - self._first_memory
        return answer

    def leave(self) -> None:
        """Let the process write down what it knows, unless it is at work, and end it."""
        if not self._busy:
            with suppress(OSError, subprocess.TimeoutExpired):
                self._tell({"end": True})
                self._answers.get(timeout=_END_SECONDS)
        self._gone()

    def last_words(self) -> str:
        """Give what the process said at last, and end what is left of it."""
        end(self._process)
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace").strip()[-_LONGEST_MESSAGE:]
        self._said.close()
        return said or f"{_MODULE}: {self._process.returncode}"

    def _gone(self) -> None:
        end(self._process)
        self._said.close()

    def _tell(self, question: dict[str, object]) -> None:
        pipe = self._process.stdin
        if pipe is None:
            raise BrokenPipeError
        pipe.write(json.dumps(question).encode() + b"\n")
        pipe.flush()

    def _listen(self) -> None:
        """Take answers in; an empty one tells the end."""
        pipe = self._process.stdout
        with suppress(OSError, ValueError):
            for line in pipe or ():
                self._answers.put(line)
        self._answers.put(b"")
