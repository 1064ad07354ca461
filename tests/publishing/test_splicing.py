"""Large files in pieces: whole whatever lay there before, from the least opening, in the memory of one piece."""

import os
import tracemalloc
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pieces import Piece, Pieces
from generator.publishing.splicing import keep_pieces
from generator.publishing.store import Store
from generator.publishing.warm_store import WarmStore

PATH = "du-lieu/ke-hoach.json"


class Shelf:
    """Texts as pieces of a file, which notes what is fetched."""

    def __init__(self) -> None:
        self.fetched: list[bytes] = []

    def file(self, texts: Iterable[bytes]) -> Pieces:
        """Give a file that has each of `texts` in a line of its own."""
        lines = (part for text in texts for part in (self._piece(text), b"\n"))
        return Pieces((b"head\n", *lines))

    def _piece(self, text: bytes) -> Piece:
        return Piece(blake2b(text, digest_size=8).hexdigest(), len(text), lambda: self._fetch(text))

    def _fetch(self, text: bytes) -> bytes:
        self.fetched.append(text)
        return text


def kept(store: Store, pieces: Pieces) -> bytes:
    """Keep a file, and give what then lies under its name."""
    found = store.find_object(keep_pieces(store, PATH, pieces))
    assert found is not None
    return found


def whole(texts: Iterable[bytes]) -> bytes:
    return b"head\n" + b"".join(text + b"\n" for text in texts)


@given(turns=st.lists(st.lists(st.binary(max_size=40), unique=True, max_size=8), min_size=2, max_size=5))
@settings(deadline=None, max_examples=50)
def test_a_file_is_that_of_its_bytes_and_only_what_is_new_is_fetched(tmp_path_factory, turns):
    store, before = Store(tmp_path_factory.mktemp("store")), set[bytes]()
    for texts in turns:
        shelf = Shelf()
        assert kept(store, shelf.file(texts)) == whole(texts)
        assert sorted(shelf.fetched) == sorted(set(texts) - before)
        before = set(texts)


TEXTS = [bytes([number]) * 100 for number in range(65, 75)]
EDITED = [*TEXTS[:3], b"another", *TEXTS[4:]]


def after(folder: Path, harm, store: type[Store] = Store) -> list[bytes]:
    """Give what is fetched for an edit of one text, after `harm` to the file of before, given its path."""
    name = keep_pieces(Store(folder), PATH, Shelf().file(TEXTS))
    harm(Path(Store(folder).object_path(name)))
    shelf = Shelf()
    assert kept(store(folder), shelf.file(EDITED)) == whole(EDITED)
    return shelf.fetched


def in_place(path: Path) -> None:
    """Write something else of the same length into a file, as an editor would that follows links."""
    with path.open("r+b") as file:
        file.seek(200)
        file.write(b"?")
    os.utime(path, ns=(1, 1))


def touched(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def copied(path: Path) -> None:
    """Put a copy in its place, as a cache has that was brought from elsewhere."""
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize("store", [Store, WarmStore])
@pytest.mark.parametrize("harm", [lambda path: None, touched, copied])
def test_an_edit_fetches_what_was_edited_from_a_file_that_is_whole(tmp_path, harm, store):
    assert after(tmp_path, harm, store) == [b"another"]


@pytest.mark.parametrize("store", [Store, WarmStore])
@pytest.mark.parametrize("harm", [in_place, Path.unlink, lambda path: os.truncate(path, 500)])
def test_nothing_is_copied_from_a_file_that_is_not_what_it_was(tmp_path, harm, store):
    assert after(tmp_path, harm, store) == EDITED


def test_nothing_is_copied_where_the_note_is_broken(tmp_path):
    def harm(_path: Path) -> None:
        for note in (tmp_path / "notes").rglob("*"):
            if note.is_file():
                note.write_bytes(note.read_bytes()[:-1])

    assert after(tmp_path, harm) == EDITED


def test_a_piece_without_a_digest_is_always_fetched(tmp_path):
    for text in (b"one", b"two"):
        assert kept(Store(tmp_path), Pieces((Piece("", 3, lambda text=text: text),))) == text


def test_a_piece_of_another_size_than_was_told_is_a_bug(tmp_path):
    with pytest.raises(ValueError, match="3 bytes for 4"):
        keep_pieces(Store(tmp_path), PATH, Pieces((Piece("a", 4, lambda: b"two"),)))
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_a_file_that_was_harmed_is_whole_when_it_is_kept_again(tmp_path):
    name = keep_pieces(Store(tmp_path), PATH, Shelf().file(TEXTS))
    in_place(Path(Store(tmp_path).object_path(name)))
    assert not Store(tmp_path).has_object(name)
    assert keep_pieces(Store(tmp_path), PATH, Shelf().file(TEXTS)) == name
    assert Store(tmp_path).has_object(name)


def test_a_file_tells_itself_apart_without_its_bytes():
    first, second = Shelf(), Shelf()
    assert first.file(TEXTS).digest == second.file(TEXTS).digest != first.file(EDITED).digest
    assert Pieces((b"ab", b"c")).digest != Pieces((b"a", b"bc")).digest
    assert first.fetched == second.fetched == []


def test_of_the_files_before_only_the_last_few_stay(tmp_path):
    store = Store(tmp_path)
    names = [keep_pieces(store, PATH, Shelf().file([*TEXTS, b"%d" % turn])) for turn in range(9)]
    assert [name for name in names if store.has_object(name)] == names[-4:]
    assert keep_pieces(store, PATH, Shelf().file([*TEXTS, b"7"])) == names[7]
    assert store.has_object(names[7])


SIZE = 50_000


def peak(folder: Path, count: int) -> int:
    """Give the most bytes that are in use while a file of `count` pieces is kept, and then kept with one edited."""
    pieces = [Piece(f"{number:016}", SIZE, lambda number=number: bytes([number % 256]) * SIZE)
              for number in range(count)]  # fmt: skip
    edited = [*pieces[:-1], Piece("edited", SIZE, lambda: bytes(SIZE))]
    tracemalloc.start()
    try:
        for parts in (pieces, edited):
            keep_pieces(Store(folder), PATH, Pieces(tuple(parts)))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_file(tmp_path):
    few, many = peak(tmp_path / "few", 30), peak(tmp_path / "many", 300)
    assert many < few + 3 * SIZE < 30 * SIZE
