"""All checks, one after the other, each to its end, with a table of what came of them."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass

import debian
import environment

CHROMIUM = "chromium"


@dataclass(frozen=True)
class Step:
    """A check: its name and its command, the first word a command installed in .venv."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What came of a check: `word` is passed, FAILED or NOT RUN; `last_line` is the last that it printed."""

    name: str
    word: str
    seconds: float = 0
    last_line: str = ""


STEPS = (
    Step("lint", ("ruff", "check", ".")),
    Step("format", ("ruff", "format", "--check", ".")),
    Step("types", ("mypy",)),
    Step("imports", ("lint-imports",)),
)
# Two processes: the browser of one test fills more than one core by itself.
TESTS = Step("tests", ("pytest", "-n", "2", "-rs"))


def test(arguments: list[str]) -> int:
    """Set up, run every check even where one fails, print a table; `arguments` go to pytest.

    Gives 0 where all passed, else 1. What this machine cannot run is said, and fails nothing.
    """
    environment.prepare(environment.TEST_LOCK)
    missing = [*_missing_browser(), *_missing_programs()]
    tests = Step(TESTS.name, (*TESTS.command, *arguments))
    outcomes = [_run(step) for step in (*STEPS, tests)] + missing
    _print_table(outcomes)
    return int(any(outcome.word == "FAILED" for outcome in outcomes))


def _missing_browser() -> list[Outcome]:
    """Install Chromium where that is ours to do; give what to report where it is still missing."""
    if shutil.which(CHROMIUM) or debian.install(CHROMIUM, "for the tests in a browser"):
        return []
    return [Outcome("browser", "NOT RUN", last_line=f"Chromium is missing: {debian.command(CHROMIUM)}")]


def _missing_programs() -> list[Outcome]:
    """Give what to report of programs that a few tests need; none is installed for them: one of them is a server."""
    programs = (("nginx", "nginx"), ("workflow lint", "npm"))
    path = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin"
    return [
        Outcome(name, "NOT RUN", last_line=f"{program} is missing: {debian.command(program)}")
        for name, program in programs
        if shutil.which(program, path=path) is None
    ]


def _run(step: Step) -> Outcome:
    print(f"\n== {step.name}: {' '.join(step.command)}", flush=True)
    begun = time.monotonic()
    status, last_line = _run_aloud(str(environment.script(step.command[0])), *step.command[1:])
    return Outcome(step.name, "FAILED" if status else "passed", time.monotonic() - begun, last_line)


def _run_aloud(*command: str) -> tuple[int, str]:
    """Run a command, passing on what it prints; give its exit status and its last line."""
    last_line = ""
    with subprocess.Popen(
        command,
        cwd=environment.ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            sys.stdout.write(line)
            last_line = line.strip() or last_line
    sys.stdout.flush()
    return process.returncode, last_line


def _print_table(outcomes: list[Outcome]) -> None:
    print("\n== summary")
    for outcome in outcomes:
        print(f"{outcome.name:<8} {outcome.word:<7} {outcome.seconds:7.1f} s  {outcome.last_line.strip('= ')}")
