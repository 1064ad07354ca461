"""The open data: whole, described, accepted by an independent validator, and no more than what the pages show."""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.agency import Contact
from generator.domain.document import DocumentStatus
from generator.domain.project import Project
from generator.domain.published import Published, PublishedPlan, Removed
from generator.domain.site import KNOWN_LICENCES, DataLicence, Licence
from generator.domain.text import Words
from generator.outputs import open_data
from generator.outputs.job import Job
from generator.pieces import Pieces
from generator.reading.project import read_project
from generator.views.open_data.files import licence_of
from generator.views.open_data.tables import CHOICES, TABLES
from generator.views.open_data.text import csv_lines, harmless
from generator.views.site import SiteView, site_view

ROOT = Path(__file__).parents[2]
SITES = ROOT / "tests/sites"
DAY = date(2026, 11, 20)
ADDRESS = "https://ke-hoach.example/"


@cache
def project(root: Path = ROOT) -> Project:
    found = read_project(root)
    assert found.project is not None
    return found.project


def files(site: SiteView) -> dict[str, bytes]:
    """Give every file under /du-lieu/, by its name there."""
    jobs = [*shared_jobs(site)]
    jobs += [job for plan_id in site.default.index.titles for job in open_data.plan_jobs(site, plan_id)]
    made = {job.path.removeprefix("du-lieu/"): job.make() for job in jobs if not job.path.endswith(".html")}
    whole = {path: b"".join(one.chunks()) if isinstance(one, Pieces) else one for path, one in made.items()}
    return {path: content for path, content in whole.items() if isinstance(content, bytes)}


def shared_jobs(site: SiteView) -> Iterator[Job]:
    """Give the jobs of everything that is of no single plan."""
    return (job for key in open_data.keys(site) for job in open_data.jobs(site, key))


@cache
def real() -> dict[str, bytes]:
    return files(site_view(project(), DAY))


def rows(found: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(found[name].decode(), newline="")))


@pytest.mark.parametrize("name", ["", "tests/sites/with-results", "tests/sites/codes", "tests/sites/valid-small"])
def test_frictionless_accepts_the_package(tmp_path, name):
    for path, content in files(site_view(project(ROOT / name), DAY)).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == len(TABLES) + 1


def test_frictionless_finds_a_body_that_is_not_there(tmp_path):
    for path, content in real().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(
            content.replace(b"ubnd-long-khanh", b"ubnd-long-khanx") if "vai-tro" in path else content
        )
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_a_closed_list_names_columns_that_are_there():
    columns = {(table.name, column.name) for table in TABLES for column in table.columns}
    assert set(CHOICES) <= columns
    fields = [
        field
        for one in json.loads(real()["datapackage.json"])["resources"]
        for field in one.get("schema", {}).get("fields", ())
    ]
    assert sum("constraints" in field for field in fields) == len(CHOICES)


def test_every_plan_task_target_time_and_role_has_its_row():
    found = real()
    plans = project().plans
    assert {row["id"] for row in rows(found, "ke-hoach.csv")} == {plan.id for plan in plans}
    for file, items in (("nhiem-vu.csv", "tasks"), ("chi-tieu.csv", "targets"), ("su-kien.csv", "events")):
        stated = {(plan.id, item.id) for plan in plans for item in getattr(plan, items)}
        assert {(row["plan"], row["id"]) for row in rows(found, file)} == stated
    assert len(rows(found, "chi-so.csv")) == sum(len(target.metrics) for plan in plans for target in plan.targets)
    assert {row["id"] for row in rows(found, "co-quan.csv")} == set(project().registry.agencies)


def test_a_time_has_its_words_and_its_meaning():
    found = {row["words_vi"]: row for row in rows(real(), "thoi-gian.csv")}
    before = found["trước tháng 4/2025"]
    assert (before["op"], before["words_en"]) == ("before", "before April 2025 (by 31 March 2025)")
    assert (before["end"], before["past_from"], before["precision"]) == ("2025-04-01", "2025-04-01", "month")
    quarter = found["Trong quý I/2023"]
    assert (quarter["start"], quarter["end"], quarter["precision"]) == ("2023-01-01", "2023-03-31", "quarter")
    every_year = found["Trước 31/3 hàng năm"]
    assert (every_year["recurrence"], every_year["recurring_days"]) == ("P1Y", "month=3,day=31")
    assert {row["tentative"] for row in found.values()} == {"true", "false"}


