"""Commands that write the first files: a new site, a new plan, the schemas; and the one that mends old files."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.migrate import migrate_files
from generator.commands.program import program
from generator.commands.settings import Settings
from generator.reading.migrating import Steps
from generator.reading.project import read_project
from generator.reading.schemas import SHAPES, schema_of
from generator.views.site import site_view
from generator.wording import load_strings
from tests.reading.test_schemas import faults
from tests.website.projects import ROOT, SMALL, change, copy_of, run

ANSWERS = {
    "title": "Kế hoạch ra quân",
    "short_title": "Ra quân",
    "summary": "Mọi người cùng làm.",
    "place": "phuong-vi-du",
    "issuer": "UBND",
    "branch": "state",
    "kind": "programme",
    "status": "issued",
    "id": "vi-du-ra-quan",
    "validity": "",
    "feedback": "",
}


def flags(**changed: str) -> list[str]:
    return [part for name, text in (ANSWERS | changed).items() for part in (f"--{name.replace('_', '-')}", text)]


@pytest.fixture
def new_site(tmp_path) -> Path:
    folder = tmp_path / "moi"
    assert run("init", folder).exit_code == 0
    return folder


# --- init


def test_a_new_site_has_neither_errors_nor_warnings_and_builds_at_once(new_site):
    assert read_project(new_site).problems == ()
    done = run("--project", new_site, "build", "--jobs", "1")
    assert done.exit_code == 0
    assert (new_site / "site/ke-hoach/vi-du-gop-y/index.html").is_file()
    assert (new_site / "site/en/gioi-thieu/index.html").is_file()


def test_the_sample_plan_takes_feedback_on_the_day_it_is_made(new_site):
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    project = read_project(new_site).project
    (plan,) = project.plans
    window = plan.feedback.window
    assert window.start <= today <= window.end
    assert plan.takes_feedback
    assert site_view(project, today, False).default.index.plans


def test_nothing_on_the_sample_site_could_be_taken_for_a_real_office(new_site):
    project = read_project(new_site).project
    assert project.config.demo
    assert ".example" in project.config.address
    assert (project.config.contact, project.config.managing_body) == (None, None)
    for agency in project.registry.agencies.values():
        assert "Ví Dụ" in agency.name.vi
        assert agency.contact is None
    assert all("mẫu" in plan.title.vi for plan in project.plans)
    assert all(channel.target is None for plan in project.plans for channel in plan.channels)


def test_a_new_site_offers_the_notices_of_its_plan(new_site):
    page = new_site / "site/ke-hoach/vi-du-gop-y/moi-gop-y"
    assert run("--project", new_site, "build", "--jobs", "1").exit_code == 0
    assert sorted(file.suffix for file in page.iterdir() if file.suffix in (".docx", ".pdf")) == [".docx", ".pdf"]


def test_a_new_site_has_the_kinds_of_notice_of_this_one(new_site):
    """The program carries the kinds, and this site's own are the same, so that there is one wording to mend."""
    ours = {file.name: file.read_text("utf-8") for file in (ROOT / "content/notices").iterdir()}
    line = "# yaml-language-server: $schema=../../.vscode/schemas/notice.json\n"
    given = {file.name: file.read_text("utf-8") for file in (new_site / "content/notices").iterdir()}
    assert given == {name: line + text for name, text in ours.items()}
    assert (new_site / "content/notices/../../.vscode/schemas/notice.json").is_file()


def test_a_folder_that_holds_anything_is_left_alone(tmp_path):
    (tmp_path / "bai.txt").write_text("a", encoding="utf-8")
    assert run("init", tmp_path).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["bai.txt"]


def test_a_folder_with_nothing_but_its_history_is_taken(tmp_path):
    (tmp_path / ".git").mkdir()
    assert run("init", tmp_path).exit_code == 0


def test_the_comments_are_in_the_language_of_messages(tmp_path):
    run("init", tmp_path / "a", language="en")
    assert "does not exist" in (tmp_path / "a/plans/agencies.yml").read_text(encoding="utf-8")


