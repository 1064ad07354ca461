"""A job: one thing to make, with a fingerprint of exactly what it uses. A job whose fingerprint is known need not run.

Jobs are small and can be pickled, so that any process can run them in any order.
"""

import hashlib
from collections.abc import Callable

from generator.frozen import frozen
from generator.packing import told
from generator.page import FinishedPage, MarkdownPage
from generator.pieces import Pieces

Made = bytes | Pieces | FinishedPage | MarkdownPage


@frozen
class Job:
    """One output: its path within the site, the fingerprint of its inputs, its language, and how it is made.

    `make` gives the bytes of a file, all at once or in pieces, or a page that the engine puts into the shell of
    `language`. `title` is what
    readers know a page by.
    """

    path: str
    fingerprint: str
    make: Callable[[], Made]
    language: str | None = None
    title: str = ""


def fingerprint(*parts: object) -> str:
    """Give a short digest of `parts`: bytes, and values such as frozen dataclasses of text."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part if isinstance(part, bytes) else told(part))
        digest.update(b"\0")
    return digest.hexdigest()