def test_a_time_of_a_role_block_stands_at_every_item_that_it_covers():
    plan = next(plan for plan in project().plans if any(block.time for block in plan.role_blocks))
    block = next(block for block in plan.role_blocks if block.time)
    found = rows(real(), "thoi-gian.csv")
    at = f"role_blocks[{block.id}].time[#1]"
    assert [row["item"] for row in found if (row["plan"], row["at"]) == (plan.id, at)] == list(block.covers)


def test_lines_are_those_of_rfc_4180():
    for path, content in real().items():
        if path.endswith(".csv"):
            text = content.decode("utf-8")
            assert text.endswith("\r\n")
            assert {len(row) for row in csv.reader(io.StringIO(text, newline=""))} == {
                len(text.splitlines()[0].split(","))
            }


def test_every_column_is_explained_in_every_language():
    package = json.loads(real()["datapackage.json"])
    tables = [one for one in package["resources"] if one["format"] == "csv"]
    assert len(tables) == len(TABLES)
    for table in tables:
        assert table["title"] == table["title_vi"] != table["title_en"]
        for field in table["schema"]["fields"]:
            assert field["description"] == field["description_vi"] != field["description_en"]
        head = next(csv.reader([real()[table["path"]].decode().splitlines()[0]]))
        assert head == [field["name"] for field in table["schema"]["fields"]]
        assert table["bytes"] == len(real()[table["path"]])


def test_the_json_of_everything_holds_one_plan_a_line():
    lines = real()["ke-hoach.json"].decode().splitlines()
    plans = [json.loads(line.rstrip(",")) for line in lines[1:-1]]
    assert {plan["id"] for plan in plans} == {plan.id for plan in project().plans}
    for plan in plans:
        alone = json.loads(real()[f"ke-hoach/{plan['id']}.json"])
        assert {key: alone[key] for key in plan} == plan


def addresses(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (found for one in value.values() for found in addresses(one))
    elif isinstance(value, list):
        yield from (found for one in value for found in addresses(one))
    elif isinstance(value, str) and value.startswith(ADDRESS):
        yield value


def test_what_is_hidden_on_the_pages_is_hidden_in_the_data():
    hidden, ahead, *shown = project().plans
    secret = Words(vi="Chuyện chưa công bố")
    changed = (
        replace(hidden, status=DocumentStatus.DRAFT, publish_draft=False, title=secret),
        replace(ahead, publish_from=date(2099, 1, 1), title=secret),
        *shown,
    )
    found = files(site_view(replace(project(), plans=changed, facts=()), DAY))
    for path, content in found.items():
        assert hidden.id not in path
        assert ahead.id not in path
        for word in (hidden.id, ahead.id, secret.vi):
            assert word.encode() not in content, path


def test_a_document_that_only_a_hidden_plan_cites_is_not_told():
    first, *rest = project().plans
    others = {basis.ref for plan in rest for basis in plan.legal_bases}
    only = [basis.ref for basis in first.legal_bases if basis.ref not in others]
    hidden = replace(first, status=DocumentStatus.DRAFT, publish_draft=False)
    found = files(site_view(replace(project(), plans=(hidden, *rest), facts=()), DAY))
    told = {row["id"] for row in rows(found, "van-ban.csv")}
    assert only
    assert len(told & set(only)) < len(only)
    assert others <= told


def test_what_staff_told_the_checker_is_not_published():
    assert any(plan.silence for plan in project().plans)
    reasons = [one.reason for plan in project().plans for one in plan.silence]
    everything = real()["ke-hoach.json"].decode()
    assert [reason for reason in reasons if json.dumps(reason, ensure_ascii=False) in everything] == []


def test_a_body_that_ended_is_not_to_be_reached_any_more():
    registry = project().registry
    called = {key: replace(one, contact=Contact(phone="0272 000 000")) for key, one in registry.agencies.items()}
    site = site_view(replace(project(), registry=replace(registry, agencies=called)), DAY)
    found = files(site)
    for row in rows(found, "co-quan.csv"):
        assert bool(row["phone"]) != called[row["id"]].ended_on(DAY)
    for one in json.loads(found["ke-hoach.json"])["agencies"]:
        assert ("contact" in one) != called[one["id"]].ended_on(DAY)


@pytest.mark.parametrize(("own", "of_content", "expected"), [
    (None, None, None),
    (None, Licence(name=Words(vi="Giấy phép A"), url="https://a.example/"), "Giấy phép A"),
    (DataLicence(id="CC0-1.0", name=Words(vi="CC0"), url="https://b.example/"), Licence(name=Words(vi="A")), "CC0"),
])  # fmt: skip
def test_the_licence_is_the_one_that_the_site_states(own, of_content, expected):
    config = replace(project().config, data_licence=own, licence=of_content)
    site = site_view(replace(project(), config=config), DAY)
    licence = licence_of(site.default)
    assert (str(licence.name) if licence else None) == expected
    found = files(site)
    package = json.loads(found["datapackage.json"])
    assert ("licenses" in package) == (expected is not None)
    assert (json.loads(found["ke-hoach.json"])["licence"] is None) == (expected is None)


def test_the_identifier_of_a_usual_licence_stands_for_it(tmp_path):
    folder = tmp_path / "site"
    shutil.copytree(SITES / "valid-small", folder)
    config = folder / "site_config.yml"
    for identifier, (name, url) in KNOWN_LICENCES.items():
        config.write_text(
            f"{(SITES / 'valid-small/site_config.yml').read_text('utf-8')}\ndata_licence: {identifier.lower()}\n",
            "utf-8",
        )
        found = project.__wrapped__(folder).config.data_licence
        assert (found.id, str(found.name), found.url) == (identifier, name, url)


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", '=HYPERLINK("https://x.example")']
)
def test_no_cell_is_run_by_a_spreadsheet(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Tăng 5%", "-5", "+84 272 000 000", "-0,5", "(1)", "a=b"])
def test_what_does_no_harm_stays_as_it_is(text):
    assert harmless(text) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=5))
