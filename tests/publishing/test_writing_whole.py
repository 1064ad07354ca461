"""Whatever stops a build while it writes, the site that is public stays as it was, and nothing is left beside it."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.publishing import writing
from generator.publishing.writing import publish, write_file
from tests.publishing.test_incremental import files, no_search, project, request  # noqa: F401 - fixtures
from tests.website.projects import run

NEW = [("index.html", b"new"), ("a/b.html", b"new"), ("c.html", b"new")]
OLD = {"index.html": b"old", "gone.html": b"old"}
PLENTY, NOBODY = 10**9, 65534


@pytest.fixture
def site(tmp_path) -> Path:
    publish(tmp_path / "site", OLD.items())
    return tmp_path / "site"


@pytest.fixture
def full_disk(monkeypatch):
    """Give a switch: from then on the disk has room for so many files more."""
    left = [PLENTY]

    def limited(real):
        def write(*arguments, **options):
            left[0] -= 1
            if left[0] < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*arguments, **options)

        return write

    def fill(room: int) -> None:
        left[0] = room

    monkeypatch.setattr(Path, "write_bytes", limited(Path.write_bytes))
    monkeypatch.setattr(writing, "lay", limited(writing.lay))
    monkeypatch.setattr(os, "fsync", limited(os.fsync))
    return fill


@contextmanager
def without_privilege() -> Iterator[None]:
    """Let root be nobody for a while, for whom permissions hold; anybody else stays who they are."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("room", range(len(NEW)))
def test_a_disk_that_is_full_at_any_file_leaves_the_old_folder(site, full_disk, room):
    full_disk(room)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        publish(site, NEW)
    assert files(site) == OLD
    assert [one.name for one in site.parent.iterdir()] == ["site"]


def test_a_full_disk_leaves_a_file_as_it_was(tmp_path, full_disk):
    kept = tmp_path / "published.yml"
    kept.write_bytes(b"codes: []\n")
    full_disk(0)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_file(kept, b"codes: [new]\n")
    assert kept.read_bytes() == b"codes: []\n"
    assert [one.name for one in tmp_path.iterdir()] == ["published.yml"]


@pytest.mark.parametrize("room", [0, 1, 7])
def test_a_build_on_a_full_disk_says_so_and_leaves_the_old_site(project, tmp_path, full_disk, room):  # noqa: F811
    output = tmp_path / "site"
    build = ("--project", project, "build", "--output", output, "--as-of", "2024-05-01", "--jobs", "1")
    assert run(*build).exit_code == 0
    before = files(output)
    (project / "content/vi/trang-moi.md").write_text("# Trang mới\n", "utf-8")
    full_disk(room)
    done = run(*build)
    assert done.exit_code == 2
    assert os.strerror(errno.ENOSPC) in done.output
    assert files(output) == before
    full_disk(PLENTY)
    assert run(*build).exit_code == 0
    assert "trang-moi/index.html" in files(output)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of folders are POSIX")
def test_a_folder_that_cannot_be_written_leaves_the_old_site():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        publish(folder / "site", OLD.items())
        folder.chmod(0o555)
        with without_privilege(), pytest.raises(PermissionError):
            publish(folder / "site", NEW)
        with without_privilege(), pytest.raises(PermissionError):
            write_file(folder / "published.yml", b"codes: []")
        folder.chmod(0o755)
        assert files(folder / "site") == OLD
        assert [one.name for one in folder.iterdir()] == ["site"]


def test_a_file_that_stands_where_the_folder_should_be_made_is_left_alone(tmp_path):
    (tmp_path / "taken").write_bytes(b"mine")
    with pytest.raises(OSError, match="taken"):
        publish(tmp_path / "taken" / "site", NEW)
    assert (tmp_path / "taken").read_bytes() == b"mine"
