"""What people write without quotes stays what they wrote; the field decides what it means."""

import pytest

from generator.reading.nodes import plain
from generator.reading.parsing import parse_yaml
from generator.reading.source import source_of


def data(text):
    tree = parse_yaml(source_of("a.yml", text))
    assert tree.problems == ()
    return plain(tree.root)


@pytest.mark.parametrize(
    "text",
    ["no", "on", "yes", "007", "2024-08-09", "1e3", "0x1F", "12:30:45", "1_000", ".5", "<<", "=", "NaN"],
)
def test_a_plain_value_is_the_text_as_written(text):
    assert data(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_however_it_is_written(text):
    assert data(f"a: {text}\n") == {"a": None}


@pytest.mark.parametrize("text", ['"~"', "'null'", '""'])
def test_in_quotes_it_is_text(text):
    assert data(f"a: {text}\n") == {"a": text[1:-1]}


def test_lines_and_columns_count_letters_not_bytes():
    tree = parse_yaml(source_of("a.yml", "a: {ề: đ, ộ: x}\n"))
    key, node = tree.root.entries["a"][1].entries["ộ"]
    assert (key.column, node.line, node.column) == (11, 1, 14)


def test_escapes_cannot_bring_in_hidden_characters():
    tree = parse_yaml(source_of("a.yml", 'a: "x\\u202ey"\nb: "\\0"\nc: "e\\u0301"\n'))
    assert [p.code for p in tree.problems] == ["hidden_direction_mark", "hidden_control"]
    assert plain(tree.root) == {"a": "xy", "b": "", "c": "é"}
