"""What is wrong with kinds of notice and with what plans ask for: always at its line, never an empty gap."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from generator.commands.problems import sentence
from generator.domain.problem import Problem, Severity
from generator.layout import layout_files, layouts, measures
from generator.reading.project import read_project
from generator.reading.rules.secrecy import is_mark
from generator.wording import load_strings

ROOT = Path(__file__).resolve().parents[2]
PLAN = "plans/gop-y-hien-ke.yml"
KIND = "content/notices/moi-gop-y.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small project with the kinds of notice that come with the program."""
    shutil.copytree(ROOT / "tests/sites/valid-small", tmp_path / "site")
    shutil.copytree(ROOT / "content/notices", tmp_path / "site/content/notices")
    return tmp_path / "site"


def add(site: Path, text: str, file: str = PLAN) -> int:
    """Add lines to a file and give the number of the first of them."""
    before = (site / file).read_text("utf-8")
    (site / file).write_text(before + text, "utf-8")
    return before.count("\n") + 1


def change(site: Path, old: str, new: str, file: str = KIND) -> None:
    text = (site / file).read_text("utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new, 1), "utf-8")


def errors(site: Path) -> list[Problem]:
    found = [problem for problem in read_project(site).problems if problem.severity is Severity.ERROR]
    for language in ("vi", "en"):
        assert all(sentence(problem, load_strings(language)) for problem in found)
    return found


def only(site: Path) -> Problem:
    found = errors(site)
    assert len(found) == 1, found
    return found[0]


def value(problem: Problem, name: str) -> str:
    return dict(problem.values)[name]


def test_the_kinds_that_come_with_the_program_fit_every_plan(site):
    assert errors(site) == []
    assert [p.code for p in read_project(ROOT).problems if p.severity is Severity.ERROR] == []


def test_a_project_without_kinds_has_no_notices(site):
    shutil.rmtree(site / "content/notices")
    assert errors(site) == []


def test_a_placeholder_without_a_value_is_a_problem_at_its_line(site):
    change(site, "Ý kiến do {receiver} tiếp nhận.", "Ý kiến do {receiver}\n        tại {hotline} tiếp nhận.")
    change(site, "  - when: receiver\n    text:", "  - text:")
    problems = errors(site)
    assert {problem.code for problem in problems} == {"notice_fact_missing"}
    assert {value(problem, "text") for problem in problems} == {"receiver", "hotline"}
    for problem in problems:
        line = (site / KIND).read_text("utf-8").splitlines()[problem.location.line - 1]
        assert problem.location.file == KIND
        assert "{" + value(problem, "text") + "}" in line


def test_a_placeholder_of_a_plan_s_own_wording_is_a_problem_in_the_plan(site):
    first = add(site, "notices:\n  - id: moi-gop-y\n    kind: moi-gop-y\n    subject: Về số {hotline}\n")
    problem = only(site)
    assert (problem.code, problem.location.file, problem.location.line) == ("notice_fact_missing", PLAN, first + 3)


def test_a_misspelt_placeholder_comes_with_the_right_one(site):
    change(site, "{feedback_window}", "{feedback_windw}")
    problem = only(site)
    assert problem.code == "notice_fact_unknown_near"
    assert "feedback_window" in value(problem, "near")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("  - {id: a, kind: moi-gop}\n", "notice_kind_unknown_near"),
        ("  - {id: a, kind: xyz}\n", "notice_kind_unknown"),
        ("  - {id: a, kind: moi-du, event: le}\n", "reference_unknown"),
        ("  - {id: a, kind: nhac-han}\n", "notice_item_missing"),
        ("  - {id: a, kind: nhac-han, item: khong-co}\n", "reference_unknown"),
        ("  - {id: a, kind: moi-gop-y, subject: 'Về {plan_title'}\n", "notice_brace"),
        ("  - {id: a, kind: moi-gop-y, body: [{list: kenh}]}\n", "notice_list_unknown"),
        ("  - {id: a, kind: moi-gop-y, body: [{when: gio, text: x}]}\n", "notice_fact_unknown"),
    ],
)
def test_what_a_plan_asks_for_must_be_there(site, line, code):
    first = add(site, "notices:\n" + line)
    found = [problem for problem in errors(site) if problem.code == code]
    assert [(p.location.file, p.location.line) for p in found] == [(PLAN, first + 1)]


