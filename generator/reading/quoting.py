"""Lines of YAML with a value put in quotes, for corrected lines."""

import re

from generator.reading.characters import QUOTE_PAIRS

ENTRY = re.compile(r"^(?P<head>\s*(?:- +)*[\w-]+: +)(?P<value>\S.*?)\s*$")
ITEM = re.compile(r"^(?P<head>\s*(?:- +)+)(?P<value>\S.*?)\s*$")


def value_of(line: str) -> re.Match[str] | None:
    """Give the `head` and the `value` of a line; None where it has no value that can be told."""
    return ENTRY.match(line) or ITEM.match(line)


def quoted_line(line: str) -> str:
    """Give `line` with its value in straight quotes; empty where it has no value that can be told."""
    found = value_of(line)
    return found["head"] + quoted(found["value"]) if found else ""


def quoted_at(line: str, column: int) -> str:
    """Give `line` with the value at `column` (from 1) in quotes; empty where no value of a key starts there."""
    mended = quoted_line(line)
    start = column - 1
    return mended if mended[:start] == line[:start] and mended[start:column] in ("'", '"') else ""


def quoted(value: str) -> str:
    """Write `value` as a quoted YAML text. Quotes at only one end, straight or smart, are taken as a slip."""
    value = _without_stray_quotes(value)
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _without_stray_quotes(value: str) -> str:
    pair = {'"': '"', "'": "'", **QUOTE_PAIRS}
    if value[0] in pair and len(value) > 1 and value[-1] == pair[value[0]]:
        return value[1:-1]
    if value[0] in "\"'" and value.count(value[0]) == 1:
        return value[1:]
    return value[:-1] if value[-1] in "\"'" and value.count(value[-1]) == 1 else value
