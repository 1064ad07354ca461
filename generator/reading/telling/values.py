"""Mistakes in values: not one of the choices, the wrong kind, the wrong form, the wrong quotes."""

import re
from collections.abc import Callable

from generator.domain.identifier import slug
from generator.domain.problem import Problem
from generator.domain.text import Words
from generator.domain.times import SaidOf, TimeContext, TimeKind, parse_time
from generator.reading.case import Case, nearest
from generator.reading.characters import QUOTE_PAIRS
from generator.reading.colloquial import BETWEEN_TIMES, YES_AND_NO
from generator.reading.examples import example
from generator.reading.nodes import Mapping, Scalar, Sequence, find
from generator.reading.quoting import quoted, quoted_line
from generator.reading.shapes import choices_of, is_list, keys_of, shape_at

# What people write for a comparison.
_SIGNS = {
    ">": "gt",
    ">=": "gte",
    "≥": "gte",
    "<": "lt",
    "<=": "lte",
    "≤": "lte",
    "=": "eq",
    "~": "approx",
    "≈": "approx",
}


def smart_quotes(case: Case) -> Problem | None:
    """“…” in the place of straight quotes: the quotes become part of the text and nothing fits."""
    text = case.written
    node = case.found.node
    if not isinstance(node, Scalar) or not node.plain or len(text) < 2 or text[0] not in QUOTE_PAIRS:
        return None
    if case.mistake.kind in ("unexpected_keyword_argument", "body_unknown"):
        return None
    return case.problem("smart_quotes", quoted_line(case.source.line(node.line)))


def choice(case: Case) -> Problem:
    """A value that is not among the few possible ones."""
    choices = choices_of(case.expected)
    sign = _SIGNS.get(case.written.strip(), "")
    near = [sign] if sign in choices else nearest(case.written, choices)
    values = {"key": case.key, "text": case.written, "allowed": ", ".join(choices)}
    if case.found.path == ("schema",):
        return _version(case, choices[0])
    if len(choices) == 1:
        return case.problem("only_value", case.line(choices[0]), **values)
    if near:
        return case.problem("choice_near", case.line(near[0]), near=near[0], **values)
    return case.problem("choice", **values)


def _version(case: Case, newest: str) -> Problem:
    """A version of the file's format that is newer or older than the program's, or none at all."""
    text = case.written
    if not (text.isascii() and text.isdigit()):
        return case.problem("schema_unclear", case.line(newest), text=text, newest=newest)
    if int(text[:6]) > int(newest):
        return case.problem("schema_newer", text=text, newest=newest)
    return case.problem("schema_older", text=text, newest=newest)


def wanted(code: str) -> Callable[[Case], Problem]:
    """Make the teller of `code` for a value of the wrong kind; where nothing stands, that is said instead."""

    def tell(case: Case) -> Problem:
        node = case.found.node
        if isinstance(node, Scalar) and node.text in (None, ""):
            return case.problem("value_missing", key=case.key)
        return case.problem(code, key=case.key, text=case.written)

    return tell


def list_wanted(case: Case) -> Problem:
    """One thing stands where a list belongs."""
    node = case.found.node
    if isinstance(node, Mapping) and not node.flow and node.line > 1:
        line = case.source.line(node.line)
        return case.problem("list_wanted", " " * (node.column - 1) + "- " + line.strip(), key=case.key)
    return _with_example(case, "list_wanted", "list_wanted_so")


def text_wanted(case: Case) -> Problem:
    """A list or a record stands where a text belongs: often a colon or a bracket that was meant as text."""
    node = case.found.node
    if isinstance(node, Sequence) and re.match(r"\s*- +- ", case.source.line(node.line)):
        return case.problem("dash_twice", re.sub(r"- +- ", "- ", case.source.line(node.line), count=1))
    if isinstance(node, Sequence) and not is_list(case.expected):
        return case.problem("text_not_list", _brackets_quoted(case, node), key=case.key)
    if isinstance(node, Mapping):
        return case.problem("text_not_record", _colon_quoted(case, node), key=case.key)
    return wanted("text_wanted")(case)


def record_wanted(case: Case) -> Problem:
    """A single value stands where keys and values belong."""
    if not case.found.path:
        return case.problem("file_not_record")
    if case.expected is Words:
        return text_wanted(case)
    node = case.found.node
    if isinstance(node, Sequence):
        line = case.source.line(node.line)
        instead = re.sub(r"- (?=\w)", "", line, count=1) if len(node.items) == 1 else ""
        return case.problem("record_not_list", instead, key=case.key)
    return _with_example(case, "record_wanted", "record_wanted_so")


def _with_example(case: Case, code: str, code_with_example: str) -> Problem:
    """Show how the field is written, as the guide does, where there is an example."""
    node = case.found.node
    if isinstance(node, Scalar) and node.text in (None, ""):
        return case.problem("value_missing", key=case.key)
    owner = getattr(shape_at(case.shape, case.found.path[:-1]), "__name__", "")
    try:
        shown = example(owner, case.key)
    except KeyError:
        return case.problem(code, key=case.key, text=case.written)
    return case.problem(code_with_example, key=case.key, text=case.written, example=shown)


