"""Whole projects: what is right is read, what does not agree between files is told."""

import shutil
from pathlib import Path

import pytest

from generator.domain.problem import Severity
from generator.reading.files import AGENCIES, DOCUMENTS, SETTINGS
from generator.reading.project import read_project

SITES = Path(__file__).parent.parent / "sites"
TAN_AN, LONG_KHANH = "plans/gop-y-hien-ke.yml", "plans/le-ra-mat.yaml"
TAN_AN_ID, LONG_KHANH_ID = "tan-an-gop-y-hien-ke", "long-khanh-chinh-quyen-than-thien"


@pytest.fixture
def site(tmp_path):
    return Path(shutil.copytree(SITES / "valid-small", tmp_path / "site"))


def change(site, file, old, new):
    path = site / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(site):
    return [(p.code, p.location.file, p.location.line) for p in read_project(site).problems]


def line_of(site, file, text):
    lines = (site / file).read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if text in line)


def test_a_right_site_is_read_whole():
    result = read_project(SITES / "valid-small")
    assert result.problems == ()
    project = result.project
    assert [plan.id for plan in project.plans] == [
        "tan-an-gop-y-hien-ke",
        "long-khanh-chinh-quyen-than-thien",
    ]
    assert [(page.language, page.slug, page.title) for page in project.content] == [
        ("vi", "gioi-thieu", "Kế hoạch của thành phố"),
        ("vi", "tro-giup", "Trợ giúp"),
        ("en", "gioi-thieu", "Plans of the city"),
    ]
    assert [file.path for file in project.files] == ["quy-che.txt"]
    assert list(project.registry.documents) == ["nq-35-tu-long-an", "nq-44-tu-tan-an"]


def test_words_of_a_plan_get_their_meaning_from_its_place_and_validity():
    plan = read_project(SITES / "valid-small").project.plans[0]
    roles = plan.tasks[0].roles
    assert [body.agency for body in roles.coordinate] == ["ubnd-tan-an", "mttq-tan-an"]
    assert [body.text for body in roles.coordinate] == ["UBND TP. Tân An", "UB.MTTQ Thành phố"]
    assert plan.summary_only is True
    assert str(plan.tasks[0].time[0].end) == "2023-03-31"


def test_an_empty_folder_says_what_to_create(tmp_path):
    assert found(tmp_path) == [
        ("folder_missing", "content/vi", 1),
        ("folder_missing", "plans", 1),
        ("file_missing", "plans/agencies.yml", 1),
        ("file_missing", "plans/documents.yml", 1),
        ("file_missing", "site_config.yml", 1),
    ]


def test_a_project_with_an_error_is_not_given_out(site):
    change(site, TAN_AN, "kind: campaign", "kind: xyz")
    result = read_project(site)
    assert result.project is None
    assert [p.code for p in result.problems] == ["choice"]


def test_a_project_with_warnings_is(site):
    change(site, TAN_AN, "time: Trong quý I/2023", "time: xyz")
    result = read_project(site)
    assert [(p.code, p.severity) for p in result.problems] == [("time_unknown", Severity.WARNING)]
    assert len(result.project.plans) == 2


def test_problems_of_all_files_come_together_in_order(site):
    change(site, LONG_KHANH, "kind: ceremony", "kin: ceremony")
    change(site, TAN_AN, "kind: campaign", "kin: campaign")
    change(site, "plans/agencies.yml", "level: ward", "level: wardd")
    change(site, "site_config.yml", "demo: true", "demo: maybe")
    assert [code for code, _, _ in found(site)] == [
        "choice_near",
        "unknown_key_near",
        "unknown_key_near",
        "yes_no_wanted",
    ]


