"""Large files in pieces: what a file consists of is known without its bytes, which are fetched when it is written."""

from collections.abc import Callable, Iterator
from hashlib import blake2b

from generator.frozen import frozen

_DIGEST = 16


@frozen
class Piece:
    """A run of bytes that is fetched when it is wanted: what tells it from any other, its size in bytes, the fetching.

    An empty `digest` tells nothing: then only the bytes themselves do.
    """

    digest: str
    size: int
    fetch: Callable[[], bytes]


@frozen
class Pieces:
    """A file: bytes as they stand there, and pieces, in their order."""

    parts: tuple[bytes | Piece, ...]

    @property
    def digest(self) -> str:
        """Tell the file from any other, without fetching a piece (BLAKE2b, 16 bytes, hexadecimal)."""
        digest = blake2b(digest_size=_DIGEST)
        for part in self.parts:
            said = part if isinstance(part, bytes) else part.digest.encode()
            digest.update(b"%d %d " % (isinstance(part, bytes), len(said)))
            digest.update(said)
        return digest.hexdigest()

    def chunks(self) -> Iterator[bytes]:
        """Give the bytes of the file, one part after the other."""
        for part in self.parts:
            yield part if isinstance(part, bytes) else part.fetch()
