"""What pydantic and the domain say of wrong data, told as problems: where, what, and the line to write."""

from collections.abc import Callable
from collections.abc import Mapping as Values
from typing import Any

from generator.domain.problem import DataPath, Problem
from generator.domain.text import DEFAULT_LANGUAGE
from generator.reading.case import Case, Mistake
from generator.reading.nodes import Mapping, Node, find
from generator.reading.source import Source
from generator.reading.telling.bodies import body_ambiguous, body_unknown
from generator.reading.telling.keys import language_code, missing, unknown_key, vietnamese_missing
from generator.reading.telling.values import (
    carried,
    choice,
    form_address,
    list_wanted,
    number_ambiguous,
    number_wanted,
    other,
    pattern,
    record_wanted,
    smart_quotes,
    text_wanted,
    time_impossible,
    too_long,
    wanted,
    yes_no,
)


def explain(source: Source, root: Node, shape: Any, mistake: Mistake) -> Problem:
    """Turn one mistake into the problem that tells a person what to write."""
    case = Case(source, root, shape, mistake, find(root, _as_written(root, mistake.loc)))
    quotes = smart_quotes(case)
    if quotes:
        return quotes
    teller = _TELLERS.get(mistake.kind)
    if teller is None:
        teller = next((tell for start, tell in _BY_BEGINNING if mistake.kind.startswith(start)), other)
    return teller(case)


def _as_written(root: Node, loc: DataPath) -> DataPath:
    """Texts are checked as a Vietnamese one with (language, text) pairs; people write {vi: …, en: …}."""
    if "translations" not in loc[:-1]:
        return loc
    at = loc.index("translations")
    node = find(root, loc[:at]).node
    others = [key for key in node.entries if key != DEFAULT_LANGUAGE] if isinstance(node, Mapping) else []
    index = loc[at + 1]
    return (*loc[:at], others[index]) if isinstance(index, int) and index < len(others) else loc


_TELLERS: Values[str, Callable[[Case], Problem]] = {
    "unexpected_keyword_argument": unknown_key,
    "extra_forbidden": unknown_key,
    "missing": missing,
    "missing_argument": missing,
    "missing_keyword_only_argument": missing,
    "enum": choice,
    "literal_error": choice,
    "string_pattern_mismatch": pattern,
    "string_too_long": too_long,
    "string_too_short": wanted("value_missing"),
    "string_type": text_wanted,
    "tuple_type": list_wanted,
    "list_type": list_wanted,
    "dict_type": record_wanted,
    "dataclass_type": record_wanted,
    "number_ambiguous": number_ambiguous,
    "number_type": number_wanted,
    "language_code": language_code,
    "body_unknown": body_unknown,
    "body_ambiguous": body_ambiguous,
    "site_address": carried,
    "code_form": carried,
    "form_address": form_address,
    "vietnamese_missing": vietnamese_missing,
    "body_missing": carried,
    "time_type": wanted("time_type"),
    "time_impossible": time_impossible,
    "day_type": wanted("day_type"),
    "day_impossible": wanted("day_impossible"),
}
# pydantic has several types of error for each wrong number, day and yes or no: bool_type, bool_parsing ...
_BY_BEGINNING: tuple[tuple[str, Callable[[Case], Problem]], ...] = (
    ("bool_", yes_no),
    ("int_", wanted("whole_number_wanted")),
    ("decimal_", number_wanted),
    ("date_", wanted("day_type")),
    ("greater_than", wanted("number_out_of_range")),
    ("less_than", wanted("number_out_of_range")),
)
