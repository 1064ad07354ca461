"""The files of a project as they were: read from git's store, without touching the work tree."""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from generator.frozen import frozen
from generator.reading.files import CONTENT, SETTINGS

_PARTS = (SETTINGS, CONTENT, "plans")
_MOST_VERSIONS = 300
_SECONDS = 120


@frozen
class NoHistory:
    """Why there is no history: `reason` is no_git (the program is missing), no_repository or no_revision."""

    reason: str


def unpack(root: Path, revision: str, folder: Path) -> NoHistory | None:
    """Write the project at `root` as it was at git's `revision` into `folder`; None where that was done.

    Links are left out: what they lead to is not of that revision.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if isinstance(commit, NoHistory):
        return commit if commit.reason != "failed" else _why(root)
    name = commit.decode().strip()
    listed = _git(root, "ls-tree", "--name-only", "-z", name, "--", *_PARTS)
    there = [part for part in listed.decode().split("\0") if part] if isinstance(listed, bytes) else []
    if not there:
        return NoHistory("no_project_then")
    packed = _git(root, "archive", "--format=tar", name, "--", *there)
    if isinstance(packed, NoHistory):
        return packed
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            _write(folder, member.name, archive.extractfile(member) if member.isfile() else None)
    return None


def _write(folder: Path, name: str, content: IO[bytes] | None) -> None:
    """Write one file; anything but a file, or one that would lie elsewhere, is left out."""
    if content is None or ".." in Path(name).parts or Path(name).is_absolute():
        return
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content.read())


def versions(root: Path, file: str) -> Iterator[bytes]:
    """Give the bytes of `file` at each commit that changed it, the newest first; none where there is no history."""
    logged = _git(root, "log", f"--max-count={_MOST_VERSIONS}", "--format=%H", "--", file)
    for commit in logged.decode().split() if isinstance(logged, bytes) else ():
        shown = _git(root, "show", f"{commit}:./{file}")
        if isinstance(shown, bytes):
            yield shown


def _why(root: Path) -> NoHistory:
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    return NoHistory("no_repository" if isinstance(inside, NoHistory) else "no_revision")


def _git(root: Path, *arguments: str) -> bytes | NoHistory:
    """Ask git, in words that do not depend on the language of the machine; reading only, so nothing is locked."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, env=environment, timeout=_SECONDS, check=False)
    except OSError:
        return NoHistory("no_git")
    except subprocess.TimeoutExpired:
        return NoHistory("failed")
    return done.stdout if done.returncode == 0 else NoHistory("failed")
