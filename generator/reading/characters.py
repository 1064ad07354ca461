"""Characters that nobody sees but a machine stumbles over: found, named by code, mended where harmless."""

import re
import unicodedata
from collections.abc import Iterator

from generator.frozen import frozen

# Marks that turn the direction of text can make a line read otherwise than it is (Unicode TR 36, 2.5).
_DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
# Left behind by word processors and web pages; without meaning in Vietnamese and English.
_ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u2060\ufeff"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
_HIDDEN = re.compile(f"(?P<direction_mark>[{_DIRECTION}])|(?P<zero_width>[{_ZERO_WIDTH}])|(?P<control>[{_CONTROL}])")
_ANY_HIDDEN = re.compile(f"[{_DIRECTION}{_ZERO_WIDTH}{_CONTROL}]")
# Line and paragraph separators and the many widths of space become a plain space: the words stay the same.
_SPACES = re.compile("[\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
QUOTE_PAIRS = {"“": "”", "‘": "’", "„": "“", "«": "»", "”": "”", "’": "’"}


@frozen
class Hidden:
    """One hidden character: what kind, and its offset in the line (from 0)."""

    kind: str
    offset: int
    character: str

    @property
    def code_point(self) -> str:
        """Its number as Unicode writes it, e.g. "U+200B"."""
        return f"U+{ord(self.character):04X}"


def normalised(text: str) -> str:
    """Give `text` in NFC, with `\\n` line ends and plain spaces; line and column numbers stay true."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _SPACES.sub(" ", lines))


def has_hidden(text: str) -> bool:
    """Say whether `hidden_in` would give anything; asked once of a whole file, as nearly none has any."""
    return _ANY_HIDDEN.search(text) is not None


def hidden_in(line: str) -> Iterator[Hidden]:
    """Give the hidden characters of `line` in order."""
    for found in _HIDDEN.finditer(line):
        yield Hidden(found.lastgroup or "control", found.start(), found.group())


def without_hidden(line: str) -> str:
    """Give `line` without hidden characters."""
    return _HIDDEN.sub("", line)
