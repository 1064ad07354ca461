"""Mistakes in keys: misspelt, left out, in a language that is none."""

from generator.domain.problem import Problem
from generator.domain.text import Words
from generator.reading.case import Case, nearest
from generator.reading.nodes import Key, Mapping, Scalar, find
from generator.reading.shapes import choices_of, keys_of, shape_at
from generator.reading.syntax import quoted


def unknown_key(case: Case) -> Problem:
    """A key that the record does not have: misspelt, or half of a text that a comma cut."""
    key = case.found.key
    name = str(case.mistake.loc[-1])
    parent = shape_at(case.shape, case.found.path[:-1])
    if parent is Words and key:
        return case.problem("comma_in_braces", _braces_quoted(case, key), at=key, key=name)
    keys = keys_of(parent)
    near = nearest(name, keys)
    if not near:
        return case.problem("unknown_key", at=key, key=name, allowed=", ".join(keys))
    instead = case.swap(key.line, key.column, name, near[0]) if key else ""
    return case.problem("unknown_key_near", instead, at=key, key=name, near=near[0])


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
    if not isinstance(node, Mapping) or node.flow:
        return case.problem("key_missing", key=name)
    only = choices_of(shape_at(case.shape, (*case.found.path, name)))
    value = only[0] if len(only) == 1 else "…"
    return case.problem("key_missing", " " * (node.column - 1) + f"{name}: {value}", key=name)


def language_code(case: Case) -> Problem:
    """A language that has no such code."""
    node = case.found.node
    key = case.mistake.values["key"]
    at = node.entries[key][0] if isinstance(node, Mapping) and key in node.entries else None
    near = nearest(key, ("vi", "en"))
    instead = case.swap(at.line, at.column, key, near[0]) if at and near else ""
    return case.problem("language_code", instead, at=at, text=key, key=case.key)