# --- editors


def test_every_new_file_names_its_schema_where_it_is(new_site):
    files = [new_site / "site_config.yml", *sorted((new_site / "plans").glob("*.yml"))]
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        schema = (file.parent / named).resolve()
        assert json.loads(schema.read_text(encoding="utf-8"))["title"] == schema.stem


def test_the_settings_of_editors_name_schemas_that_are_there(new_site):
    named = json.loads((new_site / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert sorted(Path(path).stem for path in named) == sorted(SHAPES)
    assert [path for path in named if not (new_site / path).is_file()] == []


def test_new_files_are_valid_by_their_schemas(new_site):
    run("--project", new_site, "new", *flags())
    for name, file in [("site_config", "site_config.yml"), ("agencies", "plans/agencies.yml")]:
        assert faults(name, (new_site / file).read_text(encoding="utf-8")) == []
    for file in ("plans/vi-du-gop-y.yml", "plans/vi-du-ra-quan.yml"):
        assert faults("plan", (new_site / file).read_text(encoding="utf-8")) == []


def test_schema_writes_what_the_classes_say_and_leaves_settings_alone(tmp_path):
    project = copy_of(SMALL, tmp_path)
    (project / ".vscode").mkdir()
    (project / ".vscode/settings.json").write_text("{}", encoding="utf-8")
    assert run("--project", project, "schema").exit_code == 0
    languages = (load_strings("vi"), load_strings("en"))
    for name in SHAPES:
        written = json.loads((project / f".vscode/schemas/{name}.json").read_text(encoding="utf-8"))
        assert written == schema_of(name, languages)
    assert (project / ".vscode/settings.json").read_text(encoding="utf-8") == "{}"


def test_schema_can_be_written_anywhere(tmp_path):
    assert run("--project", tmp_path, "schema", "--output", tmp_path / "a").exit_code == 0
    assert sorted(path.stem for path in (tmp_path / "a").iterdir()) == sorted(SHAPES)


# --- new


def test_a_new_plan_passes_check(new_site):
    assert run("--project", new_site, "new", *flags()).exit_code == 0
    assert run("--project", new_site, "check").exit_code == 0
    assert (new_site / "plans/vi-du-ra-quan.yml").read_text(encoding="utf-8").count("\n# ") > 10


def test_a_file_that_is_there_is_not_overwritten(new_site):
    (new_site / "plans/vi-du-ra-quan.yml").write_text("# của tôi\n", encoding="utf-8")
    assert run("--project", new_site, "new", *flags()).exit_code == 2
    assert (new_site / "plans/vi-du-ra-quan.yml").read_text(encoding="utf-8") == "# của tôi\n"


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "khong-co"},
        {"issuer": "Sở Không Có"},
        {"id": "Ra Quân"},
        {"id": "vi-du-gop-y"},
        {"kind": "x"},
        {"status": "x"},
        {"branch": "x"},
        {"title": " "},
        {"validity": "từ ngày 31/2/2026"},
        {"feedback": "đến ngày 30/2/2026"},
    ],
    ids=lambda wrong: "{}: {}".format(*next(iter(wrong.items()))),
)
def test_an_answer_that_will_not_do_writes_nothing(new_site, wrong):
    before = sorted(path.name for path in (new_site / "plans").iterdir())
    done = run("--project", new_site, "new", *flags(**wrong))
    assert done.exit_code in (1, 2)
    assert done.stderr.strip()
    assert sorted(path.name for path in (new_site / "plans").iterdir()) == before


def ask(project: Path, *answers: str):
    runner = CliRunner(env={"PLANSITE_LANG": "vi"})
    return runner.invoke(program, ["--project", str(project), "new"], input="\n".join(answers) + "\n")


