"""From the bytes of a file to its text: encoding, line ends, hidden characters; what is wrong as problems."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any

from generator.domain.problem import DataPath, Location, Problem, Severity
from generator.frozen import frozen
from generator.reading.characters import has_hidden, hidden_in, normalised, without_hidden

MAX_BYTES = 2 * 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONFLICT = re.compile(r"^(<{7}|>{7})( |$)")
# What is saved or renamed into the place of a text: how its first bytes look, and what it is.
_OTHER_KINDS = (
    (b"PK\x03\x04", "Word, Excel, ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word, Excel"),
    (b"{\\rtf", "RTF"),
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)
_MAX_EXCERPT = 300


@frozen
class Source:
    """The text of one file. `file` is relative to the project; `lines` have no line ends."""

    file: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)

    def line(self, number: int) -> str:
        """Give line `number` (from 1); empty beyond the end."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def problem(
        self,
        code: str,
        line: int,
        column: int = 1,
        *,
        path: DataPath = (),
        instead: str = "",
        severity: Severity = Severity.ERROR,
        **values: Any,
    ) -> Problem:
        """Make the problem `code` at a place of this file, with the line as excerpt."""
        return Problem(
            code=code,
            location=Location(self.file, line, column),
            severity=severity,
            path=path,
            values=tuple((name, str(value)) for name, value in values.items()),
            excerpt=self.line(line)[:_MAX_EXCERPT],
            instead=instead[:_MAX_EXCERPT],
        )


@frozen
class SourceReading:
    """What came of reading bytes: the text, unless it cannot be read at all, and the problems."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


def source_of(file: str, text: str) -> Source:
    """Make a `Source` of text that is already decoded."""
    return Source(file, text, tuple(text.split("\n")))


def read_source(file: str, data: bytes) -> SourceReading:
    """Decode the bytes of `file` (UTF-8, with or without a byte-order mark, any line ends) to NFC text."""
    if len(data) > MAX_BYTES:
        return _unreadable(file, "file_too_large", megabytes=MAX_BYTES // 1024 // 1024)
    kind = next((kind for head, kind in _OTHER_KINDS if data.startswith(head)), None)
    if kind is not None:
        return _unreadable(file, "file_not_text", kind=kind)
    if data.startswith(_UTF16):
        return _unreadable(file, "utf16")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(file, data, error.start)
    return _checked(source_of(file, normalised(text)))


def _unreadable(file: str, code: str, line: int = 1, **values: Any) -> SourceReading:
    return SourceReading(None, (source_of(file, "").problem(code, line, **values),))


def _not_utf8(file: str, data: bytes, at: int) -> SourceReading:
    """Text with a NUL at every other byte is UTF-16 without its mark; the rest is some old code page."""
    if data.count(b"\0") > len(data) // 4:
        return _unreadable(file, "utf16")
    return _unreadable(file, "not_utf8", data.count(b"\n", 0, at) + 1)


def _checked(source: Source) -> SourceReading:
    conflict = next(_conflicts(source), None)
    if conflict:
        return SourceReading(None, (conflict,))
    if source.text.count("\0") > len(source.text) // 4:
        return _unreadable(source.file, "utf16")
    problems = tuple(_hidden_problems(source))
    return SourceReading(_mended(source) if problems else source, problems)


def _conflicts(source: Source) -> Iterator[Problem]:
    if "<<<<<<<" not in source.text and ">>>>>>>" not in source.text:
        return
    for number, line in enumerate(source.lines, 1):
        if _CONFLICT.match(line):
            yield source.problem("merge_conflict", number)


def _hidden_problems(source: Source) -> Iterator[Problem]:
    """One problem a line: hidden characters come in swarms."""
    if not has_hidden(source.text):
        return
    for number, line in enumerate(source.lines, 1):
        found = next(hidden_in(line), None)
        if found:
            mild = found.kind == "zero_width"
            yield source.problem(
                f"hidden_{found.kind}",
                number,
                found.offset + 1,
                instead=without_hidden(line),
                severity=Severity.WARNING if mild else Severity.ERROR,
                character=found.code_point,
            )


def _mended(source: Source) -> Source:
    """Leave the hidden characters out, so that the rest of the file can be checked too."""
    return source_of(source.file, "\n".join(without_hidden(line) for line in source.lines))