def test_any_text_stays_in_its_cell(texts):
    table = next(table for table in TABLES if table.name == "results")
    lines = csv_lines(table, ("vi",), [{"plan": "a", "source": Words(vi=text or "x"), "link": text} for text in texts])
    read = list(csv.reader(io.StringIO(b"".join(lines).decode(), newline="")))
    head = table.head(("vi",))
    assert [row[head.index("link")] for row in read] == [harmless(text) for text in texts]
    assert {len(row) for row in read} == {len(head)}


def test_a_renamed_plan_is_still_found_where_it_was():
    small = project(SITES / "valid-small")
    plan = next(plan for plan in small.plans if plan.former_ids)
    found = files(site_view(small, DAY))
    (old,) = plan.former_ids
    assert found[f"ke-hoach/{old}.json"] == found[f"ke-hoach/{plan.id}.json"]


def test_a_removed_plan_says_so_and_nothing_else():
    first, *rest = project().plans
    gone = PublishedPlan(id=first.id, title=first.short_title, removed=Removed(on=date(2026, 1, 2), into=rest[0].id))
    kept = replace(project(), plans=tuple(rest), facts=(), published=Published(plans=(gone,)))
    (job,) = open_data.gone_jobs(site_view(kept, DAY))
    assert job.path == f"du-lieu/ke-hoach/{first.id}.json"
    said = json.loads(job.make())
    assert said["removed"] == {"on": "2026-01-02", "into": rest[0].id}
    assert "plan" not in said


def test_no_plan_is_opened_for_the_files_of_all():
    site = site_view(project(), DAY)
    assert site.default.shown.holders("data/everything")
    with site.default.index.watch.watching() as seen:
        assert list(shared_jobs(site))
    assert {key for name, key in seen if name in ("plans", "parts")} == set()


def test_addresses_in_the_data_are_those_of_routes():
    found = real()
    plans = json.loads(found["ke-hoach.json"])["plans"]
    told = {address for plan in plans for address in addresses({k: plan[k] for k in ("url", "json")})}
    assert all(
        re.fullmatch(rf"{ADDRESS}(en/)?(ke-hoach/[a-z0-9-]+/|du-lieu/ke-hoach/[a-z0-9-]+\.json)", one) for one in told
    )