CROSS = {
    "two plans with one id": (LONG_KHANH, LONG_KHANH_ID, TAN_AN_ID, "plan_id_twice"),
    "a former id in use": (
        TAN_AN,
        "former_ids: tan-an-gop-y",
        f"former_ids: {LONG_KHANH_ID}",
        "former_id_in_use",
    ),
    "a plan's own id as a former id": (
        TAN_AN,
        "former_ids: tan-an-gop-y",
        f"former_ids: {TAN_AN_ID}",
        "former_id_in_use",
    ),
    "an attached file that is not there": (
        TAN_AN,
        "file: quy-che.txt",
        "file: xyz.pdf",
        "attached_file_missing",
    ),
    "an attached file misspelt": (
        TAN_AN,
        "file: quy-che.txt",
        "file: quyche.txt",
        "attached_file_near",
    ),
    "an attached file outside its folder": (
        TAN_AN,
        "file: quy-che.txt",
        "file: ../../../site_config.yml",
        "attached_file_outside",
    ),
    "another file than was summed": (TAN_AN, "sha256: ", "sha256: 0", "checksum_differs"),
    "a parent that is no body": (
        AGENCIES,
        "parent: thanh-uy-tan-an",
        "parent: thanh-uy-tan-ann",
        "reference_unknown_near",
    ),
    "a place that is none": (AGENCIES, "place: tinh-long-an", "place: xyz", "reference_unknown"),
    "a successor without an entry": (
        AGENCIES,
        "successors: [{id: phuong-long-an}]",
        "successors: [{id: xyz}]",
        "reference_unknown",
    ),
    "a place above itself": (
        AGENCIES,
        "title: tỉnh Đồng Nai",
        "title: tỉnh Đồng Nai, parent: thanh-pho-long-khanh",
        "parent_circle",
    ),
    "a body twice": (AGENCIES, "  - {id: thanh-uy-tan-an,", "  - {id: bo-chinh-tri,", "id_twice"),
    "a document that implements none": (
        DOCUMENTS,
        "implements: nq-35-tu-long-an",
        "implements: xyz",
        "document_unknown",
    ),
    "an address without its scheme": (
        SETTINGS,
        "https://ke-hoach.example",
        "ke-hoach.example",
        "site_address",
    ),
    "a colour by name": (SETTINGS, "demo: true", "accent: đỏ", "bad_colour"),
    "a language by name": (
        SETTINGS,
        "languages: [vi, en]",
        "languages: [vi, english]",
        "language_code",
    ),
    "a language without words": (SETTINGS, "languages: [vi, en]", "languages: [vi, qq]", "language_unknown"),
    "Vietnamese not first": (SETTINGS, "languages: [vi, en]", "languages: [en, vi]", "vietnamese_not_first"),
    "a language twice": (SETTINGS, "languages: [vi, en]", "languages: [vi, vi]", "language_twice"),
    "an address that runs a script": (SETTINGS, "demo: true", "error_report: javascript:1", "unsafe_link"),
    "a page without a title": (
        "content/vi/gioi-thieu.md",
        "# Kế hoạch của thành phố",
        "Kế hoạch",
        "page_title_missing",
    ),
    "a page with an unknown key at its head": (
        "content/vi/tro-giup/index.md",
        "title: Trợ giúp",
        "title: Trợ giúp\ntitel: a",
        "unknown_key_near",
    ),
}


@pytest.mark.parametrize("name", CROSS)
def test_what_does_not_agree_is_told(site, name):
    file, old, new, code = CROSS[name]
    change(site, file, old, new)
    codes = [c for c, _, _ in found(site)]
    assert code in codes
    if name != "a body twice":  # the other body is then missing, too
        assert set(codes) == {code}


@pytest.mark.parametrize(
    "name", ["two plans with one id", "another file than was summed", "a successor without an entry"]
)
def test_it_is_told_at_its_own_line(site, name):
    file, old, new, code = CROSS[name]
    change(site, file, old, new)
    assert (code, file, line_of(site, file, new)) in found(site)


def test_one_document_under_two_ids_is_told(site):
    path = site / DOCUMENTS
    text = path.read_text(encoding="utf-8")
    again = text[text.index("  - id: nq-44") :].replace("nq-44-tu-tan-an", "nghi-quyet-44")
    path.write_text(text + again, encoding="utf-8")
    assert found(site) == [("document_twice", DOCUMENTS, line_of(site, DOCUMENTS, "nghi-quyet-44"))]


def test_a_broken_registry_does_not_make_every_plan_look_wrong(site):
    (site / "plans/agencies.yml").write_text("schema: 1\nplaces: [\n", encoding="utf-8")
    assert {file for _, file, _ in found(site)} == {"plans/agencies.yml"}


def test_one_wrong_key_of_a_body_does_not_hide_the_body(site):
    change(
        site,
        "plans/agencies.yml",
        "name: Ban Tuyên giáo Thành ủy, branch: party",
        "name: Ban Tuyên giáo Thành ủy, branch: party, valid_until: 2025-02",
    )
    assert [code for code, _, _ in found(site)] == ["day_type"]