def test_questions_are_asked_again_until_the_answer_will_do(new_site):
    answers = ["Kế hoạch thử", "Dọn vệ sinh", "Một câu.", "phuong-vi", "phuong-vi-du", "Sở X", "UBND", *[""] * 9]
    done = ask(new_site, *answers)
    assert done.exit_code == 0, done.output
    assert "Gần giống: phuong-vi-du." in done.output
    assert "Chưa có cơ quan “Sở X”" in done.output
    assert (new_site / "plans/vi-du-don-ve-sinh.yml").is_file()


def in_file(project: Path, name: str) -> dict:
    return yaml.safe_load((project / f"plans/{name}.yml").read_text(encoding="utf-8"))


def test_choices_and_places_may_be_answered_by_what_they_are_called(new_site):
    answers = ["Kế hoạch thử", "Dọn vệ sinh", "Một câu.", "Phường Ví dụ", "UBND", "", "Chương trình", "dự thảo"]
    done = ask(new_site, *answers, *[""] * 3)
    assert done.exit_code == 0, done.output
    assert "programme (Chương trình)" in done.output
    plan = in_file(new_site, "vi-du-don-ve-sinh")
    assert (plan["place"], plan["kind"], plan["status"]) == ("phuong-vi-du", "programme", "draft")


def warned(project: Path, name: str) -> list[str]:
    return [p.code for p in read_project(project).problems if p.location.file == f"plans/{name}.yml"]


def test_a_new_draft_has_no_warnings_before_there_is_a_number_and_a_day(new_site):
    done = ask(new_site, "Kế hoạch thử", "Dọn vệ sinh", "Một câu.", "phuong-vi-du", "UBND", "", "", "draft", *[""] * 3)
    assert done.exit_code == 0, done.output
    assert "Ngày ban hành" not in done.output
    assert warned(new_site, "vi-du-don-ve-sinh") == []
    # Once the public sees it, they are asked for.
    change(new_site / "plans/vi-du-don-ve-sinh.yml", "status: draft", "status: issued")
    assert set(warned(new_site, "vi-du-don-ve-sinh")) == {
        "number_missing",
        "issue_date_missing",
        "issue_place_missing",
    }


@pytest.mark.parametrize(
    ("typed", "number", "symbol"),
    [("109-KH/TU", "109", "KH/TU"), ("1416/KH-UBND", "1416", "KH-UBND"), ("07", "07", None), ("12 / KH", "12", "KH")],
)
def test_a_new_issued_plan_has_what_was_answered_and_no_warnings(new_site, typed, number, symbol):
    given = {"number": typed, "issued": "ngày 05 tháng 8 năm 2024", "dateline": "Ví dụ"}
    assert run("--project", new_site, "new", *flags(**given)).exit_code == 0
    document = in_file(new_site, "vi-du-ra-quan")["document"]
    assert (str(document["number"]).zfill(len(number)), document.get("symbol")) == (number, symbol)
    assert warned(new_site, "vi-du-ra-quan") == []


def test_a_day_of_issue_that_no_calendar_has_is_refused(new_site):
    assert run("--project", new_site, "new", *flags(issued="ngày 31 tháng 2 năm 2024")).exit_code == 1
    assert not (new_site / "plans/vi-du-ra-quan.yml").exists()


def test_answers_that_end_too_early_write_nothing(new_site):
    done = ask(new_site, "Kế hoạch thử")
    assert done.exit_code == 2
    assert len(list((new_site / "plans").iterdir())) == 3


def test_a_broken_registry_is_told_first(new_site):
    (new_site / "plans/agencies.yml").write_text("schema: [", encoding="utf-8")
    assert run("--project", new_site, "new", *flags()).exit_code == 2


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(title=WORDS, summary=WORDS)
def test_whatever_is_answered_the_file_passes_check_or_is_not_written(new_site, title, summary):
    file = new_site / "plans/vi-du-ra-quan.yml"
    file.unlink(missing_ok=True)
    done = run("--project", new_site, "new", *(f"--{k.replace('_', '-')}={v}" for k, v in (
        ANSWERS | {"title": title, "summary": summary}).items()))  # fmt: skip
    assert (done.exit_code == 0) == file.exists()
    if file.exists():
        assert run("--project", new_site, "check").exit_code == 0


