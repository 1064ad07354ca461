"""Characters: letters in pieces, and letters that were lost."""

import unicodedata
from collections.abc import Iterator

from generator.domain.problem import DataPath
from generator.reading.faces import all_usual
from generator.reading.faces import sign_without_face as sign_without
from generator.reading.nodes import find
from generator.reading.warnings.evidence import Evidence, Finding, finding

_LOST = "\ufffd"


def letters_in_pieces(evidence: Evidence) -> Iterator[Finding]:
    """E07: the file is not in NFC. It is read as if it were, but other programs may not find its words."""
    text = evidence.data.decode("utf-8", "replace")
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield finding("letters_in_pieces", _text_at(evidence, number), group="file", subject=str(number))


def _text_at(evidence: Evidence, line: int) -> DataPath:
    """Give the path of the last text that begins on `line` or above it."""
    lines = ((find(evidence.document.root, named.path).node.line, named.path) for named in evidence.texts)
    return next((path for start, path in reversed(list(lines)) if start <= line), ())


def character_lost(evidence: Evidence) -> Iterator[Finding]:
    """E05: a text holds U+FFFD, which stands where a character could not be read."""
    if _LOST not in evidence.document.source.text:
        return
    for named in evidence.texts:
        if _LOST in named.text:
            yield finding("character_lost", named.path)


def sign_without_face(evidence: Evidence) -> Iterator[Finding]:
    """E05: a sign that the faces of notices, posters and link cards do not have: they show an empty box."""
    if all_usual(evidence.document.source.text):
        return
    for named in evidence.texts_in_all_languages:
        missing = sign_without(named.text)
        if missing is not None:
            yield finding("sign_without_face", named.path, sign=missing)
