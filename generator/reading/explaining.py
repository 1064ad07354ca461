"""What pydantic and the domain say of wrong data, told as problems: where, what, and the line to write."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Values
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from generator.domain.identifier import fold, slug
from generator.domain.naming import folded_name
from generator.domain.problem import DataPath, Problem
from generator.domain.text import Words
from generator.reading.characters import QUOTE_PAIRS
from generator.reading.nodes import Found, Key, Mapping, Node, Scalar, Sequence, find
from generator.reading.shapes import choices_of, is_list, keys_of, shape_at
from generator.reading.source import Source
from generator.reading.syntax import quoted, quoted_line

_A_SLIP = 0.9


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error of validation: pydantic's type of it, its place, what was given, the values it carries."""

    kind: str
    loc: DataPath
    given: object
    values: Values[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A mistake together with where it stands in the file and what was expected there."""

    source: Source
    root: Node
    shape: Any
    mistake: Mistake
    found: Found

    @property
    def written(self) -> str:
        """The text that is wrong, as it stands."""
        node = self.found.node
        return node.text or "" if isinstance(node, Scalar) else str(self.mistake.given)[:80]

    @property
    def expected(self) -> Any:
        """The type of the place."""
        return shape_at(self.shape, self.found.path)

    @property
    def key(self) -> str:
        """The last key on the way to the place, as the reader of the message knows it."""
        return next((str(step) for step in reversed(self.found.path) if isinstance(step, str)), "")

    def line(self, new: str) -> str:
        """Give the line with `new` for the wrong value; empty where it does not stand there so."""
        node = self.found.node
        return self.swap(node.line, node.column, self.written, new) if isinstance(node, Scalar) else ""

    def swap(self, line: int, column: int, old: str, new: str) -> str:
        """Give a line of the file with `new` for `old` at `column`."""
        text = self.source.line(line)
        start = text.find(old, column - 1) if old else -1
        return text[:start] + new + text[start + len(old) :] if start >= 0 else ""

    def problem(self, code: str, instead: str = "", at: Any = None, **values: Any) -> Problem:
        """Make the problem at the value, or at `at` (a key or a node)."""
        place = at or self.found.node
        path = self.found.path
        return self.source.problem(code, place.line, place.column, path=path, instead=instead, **values)


def explain(source: Source, root: Node, shape: Any, mistake: Mistake) -> Problem:
    """Turn one mistake into the problem that tells a person what to write."""
    case = Case(source, root, shape, mistake, find(root, mistake.loc))
    quotes = _smart_quotes(case)
    if quotes:
        return quotes
    teller = _TELLERS.get(mistake.kind)
    if teller is None:
        teller = next((tell for suffix, tell in _BY_ENDING if mistake.kind.endswith(suffix)), _other)
    return teller(case)


def nearest(word: str, names: tuple[str, ...], count: int = 3, cutoff: float = 0.6) -> list[str]:
    """Give the names most like `word`, accents and case aside, best first."""
    folded = {fold(name).replace("-", "_"): name for name in reversed(names)}
    close = get_close_matches(fold(word).replace("-", "_"), folded, count, cutoff)
    return [folded[name] for name in close]


def _smart_quotes(case: Case) -> Problem | None:
    """“…” in the place of straight quotes: the quotes become part of the text and nothing fits."""
    text = case.written
    node = case.found.node
    if not isinstance(node, Scalar) or not node.plain or len(text) < 2 or text[0] not in QUOTE_PAIRS:
        return None
    if case.mistake.kind in ("unexpected_keyword_argument", "body_unknown"):
        return None
    return case.problem("smart_quotes", quoted_line(case.source.line(node.line)))


def _unknown_key(case: Case) -> Problem:
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
    nodes = [
        node for found, node in whole.entries.values() if found.line == key.line and found.column < key.column
    ]
    cut = next((n for n in reversed(nodes) if isinstance(n, Scalar) and n.text is not None), None)
    line = case.source.line(key.line)
    if cut is None or cut.line != key.line or not cut.plain:
        return ""
    text = line[cut.column - 1 : key.column - 1 + len(key.text)]
    return line[: cut.column - 1] + quoted(text) + line[cut.column - 1 + len(text) :]


def _missing(case: Case) -> Problem:
    """A key that is not there, or one that is there with nothing after it."""
    name = str(case.mistake.loc[-1])
    node = case.found.node
    if isinstance(node, Scalar) and case.found.key and case.found.key.text == name:
        return case.problem("value_missing", at=case.found.key, key=name)
    if not isinstance(node, Mapping) or node.flow:
        return case.problem("key_missing", key=name)
    return case.problem("key_missing", " " * (node.column - 1) + f"{name}: …", key=name)


def _choice(case: Case) -> Problem:
    choices = choices_of(case.expected)
    near = nearest(case.written, choices)
    values = {"key": case.key, "text": case.written, "allowed": ", ".join(choices)}
    if len(choices) == 1:
        return case.problem("only_value", case.line(choices[0]), **values)
    if near:
        return case.problem("choice_near", case.line(near[0]), near=near[0], **values)
    return case.problem("choice", **values)


def _wanted(code: str) -> Callable[[Case], Problem]:
    """Make the teller of `code` for a value of the wrong kind; where nothing stands, that is said instead."""

    def tell(case: Case) -> Problem:
        node = case.found.node
        if isinstance(node, Scalar) and node.text in (None, ""):
            return case.problem("value_missing", key=case.key)
        return case.problem(code, key=case.key, text=case.written)

    return tell


def _list_wanted(case: Case) -> Problem:
    node = case.found.node
    if isinstance(node, Mapping) and not node.flow and node.line > 1:
        line = case.source.line(node.line)
        return case.problem("list_wanted", " " * (node.column - 1) + "- " + line.strip(), key=case.key)
    return _wanted("list_wanted")(case)


def _text_wanted(case: Case) -> Problem:
    """A list or a record stands where a text belongs: often a colon or a bracket that was meant as text."""
    node = case.found.node
    if isinstance(node, Sequence) and not is_list(case.expected):
        return case.problem("text_not_list", quoted_line(case.source.line(node.line)), key=case.key)
    if isinstance(node, Mapping):
        return case.problem("text_not_record", _colon_quoted(case, node), key=case.key)
    return _wanted("text_wanted")(case)


def _record_wanted(case: Case) -> Problem:
    tell = _text_wanted if case.expected is Words else _wanted("record_wanted")
    return tell(case)


def _colon_quoted(case: Case, node: Mapping) -> str:
    """`- Dẫn: lời` was read as key and value; in quotes it is the text that was meant."""
    line = case.source.line(node.line)
    found = re.match(r"^(\s*(?:- +)+)(\S.*?)\s*$", line)
    return f'{found[1]}"{found[2]}"' if found and '"' not in line and len(node.entries) == 1 else ""


def _identifier(case: Case) -> Problem:
    right = slug(case.written)[:80].strip("-")
    if case.key not in ("base", "address", "accent") and right:
        return case.problem("bad_id", case.line(right), key=case.key, text=case.written, near=right)
    return case.problem("bad_form", key=case.key, text=case.written)


def _pattern(case: Case) -> Problem:
    pattern = case.mistake.values.get("pattern", "")
    codes = {"^#[0-9a-fA-F]{6}$": "bad_colour", "^[a-z]{2}$": "language_code"}
    if pattern in codes:
        return case.problem(codes[pattern], key=case.written, text=case.written)
    return _identifier(case)


def _carried(case: Case) -> Problem:
    """A problem that the domain already named; its values come with it."""
    return case.problem(case.mistake.kind, **case.mistake.values)


def _number_ambiguous(case: Case) -> Problem:
    return case.problem("number_ambiguous", case.line(case.mistake.values["plain"]), **case.mistake.values)


def _language_code(case: Case) -> Problem:
    node = case.found.node
    key = case.mistake.values["key"]
    at = node.entries[key][0] if isinstance(node, Mapping) and key in node.entries else None
    near = nearest(key, ("vi", "en"))
    instead = case.swap(at.line, at.column, key, near[0]) if at and near else ""
    return case.problem("language_code", instead, at=at, text=key, key=case.key)


def _body_unknown(case: Case) -> Problem:
    name, near = case.mistake.values["name"], case.mistake.values["near"]
    place = _body_node(case)
    first = near.split("; ")[0]
    instead = place.line(first) if first and _nearly(first, name) else ""
    code = "body_unknown_near" if near else "body_unknown"
    return place.problem(code, instead, name=name, near=near)


def _nearly(one: str, other: str) -> bool:
    """Say whether two names differ by a slip; "Chủ tịch UBND" and "UBND" are like but two offices."""
    folded = (fold(folded_name(one)), fold(folded_name(other)))
    return SequenceMatcher(None, *folded).ratio() >= _A_SLIP


def _body_ambiguous(case: Case) -> Problem:
    place = _body_node(case)
    candidates = case.mistake.values["candidates"]
    first = candidates.split("; ")[0].split(" (")[0]
    return place.problem(
        "body_ambiguous", place.line(first), name=case.mistake.values["name"], candidates=candidates
    )


def _body_node(case: Case) -> Case:
    """For `{text: …, body: …}` point at the name itself."""
    node = case.found.node
    for key in ("body", "text"):
        if isinstance(node, Mapping) and key in node.entries:
            inner, child = node.entries[key]
            return replace(case, found=Found(child, inner, (*case.found.path, key)))
    return case


def _other(case: Case) -> Problem:
    return case.problem("bad_form", key=case.key, text=case.written)


_TELLERS: Values[str, Callable[[Case], Problem]] = {
    "unexpected_keyword_argument": _unknown_key,
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "missing_argument": _missing,
    "missing_keyword_only_argument": _missing,
    "enum": _choice,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _wanted("too_long"),
    "string_too_short": _wanted("value_missing"),
    "string_type": _text_wanted,
    "tuple_type": _list_wanted,
    "list_type": _list_wanted,
    "dict_type": _wanted("record_wanted"),
    "dataclass_type": _record_wanted,
    "number_ambiguous": _number_ambiguous,
    "number_type": _wanted("number_wanted"),
    "language_code": _language_code,
    "body_unknown": _body_unknown,
    "body_ambiguous": _body_ambiguous,
    "site_address": _carried,
    "vietnamese_missing": _carried,
    "body_missing": _carried,
    "time_type": _wanted("time_type"),
    "time_impossible": _carried,
    "day_type": _wanted("day_type"),
    "day_impossible": _wanted("day_impossible"),
}
# pydantic has several types of error for each wrong number, day and yes or no.
_BY_ENDING: tuple[tuple[str, Callable[[Case], Problem]], ...] = (
    ("bool_type", _wanted("yes_no_wanted")),
    ("bool_parsing", _wanted("yes_no_wanted")),
    ("int_type", _wanted("whole_number_wanted")),
    ("int_parsing", _wanted("whole_number_wanted")),
    ("int_parsing_size", _wanted("whole_number_wanted")),
    ("int_from_float", _wanted("whole_number_wanted")),
    ("date_type", _wanted("day_type")),
    ("date_parsing", _wanted("day_type")),
)
_BY_ENDING += tuple((f"decimal_{end}", _wanted("number_wanted")) for end in ("type", "parsing"))
