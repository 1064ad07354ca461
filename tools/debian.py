"""Debian packages: installed where that is ours to do, named where it is not."""

import os
import shutil
import subprocess
from pathlib import Path


def command(package: str) -> str:
    """Give the command that a person types to install `package`."""
    return f"sudo apt-get install {package}"


def install(package: str, purpose: str) -> bool:
    """Install `package` if this is Debian and we are root, saying so first; say whether it was installed."""
    if not _ours_to_install():
        return False
    print(f"Installing the Debian package {package} {purpose} ...", flush=True)
    return _apt_get("update") and _apt_get("install", "--yes", "--no-install-recommends", package)


def _ours_to_install() -> bool:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _apt_get(*arguments: str) -> bool:
    # Its chatter is kept back, errors are not.
    return (
        subprocess.run(
            ["apt-get", "-qq", *arguments],
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        ).returncode
        == 0
    )
