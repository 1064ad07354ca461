"""What a command costs: seconds on the clock, seconds of processors, and the most memory of any of its processes."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """The cost of one command. `processor` counts all its processes; `peak` is in MB."""

    clock: float
    processor: float
    peak: float

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.clock + other.clock, self.processor + other.processor, max(self.peak, other.peak))


def cost_of(command: Sequence[str], folder: Path, log: Path) -> Cost:
    """Run a command to its end; raise CalledProcessError where it fails, with what it printed in `log`."""
    began = time.perf_counter()
    with log.open("ab") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, log.read_text("utf-8", "replace")[-2000:])
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