def test_a_page_whose_name_is_no_address_is_told_the_right_one(site):
    (site / "content/vi/Giới thiệu.md").write_text("# A\n", encoding="utf-8")
    problem = read_project(site).problems[0]
    assert (problem.code, dict(problem.values)["near"]) == ("page_name", "gioi-thieu")


@pytest.mark.parametrize("name", ["index.md", "lich.md", "Q.md", "en/a.md", "ke-hoach/a.md", "404.md"])
def test_a_page_cannot_take_an_address_of_the_program(site, name):
    path = site / "content/vi" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# A\n", encoding="utf-8")
    assert {code for code, _, _ in found(site)} <= {"page_reserved", "page_name"}
    assert found(site) != []


NOT_READ = {
    "plans/gop-y.yml.txt": ("file_ending", "gop-y.yml"),
    "plans/gop-y.txt": ("file_ending", "gop-y.yml"),
    "plans/gop-y.YML": ("file_ending", "gop-y.yml"),
    "plans/Kế hoạch.docx": ("file_ending", "Kế hoạch.yml"),
    "plans/gop-y": ("file_ending", "gop-y.yml"),
    "plans/2026/gop-y.yml": ("file_in_folder", "gop-y.yml"),
    "content/notices/moi.yml.txt": ("file_ending", "moi.yml"),
    "content/vi/lien-he.MD": ("file_ending", "lien-he.md"),
    "content/vi/tro-giup/a.docx": ("file_ending", "a.md"),
}


@pytest.mark.parametrize("file", NOT_READ)
def test_a_file_whose_name_keeps_it_from_being_read_is_told(site, file):
    (site / file).parent.mkdir(parents=True, exist_ok=True)
    (site / file).write_text("schema: 1\n", encoding="utf-8")
    (told,) = read_project(site).problems
    assert (told.code, dict(told.values)["near"]) == NOT_READ[file]
    assert (told.location.file, told.severity) == (file, Severity.WARNING)


BESIDE = ["plans/README.md", "plans/.a.yml.swp", "plans/a.yml~", "plans/~$a.yml", "plans/a.yml.bak"]


@pytest.mark.parametrize("file", BESIDE)
def test_what_editors_and_maintainers_keep_beside_the_data_is_nobody_s_mistake(site, file):
    (site / file).write_text("schema: 1\n", encoding="utf-8")
    assert read_project(site).problems == ()


def test_two_pages_cannot_have_one_address(site):
    (site / "content/vi/tro-giup.md").write_text("# A\n", encoding="utf-8")
    assert found(site) == [("page_twice", "content/vi/tro-giup/index.md", 1)]


def test_attached_files_of_one_name_are_told(site):
    (site / "content/files/cu").mkdir()
    (site / "content/files/cu/quy-che.txt").write_text("a", encoding="utf-8")
    change(site, TAN_AN, "attachments:", "attachments:\n  - {id: b, name: B, kind: rules, file: cu/quy-che.txt}")
    assert [code for code, _, _ in found(site)] == ["attached_name_twice"]


def test_lines_of_front_matter_count_as_in_the_file(site):
    change(site, "content/vi/tro-giup/index.md", "description:", "desciption:")
    assert found(site) == [("unknown_key_near", "content/vi/tro-giup/index.md", 3)]


def test_a_heading_inside_a_code_block_is_no_title(site):
    (site / "content/vi/gioi-thieu.md").write_text("```\n# x\n```\n", encoding="utf-8")
    assert found(site) == [("page_title_missing", "content/vi/gioi-thieu.md", 1)]


def test_a_folder_in_the_place_of_a_file_is_a_problem(site):
    (site / TAN_AN).unlink()
    (site / TAN_AN).mkdir()
    assert ("file_unreadable", TAN_AN, 1) in found(site)


def test_the_record_of_what_was_published_is_no_plan(site):
    (site / "plans/published.yml").write_text("schema: 1\n", encoding="utf-8")
    assert found(site) == []


@pytest.mark.parametrize("name", sorted(p.name for p in SITES.iterdir() if p.name.startswith("invalid-")))
def test_a_site_that_is_wrong_tells_what_its_own_list_says(name):
    wanted = (SITES / name / "problems.txt").read_text(encoding="utf-8").splitlines()
    problems = read_project(SITES / name).problems
    assert [f"{p.location.file}:{p.location.line}:{p.location.column} {p.code}" for p in problems] == wanted


def test_the_real_registries_read_without_errors():
    problems = read_project(SITES.parent.parent).problems
    assert [p for p in problems if p.location.file in ("plans/agencies.yml", "plans/documents.yml")] == []
