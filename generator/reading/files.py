"""The files of a project: found in a fixed order, read as bytes or text; what is missing is a problem."""

import errno
import hashlib
import os
from pathlib import Path

from generator.domain.content import ContentFile
from generator.domain.problem import Location, Problem
from generator.frozen import frozen
from generator.reading.attachments import KINDS, content_fault, is_left_behind, name_fault
from generator.reading.source import MAX_BYTES, Source, read_source

SETTINGS = "site_config.yml"
AGENCIES = "plans/agencies.yml"
DOCUMENTS = "plans/documents.yml"
PUBLISHED = "plans/published.yml"
CONTENT = "content"
FILES = "content/files"
NOTICES = "content/notices"
_NOT_PLANS = frozenset({AGENCIES, DOCUMENTS, PUBLISHED})
_CHUNK = 1 << 20
MAX_ATTACHED_BYTES = 100 * 1024 * 1024


@frozen
class FileRead:
    """The text of a file, None where it cannot be read, and the problems."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


@frozen
class BytesRead:
    """The bytes of a file, None where it cannot be read, and the problem."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


def missing(file: str, code: str) -> Problem:
    """Make the problem of a file or folder that is not there."""
    return Problem(code=code, location=Location(file), values=(("file", file),))


def read_bytes(root: Path, file: str) -> BytesRead:
    """Read `file` (relative to the project at `root`)."""
    if leads_out(root, file):
        return BytesRead(None, (missing(file, "link_outside"),))
    try:
        return BytesRead(_beginning(root / file))
    except FileNotFoundError:
        return BytesRead(None, (missing(file, "file_missing"),))
    except OSError as error:
        return BytesRead(None, (_unreadable(file, error),))


def leads_out(root: Path, file: str) -> bool:
    """Say whether a link stands in the place of `file`, or of a folder above it, and leads out of its top folder.

    What is reached through such a link was never meant to be published.
    """
    if not _has_link(str(root), file):
        return False
    top, _, below = file.partition("/")
    home = root / top if below else root
    try:
        return not (root / file).resolve().is_relative_to(root.resolve() / home.relative_to(root))
    except (OSError, RuntimeError):  # a link that leads to itself; reading it tells so
        return False


def _has_link(root: str, file: str) -> bool:
    """Say whether anything on the way from the root to the file is a link; most projects have none."""
    parts = file.split("/")
    return ".." in parts or any(os.path.islink(f"{root}/{'/'.join(parts[:end])}") for end in range(1, len(parts) + 1))


def _beginning(path: Path) -> bytes:
    """Read a file, one byte more than may be read at most: a giant is told by its size and not by filling memory."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def read_text(root: Path, file: str) -> FileRead:
    """Read `file` as text."""
    read = read_bytes(root, file)
    if read.data is None:
        return FileRead(None, read.problems)
    text = read_source(file, read.data)
    return FileRead(text.source, text.problems)


def plan_files(root: Path) -> tuple[str, ...]:
    """Give the files of plans/ that hold a plan each, sorted."""
    folder = root / "plans"
    found = (path for ending in ("*.yml", "*.yaml") for path in folder.glob(ending))
    names = (f"plans/{path.name}" for path in found if not is_left_behind(path.name))
    return tuple(sorted(name for name in names if name not in _NOT_PLANS))


def notice_files(root: Path) -> tuple[str, ...]:
    """Give the files of content/notices/, a kind of notice each, sorted."""
    folder = root / NOTICES
    found = (path for ending in ("*.yml", "*.yaml") for path in folder.glob(ending))
    return tuple(sorted(f"{NOTICES}/{path.name}" for path in found if not path.name.startswith(".")))


def page_files(root: Path, language: str) -> tuple[str, ...]:
    """Give the Markdown files of content/<language>/, sorted."""
    folder = root / CONTENT / language
    return tuple(sorted(path.relative_to(root).as_posix() for path in folder.rglob("*.md") if path.is_file()))


@frozen
class FilesRead:
    """The files of content/files/, sorted by path, and a problem for each that cannot be read."""

    files: tuple[ContentFile, ...]
    problems: tuple[Problem, ...]


def content_files(root: Path) -> FilesRead:
    """Look at the files of content/files/: size and checksum."""
    looked = [_content_file(root, path) for path in sorted((root / FILES).rglob("*")) if not path.is_dir()]
    files = tuple(file for file in looked if isinstance(file, ContentFile))
    return FilesRead(files, tuple(problem for problem in looked if isinstance(problem, Problem)))


def _content_file(root: Path, path: Path) -> ContentFile | Problem | None:
    name = path.relative_to(root / FILES).as_posix()
    if is_left_behind(name):
        return None
    if leads_out(root, f"{FILES}/{name}"):
        return missing(f"{FILES}/{name}", "link_outside")
    try:
        if path.stat().st_size > MAX_ATTACHED_BYTES:
            return _refused(name, "attached_too_large")
        fault = name_fault(name) or content_fault(name, path.read_bytes())
        return _refused(name, fault) if fault else _looked_at(path, name)
    except OSError as error:
        return _unreadable(f"{FILES}/{name}", error)


def _looked_at(path: Path, name: str) -> ContentFile:
    return ContentFile(path=name, size=path.stat().st_size, sha256=_checksum(path))


def _refused(name: str, code: str) -> Problem:
    """Make the problem of a file that is not published."""
    largest = str(MAX_ATTACHED_BYTES // 1024 // 1024)
    values = (("file", name), ("kinds", ", ".join(KINDS)), ("megabytes", largest))
    return Problem(code=code, location=Location(f"{FILES}/{name}"), values=values)


def _unreadable(file: str, error: OSError) -> Problem:
    values = (("file", file), ("reason", error.strerror or type(error).__name__))
    return Problem(code="file_unreadable", location=Location(file), values=values)


def _checksum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
