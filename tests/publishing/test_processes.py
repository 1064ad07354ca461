"""Further processes of a build are gone when it is, whatever ended it."""

import os
import signal
import subprocess
import sys
import time

import pytest

STARTS = """
import os, time
from generator.publishing.processes import Processes
if __name__ == "__main__":
    with Processes(1) as processes:
        print(processes.pool().submit(os.getpid).result(), flush=True)
        time.sleep({sleep})
"""
PATIENCE = 30.0


def is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("is_killed", [True, False])
def test_a_process_ends_with_the_one_that_started_it(tmp_path, is_killed):
    script = tmp_path / "starts.py"
    script.write_text(STARTS.format(sleep=600 if is_killed else 0))
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        other = int(build.stdout.readline())
        if is_killed:
            build.send_signal(signal.SIGKILL)
        build.wait(PATIENCE)
    until = time.monotonic() + PATIENCE
    while is_there(other) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_there(other)
