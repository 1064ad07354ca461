"""What the tools need of this machine: Chromium, Java, and the packages of npm."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
# Beside the virtual environment that this runs in: what removes that removes this.
FOLDER = Path(sys.prefix) / "audit"
LOCK = "package-lock.json"
_DEBIAN: Mapping[str, str] = {"chromium": "chromium", "java": "default-jre-headless", "npm": "nodejs npm"}


@cache
def lacking(need: str) -> str | None:
    """Say what is in the way of "chromium", "java" or "npm" (with its packages); None where it is ready."""
    if program(need) is None:
        return f"{need} is missing: sudo apt-get install {_DEBIAN[need]}"
    return _install() if need == "npm" else None


def program(name: str) -> str | None:
    """Give where a program is installed."""
    return shutil.which(name)


def package(path: str) -> Path:
    """Give a file of an installed package."""
    return FOLDER / "node_modules" / path


def _install() -> str | None:
    """Make FOLDER hold exactly the packages of the lock; quick where it does. Give what went wrong."""
    wanted, stamp = (HERE / LOCK).read_bytes(), FOLDER / "installed"
    if stamp.exists() and stamp.read_bytes() == wanted:
        return None
    FOLDER.mkdir(exist_ok=True)
    for name in ("package.json", LOCK):
        shutil.copy(HERE / name, FOLDER)
    # No package needs to run anything of its own to be installed.
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=FOLDER, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        return "npm could not install its packages; its message stands above. Is there a network?"
    stamp.write_bytes(wanted)
    return None
