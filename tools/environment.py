"""The virtual environment in .venv, with exactly the packages of a lock file and plansite itself."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import debian

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PROJECT = ROOT / "pyproject.toml"
RUNTIME_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"

# Each lock file with those whose packages it holds too: what it installs serves them as well.
_SERVES = {RUNTIME_LOCK: (RUNTIME_LOCK,), TEST_LOCK: (TEST_LOCK, RUNTIME_LOCK)}


class NotReadyError(Exception):
    """The machine lacks something; the message says what to do."""


def prepare(lock: Path) -> None:
    """Make .venv hold the packages of `lock` and plansite; quick where it does. Raises NotReadyError."""
    if not _works():
        _create()
    if not _fresh(lock):
        _install(lock)


def script(name: str) -> Path:
    """Give the path of a command installed in .venv."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def run(*command: str, **variables: str) -> int:
    """Run a command in the project's folder, without standard input; give its exit status."""
    sys.stdout.flush()
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"} | variables,
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode


def _works() -> bool:
    """Say whether .venv has a Python that runs: one that was upgraded away leaves a broken link behind."""
    python = script("python")
    return python.exists() and run(str(python), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))") == 0


def _create() -> None:
    if not _has_ensurepip():
        package = f"python3.{sys.version_info.minor}-venv"
        if not debian.install(package, "to make a virtual environment"):
            raise NotReadyError(f"Python's venv is missing. On Debian: {debian.command(package)}")
    print("Making .venv ...")
    if run(sys.executable, "-m", "venv", "--clear", str(VENV)) != 0:
        raise NotReadyError(f"{sys.executable} could not make a virtual environment in {VENV}")


def _has_ensurepip() -> bool:
    """Say whether this Python can put pip into a virtual environment; Debian packs that part separately."""
    return run(sys.executable, "-c", "import sys\ntry: import ensurepip\nexcept ImportError: sys.exit(1)") == 0


def _install(lock: Path) -> None:
    print(f"Installing the packages of {lock.name} into .venv ...")
    pip = [
        str(script("python")),
        "-m",
        "pip",
        "--no-input",
        "--disable-pip-version-check",
        "install",
        "--quiet",
    ]
    # Wheels only: a bare machine has no compiler.
    wheels = [*pip, "--only-binary", ":all:", "--require-hashes", "-r", str(lock)]
    itself = [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    if run(*wheels) != 0 or run(*itself) != 0:
        raise NotReadyError("pip could not install the packages; its message stands above. Is there a network?")
    for served in _SERVES[lock]:
        _stamp(served).write_text(_state(served), encoding="ascii")


def _fresh(lock: Path) -> bool:
    stamp = _stamp(lock)
    return stamp.exists() and stamp.read_text(encoding="ascii") == _state(lock)


def _stamp(lock: Path) -> Path:
    return VENV / f"{lock.name}.installed"


def _state(lock: Path) -> str:
    """Give what an installation depends on: the lock, the project's own metadata, and where it stands."""
    parts = (lock.read_bytes(), PROJECT.read_bytes(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
