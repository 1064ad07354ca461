"""Slips of layout: colons, dashes and the spaces in front of a line."""

import re
from collections.abc import Iterator

from generator.domain.problem import Problem
from generator.reading.quoting import quoted_line, value_of
from generator.reading.slips.slip import Cause, Slip, depth
from generator.reading.source import Source

_TABBED = re.compile(r"^( *)(\t[ \t]*)(?=\S)")
_NO_SPACE = re.compile(r"^(\s*(?:- +)*[\w-]+):(?=[^\s/:\\])")
# A wide colon, an equals sign, or nothing where the colon belongs.
_NO_COLON = re.compile(r"^(\s*(?:- +)*[a-z_]+)(?:\s*[：＝=]\s*|\s+)(?=\S)")
_NO_COLON_SAID = "could not find expected ':'"
_DASHED = re.compile(r"^ *- +")
_KEY = re.compile(r"^ *(?:- +)*(?P<key>[a-z_]+):( |$)")
_BLOCK = re.compile(r": *[|>][-+]?\s*$")


def tab_problems(source: Source) -> Iterator[Problem]:
    """Give a problem for each line that is indented with tabs."""
    if "\t" not in source.text:
        return
    for number, line in enumerate(source.lines, 1):
        found = _TABBED.match(line)
        if found:
            spaces = found[1] + "  " * found[2].count("\t") + " " * found[2].count(" ")
            yield source.problem("tab", number, found.start(2) + 1, instead=spaces + line[found.end() :])


def edits_not_merged(slip: Slip) -> Cause | None:
    """The line between two edits was left when the other two were deleted. (In Markdown it underlines a heading.)"""
    line = next((n for n in (slip.start, slip.line) if slip.source.line(n) == "======="), 0)
    return ("merge_conflict", line, 1, "") if line else None


def colon_in_text(slip: Slip) -> Cause | None:
    """A text with a colon in it is taken for a name and a value."""
    if "mapping values are not allowed" not in slip.message:
        return None
    text = slip.stopped
    found = value_of(text)
    if found and re.search(r":( |$)", found["value"]):
        alone = found["value"].rstrip(": ")
        stray = found["value"].endswith(":") and ":" not in alone
        mended = found["head"] + alone if stray else quoted_line(text)
        return "colon_stray" if stray else "colon_in_text", slip.line, found.start("value") + 1, mended
    return _indented_too_far(slip)


def _indented_too_far(slip: Slip) -> Cause | None:
    """A key deeper than the one above it, whose value stands on its own line."""
    source, line, above = slip.source, slip.line, slip.above
    before = _NO_SPACE.match(source.line(above))
    if before:
        mended = _NO_SPACE.sub(r"\1: ", source.line(above))
        return "space_after_colon", above, before.end(), mended
    if depth(source, line) <= depth(source, above):
        return colon_missing(Slip(source, _NO_COLON_SAID, above, above))
    if not _KEY.match(source.line(line)):
        return "colon_in_long_text", line, depth(source, line) + 1, ""
    instead = " " * _key_depth(source, above) + source.line(line).strip()
    return "indentation", line, 1, instead


def colon_missing(slip: Slip) -> Cause | None:
    """A line has no colon where its name ends."""
    if _NO_COLON_SAID not in slip.message:
        return None
    text = slip.began
    spaced = _NO_SPACE.match(text)
    if spaced:
        return "space_after_colon", slip.start, spaced.end(), _NO_SPACE.sub(r"\1: ", text)
    found = _NO_COLON.match(text)
    return "colon_missing", slip.start, 1, _NO_COLON.sub(r"\1: ", text) if found and ":" not in text else ""


def block_not_indented(slip: Slip) -> Cause | None:
    """The lines after `>-` stand at the margin, where they are no part of the text."""
    began = Slip(slip.source, slip.message, slip.start, slip.start)
    opener = slip.source.line(began.above)
    if _NO_COLON_SAID not in slip.message or not _BLOCK.search(opener):
        return None
    return "block_indentation", slip.start, 1, " " * (depth(slip.source, began.above) + 2) + began.stopped.strip()


def dash_missing(slip: Slip) -> Cause | None:
    """A line in a list has no dash, or is a line of the entry above that moved."""
    text = slip.stopped
    if "expected '-' indicator" not in slip.message or not text.strip():
        return None
    deeper = depth(slip.source, slip.line) > depth(slip.source, slip.start)
    if ":" in text and (deeper or not _begins_an_entry(slip)):
        return "indentation", slip.line, 1, " " * _content_depth(slip.source, slip.line) + text.strip()
    return "dash_missing", slip.line, 1, " " * depth(slip.source, slip.start) + "- " + text.strip()


def _begins_an_entry(slip: Slip) -> bool:
    """Say whether the line has the key with which the entries above begin, so that it is one of its own."""
    above = range(slip.line - 1, slip.start - 1, -1)
    first = next((_KEY.match(slip.source.line(n)) for n in above if _DASHED.match(slip.source.line(n))), None)
    here = _KEY.match(slip.stopped)
    return first is None or here is None or first["key"] == here["key"]


def _key_depth(source: Source, line: int) -> int:
    """Give the column at which the key of a line begins, after its dashes."""
    dashed = _DASHED.match(source.line(line))
    return dashed.end() if dashed else depth(source, line)


def _content_depth(source: Source, line: int) -> int:
    """Give the column at which the entry above `line` begins after its dash."""
    dashes = (_DASHED.match(source.line(n)) for n in range(line - 1, 0, -1))
    return next((dash.end() for dash in dashes if dash), 0)


def dash_stray(slip: Slip) -> Cause | None:
    """A dash where no list is."""
    text = slip.stopped.lstrip()
    if text.startswith("-") and re.search("expected <block end>|block sequence entries|expected key", slip.message):
        alone = depth(slip.source, slip.line) == 0 and re.match(r"- +[a-z_]+: ", text)
        return "dash_stray", slip.line, 0, text[1:].lstrip() if alone else ""
    return None


def wrong_indentation(slip: Slip) -> Cause | None:
    """A line stands at a depth that none above it has."""
    if "did not find expected key" not in slip.message:
        return None
    nearest = _nearest_depth(slip.source, slip.line)
    instead = " " * nearest + slip.stopped.strip() if slip.stopped.strip() else ""
    return "indentation", slip.line, 1, instead


def _nearest_depth(source: Source, line: int) -> int:
    """Give the indentation of the lines above that `line` most likely should have: the nearest."""
    depths = [depth(source, n) for n in range(line - 1, 0, -1) if source.line(n).strip()]
    return min(depths, key=lambda one: abs(one - depth(source, line)), default=0)
