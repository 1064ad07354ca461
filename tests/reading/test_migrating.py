"""Older files become new ones without losing a comment. The steps are the tests' own: there is one version yet."""

import re

import pytest

from generator.reading.migrating import NEWEST, STEPS, migrate
from generator.reading.nodes import plain
from generator.reading.parsing import parse_yaml
from generator.reading.source import source_of
from generator.wording import load_strings
from tests.website.projects import ROOT

OLD = """\
# Đầu tệp
schema: 1
id: a  # mã
tieu_de: "Góp ý: hiến kế"  # tiêu đề
tasks:
  # việc đầu tiên
  - id: b
    text: 'Một'
  - {id: c, text: Hai, time: 2023-03-31}
"""


def rename(data):
    at = list(data).index("tieu_de")
    comment = data.ca.items.pop("tieu_de", None)
    data.insert(at, "title", data.pop("tieu_de"))
    if comment:
        data.ca.items["title"] = comment


def add_kind(data):
    data["kind"] = "campaign"


TWO_STEPS = {("plan", 1): rename, ("plan", 2): add_kind}


def migrated(text, newest, kind="plan"):
    return migrate(source_of("plans/a.yml", text), kind, TWO_STEPS, newest)


def test_one_step_changes_what_it_changes_and_keeps_every_comment():
    done = migrated(OLD, 2)
    assert done.problems == ()
    wanted = OLD.replace("schema: 1", "schema: 2").replace("tieu_de:", "title:")
    # A comment behind a value may move by a space or two.
    assert re.sub(" +#", " #", done.text) == re.sub(" +#", " #", wanted)


def test_several_versions_are_stepped_through_in_order():
    assert migrated(OLD, 3).text == migrated(migrated(OLD, 2).text, 3).text
    assert migrated(OLD, 3).text.endswith("kind: campaign\n")


def test_what_is_up_to_date_stays_untouched():
    assert migrated(migrated(OLD, 3).text, 3).text is None


def test_another_kind_of_file_only_gets_its_number():
    assert migrated(OLD, 3, "agencies").text == OLD.replace("schema: 1", "schema: 3")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("schema: 9\n", "schema_newer"),
        ("schema: một\n", "schema_unclear"),
        ("schema: 99999999999999\n", "schema_unclear"),
        ("schema: [1]\n", "schema_unclear"),
        ("id: a\n", "schema_unclear"),
        ("a: [b\n", "bracket_not_closed"),
    ],
)
def test_what_cannot_be_migrated_is_told(text, code):
    done = migrated(text, 2)
    assert done.text is None
    assert [problem.code for problem in done.problems] == [code]


def test_every_step_leads_to_a_version_that_there_is():
    assert all(0 < version < NEWEST for _, version in STEPS)


FILES = pytest.mark.parametrize("file", sorted(ROOT.glob("plans/*.yml")), ids=lambda file: file.name)


@FILES
def test_where_no_step_is_needed_only_the_number_changes(file):
    text = file.read_text(encoding="utf-8")
    assert migrate(source_of(file.name, text), "plan", {}, 2).text == text.replace("schema: 1", "schema: 2", 1)


def content(text):
    return plain(parse_yaml(source_of("a.yml", text)).root)


def comments(text):
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


@FILES
def test_a_step_loses_nothing_that_it_does_not_touch(file):
    text = file.read_text(encoding="utf-8")
    done = migrate(source_of(file.name, text), "plan", {("plan", 1): lambda data: None}, 2)
    assert content(done.text) == content(text) | {"schema": "2"}
    assert comments(done.text) == comments(text)


def test_the_words_for_versions_are_there():
    for language in ("vi", "en"):
        assert "{newest}" in load_strings(language).section("problems.schema_older")
