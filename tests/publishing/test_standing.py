"""A site that is built again and again in one process is at each step that of a build from nothing."""

import shutil
from datetime import date
from pathlib import Path

from generator.publishing.build import Request, build
from generator.publishing.standing import standing_site
from tests.website.projects import SMALL, change, copy_of

DAY = date(2026, 11, 20)
PLAN = "plans/gop-y-hien-ke.yml"


def held(folder: Path) -> dict[str, bytes]:
    """Give the files of a site but those of its search, which a standing site leaves alone."""
    found = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return {name: path.read_bytes() for name, path in found if not name.startswith("tim-kiem/")}


def from_nothing(project: Path, folder: Path, day: date = DAY) -> dict[str, bytes]:
    assert build(Request(project, folder / "afresh", day, cache=folder / "other")).report is not None
    return held(folder / "afresh")


def test_every_step_is_that_of_a_build_from_nothing(tmp_path):
    project = copy_of(SMALL, tmp_path)
    plan, site = project / PLAN, tmp_path / "site"
    with standing_site(Request(project, site, DAY, cache=tmp_path / "cache")) as standing:
        standing.build(DAY)
        (site / "tim-kiem").mkdir()
        (site / "tim-kiem/pagefind.js").write_bytes(b"search")
        change(plan, "vi: Góp ý hiến kế", "vi: Tên hoàn toàn mới")
        standing.build(DAY)
        assert held(site) == from_nothing(project, tmp_path)
        change(plan, "status: issued", "status: isued")
        assert standing.build(DAY).report is None
        assert held(site) == held(tmp_path / "afresh")
        change(plan, "status: isued", "status: issued")
        change(project / "plans/agencies.yml", "vi: ", "vi: Cơ quan ")
        standing.build(date(2024, 3, 1))
        assert held(site) == from_nothing(project, tmp_path, date(2024, 3, 1))
    assert (site / "tim-kiem/pagefind.js").read_bytes() == b"search"


def test_another_process_goes_on_with_the_folder_as_it_lies(tmp_path):
    project = copy_of(SMALL, tmp_path)
    request = Request(project, tmp_path / "site", DAY, cache=tmp_path / "cache")
    with standing_site(request) as standing:
        standing.build(DAY)
    (request.output / "tim-kiem").mkdir()
    (request.output / "tim-kiem/pagefind.js").write_bytes(b"search")
    (request.output / "left.html").write_bytes(b"left by a builder that was killed")
    with standing_site(request) as standing:
        standing.build(DAY)
    assert held(request.output) == from_nothing(project, tmp_path)
    assert (request.output / "tim-kiem/pagefind.js").exists()


def test_a_cache_or_a_folder_that_is_thrown_away_meanwhile_is_made_anew(tmp_path):
    project = copy_of(SMALL, tmp_path)
    request = Request(project, tmp_path / "site", DAY, cache=tmp_path / "cache")
    with standing_site(request) as standing:
        standing.build(DAY)
        shutil.rmtree(request.output)
        standing.build(DAY)
        assert held(request.output) == from_nothing(project, tmp_path)
        shutil.rmtree(tmp_path / "cache")
        shutil.rmtree(request.output)
        standing.build(DAY)
        assert held(request.output) == held(tmp_path / "afresh")
