"""Processes that a long-lived command starts: each with all that it starts itself, and all ended together."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from typing import IO, NoReturn

_POSIX = os.name == "posix"
_PATIENCE = 10.0


def start_module(
    module: str, *arguments: str, errors: IO[bytes], environment: Mapping[str, str] | None = None
) -> "subprocess.Popen[bytes]":
    """Start a module of the program in a session of its own (of POSIX), with pipes for what goes in and comes out.

    `errors` is a file that takes what it says on standard error. The keys that end a command at the terminal do not
    reach the group: whoever started it ends it.
    """
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    )


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it started; one whose end is known already is only let go."""
    if process.returncode is None:
        _kill(process.pid)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


def _kill(number: int) -> None:
    # Until somebody has asked for its end, the number of a process is nobody else's, and is that of its group.
    with contextlib.suppress(OSError):
        if _POSIX:
            os.killpg(number, signal.SIGKILL)
        else:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(number)], capture_output=True, check=False)


def end_own_group() -> NoReturn:
    """End this process at once, and all that it started."""
    if _POSIX and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
