"""Slips of signs: quotes and brackets left open, signs with a meaning of their own in front of a text."""

import re

from generator.reading.characters import QUOTE_PAIRS
from generator.reading.quoting import quoted, quoted_line, value_of
from generator.reading.slips.slip import Cause, Slip

_RECORD = re.compile(r"^\s*(?:- +)*[\w-]+: +\{ *[a-z_]+:.*\}\s*$")
# A quoted text that runs into the next key: its own closing quote is missing.
_RUNS_ON = re.compile(r'"[^"]*?(?=, *[a-z_]+: *"[^\s,}\]:])')
_NEXT_OR_END = re.compile(r", *[a-z_]+: |\s*\}\s*$")
_BULLET = re.compile(r"^(\s*)([*•]) +(?=\S)")
_FOLDED = re.compile(r"^(?P<head>\s*(?:- +)*[\w-]+: +)[|>][-+]?(?P<value>[^\s\d+-].*?)\s*$")
_SIGN_IN_RECORD = re.compile(r"(?<=: )[@`%|>*&!][^,{}\[\]]*?(?= *[,}])")
_REMARK = re.compile(r"^(\s*)(?:<!--|//|/\*)\s*(.*?)\s*(?:-->|\*/)?\s*$")


def remark(slip: Slip) -> Cause | None:
    """`<!-- … -->`, `// …` and `/* … */` are remarks elsewhere; here a remark begins with `#`."""
    for line in (slip.start, slip.line):
        found = _REMARK.match(slip.source.line(line))
        if found:
            return "remark_sign", line, found.end(1) + 1, f"{found[1]}# {found[2]}"
    return None


def quote_not_closed(slip: Slip) -> Cause | None:
    """The reader runs to the end of the file or to a line that cannot belong to the quoted text."""
    told = ("quoted scalar", "end of stream", "document indicator")
    if not any(words in slip.message for words in told):
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


def quote_open_in_record(slip: Slip) -> Cause | None:
    """A quote that is missing within braces; the whole in quotes would be no record any more."""
    text = slip.stopped
    if "did not find expected" not in slip.message or not _RECORD.match(text):
        return None
    open_quote = _RUNS_ON.search(text)
    return _quote_open_at(text, slip.line, open_quote.start()) if open_quote else None


def bracket_not_closed(slip: Slip) -> Cause | None:
    """`[` or `{` has no partner on its line."""
    if not re.search(r"did not find expected '[,\]}]|expected ',' or|expected node content", slip.message):
        return None
    # At the end of the file the reader no longer tells where the part began.
    at_end = slip.line > slip.source.text.rstrip().count("\n") + 1
    lines = (slip.start, *range(slip.line, 0, -1)) if at_end else (slip.start,)
    return next((found for found in (_open_bracket(slip, line) for line in lines) if found), None)


def _open_bracket(slip: Slip, line: int) -> Cause | None:
    text = slip.source.line(line)
    wanted = next((pair for pair in ("[]", "{}") if text.count(pair[0]) > text.count(pair[1])), None)
    return ("bracket_not_closed", line, text.index(wanted[0]) + 1, text.rstrip() + wanted[1]) if wanted else None


def smart_quotes(slip: Slip) -> Cause | None:
    """Curved quotes hold nothing together."""
    found = value_of(slip.stopped)
    if found and found["value"][0] in QUOTE_PAIRS:
        return "smart_quotes", slip.line, found.start("value") + 1, quoted_line(slip.stopped)
    return None


def bullet(slip: Slip) -> Cause | None:
    """`* id: a` was meant as an entry of a list."""
    found = _BULLET.match(slip.stopped)
    if found is None or not re.search("alias|alphabetic", slip.message):
        return None
    return "bullet_star", slip.line, found.start(2) + 1, _BULLET.sub(r"\1- ", slip.stopped)


def bad_start(slip: Slip) -> Cause | None:
    """`@`, a backtick, `%` or a tab cannot begin a text that is not in quotes."""
    if "cannot start any token" not in slip.message:
        return None
    text = slip.stopped
    if "\t" in text:
        return "tab", slip.line, text.index("\t") + 1, text.replace("\t", " ")
    return "quote_needed", slip.line, 0, _quoted_in_record(slip) or quoted_line(text)


def _quoted_in_record(slip: Slip) -> str:
    """Within braces only the sign and what follows it go into quotes."""
    text = slip.stopped
    found = _SIGN_IN_RECORD.search(text) if re.search(r"[\[{] *[a-z_]+:", text) else None
    return text[: found.start()] + quoted(found[0]) + text[found.end() :] if found else ""


def folded_on_the_line(slip: Slip) -> Cause | None:
    """`>-Text`: the sign for a long text stands alone on its line."""
    found = _FOLDED.match(slip.stopped)
    if found is None or "comment or line break" not in slip.message:
        return None
    return "folded_on_line", slip.line, found.end("head") + 1, found["head"] + quoted(found["value"])


def signed_start(slip: Slip) -> Cause | None:
    """`*`, `|`, `>`, `?` or `&` in front of a text on one line was meant as part of it."""
    found = value_of(slip.stopped)
    if found is None or not re.match(r"([*|>?&!] |[*|>?&!]$|\*\*)", found["value"]):
        return None
    return "quote_needed", slip.line, found.start("value") + 1, quoted_line(slip.stopped)


def text_after_quotes(slip: Slip) -> Cause | None:
    """Words go on after a closing quote or bracket."""
    found = value_of(slip.stopped)
    if found and found["value"][0] in "\"'[{" and "did not find expected" in slip.message:
        return "text_after_quotes", slip.line, found.start("value") + 1, quoted_line(slip.stopped)
    return None
