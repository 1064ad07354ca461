"""A site is laid out from the folder that it had before the last, and only from what nobody has touched."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.publishing import laying, writing
from generator.publishing.laying import Laid, Start, lay_site
from generator.publishing.lying import folder_times, folders_of, identity_of, lies, lies_as
from generator.publishing.report import Finished, Outcome
from generator.publishing.store import Store
from generator.publishing.writing import take_place

FIRST = {"index.html": "one", "a/b/index.html": "two", "c.html": "three"}
STEPS = (
    FIRST,
    FIRST | {"index.html": "four"},
    {"index.html": "four", "a/b/index.html": "two", "d/e.html": "three"},
    {"a": "four"},
    FIRST | {"c.html": "five"},
    FIRST,
)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@dataclass
class Site:
    """A site that is laid out again and again, as builds do."""

    folder: Path
    store: Store
    last: Finished | None = None
    placed: list[str] = field(default_factory=list)

    @property
    def spares(self) -> Path:
        return self.store.spare_path("site")

    def lay(self, texts: dict[str, str], search: dict[str, str] | None = None) -> Laid:
        """Lay out files of these texts; `placed` are the paths at which something was laid anew.

        `search` are texts of files that are made out of the others; they count as changed each time, as in a build.
        """
        objects = {path: self.store.keep_object(text.encode()) for path, text in texts.items()}
        made = {path: self.store.keep_object(text.encode()) for path, text in (search or {}).items()}
        start = None
        if self.last is not None:
            before = {path: name for path, (name, _) in self.last.site.items()}
            changed = {path for path in {**before, **objects} if before.get(path) != objects.get(path)}
            start = Start(self.last, identity_of(self.folder), frozenset(changed))
        self.placed.clear()
        laid = lay_site(self.folder, objects, self.store, self.spares, start, (lambda _: made) if made else None)
        site = {path: (name, self.store.status(name)) for path, name in laid.objects.items()}
        stamp = str(int(self.last.stamp) + 1) if self.last is not None else "1"
        self.last = Finished(stamp, "", site, laid.folders, Outcome(None, ()), spare=laid.spare)
        return laid


@pytest.fixture
def site(tmp_path, monkeypatch) -> Site:
    made = Site(tmp_path / "site", Store(tmp_path / "cache"))
    before, written = writing.lay, laying.settle
    monkeypatch.setattr(writing, "lay", lambda source, target: made.placed.append(target) or before(source, target))
    monkeypatch.setattr(laying, "settle", lambda *given: made.placed.append("all") or written(*given))
    return made


def expected(texts: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in texts.items()}


def test_each_site_is_right_and_only_what_differs_is_laid(site):
    laid = []
    for texts in STEPS:
        site.lay(texts)
        assert files(site.folder) == expected(texts)
        assert site.last is not None
        assert lies_as(site.folder, {path: status for path, (_, status) in site.last.site.items()}, site.last.folders)
        laid.append(sorted(Path(path).name for path in site.placed))
    # The first two begin with nothing; what differs from the folder that lies by is all that each other one lays.
    assert laid == [
        ["c.html", "index.html", "index.html"],
        ["c.html", "index.html", "index.html"],
        ["e.html", "index.html"],
        ["a"],
        ["c.html", "index.html"],
        ["c.html", "index.html", "index.html"],
    ]


def test_what_is_made_of_the_others_is_right_each_time(site):
    for number, texts in enumerate((*STEPS, *STEPS)):
        search = {f"search/{number // 2}": f"index {number}", "search/entry": str(number // 3)}
        site.lay(texts, search)
        assert files(site.folder) == expected(texts | search)
    site.lay(FIRST)
    assert files(site.folder) == expected(FIRST)


def test_folders_that_are_left_empty_go(site):
    for texts in (FIRST, FIRST, {"index.html": "one"}):
        site.lay(texts)
    assert sorted(path.name for path in site.folder.rglob("*")) == ["index.html"]


HARMS = {
    "a file came": lambda spare: (spare / "stray.html").write_bytes(b"?"),
    "a file went": lambda spare: (spare / "c.html").unlink(),
    "a folder came": lambda spare: (spare / "a" / "deep").mkdir(),
    "a file leads out": lambda spare: ((spare / "c.html").unlink(), (spare / "c.html").symlink_to(spare.parent)),
    "a file was replaced": lambda spare: ((spare / "new").write_bytes(b"?"), (spare / "new").replace(spare / "c.html")),
    "a folder was swept away": lambda spare: ((spare / "a/b/index.html").unlink(), (spare / "a/b").rmdir()),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_whatever_happens_to_the_spare_folder_does_not_reach_the_site(site, harm):
    for texts in STEPS[:2]:
        site.lay(texts)
    (spare,) = site.spares.iterdir()
    harm(spare)
    site.lay(STEPS[2])
    assert files(site.folder) == expected(STEPS[2])
    assert "all" in site.placed


def test_a_folder_that_another_build_put_there_is_not_taken_for_ones_own(site, tmp_path, monkeypatch):
    for texts in STEPS[:2]:
        site.lay(texts)
    theirs = {"index.html": site.store.keep_object(b"theirs")}

    def overtaken(new: Path, old: Path) -> None:
        monkeypatch.setattr(laying, "take_place", take_place)
        lay_site(old, theirs, site.store, tmp_path / "their spares", None, None)
        take_place(new, old)

    monkeypatch.setattr(laying, "take_place", overtaken)
    assert site.lay(STEPS[2]).spare is None
    assert files(site.folder) == expected(STEPS[2])
    site.lay(STEPS[3])
    assert files(site.folder) == expected(STEPS[3])


def test_what_is_made_of_the_other_files_lies_beside_them(site):
    objects = {"index.html": site.store.keep_object(b"page")}

    def index(folder: Path) -> dict[str, str]:
        assert files(folder) == {"index.html": b"page"}
        return {"search/index": site.store.keep_object(b"index")}

    laid = lay_site(site.folder, objects, site.store, site.spares, None, index)
    assert files(site.folder) == {"index.html": b"page", "search/index": b"index"}
    assert laid.objects.keys() == {"index.html", "search/index"}


def test_a_missing_object_leaves_the_old_site(site):
    site.lay(FIRST)
    with pytest.raises(FileNotFoundError):
        lay_site(site.folder, {"index.html": "0" * 32}, site.store, site.spares, None, None)
    assert files(site.folder) == expected(FIRST)
    assert [path.name for path in site.folder.parent.iterdir() if path.name.startswith(".")] == []


def test_the_folders_of_paths_are_all_that_hold_them():
    assert folders_of(["a/b/c", "a/d", "e"]) == {"", "a", "a/b"}
    assert folders_of([]) == {""}


def test_how_files_lie_tells_every_harm(tmp_path):
    for name in ("index.html", "a/b.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"page")
    found, folders = lies(tmp_path), folder_times(tmp_path, lies(tmp_path))
    assert lies_as(tmp_path, found, folders)
    assert not lies_as(tmp_path, found | {"c.html": (1, 1)}, folders)
    (tmp_path / "a" / "c").mkdir()
    assert not lies_as(tmp_path, found, folders)
    with (tmp_path / "index.html").open("r+b") as file:
        file.write(b"PAGES")
    assert not lies_as(tmp_path, found, folder_times(tmp_path, found))
    assert not lies_as(tmp_path / "nowhere", {}, folder_times(tmp_path / "nowhere", {}) or 1)
