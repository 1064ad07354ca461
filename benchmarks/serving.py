"""How soon an edit is shown under `plansite serve`: from the saved file to the page over HTTP.

make bench ARGS=serve                          (200 plans, 10 edits)
make bench ARGS="serve --plans 1000"
make bench ARGS="serve --project FOLDER"       a project that is there; what its cache holds is used
"""

import argparse
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks.synthetic import make_project

ROOT = Path(__file__).resolve().parent.parent
_DAY = "2024-05-01"
_SUMMARY = "summary:\n  vi: >-\n"
_PATIENCE = 4 * 3600
_IDLE_SECONDS = 10


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    asked = _arguments(arguments)
    with tempfile.TemporaryDirectory(prefix="plansite-bench-") as folder:
        project = asked.project or Path(folder) / "project"
        if asked.project is None:
            make_project(project, asked.plans)
        served = _Served(project)
        try:
            _measure(served, asked.edits)
        finally:
            served.end()


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench: serve")
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--project", type=Path)
    return parser.parse_args(arguments)


class _Served:
    """A project under `plansite serve`."""

    def __init__(self, project: Path) -> None:
        self.project = project
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port = one.getsockname()[1]
        self.site = project / ".plansite-cache" / f"preview-{self.port}" / "site"
        command = [sys.executable, "-m", "generator", "--project", str(project), "serve"]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), "--as-of", _DAY],
            cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1", "PLANSITE_LANG": "en"},
        )  # fmt: skip
        self.built: list[float] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            if found := re.search(r"Built again in ([\d.]+)", line):
                self.built.append(float(found[1]))

    def page(self, path: str) -> str:
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}") as answer:
            return str(answer.read(), "utf-8")
        return ""

    def search(self) -> int:
        """Tell the search that lies in the site from one that takes its place."""
        with suppress(OSError):
            return (self.site / "tim-kiem").stat().st_ino
        return 0

    def processor(self) -> float:
        """Give the seconds of processors that the command itself has used (proc(5), stat)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def _measure(served: _Served, edits: int) -> None:
    began = time.perf_counter()
    _until(lambda: bool(served.built))
    print(f"first build: {time.perf_counter() - began:.1f} s")
    before = served.search()
    plans = sorted((served.project / "plans").glob("*-*-*.yml"))[:: max(1, edits)][:edits]
    found = sorted(_shown_after(served, plan, number) for number, plan in enumerate(plans))
    print(f"edit to page: p50 {statistics.median(found):.2f} s, slowest {found[-1]:.2f} s of {len(found)}")
    print(f"build step: p50 {statistics.median(served.built[1:]):.2f} s")
    began = time.perf_counter()
    _until(lambda: served.search() not in (0, before))
    print(f"last edit shown to search laid: {time.perf_counter() - began:.1f} s")
    used = served.processor()
    time.sleep(_IDLE_SECONDS)
    print(f"looking out for changes: {(served.processor() - used) / _IDLE_SECONDS:.2%} of one processor")


def _shown_after(served: _Served, plan: Path, number: int) -> float:
    """Change a plan's summary; give the seconds until its page tells it."""
    text, sign = plan.read_text("utf-8"), f"({number}.{time.time_ns()})"
    address = re.search(r"(?m)^id: (\S+)", text)
    if address is None or _SUMMARY not in text:
        raise ValueError(plan)
    builds = len(served.built)
    began = time.perf_counter()
    plan.write_text(text.replace(_SUMMARY, f"{_SUMMARY}    {sign}\n", 1), encoding="utf-8")
    _until(lambda: sign in served.page(f"ke-hoach/{address[1]}/"))
    taken = time.perf_counter() - began
    _until(lambda: len(served.built) > builds)
    return taken


def _until(reached: Callable[[], bool]) -> None:
    ends = time.monotonic() + _PATIENCE
    while not reached():
        if time.monotonic() > ends:
            raise TimeoutError
        time.sleep(0.01)


if __name__ == "__main__":
    main()
