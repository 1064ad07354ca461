"""Whatever stands in a file: a plan or problems, never an exception."""

import pickle
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.problems import render_github, render_json, render_text
from generator.domain.plan import Plan
from generator.reading.files import AGENCIES, DOCUMENTS, FileRead, read_text
from generator.reading.plans import read_plan
from generator.reading.project import read_settings
from generator.reading.registries import read_registry
from generator.reading.shapes import keys_of
from generator.reading.source import read_source
from generator.wording import load_strings

SITE = Path(__file__).parent.parent / "sites" / "valid-small"
NAMES = read_registry(read_text(SITE, AGENCIES), read_text(SITE, DOCUMENTS)).names
LINES = (SITE / "plans" / "gop-y-hien-ke.yml").read_text(encoding="utf-8").splitlines()
CALM = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SCRAPS = [
    "no",
    "~",
    "1e3",
    "007",
    "2024-02-30",
    "10.000",
    "“a”",
    "a: b",
    "muc-a",
    "Thành ủy",
    "",
    "-",
    "[",
    "\t",
]
KEYS = [*keys_of(Plan), "id", "text", "time", "roles", "lead", "vi", "en", "body", "covers"]
words = st.one_of(st.sampled_from(SCRAPS), st.text(max_size=12))
keys = st.one_of(st.sampled_from(KEYS), words)
structures = st.recursive(
    st.one_of(words, st.none(), st.booleans(), st.integers(), st.floats()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=5)),
    max_leaves=25,
)


def told(problems):
    for problem in problems:
        assert problem.location.line >= 1
        assert problem.location.column >= 1
    for language in ("vi", "en"):
        strings = load_strings(language)
        assert render_text(problems, strings)
        assert render_json(problems, strings)
        assert render_github(problems, strings).count("\n") == len(problems)


def check(data):
    read = read_plan("plans/a.yml", data, NAMES)
    assert read.plan is not None or read.problems
    told(read.problems)


@CALM
@given(st.binary(max_size=200))
def test_any_bytes_give_a_plan_or_problems(data):
    check(data)


@CALM
@given(st.text(max_size=200))
def test_any_text_gives_a_plan_or_problems(text):
    check(text.encode("utf-8", "surrogatepass"))


@CALM
@given(structures)
def test_any_structure_gives_a_plan_or_problems(structure):
    check(yaml.safe_dump(structure, allow_unicode=True).encode("utf-8", "surrogatepass"))


@CALM
@given(st.integers(0, len(LINES) - 1), st.integers(0, 60), words)
def test_a_plan_with_anything_inserted_anywhere_gives_a_plan_or_problems(line, column, scrap):
    lines = list(LINES)
    lines[line] = lines[line][:column] + scrap + lines[line][column:]
    check("\n".join(lines).encode("utf-8", "surrogatepass"))


@CALM
@given(st.integers(0, len(LINES) - 1), st.integers(1, 3))
def test_a_plan_with_lines_left_out_gives_a_plan_or_problems(line, count):
    check("\n".join(LINES[:line] + LINES[line + count :]).encode())


@CALM
@given(structures, structures)
def test_any_registry_and_settings_give_values_or_problems(one, other):
    files = [yaml.safe_dump(s, allow_unicode=True).encode("utf-8", "surrogatepass") for s in (one, other)]
    texts = [read_source(f"plans/{n}.yml", f) for n, f in enumerate(files)]
    agencies, documents = [FileRead(text.source, text.problems) for text in texts]
    registry = read_registry(agencies, documents)
    told(registry.problems)
    told(read_settings(agencies, registry.names).problems)


@pytest.mark.parametrize(
    "hostile", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "a: " * 9, "&a " * 99, "? " * 50_000]
)
def test_hostile_nesting_ends_in_a_problem(hostile):
    check(hostile.encode())


def test_an_alias_bomb_is_refused_at_its_first_alias():
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    codes = {p.code for p in read_plan("plans/a.yml", bomb.encode(), NAMES).problems}
    assert {"alias", "anchor"} <= codes


def test_what_a_plan_file_gave_can_be_sent_between_processes():
    read = read_plan("plans/a.yml", "\n".join(LINES).encode(), NAMES)
    assert pickle.loads(pickle.dumps(read)) == read
    assert pickle.loads(pickle.dumps(NAMES)) == NAMES
