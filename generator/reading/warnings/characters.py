"""Characters: letters in pieces, and letters that were lost."""

import unicodedata
from collections.abc import Iterator

from generator.reading.nodes import find
from generator.reading.warnings.evidence import Evidence, Finding, finding

_LOST = "\ufffd"


def letters_in_pieces(evidence: Evidence) -> Iterator[Finding]:
    """E07: the file is not in NFC. It is read as if it were, but other programs may not find its words."""
    text = evidence.data.decode("utf-8", "replace")
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield finding("letters_in_pieces", (), group="file", subject=str(number))


def character_lost(evidence: Evidence) -> Iterator[Finding]:
    """E05: a text holds U+FFFD, which stands where a character could not be read."""
    if _LOST not in evidence.document.source.text:
        return
    for named in evidence.texts:
        if _LOST in named.text:
            line = find(evidence.document.root, named.path).node.line
            yield finding("character_lost", named.path, line=line)
