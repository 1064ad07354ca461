"""Problems for people and machines: text with the line and a caret, JSON, notes for GitHub Actions."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.domain.problem import DataPath, Problem, Severity
from generator.frozen import frozen
from generator.wording import Strings

_MAX_WIDTH = 100
_TAB = "    "
# The line to write is one more, and stands for none that is there.
ADDING = frozenset({"key_missing", "key_missing_line"})


def sentence(problem: Problem, strings: Strings) -> str:
    """Say what is wrong and what to do, in the language of `strings`."""
    words = str(strings.section(f"problems.{problem.code}"))
    values = (*problem.values, ("about", _about(problem, strings)))
    return _printable(words.format_map({name: _Value(text, strings) for name, text in values}))


def _about(problem: Problem, strings: Strings) -> str:
    """Say what the field that is missing means, as its explanation does."""
    values, fields = dict(problem.values), strings.section("fields")
    key = values.get("key", "")
    words = fields.get(values.get("record", ""), {}).get(key) or fields["any"].get(key, "")
    told = str(words).replace("`", "").rstrip(".")
    return told if ":" in told else re.split("[,;]", told)[0]


@frozen
class _Value:
    """A value in a sentence: `{medium}` is its text, `{medium:media}` its name in the section `media` of the words."""

    text: str
    strings: Strings

    def __format__(self, section: str) -> str:
        return str(self.strings.section(f"{section}.{self.text}")) if section else self.text


def render_text(problems: Sequence[Problem], strings: Strings) -> str:
    """Give the problems as text for a terminal, with the total at the end.

    Each has its place, the sentence, the line as it stands, a caret under the place, and the line to write.
    """
    open_ones = [problem for problem in problems if problem.severity is not Severity.NOTE]
    weighed = [_weighed(problem) for problem in problems if problem.severity is Severity.NOTE]
    blocks = ["\n".join(_block(problem, strings)) for problem in open_ones]
    if weighed:
        blocks.append("\n".join((strings.say("problem_report.weighed"), *weighed)))
    total = _total(problems, strings) if open_ones else strings.say("problem_report.none")
    return "\n\n".join((*blocks, total)) + "\n"


def _weighed(problem: Problem) -> str:
    """Give one line for a warning that staff have silenced: where, which rule, and their reason."""
    at, values = problem.location, dict(problem.values)
    return _printable(f"  {at.file}:{at.line}: {values.get('rule', '')}: {values.get('reason', '')}")


def _total(problems: Sequence[Problem], strings: Strings) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    return strings.say("problem_report.total", errors=errors, warnings=warnings)


def _block(problem: Problem, strings: Strings) -> Iterator[str]:
    at = problem.location
    severity = strings.say(f"problem_report.{problem.severity.value}")
    yield f"{at.file}:{at.line}:{at.column}: {severity}: {sentence(problem, strings)}"
    if problem.excerpt.strip():
        number = f"{at.line:>6} | "
        shown, caret = excerpt_with_caret(problem.excerpt, at.column)
        yield number + shown
        yield " " * (len(number) - 2) + "| " + caret
    if problem.instead:
        number = "" if problem.code in ADDING else str(at.line)
        yield f"  {_label(problem, strings)}:"
        yield f"{number:>6} | {_printable(problem.instead.rstrip())}"


def mended(problem: Problem, strings: Strings) -> str:
    """Say which line to write, on a line of its own with the spaces in front, as they may be what was wrong."""
    return f"{_label(problem, strings)}:\n{_printable(problem.instead.rstrip())}"


def _label(problem: Problem, strings: Strings) -> str:
    """A line is written in place of the one that is shown, or, where a key is missing, beside it."""
    return strings.say("problem_report.added" if problem.code in ADDING else "problem_report.instead")


def excerpt_with_caret(line: str, column: int) -> tuple[str, str]:
    """Give `line`, cut to a terminal's width around `column` (from 1), and the caret line under it.

    Tabs are shown as four spaces; wide characters count two places and combining marks none (UAX 11).
    """
    start = max(0, min(column - 1, len(line)) - _MAX_WIDTH * 2 // 3) if len(line) > _MAX_WIDTH else 0
    cut = line[start : start + _MAX_WIDTH]
    before = _printable(cut[: column - 1 - start])
    head, tail = ("… " if start else ""), (" …" if start + _MAX_WIDTH < len(line) else "")
    return head + _printable(cut) + tail, " " * (len(head) + display_width(before)) + "^"


def _printable(text: str) -> str:
    """Leave nothing in `text` that could move the cursor, change colours, or break the line."""
    return "".join(c if c.isprintable() else "�" for c in text.replace("\t", _TAB))


def display_width(text: str) -> int:
    """Give the number of terminal columns that `text` takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def render_json(problems: Sequence[Problem], strings: Strings) -> str:
    """Give the problems as a JSON list, one object each, with the sentence under `message`."""
    entries = [_entry(problem, strings) for problem in problems]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(problem: Problem, strings: Strings) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "path": list(problem.path),
        "message": sentence(problem, strings),
        "excerpt": problem.excerpt,
        "instead": problem.instead,
        "values": dict(problem.values),
    }


def render_github(problems: Sequence[Problem], strings: Strings) -> str:
    """Give the problems as workflow commands, which GitHub shows beside the lines of a change."""
    return "".join(_command(problem, strings) + "\n" for problem in problems)


def _command(problem: Problem, strings: Strings) -> str:
    at = problem.location
    message = sentence(problem, strings)
    if problem.instead:
        message += f"\n{mended(problem, strings)}"
    title = f",title={_property(path_text(problem.path))}" if problem.path else ""
    place = f"file={_property(at.file)},line={at.line},col={at.column}{title}"
    kind = "notice" if problem.severity is Severity.NOTE else problem.severity.value
    return f"::{kind} {place}::{_data(message)}"


def path_text(path: DataPath) -> str:
    """Write a path in the data as people read it: tasks[3].roles.lead, counted from 1."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def _data(text: str) -> str:
    """Escape a message as the workflow commands of GitHub Actions want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
