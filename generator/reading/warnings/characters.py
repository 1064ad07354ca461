"""Characters: letters in pieces, and letters that were lost."""

import unicodedata
from collections.abc import Iterator

from generator.domain.problem import DataPath
from generator.reading.nodes import find
from generator.reading.warnings.evidence import Evidence, Finding, finding

_LOST = "\ufffd"
# Writing that the faces of notices and posters do not have, by the first word of its letters' Unicode names.
_WITHOUT_FACE = frozenset(
    {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "KHMER", "THAI", "TAI", "NEW", "CHAM", "MYANMAR"}
    | {"DEVANAGARI", "BENGALI", "TAMIL", "ETHIOPIC", "MONGOLIAN", "TIBETAN", "JAVANESE"}
)
_PICTURES = 0x1F000


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
    """E05: a picture sign or a letter that the faces of notices and posters do not have: paper shows an empty box."""
    if evidence.document.source.text.isascii():
        return
    for named in evidence.texts:
        missing = next((sign for sign in named.text if _has_no_face(sign)), None)
        if missing is not None:
            yield finding("sign_without_face", named.path, sign=missing)


def _has_no_face(sign: str) -> bool:
    if sign < "\u0530":
        return False
    name = unicodedata.name(sign, "").partition(" ")[0]
    return ord(sign) >= _PICTURES or (unicodedata.category(sign)[0] == "L" and name in _WITHOUT_FACE)
