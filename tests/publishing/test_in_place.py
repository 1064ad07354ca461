"""A folder changed where it lies holds exactly what is wanted of it, and what is none of its concern."""

from pathlib import Path

from generator.publishing.in_place import lay_changes, lay_search
from generator.publishing.store import Store


def laid(store: Store, folder: Path, before: dict[str, str], files: dict[str, bytes]) -> dict[str, str]:
    after = {path: store.keep_object(content) for path, content in files.items()}
    lay_changes(folder, before, after, store)
    return after


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_new_is_laid_what_changed_is_replaced_what_is_gone_leaves_no_empty_folder(tmp_path):
    store, site = Store(tmp_path / "store"), tmp_path / "site"
    before = laid(store, site, {}, {"index.html": b"1", "a/b/index.html": b"2", "a/c.txt": b"3"})
    after = {"index.html": b"one", "a/c.txt": b"3", "d/index.html": b"4"}
    laid(store, site, before, after)
    assert held(site) == after
    assert not (site / "a/b").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path):
    store, site = Store(tmp_path / "store"), tmp_path / "site"
    before = laid(store, site, {}, {"a": b"1", "b/c": b"2"})
    laid(store, site, before, {"a/c": b"1", "b": b"2"})
    assert held(site) == {"a/c": b"1", "b": b"2"}


def test_the_search_takes_the_place_of_the_old_one_whole_and_nothing_else_changes(tmp_path):
    store, site = Store(tmp_path / "store"), tmp_path / "site"
    laid(store, site, {}, {"index.html": b"1", "tim-kiem/old": b"2"})
    for name in ("tim-kiem/pagefind.js", "tim-kiem/index/vi_1"):
        (tmp_path / "made" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "made" / name).write_bytes(b"new")
    lay_search(site, tmp_path / "made")
    assert held(site) == {"index.html": b"1", "tim-kiem/pagefind.js": b"new", "tim-kiem/index/vi_1": b"new"}
    assert not (tmp_path / "made").exists()
