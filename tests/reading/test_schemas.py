"""The schemas, read by a validator that knows nothing of the program."""

import json
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.reading.examples import example
from generator.reading.schemas import SHAPES, description, fields_of_records, schema_of
from generator.wording import known_languages, load_strings
from tests.website.projects import ROOT, SMALL

LANGUAGES = tuple(load_strings(code) for code in ("vi", "en"))


class Yaml12(yaml.SafeLoader):
    """YAML 1.2 as editors read it: `no` and `on` are texts, days are texts, 1.5 is a number."""


Yaml12.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool", ":merge"))]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_editors_read(text: str) -> object:
    return yaml.load(text, Yaml12)


@cache
def validator(name: str) -> Draft202012Validator:
    schema = schema_of(name, LANGUAGES)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(name: str, text: str) -> list[str]:
    found = validator(name).iter_errors(as_editors_read(text))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in found]


def files_of(project) -> list[tuple[str, str]]:
    own = {"agencies": "agencies", "documents": "documents", "published": "published"}
    plans = sorted((*project.glob("plans/*.yml"), *project.glob("plans/*.yaml")))
    notices = sorted(project.glob("content/notices/*.yml"))
    return [
        ("site_config", str(project / "site_config.yml")),
        *((own.get(path.stem, "plan"), str(path)) for path in plans),
        *(("notice", str(path)) for path in notices),
    ]


@pytest.mark.parametrize(("name", "file"), [*files_of(ROOT), *files_of(SMALL)])
def test_every_real_file_is_valid_by_its_schema(name, file):
    assert faults(name, Path(file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", SHAPES)
def test_a_schema_is_one_of_the_dialect_it_names(name):
    schema = schema_of(name, LANGUAGES)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    assert json.loads(json.dumps(schema)) == schema


PLAN = "schema: 1\nid: a\nplace: b\nstatus: issued\ntitle: T\nshort_title: T\nsummary: T\n"
PLAN += "document: {branch: party, issuer: X}\n"

RIGHT = {
    "a text as a number": "keywords: 2023\n",
    "a text in two languages": "participants: {vi: a, en: b}\n",
    "a translation still empty": "participants:\n  vi: a\n  en:\n",
    "one keyword without a list": "keywords: a\n",
    "several keywords": "keywords: [a, b]\n",
    "a year as a time": "validity: 2023\n",
    "a day as a time": "validity: 2023-03-31\n",
    "words as a time": "validity: Trong quý I/2023\n",
    "a body as a word": "lead: UBND\n",
    "a body with the document's words": "lead: {text: UBND TP, body: ubnd}\n",
    "several bodies": "lead: [UBND, {body: ubnd, note: x}]\n",
    "yes in Vietnamese": "summary_only: Có\n",
    "no in English": "summary_only: no\n",
    "true": "summary_only: true\n",
    "a day as offices write it": "publish_from: 09/8/2024\n",
    "a decimal comma": "targets: [{id: t, text: x, metrics: [{op: gt, value: \"2,5\"}]}]\n",
    "a number": "targets: [{id: t, text: x, metrics: [{op: gt, value: 2.5}]}]\n",
    "a whole number in quotes": "events: [{id: e, name: x, audience: [{group: g, expected: \"50\"}]}]\n",
    "nothing after a key": "validity_note:\n",
    "one time and several": "tasks: [{id: t, text: x, time: [2023, 2024]}, {id: u, text: x, time: 2023}]\n",
}  # fmt: skip
WRONG = {
    "a key misspelt": "keyword: a\n",
    "a value misspelt": "kind: campain\n",
    "an id with capitals": "former_ids: [Abc]\n",
    "a language by name": "participants: {vi: a, english: b}\n",
    "no Vietnamese": "participants: {en: b}\n",
    "perhaps": "summary_only: maybe\n",
    "words for a whole number": "events: [{id: e, name: x, audience: [{group: g, expected: many}]}]\n",
    "a task without its text": "tasks: [{id: a}]\n",
    "a record for a list": "tasks: {id: a, text: b}\n",
    "a body without a name": "lead: {note: x}\n",
    "an unknown role": "tasks: [{id: a, text: b, roles: {leader: x}}]\n",
}


@pytest.mark.parametrize("name", RIGHT)
def test_every_way_to_write_a_field_is_valid(name):
    assert faults("plan", PLAN + RIGHT[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_an_editor_marks_what_the_reader_would_refuse(name):
    assert faults("plan", PLAN) == []
    assert len(faults("plan", PLAN + WRONG[name])) == 1


FIELDS = sorted(fields_of_records())


@pytest.mark.parametrize("language", known_languages())
def test_every_field_is_explained_in_every_language(language):
    strings = load_strings(language)
    missing = []
    for record, key in FIELDS:
        try:
            assert description(record, key, [strings]).strip()
        except KeyError:
            missing.append(f"{record}.{key}")
    assert missing == []


def test_every_field_in_the_schemas_has_both_explanations_and_an_example():
    seen = set()
    for name in SHAPES:
        schema = schema_of(name, LANGUAGES)
        for record, node in [("", schema), *schema["$defs"].items()]:
            for key, field in node.get("properties", {}).items():
                if record in ("BodyRef", "Words"):
                    continue
                vietnamese, english = field["description"].split("\n\n")
                assert vietnamese, (record, key)
                assert english, (record, key)
                assert field["examples"][0] is not None, (record, key)
                seen.add((record or SHAPES[name].__name__, key))
    assert seen >= set(FIELDS)


def test_no_explanation_is_left_of_a_field_that_is_gone():
    known = {(record, key) for record, key in FIELDS} | {("any", key) for _, key in FIELDS}
    for strings in LANGUAGES:
        words = strings.section("fields")
        assert sorted({(r, k) for r, keys in words.items() for k in keys} - known) == []


@pytest.mark.parametrize("record", sorted({record for record, _ in FIELDS}))
def test_the_example_of_a_field_is_valid_by_the_schema(record):
    for name in SHAPES:
        schema = schema_of(name, LANGUAGES)
        node = schema if SHAPES[name].__name__ == record else schema["$defs"].get(record)
        if node is None:
            continue
        for key, field in node["properties"].items():
            own = Draft202012Validator({**field, "$defs": schema["$defs"]})
            shown = as_editors_read(example(record, key))[key]
            assert [error.message for error in own.iter_errors(shown)] == [], (key, shown)


@pytest.mark.parametrize("name", SHAPES)
def test_the_project_s_own_schemas_are_up_to_date(name):
    """Where this fails: run `plansite schema` and commit .vscode/schemas."""
    committed = json.loads((ROOT / f".vscode/schemas/{name}.json").read_text(encoding="utf-8"))
    assert committed == schema_of(name, LANGUAGES)
