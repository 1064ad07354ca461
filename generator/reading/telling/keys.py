"""Mistakes in keys: misspelt, in Vietnamese, left out, in a language that is none."""

import re
from collections.abc import Collection
from typing import Any

from generator.domain.identifier import slug
from generator.domain.problem import Problem
from generator.domain.text import DEFAULT_LANGUAGE, Words
from generator.reading.case import Case, nearest
from generator.reading.examples import ANYWHERE
from generator.reading.nodes import Key, Mapping, Scalar, find
from generator.reading.quoting import quoted, quoted_line
from generator.reading.shapes import choices_of, keys_of, required_keys, shape_at
from generator.wording import load_strings


def unknown_key(case: Case) -> Problem:
    """A key that the record does not have: misspelt, or half of a text that a comma cut."""
    key = case.found.key
    name = str(case.mistake.loc[-1])
    parent = shape_at(case.shape, case.found.path[:-1])
    cut_number = name.isdigit() and key is not None
    if key and (parent is Words or cut_number):
        return case.problem("comma_in_braces", _braces_quoted(case, key), at=key, key=name)
    keys = keys_of(parent)
    near = nearest(name, keys) or called(name, parent)
    if not near:
        free = ", ".join(one for one in keys if one not in _present(case))
        return case.problem("unknown_key", at=key, key=name, allowed=free)
    instead = case.swap(key.line, key.column, name, near[0]) if key else ""
    return case.problem("unknown_key_near", instead, at=key, key=name, near=near[0])


def _present(case: Case) -> Collection[str]:
    """Give the keys that the record has already."""
    record = find(case.root, case.found.path[:-1]).node
    return record.entries if isinstance(record, Mapping) else ()


def called(name: str, record: Any) -> list[str]:
    """Give the key that means what `name` says in Vietnamese: `tiêu đề` and `tieu_de` are `title`, `chu_tri` is `lead`.

    The words for each field begin with its Vietnamese name.
    """
    words = load_strings(DEFAULT_LANGUAGE).section("fields")
    wanted = slug(name)
    named = [
        (slug(str(meaning)), key)
        for key in keys_of(record)
        for meaning in (words.get(record.__name__, {}).get(key), words[ANYWHERE].get(key))
        if meaning
    ]
    return [key for meaning, key in sorted(named) if wanted and f"{meaning}-".startswith(f"{wanted}-")]


def _braces_quoted(case: Case, key: Key) -> str:
    """Give the line with quotes around the text that the comma before `key` cut in two."""
    whole = find(case.root, case.found.path[:-1]).node
    if not isinstance(whole, Mapping):
        return ""
    nodes = [node for found, node in whole.entries.values() if found.line == key.line and found.column < key.column]
    cut = next((n for n in reversed(nodes) if isinstance(n, Scalar) and n.text is not None), None)
    line = case.source.line(key.line)
    if cut is None or cut.line != key.line or not cut.plain:
        return ""
    text = line[cut.column - 1 : key.column - 1 + len(key.text)]
    return line[: cut.column - 1] + quoted(text) + line[cut.column - 1 + len(text) :]


def missing(case: Case) -> Problem:
    """A key that is not there, or one that is there with nothing after it."""
    name = str(case.mistake.loc[-1])
    node = case.found.node
    if isinstance(node, Scalar) and case.found.key and case.found.key.text == name:
        return case.problem("value_missing", at=case.found.key, key=name)
    line, values = _line_of(case, name), {"key": name, "record": getattr(case.expected, "__name__", "")}
    if not isinstance(node, Mapping):
        return case.problem("key_missing", **values)
    if node.flow:
        opened = case.source.line(node.line)
        return case.problem("key_missing_in_braces", _after_brace(opened, node.column, line), **values)
    code = "key_missing" if "…" in line else "key_missing_line"
    return case.problem(code, " " * (node.column - 1) + line, **values)


def _line_of(case: Case, name: str) -> str:
    """Give the line of the key that is missing: its only value, an example of a record, or a gap to fill."""
    shape = shape_at(case.shape, (*case.found.path, name))
    only = choices_of(shape)
    if len(only) == 1:
        return f"{name}: {only[0]}"
    if shape is Words or not required_keys(shape):
        return f"{name}: …"
    return f"{name}: {{{', '.join(f'{key}: …' for key in required_keys(shape))}}}"


def _after_brace(line: str, column: int, key: str) -> str:
    """Give a line with `key` in front of what stands in the braces that open at `column`."""
    rest = line[column:].lstrip()
    if line[column - 1 : column] != "{":
        return ""
    return f"{line[:column]}{key}{'' if rest.startswith('}') else ', '}{rest}"


def language_code(case: Case) -> Problem:
    """A language that has no such code; or a text with a colon, taken for a key and its value."""
    node = case.found.node
    key = case.mistake.values["key"]
    at = node.entries[key][0] if isinstance(node, Mapping) and key in node.entries else None
    if at and isinstance(node, Mapping) and not node.flow and re.search(r"[\s-]|[^\x00-\x7f]", key):
        return case.problem("colon_in_text", quoted_line(case.source.line(at.line)), at=at)
    near = nearest(key, ("vi", "en"))
    instead = case.swap(at.line, at.column, key, near[0]) if at and near else ""
    return case.problem("language_code", instead, at=at, text=key, key=case.key)


def vietnamese_missing(case: Case) -> Problem:
    """A text in other languages alone; `vn` is the code of the country."""
    node = case.found.node
    if not isinstance(node, Mapping):
        return case.problem("vietnamese_missing")
    country = node.entries.get("vn")
    if country is not None:
        at = country[0]
        return case.problem("language_code", case.swap(at.line, at.column, "vn", "vi"), at=at, text="vn", key=case.key)
    line = case.source.line(node.line)
    return case.problem("vietnamese_missing", _after_brace(line, node.column, "vi: …") if node.flow else "")
