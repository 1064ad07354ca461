"""Why a file is not YAML: the likely slip of the person who wrote it, and the corrected line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from generator.domain.problem import Problem
from generator.reading.characters import QUOTE_PAIRS
from generator.reading.source import Source

_TABBED = re.compile(r"^( *)(\t[ \t]*)(?=\S)")
_ENTRY = re.compile(r"^(?P<head>\s*(?:- +)*[\w-]+: +)(?P<value>\S.*?)\s*$")
_ITEM = re.compile(r"^(?P<head>\s*(?:- +)+)(?P<value>\S.*?)\s*$")
_NO_SPACE = re.compile(r"^(\s*(?:- +)*[\w-]+):(?=[^\s/:\\])")
_NO_COLON = re.compile(r"^(\s*(?:- +)*[a-z_]+)\s+(?=\S)")
_NO_COLON_SAID = "could not find expected ':'"
_INDENT = re.compile(r"^ *")
_DASHED = re.compile(r"^ *- +")
_RECORD = re.compile(r"^\s*(?:- +)*[\w-]+: +\{ *[a-z_]+:.*\}\s*$")
# A quoted text that runs into the next key: its own closing quote is missing.
_RUNS_ON = re.compile(r'"[^"]*?(?=, *[a-z_]+: *"[^\s,}\]:])')
_NEXT_OR_END = re.compile(r", *[a-z_]+: |\s*\}\s*$")


def tab_problems(source: Source) -> Iterator[Problem]:
    """Give a problem for each line that is indented with tabs."""
    for number, line in enumerate(source.lines, 1):
        found = _TABBED.match(line)
        if found:
            spaces = found[1] + "  " * found[2].count("\t") + " " * found[2].count(" ")
            yield source.problem("tab", number, found.start(2) + 1, instead=spaces + line[found.end() :])


def quoted_line(line: str) -> str:
    """Give `line` with its value in straight quotes; empty where it has no value that can be told."""
    found = _ENTRY.match(line) or _ITEM.match(line)
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


# The code of the problem, the line, the column (0: where the reader stopped), the corrected line.
Cause = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Slip:
    """Where the YAML reader stopped: its message, its line, and the line where the broken part began."""

    source: Source
    message: str
    line: int
    start: int

    @property
    def stopped(self) -> str:
        """The line at which the reader stopped."""
        return self.source.line(self.line)

    @property
    def began(self) -> str:
        """The line on which the broken part began."""
        return self.source.line(self.start)


def explain_syntax(source: Source, error: yaml.YAMLError) -> Problem:
    """Turn what the YAML reader says into the likely cause: code, place and the corrected line."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    began = getattr(error, "context_mark", None)
    start = began.line + 1 if began else line
    slip = Slip(source, str(getattr(error, "problem", "") or ""), line, start)
    for cause in _CAUSES:
        found = cause(slip)
        if found:
            code, at, where, instead = found
            return source.problem(code, at, where or column, instead=instead)
    last = min(line, max(len(source.lines), 1))
    return source.problem("yaml_syntax", last, column if last == line else 1)


def _quote_not_closed(slip: Slip) -> Cause | None:
    """The reader runs to the end of the file or to a line that cannot belong to the quoted text."""
    if (
        "quoted scalar" not in slip.message
        and "end of stream" not in slip.message
        and "document indicator" not in slip.message
    ):
        return None
    text = slip.began
    odd = next((q for q in "\"'" if text.count(q) % 2), None)
    if odd and _RECORD.match(text):
        return _quote_open_at(text, slip.start, text.rindex(odd))
    return ("quote_not_closed", slip.start, text.index(odd) + 1, quoted_line(text)) if odd else None


def _quote_open_at(text: str, line: int, at: int) -> Cause:
    """Close the quote at `at`, within braces on one line, before the next key or the closing brace."""
    end = _NEXT_OR_END.search(text, at + 1)
    instead = text[: end.start()] + text[at] + text[end.start() :] if end else ""
    return "quote_not_closed", line, at + 1, instead


def _quote_open_in_record(slip: Slip) -> Cause | None:
    """A quote that is missing within braces; the whole in quotes would be no record any more."""
    text = slip.stopped
    if "did not find expected" not in slip.message or not _RECORD.match(text):
        return None
    open_quote = _RUNS_ON.search(text)
    return _quote_open_at(text, slip.line, open_quote.start()) if open_quote else None


def _bracket_not_closed(slip: Slip) -> Cause | None:
    if not re.search(r"did not find expected '[,\]}]|expected ',' or", slip.message):
        return None
    text = slip.began
    pairs = (("[", "]"), ("{", "}"))
    wanted = next((p for p in pairs if text.count(p[0]) > text.count(p[1])), None)
    return ("bracket_not_closed", slip.start, text.index(wanted[0]) + 1, text.rstrip() + wanted[1]) if wanted else None


def _smart_quotes(slip: Slip) -> Cause | None:
    text = slip.stopped
    found = _ENTRY.match(text) or _ITEM.match(text)
    if found and found["value"][0] in QUOTE_PAIRS:
        return "smart_quotes", slip.line, found.start("value") + 1, quoted_line(text)
    return None


