"""What was made before, kept in a folder that anyone may delete, share or fill at any time.

Two kinds of things lie in it. *Objects* are the bytes of finished files under the digest of those bytes, so that a
site can be laid out by links to them. *Notes* are Python values under a key that says what they were made of. Every
file comes into being under another name and is then renamed, so that a kill or a second build never leaves half a
file; what does not match its digest is as good as absent.
"""

import contextlib
import hashlib
import os
import pickle
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, NamedTuple

from generator.publishing.loading import loaded_from
from generator.publishing.lying import Status

_OBJECTS, _NOTES, _SPARE = "objects", "notes", "spare"
_DIGEST = 16


def digest_of(*parts: bytes | str) -> str:
    """Give a digest of the parts, each told apart from its neighbours (BLAKE2b, 16 bytes, hexadecimal)."""
    digest = blake2b(digest_size=_DIGEST)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return digest.hexdigest()


class _Telling:
    """A file to write to that tells the digest of what was written, so that a large value is never there twice."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = blake2b(digest_size=_DIGEST)

    def write(self, data: bytes) -> int:
        """Write; give how many bytes."""
        self.digest.update(data)
        return self._file.write(data)


def _content_name(file: BufferedReader) -> str:
    """Give the name of an object that holds the bytes of an open file, which is read from its beginning."""
    file.seek(0)
    return hashlib.file_digest(file, lambda: blake2b(digest_size=_DIGEST)).hexdigest()


class Lying(NamedTuple):
    """How a file lies: its size, its time of change in nanoseconds, its device and its number there."""

    size: int
    changed: int
    device: int
    number: int


def lying_as(found: os.stat_result) -> Lying:
    """Say how a file lies, of what the system says of it."""
    return Lying(found.st_size, found.st_mtime_ns, found.st_dev, found.st_ino)


class Store:
    """The kept things in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: set[str] = set()
        self._lying: dict[str, Lying] = {}

    def object_path(self, name: str) -> str:
        """Give where the object `name` lies, whether it is there or not."""
        return f"{self.folder}/{_OBJECTS}/{name[:2]}/{name}"

    def keep_object(self, content: bytes) -> str:
        """Keep the bytes of a finished file; give the name under which they lie. Raises OSError."""
        name = blake2b(content, digest_size=_DIGEST).hexdigest()
        path = self.object_path(name)
        if not self._is_whole(path, content):
            self._write(path, content)
            self._lying.pop(name, None)
        return name

    def keep_stream(self, chunks: Iterable[bytes]) -> str:
        """Keep the bytes of a large file, of which only a chunk is at hand at a time; give its name. Raises OSError."""
        digest = blake2b(digest_size=_DIGEST)
        with self._new_file(f"{self.folder}/{_OBJECTS}") as (file, aside):
            for chunk in chunks:
                digest.update(chunk)
                file.write(chunk)
            file.close()
            name = digest.hexdigest()
            path = self.object_path(name)
            self._make_folder(os.path.dirname(path))
            os.replace(aside, path)
        self._lying.pop(name, None)
        return name

    def drop_object(self, name: str) -> None:
        """Throw an object away; whoever still wants it makes it again."""
        with contextlib.suppress(OSError):
            os.unlink(self.object_path(name))
        self._lying.pop(name, None)

    def has_object(self, name: str) -> bool:
        """Say whether the object is there and its bytes are those of its name."""
        with self.opened(name) as file:
            return file is not None

    @contextlib.contextmanager
    def opened(self, name: str, lying: Lying | None = None) -> Iterator[BufferedReader | None]:
        """Open an object; None where it is not there or not whole.

        It is whole where it lies as it lay when it was, which is `lying`, or where its bytes are those of its name.
        """
        with contextlib.ExitStack() as stack:
            file = None
            with contextlib.suppress(OSError):
                file = stack.enter_context(Path(self.object_path(name)).open("rb"))
                if lying_as(os.fstat(file.fileno())) != lying and _content_name(file) != name:
                    file = None
            yield file

    def lying(self, name: str) -> Lying | None:
        """Say how an object lies, None where it does not; asked of the disk once, as objects never change."""
        if name not in self._lying:
            found = self._looked_at(name)
            if found is None:
                return None
            self._lying[name] = found
        return self._lying[name]

    def status(self, name: str) -> Status:
        """Give size and time of change of an object, zeros where it is not there; asked once, it is not remembered."""
        found = self._lying.get(name) or self._looked_at(name)
        return (found.size, found.changed) if found is not None else (0, 0)

    def _looked_at(self, name: str) -> Lying | None:
        try:
            return lying_as(os.stat(self.object_path(name)))
        except OSError:
            return None

    def find_object(self, name: str) -> bytes | None:
        """Give the bytes of an object; None where it is not there or its bytes are not those of its name."""
        try:
            content = Path(self.object_path(name)).read_bytes()
        except OSError:
            return None
        return content if blake2b(content, digest_size=_DIGEST).hexdigest() == name else None

    def keep(self, kind: str, key: str, value: object) -> str:
        """Keep a value under its key; give the digest of its bytes. A folder that cannot be written keeps nothing."""
        path = self._note_path(kind, key)
        with contextlib.suppress(OSError), self._new_file(os.path.dirname(path)) as (file, aside):
            file.write(bytes(_DIGEST))
            told = _Telling(file)
            pickle.dump(value, told, pickle.HIGHEST_PROTOCOL)
            file.seek(0)
            file.write(told.digest.digest())
            file.close()
            os.replace(aside, path)
            return told.digest.hexdigest()
        return digest_of(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def find(self, kind: str, key: str) -> Any:
        """Give the value under a key, or None where there is none, or none that is whole."""
        try:
            with Path(self._note_path(kind, key)).open("rb") as file:
                head = file.read(_DIGEST)
                if hashlib.file_digest(file, lambda: blake2b(digest_size=_DIGEST)).digest() != head:
                    return None
                file.seek(_DIGEST)
                return loaded_from(file)
        except OSError:
            return None

    def spare_path(self, key: str) -> Path:
        """Give where the folders that a site had before lie by, whether there are any or not."""
        return Path(self.folder, _SPARE, key)

    def has(self, kind: str, key: str) -> bool:
        """Say whether something lies under a key; it may yet prove broken."""
        return Path(self._note_path(kind, key)).exists()

    def trim(self, used: Collection[str], most_bytes: int) -> None:
        """Throw away what no site uses, the oldest first, until what is left of it takes `most_bytes` at most.

        `used` are the names of objects and the keys of notes that stay whatever they take.
        """
        idle = sorted(self._idle(frozenset(used)), reverse=True)
        left = most_bytes
        for _, size, path in idle:
            left -= size
            if left < 0:
                with contextlib.suppress(OSError):
                    os.unlink(path)

    def drop_spares(self, used: str) -> None:
        """Throw away the folders that lie by for other sites than the one under `used`."""
        for one in Path(self.folder, _SPARE).glob("*"):
            if one.name != used:
                shutil.rmtree(one, ignore_errors=True)

    def _idle(self, used: frozenset[str]) -> Iterator[tuple[int, int, str]]:
        for folder, _, names in (found for top in (_OBJECTS, _NOTES) for found in os.walk(f"{self.folder}/{top}")):
            for name in names:
                path = f"{folder}/{name}"
                if name not in used:
                    with contextlib.suppress(OSError):
                        status = os.stat(path)
                        yield status.st_mtime_ns, status.st_size, path

    def _note_path(self, kind: str, key: str) -> str:
        return f"{self.folder}/{_NOTES}/{kind}/{key[:2]}/{key}"

    def _is_whole(self, path: str, content: bytes) -> bool:
        """An object may have been changed in place, where somebody edited a page that is a link to it."""
        try:
            return os.stat(path).st_size == len(content) and Path(path).read_bytes() == content
        except OSError:
            return False

    def _write(self, path: str, *content: bytes) -> None:
        with self._new_file(os.path.dirname(path)) as (file, aside):
            file.writelines(content)
            file.close()
            os.replace(aside, path)

    def _make_folder(self, folder: str) -> None:
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)
            self._made.add(folder)

    @contextlib.contextmanager
    def _new_file(self, folder: str) -> Iterator[tuple[IO[bytes], str]]:
        """Give a file to write and then to rename, and its name until then; it goes where that does not come to be."""
        self._make_folder(folder)
        handle, aside = tempfile.mkstemp(prefix=".new-", dir=folder)
        try:
            with open(handle, "wb") as file:
                os.chmod(aside, 0o644)
                yield file, aside
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(aside)
            raise
