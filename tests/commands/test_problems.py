import json

import pytest

from generator.commands.code_quality import render_gitlab
from generator.commands.problems import excerpt_with_caret, render_github, render_json, render_text
from generator.domain.problem import Location, Problem, Severity
from generator.wording import load_strings

VI, EN = load_strings("vi"), load_strings("en")
TAB = Problem(
    code="tab",
    location=Location("plans/a.yml", 12, 3),
    path=("tasks", 0, "text"),
    excerpt="  \ttext: Đề án",
    instead="    text: Đề án",
)
UNKNOWN = Problem(
    code="time_unknown",
    location=Location("plans/b,c:d.yml", 2, 1),
    severity=Severity.WARNING,
    values=(("text", "100% xong"),),
)


def test_a_problem_is_told_with_its_line_a_caret_and_the_line_to_write():
    assert render_text([TAB], EN) == (
        "plans/a.yml:12:3: Error: The line has a tab. Put two spaces in place of each tab.\n"
        "    12 |       text: Đề án\n"
        "       |   ^\n"
        "  Write:\n"
        "    12 |     text: Đề án\n"
        "\n"
        "Errors: 1. Warnings: 0.\n"
    )


def test_a_line_that_is_missing_is_to_be_added_not_written_over_the_one_shown():
    gone = Problem(
        code="key_missing",
        location=Location("plans/a.yml", 1, 1),
        values=(("key", "title"), ("record", "Plan")),
        excerpt="schema: 1",
        instead="title: …",
    )
    assert "  Thêm dòng:\n       | title: …\n" in render_text([gone], VI)
    assert "%0AThêm dòng:%0Atitle: …\n" in render_github([gone], VI)
    for told in (render_text([gone], VI), render_github([gone], VI)):
        assert "“title” (Trích yếu như văn bản)" in told
        assert "Sửa thành" not in told


def test_spaces_in_front_of_the_line_to_write_are_kept_as_they_may_be_what_was_wrong():
    moved = Problem(code="indentation", location=Location("a.yml", 9), excerpt="  issuer: a", instead="    issuer: a\n")
    shown = render_text([moved], VI).splitlines()
    assert shown[1:5] == ["     9 |   issuer: a", "       | ^", "  Sửa thành:", "     9 |     issuer: a"]
    assert "%0A    issuer: a" in render_github([moved], VI)
    (entry,) = json.loads(render_gitlab([moved], VI))
    assert entry["description"].endswith("\n    issuer: a")


def test_the_words_are_of_the_language_asked_for():
    assert render_text([UNKNOWN], VI).startswith("plans/b,c:d.yml:2:1: Cảnh báo: Chưa hiểu thời gian “100% xong”.")


def test_no_problems_are_told_as_such():
    assert render_text([], EN) == "No problems.\n"


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("abc", 3, "c"),
        ("\tab", 2, "a"),
        ("日本x", 3, "x"),
        ("e\u0301x", 3, "x"),
        ("x" * 500 + "y" + "z" * 500, 501, "y"),
    ],
)
def test_the_caret_stands_under_the_place(line, column, under):
    shown, caret = excerpt_with_caret(line, column)
    columns = "".join(c * (2 if c in "日本" else 1) for c in shown if c != "\u0301")
    assert columns[caret.index("^")] == under
    assert len(columns) <= 110


def test_nothing_in_the_data_can_steer_the_terminal():
    values = (("key", "k\x1b[31m"), ("text", "t\nError: x"), ("allowed", "\u202e"))
    where = Location("a.yml")
    hostile = Problem(code="choice", location=where, values=values, excerpt="a\x1b[2J", instead="\x1b[1mb")
    text = render_text([hostile], VI)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text.splitlines()) == 7


def test_json_holds_the_sentence_and_the_parts():
    (entry,) = json.loads(render_json([UNKNOWN], EN))
    assert entry["code"] == "time_unknown"
    assert entry["severity"] == "warning"
    assert (entry["file"], entry["line"], entry["column"]) == ("plans/b,c:d.yml", 2, 1)
    assert entry["message"].startswith("The time “100% xong” is not understood.")


def test_github_commands_escape_what_has_a_meaning_there():
    assert render_github([UNKNOWN, TAB], EN) == (
        "::warning file=plans/b%2Cc%3Ad.yml,line=2,col=1::The time “100%25 xong” is not understood. "
        "The page shows it as written and cannot put it in the calendar.\n"
        "::error file=plans/a.yml,line=12,col=3,title=tasks[1].text::The line has a tab. "
        "Put two spaces in place of each tab.%0AWrite:%0A    text: Đề án\n"
    )
