"""The files of a project: found in a fixed order, read as bytes or text; what is missing is a problem."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.domain.content import ContentFile
from generator.domain.problem import Location, Problem
from generator.reading.source import Source, read_source

SETTINGS = "site_config.yml"
AGENCIES = "plans/agencies.yml"
DOCUMENTS = "plans/documents.yml"
PUBLISHED = "plans/published.yml"
CONTENT = "content"
FILES = "content/files"
NOTICES = "content/notices"
_NOT_PLANS = frozenset({AGENCIES, DOCUMENTS, PUBLISHED})
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class FileRead:
    """The text of a file, None where it cannot be read, and the problems."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class BytesRead:
    """The bytes of a file, None where it cannot be read, and the problem."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


def missing(file: str, code: str) -> Problem:
    """Make the problem of a file or folder that is not there."""
    return Problem(code=code, location=Location(file), values=(("file", file),))


def read_bytes(root: Path, file: str) -> BytesRead:
    """Read `file` (relative to the project at `root`)."""
    try:
        return BytesRead((root / file).read_bytes())
    except FileNotFoundError:
        return BytesRead(None, (missing(file, "file_missing"),))
    except OSError as error:
        return BytesRead(None, (_unreadable(file, error),))


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
    names = (f"plans/{path.name}" for path in found if not path.name.startswith("."))
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


@dataclass(frozen=True, slots=True)
class FilesRead:
    """The files of content/files/, sorted by path, and a problem for each that cannot be read."""

    files: tuple[ContentFile, ...]
    problems: tuple[Problem, ...]


def content_files(root: Path) -> FilesRead:
    """Look at the files of content/files/: size and checksum."""
    looked = [_content_file(root, path) for path in sorted(_inside(root / FILES))]
    files = tuple(file for file in looked if isinstance(file, ContentFile))
    return FilesRead(files, tuple(problem for problem in looked if isinstance(problem, Problem)))


def _inside(folder: Path) -> Iterator[Path]:
    """Give the files under `folder`; not those that a link brings in from elsewhere."""
    for path in folder.rglob("*"):
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            yield path


def _content_file(root: Path, path: Path) -> ContentFile | Problem:
    name = path.relative_to(root / FILES).as_posix()
    try:
        return ContentFile(path=name, size=path.stat().st_size, sha256=_checksum(path))
    except OSError as error:
        return _unreadable(f"{FILES}/{name}", error)


def _unreadable(file: str, error: OSError) -> Problem:
    values = (("file", file), ("reason", error.strerror or type(error).__name__))
    return Problem(code="file_unreadable", location=Location(file), values=values)


def _checksum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
