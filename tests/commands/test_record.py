"""plansite record: adds what is public, changes nothing else, and check then holds the site to it."""

import re

import pytest

from generator.reading.project import read_project
from tests.website.projects import ROOT, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
STREETS = "gop-y-duong-pho"


@pytest.fixture
def project(tmp_path):
    return copy_of(CODES, tmp_path)


def record(project, *options):
    done = run("--project", project, "record", "--as-of", "2026-04-20", *options)
    assert done.exit_code == 0, done.output
    return done.output


def text_of(project):
    return (project / "plans/published.yml").read_text(encoding="utf-8")


def problems(project):
    return [(p.code, p.location.file, dict(p.values)) for p in read_project(project).problems if p.severity == "error"]


def test_everything_public_is_on_record_and_the_record_has_no_errors(project):
    output = record(project)
    assert "4 kế hoạch" in output
    made = read_project(project).project.published
    assert {entry.id for entry in made.plans} == {STREETS, "gop-y-cay-xanh", "gop-y-cho-dem", "gop-y-xe-buyt"}
    assert len(made.codes) == 7
    assert {entry.code for entry in made.codes} <= set(re.findall(r"[0-9A-Z]{6}", output))
    assert problems(project) == []


def test_what_is_printed_says_when_and_where(project):
    record(project)
    printed = {e.placement: e.printed for e in read_project(project).project.published.codes if e.printed}
    assert set(printed) == {"cong-vien", "nha-van-hoa"}
    assert printed["cong-vien"].where == "Cổng công viên"
    assert printed["cong-vien"].on.isoformat() == "2026-02-20"


def test_staff_can_say_what_was_printed(project):
    record(project)
    output = record(project, "--printed", f"{STREETS}/to-roi", "--printed-on", "2026-03-02")
    assert "2026-03-02" in output
    (entry,) = [e for e in read_project(project).project.published.codes if e.placement == "to-roi"]
    assert entry.printed.on.isoformat() == "2026-03-02"


def test_an_unknown_placement_is_told_and_nothing_is_written(project):
    done = run("--project", project, "record", "--printed", "khong-co")
    assert done.exit_code == 2
    assert "khong-co" in done.output
    assert not (project / "plans/published.yml").exists()


def test_recording_twice_writes_nothing_new(project):
    record(project)
    before = text_of(project)
    assert "Không có gì mới" in record(project)
    assert text_of(project) == before


def test_comments_and_order_of_the_record_stay(project):
    record(project)
    file = project / "plans/published.yml"
    lines = text_of(project).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("codes:"))
    lines[at:at] = ["# Ghi chú của người biên tập"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    kept = text_of(project)
    new = "\n  - {id: ga, where: Nhà ga, medium: poster}\n"
    change(project / f"plans/{STREETS}.yml", "\n  - {id: to-roi", new + "  - {id: to-roi")
    record(project)
    lines = iter(text_of(project).splitlines())
    assert all(line in lines for line in kept.splitlines()), "a line was lost or moved"
    assert text_of(project).count("placement: ga") == 1


def test_a_project_with_errors_is_not_recorded(project):
    change(project / f"plans/{STREETS}.yml", "medium: banner", "medium: bang-ron")
    done = run("--project", project, "record")
    assert done.exit_code == 1
    assert not (project / "plans/published.yml").exists()


LOSSES = {
    "the plan is gone": (
        lambda p: (p / f"plans/{STREETS}.yml").unlink(),
        {"published_plan_lost", "published_code_lost"},
    ),
    "the plan is renamed": (
        lambda p: change(p / f"plans/{STREETS}.yml", f"id: {STREETS}", "id: duong-pho"),
        {"published_plan_lost", "published_code_lost"},
    ),
    "the plan is a draft again": (
        lambda p: change(p / f"plans/{STREETS}.yml", "status: issued", "status: draft"),
        {"published_plan_hidden"},
    ),
    "a placement is renamed": (
        lambda p: change(p / f"plans/{STREETS}.yml", "id: cong-vien", "id: cong"),
        {"published_placement_lost"},
    ),
    "a code is another's": (
        lambda p: change(
            p / "plans/gop-y-cho-dem.yml", "id: gop-y-cho-dem", f"id: gop-y-cho-dem\ncode: {code_of(p, 'cong-vien')}"
        ),
        {"published_code_changed", "code_twice"},
    ),
    "the domain is another": (
        lambda p: change(p / "site_config.yml", "ma.example", "moi.example"),
        {"published_base_moved"},
    ),
    "a body is gone": (
        lambda p: change(p / "plans/agencies.yml", "{id: bo-chinh-tri,", "{id: bo-chinh-tri-tw,"),
        {"published_agency_lost"},
    ),
}


def code_of(project, placement):
    return next(e.code for e in read_project(project).project.published.codes if e.placement == placement)


@pytest.mark.parametrize("loss", LOSSES)
def test_a_loss_is_an_error_at_the_entry_and_nothing_is_built(project, loss):
    record(project)
    lose, codes = LOSSES[loss]
    lose(project)
    found = problems(project)
    assert codes <= {code for code, _, _ in found}
    assert all(file == "plans/published.yml" for code, file, _ in found if code.startswith("published_"))
    for language in ("vi", "en"):
        done = run("--project", project, "check", language=language)
        assert done.exit_code == 1
        assert "plans/published.yml:" in done.output
    built = run("--project", project, "build", "--output", project.parent / "site")
    assert built.exit_code == 1
    assert not (project.parent / "site").exists()


def test_what_the_messages_ask_for_mends_the_losses(project):
    record(project)
    plan = project / f"plans/{STREETS}.yml"
    change(plan, f"id: {STREETS}", f"id: duong-pho\nformer_ids: [{STREETS}]")
    change(plan, "id: cong-vien", "id: cong\n    former_ids: [cong-vien]")
    for other in ("gop-y-cay-xanh", "gop-y-xe-buyt"):
        change(project / f"plans/{other}.yml", f"into: {STREETS}", "into: duong-pho")
    change(project / "site_config.yml", "ma.example", "moi.example")
    move = "moves:\n  - {old: https://ma.example/, new: https://moi.example/, since: 2026-04-21}\n"
    (project / "plans/published.yml").write_text(text_of(project) + move, encoding="utf-8")
    assert problems(project) == []


def test_a_broken_record_is_told_and_not_overwritten(project):
    (project / "plans/published.yml").write_text("schema: 1\nplans: [\n", encoding="utf-8")
    assert run("--project", project, "record").exit_code == 1
    assert text_of(project) == "schema: 1\nplans: [\n"