def test_a_notice_whose_kind_needs_facts_is_refused_without_them(site):
    add(site, "notices:\n  - {id: ket-qua, kind: ket-qua}\n")
    found = [problem for problem in errors(site) if problem.code == "notice_needs"]
    assert [value(problem, "facts") for problem in found] == ["results"]


def test_a_plan_may_give_the_facts_of_a_notice_itself(site):
    add(site, "notices:\n  - {id: ket-qua, kind: ket-qua, values: {results: Có 12 ý tưởng.}}\n")
    assert errors(site) == []


def test_a_new_kind_is_one_file(site):
    (site / "content/notices/loi-cam-on.yml").write_text(
        "schema: 1\nname: Lời cảm ơn\noffer: always\nneeds: channels\nsubject: Về lời cảm ơn\n"
        "body:\n  - text: 'Xin cảm ơn. {page}'\nscript: {key: Xin cảm ơn.}\n",
        "utf-8",
    )
    result = read_project(site)
    assert result.project is not None
    assert "loi-cam-on" in {kind.id for kind in result.project.notice_kinds}


@pytest.mark.parametrize("name", ["Mời họp.yml", "moi.yml"])
def test_a_kind_that_is_wrong_is_a_problem_of_its_file(site, name):
    """One has a name that cannot be an id, the other lacks nearly everything."""
    (site / "content/notices" / name).write_text("schema: 1\n", "utf-8")
    found = errors(site)
    assert {problem.location.file for problem in found} == {f"content/notices/{name}"}


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "LƯU HÀNH NỘI BỘ", "Độ mật: Mật"])
@pytest.mark.parametrize("form", ["secrecy: '{}'\n", "summary2: |\n  Nội dung\n  {}\n", "notices:\n  - '{}'\n"])
def test_a_document_with_a_mark_of_secrecy_is_refused(site, mark, form):
    add(site, form.format(mark))
    assert "secret_document" in {problem.code for problem in errors(site)}


@pytest.mark.parametrize(
    "text",
    ["Nghị định về bảo vệ bí mật nhà nước", "Không đưa tài liệu mật lên trang", "văn bản lưu hành nội bộ của cơ quan",
     "mật ong", "Mật"[:1]],
)  # fmt: skip
def test_a_text_that_speaks_of_secrecy_is_fine(text):
    assert not is_mark(text)


def test_every_size_of_every_layout_lies_in_its_range_and_has_its_status():
    for file in layout_files():
        found = measures(file)
        assert len(found) >= 20
        for name, size in found.items():
            assert size.least <= size.used <= size.most, (file.name, name)
            assert size.status in ("C", "C2", "M"), (file.name, name)


def test_only_the_rule_that_was_read_counts_as_confirmed():
    """The type sizes of both Party guidelines were never read in the original."""
    by_name = {file.stem: measures(file) for file in layout_files()}
    assert {size.status for size in by_name["state-nd-30-2020"].values()} == {"C"}
    for name in ("party-36-hd-vptw", "party-05-hd-vptw"):
        sizes = {key: size.status for key, size in by_name[name].items() if key.startswith("text.")}
        assert "C" not in sizes.values()


def test_the_ranges_of_a_branch_s_layouts_do_not_overlap():
    for branch in ("state", "party"):
        own = [layout for layout in layouts() if layout.branch == branch]
        for earlier, later in pairwise(own):
            assert earlier.until is not None
            assert (later.since - earlier.until).days == 1
        assert own[-1].until is None
