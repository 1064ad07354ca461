"""Everything that goes into a site, as one digest: where it is the same, so is the site."""

import os
from collections.abc import Iterator
from hashlib import blake2b

from generator.publishing.program import program_digest
from generator.publishing.report import Request
from generator.publishing.store import digest_of

_SETTINGS = "site_config.yml"
_FOLDERS = ("content", "plans")


def inputs_digest(request: Request) -> str:
    """Give the digest of the program, of what is asked for, and of every file of the project."""
    digest = blake2b(digest_size=16)
    for name, content in _files(str(request.root)):
        digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest_of(program_digest(), request.as_of.isoformat(), str(request.drafts), digest.hexdigest())


def _files(root: str) -> Iterator[tuple[str, bytes]]:
    """Give the project's files in a fixed order; one that cannot be read is told apart by that."""
    yield _SETTINGS, _content(os.path.join(root, _SETTINGS))
    for top in _FOLDERS:
        for folder, below, names in os.walk(os.path.join(root, top)):
            below.sort()
            yield os.path.relpath(folder, root), b""
            for name in sorted(names):
                path = os.path.join(folder, name)
                yield os.path.relpath(path, root), _content(path)


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        return f"unreadable: {error.errno}".encode()