def _brackets_quoted(case: Case, node: Sequence) -> str:
    """Give the line with quotes around the bracketed text; empty where the list has lines of its own."""
    line = case.source.line(node.line)
    end = line.find("]", node.column)
    if not node.flow or end < 0:
        return ""
    start = node.column - 1
    return line[:start] + quoted(line[start : end + 1]) + line[end + 1 :]


def _colon_quoted(case: Case, node: Mapping) -> str:
    """`- Dẫn: lời` was read as key and value; in quotes it is the text that was meant."""
    line = case.source.line(node.line)
    found = re.match(r"^(\s*(?:- +)+)(\S.*?)\s*$", line)
    return f'{found[1]}"{found[2]}"' if found and '"' not in line and len(node.entries) == 1 else ""


def identifier(case: Case) -> Problem:
    """An id with letters that an address cannot have; often several of them, or the sign of a list that is none."""
    listed = _listed(case)
    if listed is not None:
        return listed
    # `plans/gop-y.yml` is the file; its id is what stands between.
    right = slug(re.sub(r"^.*/|\.ya?ml$", "", case.written))[:80].strip("-")
    if case.key not in ("base", "address", "accent") and right:
        return case.problem("bad_id", case.line(right), key=case.key, text=case.written, near=right)
    return case.problem("bad_form", key=case.key, text=case.written)


def _listed(case: Case) -> Problem | None:
    """`• a`, `– a`, `1. a` and `-a` were meant as an entry of a list; `a, b` as two entries."""
    bullet = re.match(r"([•–—*·+-]|\d{1,2}[.)] )\s*(?=\w)", case.written)
    if bullet and case.found.node.line != (case.found.key.line if case.found.key else 0):
        return case.problem("bullet", case.line(f"- {case.written[bullet.end() :]}"), text=bullet[1].strip())
    parts = [part.strip() for part in re.split("[,;，；、]", case.written)]
    if len(parts) > 1 and all(part and slug(part) == part for part in parts):
        in_brackets = isinstance(find(case.root, case.found.path[:-1]).node, Sequence)
        together = ", ".join(parts)
        return case.problem("comma_list", case.line(together if in_brackets else f"[{together}]"), key=case.key)
    return None


def pattern(case: Case) -> Problem:
    """A text that does not have the form of its field."""
    pattern = case.mistake.values.get("pattern", "")
    codes = {"^#[0-9a-fA-F]{6}$": "bad_colour", "^[a-z]{2}$": "language_code"}
    if pattern in codes:
        return case.problem(codes[pattern], key=case.written, text=case.written)
    return identifier(case)


def carried(case: Case) -> Problem:
    """A problem that the domain already named; its values come with it."""
    return case.problem(case.mistake.kind, **case.mistake.values)


def form_address(case: Case) -> Problem:
    """An address that no form may have: not encrypted, misleading, or none at all."""
    told = {
        "form_not_https": "form_not_https",
        "address_sign": "link_sign",
        "address_user": "link_user",
        "address_host": "link_host",
    }
    return case.problem(told.get(case.mistake.values["fault"], "unsafe_link"), text=case.written)


def time_impossible(case: Case) -> Problem:
    """A day that no calendar has, or an end before its beginning."""
    values = case.mistake.values
    halves = BETWEEN_TIMES.split(values["offending"])
    context = TimeContext(said_of=SaidOf.PERIOD)
    if len(halves) == 2 and all(parse_time(half, context).kind is not TimeKind.IMPOSSIBLE for half in halves):
        return case.problem("time_reversed", **values)
    return case.problem("day_not_real" if values["offending"] == values["text"] else "time_impossible", **values)


def too_long(case: Case) -> Problem:
    """A text beyond what its field takes."""
    limit = case.mistake.values.get("max_length", "")
    return case.problem("too_long", key=case.key, text=case.written[:40], limit=limit, length=len(case.written))


def number_wanted(case: Case) -> Problem:
    """A number with its unit beside it, or words."""
    found = re.fullmatch(r"([\d.,]+) *(?!e[+-]?\d)([^\d\s.,].*)", case.written.strip())
    parent = find(case.root, case.found.path[:-1]).node
    keys = keys_of(shape_at(case.shape, case.found.path[:-1]))
    if not found or not isinstance(parent, Mapping) or "unit" not in keys or "unit" in parent.entries:
        return wanted("number_wanted")(case)
    instead = case.line(f"{found[1]}, unit: {quoted(found[2])}") if parent.flow else ""
    return case.problem("number_with_unit", instead, key=case.key, number=found[1], unit=found[2])


def yes_no(case: Case) -> Problem:
    """Neither yes nor no; other words for yes and no are known."""
    right = YES_AND_NO.get(case.written.strip().casefold(), "")
    node = case.found.node
    if isinstance(node, Scalar) and node.text in (None, ""):
        return case.problem("value_missing", key=case.key)
    return case.problem("yes_no_wanted", case.line(right) if right else "", key=case.key, text=case.written)


def number_ambiguous(case: Case) -> Problem:
    """A number whose dot can mean thousands or decimals."""
    return case.problem("number_ambiguous", case.line(case.mistake.values["plain"]), **case.mistake.values)


def other(case: Case) -> Problem:
    """Whatever has no teller of its own."""
    return case.problem("bad_form", key=case.key, text=case.written)
