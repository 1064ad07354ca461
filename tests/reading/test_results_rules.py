"""What is wrong in published results, updates and answers: each with its place."""

from pathlib import Path

import pytest

from generator.commands.problems import sentence
from generator.reading.files import AGENCIES, DOCUMENTS, read_text
from generator.reading.plans import read_plan
from generator.reading.registries import read_registry
from generator.wording import load_strings

SITE = Path(__file__).parent.parent / "sites/with-results"
HEAD = """\
schema: 1
id: ke-hoach
place: thanh-pho-tan-an
status: issued
title: Kế hoạch
short_title: Kế hoạch
summary: Kế hoạch.
document: {branch: party, issuer: Thành ủy}
tasks:
  - {id: nv-1, text: Làm.}
"""
ONE = "targets:\n  - id: ct-1\n    text: Trên 95%.\n    metrics: [{op: gt, value: 95, unit: '%'}]\n    results:\n"
TWO = ONE.replace("'%'}]", "'%'}, {op: gte, value: 3}]")
VALUE = "      - {{date: 2024-12-31, value: {}}}\n"
UPDATE = "updates:\n  - {{id: {}, date: 2024-01-01, kind: {}, text: x, {}}}\n"
ANSWER = "answers:\n  - {{id: a, date: 2024-01-01, theme: x, decision: y, {}}}\n"
NONE = ONE.replace("    metrics: [{op: gt, value: 95, unit: '%'}]\n", "")


def problems(text):
    names = read_registry(read_text(SITE, AGENCIES), read_text(SITE, DOCUMENTS)).names
    return read_plan("plans/ke-hoach.yml", (HEAD + text).encode(), names).problems


@pytest.mark.parametrize(
    ("text", "code", "excerpt"),
    [
        (ONE + "      - {date: 2024-12-31, value: 90, metric: 2}\n", "result_metric_unknown", "metric: 2"),
        (NONE + "      - {date: 2024-12-31, value: 90}\n", "result_nothing_to_measure", "value: 90"),
        (TWO + "      - {date: 2024-12-31, value: 90}\n", "result_metric_missing", "value: 90"),
        (ONE + "      - {date: 2024-12-31, value: 90, unit: hộ}\n", "result_unit_differs", "unit: hộ"),
        (ONE + "      - {date: 2024-12-31, note: x}\n", "result_empty", "note: x"),
        (ONE + VALUE.format(1) + VALUE.format(2), "result_twice", "value: 2"),
        (ONE + "      - {date: 2024-12-31, value: 1.000}\n", "number_ambiguous", "1.000"),
        (ONE + "      - {date: 31/11/2024, value: 1}\n", "day_impossible", "31/11"),
        (UPDATE.format("a", "change", "item: nv-2"), "reference_unknown_near", "nv-2"),
        ("updates:\n  - {id: a, date: 2024-01-01, kind: changed, text: x}\n", "choice_near", "changed"),
        ("updates:\n  - {id: nv-1, date: 2024-01-01, kind: change, text: x}\n", "id_twice", "nv-1"),
        (UPDATE.format("a", "change", "link: 'javascript:x'"), "unsafe_link", "java"),
        ("updates:\n  - {date: 2024-01-01, kind: change, text: x}\n", "key_missing_in_braces", "date"),
        (ANSWER.format("item: ke-hoach"), "reference_unknown", "item"),
        ("answers:\n  - {id: a, date: 2024-01-01, theme: x, decision: y, opinions: 0}\n", "number_out_of_range", "0"),
    ],
)
def test_a_mistake_is_told_at_its_place(text, code, excerpt):
    found = [problem for problem in problems(text) if problem.code == code]
    assert found, [problem.code for problem in problems(text)]
    assert excerpt in found[0].excerpt
    for language in ("vi", "en"):
        assert "{" not in sentence(found[0], load_strings(language))


def test_evidence_needs_the_day_on_which_the_task_was_done():
    written = HEAD.replace("text: Làm.}", "text: Làm., evidence: Báo cáo.}")
    names = read_registry(read_text(SITE, AGENCIES), read_text(SITE, DOCUMENTS)).names
    codes = [p.code for p in read_plan("plans/a.yml", written.encode(), names).problems]
    assert "evidence_without_day" in codes


def test_what_is_late_needs_a_day_and_a_reason():
    written = HEAD.replace("text: Làm.}", "text: Làm., overdue: {since: 2024-01-01}}")
    assert "key_missing_in_braces" in [p.code for p in read_plan("a.yml", written.encode(), None).problems]


@pytest.mark.parametrize(
    "text",
    [
        ONE + "      - {date: 31/12/2024, value: '94,5', unit: '%', source: Báo cáo}\n",
        TWO + "      - {date: 2024-12-31, value: 90, metric: 1}\n      - {date: 2024-12-31, value: 2, metric: 2}\n",
        NONE + "      - {date: 2024-12-31, text: Đã làm xong.}\n",
        "updates:\n  - {id: a, date: 2999-01-01, kind: progress, text: x, item: nv-1}\n",
        "answers:\n  - {id: a, date: 2024-01-01, theme: x, decision: y, item: nv-1, opinions: 3}\n",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert [problem.code for problem in problems(text) if problem.severity == "error"] == []


def test_a_file_that_an_update_names_must_be_there(tmp_path):
    from generator.reading.project import read_project
    from tests.website.projects import change, copy_of

    project = copy_of(SITE, tmp_path)
    change(project / "plans/gop-y-hien-ke.yml", "file: quy-che.txt}\n  - {id: cn-4", "file: khac.txt}\n  - {id: cn-4")
    codes = {problem.code for problem in read_project(project).problems}
    assert codes & {"attached_file_missing", "attached_file_near"}
