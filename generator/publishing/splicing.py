"""Large files kept in pieces: what the file of before holds of them is copied from there, only what is new is opened.

A copied run of bytes is as true as the object that it lies in, and that is asked of the object first: how it lies
must be what was noted when its bytes were written, or its bytes must be those of its name, as for every other
object that a build takes over. Otherwise nothing is copied. The new file has the name of the bytes that were
written, wherever they came from.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BufferedReader
from typing import NamedTuple

from generator.pieces import Piece, Pieces
from generator.publishing.store import Lying, Store, digest_of

_LAYOUT = "layout"
# Each edit leaves a file of the size of all plans. So many stay beside the last one: another folder may show them.
_MOST_OLDER = 3


class Layout(NamedTuple):
    """Where the pieces lie in a file: its object, how that lay when it was new, and offsets by digest of the piece."""

    name: str
    lying: Lying | None
    places: Mapping[str, int]
    older: tuple[str, ...] = ()
    """The objects that stood at the same path before, the newest first."""


_NOTHING = Layout("", None, {})


def keep_pieces(store: Store, path: str, pieces: Pieces) -> str:
    """Keep the file that stands at `path` of a site; give the name of its object. Raises OSError.

    What was kept for that path before is where pieces are copied from, whichever site it was for: they tell
    themselves apart.
    """
    key = digest_of(_LAYOUT, path)
    found = store.find(_LAYOUT, key)
    last = found if isinstance(found, Layout) else _NOTHING
    places: dict[str, int] = {}
    with store.opened(last.name, last.lying) as file:
        name = store.keep_stream(_bytes(pieces, partial(_copied, file, last.places), places))
    older = tuple(one for one in dict.fromkeys((last.name, *last.older)) if one not in (name, ""))
    for one in older[_MOST_OLDER:]:
        store.drop_object(one)
    store.keep(_LAYOUT, key, Layout(name, store.lying(name), places, older[:_MOST_OLDER]))
    return name


def _bytes(pieces: Pieces, copied: Callable[[Piece], bytes | None], places: dict[str, int]) -> Iterator[bytes]:
    """Give the bytes of a file one part after the other, and note in `places` where each piece begins."""
    at = 0
    for part in pieces.parts:
        content = part if isinstance(part, bytes) else _piece(part, copied)
        if isinstance(part, Piece) and part.digest:
            places[part.digest] = at
        yield content
        at += len(content)


def _piece(piece: Piece, copied: Callable[[Piece], bytes | None]) -> bytes:
    """Give the bytes of a piece. Another number of them than was announced is a bug and raises ValueError."""
    found = copied(piece)
    content = piece.fetch() if found is None else found
    if len(content) != piece.size:
        raise ValueError(f"{len(content)} bytes for {piece.size}")
    return content


def _copied(file: BufferedReader | None, places: Mapping[str, int], piece: Piece) -> bytes | None:
    """Give the bytes of a piece out of the file of before; None where it is not there."""
    place = places.get(piece.digest)
    if file is None or place is None:
        return None
    file.seek(place)
    content = file.read(piece.size)
    return content if len(content) == piece.size else None
