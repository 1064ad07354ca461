"""Why a file is not YAML: the likely slip of the person who wrote it, and the corrected line."""

from collections.abc import Callable

import yaml

from generator.domain.problem import Problem
from generator.reading.slips import layout, signs
from generator.reading.slips.slip import Cause, Slip
from generator.reading.source import Source


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


# The first that knows the slip is believed, so those that are sure stand first.
_CAUSES: tuple[Callable[[Slip], Cause | None], ...] = (
    layout.edits_not_merged,
    signs.remark,
    signs.smart_quotes,
    layout.colon_in_text,
    signs.bullet,
    signs.bad_start,
    signs.folded_on_the_line,
    signs.signed_start,
    signs.quote_not_closed,
    signs.bracket_not_closed,
    layout.block_not_indented,
    layout.colon_missing,
    signs.quote_open_in_record,
    signs.text_after_quotes,
    layout.dash_missing,
    layout.dash_stray,
    layout.wrong_indentation,
)