# --- migrate


def test_files_of_the_present_version_are_left_as_they_are(tmp_path):
    project = copy_of(ROOT, tmp_path)
    before = {path: path.read_bytes() for path in project.rglob("*.yml")}
    done = run("--project", project, "migrate")
    assert done.exit_code == 0
    assert {path: path.read_bytes() for path in project.rglob("*.yml")} == before


def test_a_file_of_the_future_is_told_and_nothing_is_written(tmp_path):
    project = copy_of(SMALL, tmp_path)
    file = project / "plans/agencies.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("schema: 1", "schema: 7"), encoding="utf-8")
    done = run("--project", project, "migrate", language="en")
    assert done.exit_code == 1
    assert "newer than the one that runs" in done.stderr


def _plan_of_old(data):
    """As a change of the format would be: a key with another name, one text become a list."""
    data.insert(list(data).index("tieu_de"), "title", data.pop("tieu_de"))
    data["keywords"] = [word.strip() for word in data.pop("tu_khoa").split(",")]


@pytest.fixture
def old_site(new_site) -> Path:
    """A whole site as it would be had there been a version before the first."""
    for file in [
        new_site / "site_config.yml",
        *sorted(new_site.glob("plans/*.yml")),
        *new_site.glob("content/**/*.yml"),
    ]:
        text = file.read_text(encoding="utf-8").replace("schema: 1", "schema: 0  # phiên bản cũ", 1)
        file.write_text(text, encoding="utf-8")
    change(new_site / "plans/vi-du-gop-y.yml", "\ntitle:", "\ntieu_de:")
    with (new_site / "plans/vi-du-gop-y.yml").open("a", encoding="utf-8") as plan:
        plan.write("\n# từ khóa, cách nhau bằng dấu phẩy\ntu_khoa: góp ý, hiến kế\n")
    return new_site


def bring_up(project: Path, steps: Steps):
    """Run the command with steps of the tests' own, as there is no older version yet."""

    @click.command()
    @click.pass_obj
    def command(settings: Settings) -> None:
        migrate_files(settings, steps)

    return CliRunner().invoke(command, obj=Settings(project, load_strings("vi")))


def test_a_site_of_an_older_version_is_told_to_be_migrated_and_builds_after_it(old_site):
    told = run("--project", old_site, "check").output
    assert "Hãy chạy «plansite migrate» để nâng lên phiên bản 1." in told
    plan = old_site / "plans/vi-du-gop-y.yml"
    remarks = [line for line in plan.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith("#")]

    done = bring_up(old_site, {("plan", 0): _plan_of_old})
    assert done.exit_code == 0, done.output
    assert "plans/vi-du-gop-y.yml: từ phiên bản 0 lên 1." in done.output
    assert "Hãy chạy «plansite check»" in done.output
    text = plan.read_text(encoding="utf-8")
    assert "schema: 1  # phiên bản cũ" in text
    assert [line for line in text.splitlines() if line.lstrip().startswith("#")] == remarks
    assert in_file(old_site, "vi-du-gop-y")["keywords"] == ["góp ý", "hiến kế"]
    assert (old_site / "site_config.yml").read_text(encoding="utf-8").count("schema: 1  # phiên bản cũ") == 1

    assert read_project(old_site).problems == ()
    assert run("--project", old_site, "build", "--jobs", "1").exit_code == 0
    assert "không có gì phải làm" in bring_up(old_site, {}).output


def test_one_file_that_cannot_be_read_keeps_all_as_they_are(old_site):
    (old_site / "plans/agencies.yml").write_text("schema: 0\nplaces: [\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in old_site.rglob("*.yml")}
    done = bring_up(old_site, {("plan", 0): _plan_of_old})
    assert done.exit_code == 1
    assert "plans/agencies.yml:2:9" in done.output
    assert "lên 1." not in done.output
    assert {path: path.read_bytes() for path in old_site.rglob("*.yml")} == before