def _colon_in_text(slip: Slip) -> Cause | None:
    if "mapping values are not allowed" not in slip.message:
        return None
    text = slip.stopped
    found = _ENTRY.match(text) or _ITEM.match(text)
    if found and re.search(r":( |$)", found["value"]):
        return "colon_in_text", slip.line, found.start("value") + 1, quoted_line(text)
    return _indented_too_far(slip.source, slip.line)


def _indented_too_far(source: Source, line: int) -> Cause | None:
    """A key deeper than the one above it, whose value stands on its own line."""
    above = next((n for n in range(line - 1, 0, -1) if source.line(n).strip()), 0)
    before = _NO_SPACE.match(source.line(above))
    if before:
        mended = _NO_SPACE.sub(r"\1: ", source.line(above))
        return "space_after_colon", above, before.end(), mended
    if _depth(source, line) <= _depth(source, above):
        return _colon_missing(Slip(source, _NO_COLON_SAID, above, above))
    instead = " " * _depth(source, above) + source.line(line).strip()
    return "indentation", line, 1, instead


def _depth(source: Source, line: int) -> int:
    found = _INDENT.match(source.line(line))
    return found.end() if found else 0


def _colon_missing(slip: Slip) -> Cause | None:
    if _NO_COLON_SAID not in slip.message:
        return None
    text = slip.began
    spaced = _NO_SPACE.match(text)
    if spaced:
        return "space_after_colon", slip.start, spaced.end(), _NO_SPACE.sub(r"\1: ", text)
    found = _NO_COLON.match(text)
    return "colon_missing", slip.start, 1, _NO_COLON.sub(r"\1: ", text) if found and ":" not in text else ""


def _bad_start(slip: Slip) -> Cause | None:
    """`@`, a backtick, `%` or a tab cannot begin a text that is not in quotes."""
    if "cannot start any token" not in slip.message:
        return None
    text = slip.stopped
    if "\t" in text:
        return "tab", slip.line, text.index("\t") + 1, text.replace("\t", " ")
    return "quote_needed", slip.line, 0, quoted_line(text)


def _signed_start(slip: Slip) -> Cause | None:
    """`*`, `|`, `>`, `?` or `&` in front of a text on one line was meant as part of it."""
    text = slip.stopped
    found = _ENTRY.match(text) or _ITEM.match(text)
    if found is None or not re.match(r"([*|>?&!] |[*|>&!]$)", found["value"]):
        return None
    return "quote_needed", slip.line, found.start("value") + 1, quoted_line(text)


def _text_after_quotes(slip: Slip) -> Cause | None:
    text = slip.stopped
    found = _ENTRY.match(text) or _ITEM.match(text)
    if found and found["value"][0] in "\"'[{" and "did not find expected" in slip.message:
        return "text_after_quotes", slip.line, found.start("value") + 1, quoted_line(text)
    return None


def _dash_missing(slip: Slip) -> Cause | None:
    text = slip.stopped
    if "expected '-' indicator" in slip.message and text.strip():
        if _depth(slip.source, slip.line) > _depth(slip.source, slip.start) and ":" in text:
            return "indentation", slip.line, 1, " " * _content_depth(slip.source, slip.line) + text.strip()
        return "dash_missing", slip.line, 1, " " * _depth(slip.source, slip.start) + "- " + text.strip()
    return None


def _content_depth(source: Source, line: int) -> int:
    """Give the column at which the entry above `line` begins after its dash."""
    dashes = (_DASHED.match(source.line(n)) for n in range(line - 1, 0, -1))
    return next((dash.end() for dash in dashes if dash), 0)


def _dash_stray(slip: Slip) -> Cause | None:
    text = slip.stopped.lstrip()
    if text.startswith("-") and ("expected <block end>" in slip.message or "block sequence entries" in slip.message):
        return "dash_stray", slip.line, 0, ""
    return None


def _wrong_indentation(slip: Slip) -> Cause | None:
    if "did not find expected key" not in slip.message:
        return None
    depth = _nearest_depth(slip.source, slip.line)
    instead = " " * depth + slip.stopped.strip() if slip.stopped.strip() else ""
    return "indentation", slip.line, 1, instead


def _nearest_depth(source: Source, line: int) -> int:
    """Give the indentation of the lines above that `line` most likely should have: the nearest."""
    depths = [_depth(source, n) for n in range(line - 1, 0, -1) if source.line(n).strip()]
    return min(depths, key=lambda depth: abs(depth - _depth(source, line)), default=0)


_CAUSES: tuple[Callable[[Slip], Cause | None], ...] = (
    _smart_quotes,
    _colon_in_text,
    _bad_start,
    _signed_start,
    _quote_not_closed,
    _bracket_not_closed,
    _colon_missing,
    _quote_open_in_record,
    _text_after_quotes,
    _dash_missing,
    _dash_stray,
    _wrong_indentation,
)
