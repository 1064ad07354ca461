"""What a site gives away as open data is read back without loss: the same plans, and of them the same pages."""

import json
import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.domain.naming import NameIndex
from generator.domain.project import Project
from generator.domain.rewriting import rewritten
from generator.domain.target import Metric, Number, Operator
from generator.outputs import open_data
from generator.outputs.registry import all_jobs
from generator.pieces import Pieces
from generator.reading.open_data import NotOurDataError, project_files
from generator.reading.plans import read_plan
from generator.reading.project import read_project
from generator.views.open_data.text import json_text
from generator.views.site import site_view

ROOT = Path(__file__).resolve().parents[2]
SITES = ROOT / "tests/sites"
SMALL = ("with-results", "valid-small", "codes")
DAY = date(2026, 11, 20)


@cache
def project(root: Path = ROOT) -> Project:
    found = read_project(root)
    assert found.project is not None, found.problems
    return found.project


def written(project: Project, name: str) -> bytes:
    """Give a file of the open data of a project."""
    site = site_view(project, DAY)
    plans = (job for plan_id in site.default.index.plans for job in open_data.plan_jobs(site, plan_id))
    shared = (job for key in open_data.keys(site) for job in open_data.jobs(site, key))
    made = next(job.make() for job in (*shared, *plans) if job.path == f"du-lieu/{name}")
    return b"".join(made.chunks()) if isinstance(made, Pieces) else made


def copied(root: Path, folder: Path, data: bytes) -> Project:
    """Give the project in which plans and registries are those of the open data, and the rest is that of `root`."""
    shutil.copytree(root, folder, ignore=lambda at, names: [n for n in names if Path(at) == root and n not in KEPT])
    for file in (folder / "plans").glob("*.y*ml"):
        if file.stem != "published":
            file.unlink()
    for path, content in project_files(data):
        (folder / path).write_bytes(content)
    return project(folder)


KEPT = ("site_config.yml", "content", "plans")


@pytest.mark.parametrize("plan_id", [plan.id for plan in project().plans])
def test_the_file_of_a_plan_reads_as_the_plan(plan_id):
    ((path, content),) = project_files(written(project(), f"ke-hoach/{plan_id}.json"))
    assert path == f"plans/{plan_id}.yml"
    read = read_plan(path, content, NameIndex.of(project().registry))
    plan = next(plan for plan in project().plans if plan.id == plan_id)
    assert read.plan == replace(plan, silence=())
    assert repr(read.plan) == repr(replace(plan, silence=()))


@pytest.mark.parametrize("root", [ROOT, *(SITES / name for name in SMALL)], ids=lambda at: at.name)
def test_the_file_of_everything_makes_the_same_site(tmp_path, root):
    before = project(root)
    after = copied(root, tmp_path / "again", written(before, "ke-hoach.json"))
    assert after.registry.agencies == before.registry.agencies
    assert after.registry.places == before.registry.places
    public = site_view(before, DAY).default.index.plans
    assert {one: replace(plan, silence=()) for one, plan in public.items()} == {one.id: one for one in after.plans}
    old, new = (
        {job.path: job.fingerprint for job in all_jobs(site_view(one, DAY)) if job.path != "du-lieu/van-ban.csv"}
        for one in (before, after)
    )
    assert {path for path in old | new if old.get(path) != new.get(path)} == set()


REMOVED = b'{"format": 1, "id": "ke-hoach", "removed": {"on": "2026-01-02"}}'


def test_what_is_not_our_data_is_refused():
    for data in (b"", b"\xff", b"{", b"[]", b'{"format": 99, "plans": []}', b'{"id": "ke-hoach"}', REMOVED):
        with pytest.raises(NotOurDataError):
            list(project_files(data))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_every_number_is_read_back_with_all_its_places(number):
    said = json.loads(json_text(rewritten(Metric(op=Operator.EQ, value=number))), parse_float=str, parse_int=str)
    assert str(TypeAdapter(Number).validate_python(said["value"])) == f"{number:f}"


@given(st.text())
def test_json_says_the_text_that_it_was_given(text):
    assert json.loads(json_text({"text": text})) == {"text": text}
