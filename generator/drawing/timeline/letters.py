"""How wide words are, roughly and rather too wide than too narrow: the fonts of phones differ."""

from functools import lru_cache
from unicodedata import combining, normalize

SIZE = 13.0
"""The size of all letters in the picture, in units of the picture: pixels on a phone 360 pixels wide."""

# Ems, after DejaVu Sans, the widest of the usual fonts.
_EMS = {
    **dict.fromkeys(" ijlIJ'.,:;/|", 0.34),
    **dict.fromkeys("frt-()[]!", 0.42),
    **dict.fromkeys('cszL“”"–?', 0.56),
    **dict.fromkeys("EFKPSTY0123456789", 0.65),
    **dict.fromkeys("mMW@%—…", 1.0),
}
_SMALL, _CAPITAL, _SIGN, _FULL = 0.65, 0.79, 0.85, 1.0
_BOLD = 1.13


@lru_cache(4096)
def text_width(text: str, *, bold: bool = False) -> float:
    """Give the width of a line in units of the picture; the names of days and months come again and again."""
    return sum(map(_letter_width, normalize("NFD", text))) * SIZE * (_BOLD if bold else 1)


@lru_cache(1024)
def _letter_width(letter: str) -> float:
    """Give the width of a letter in ems."""
    if combining(letter):
        return 0.0
    if not letter.isalpha():
        return _EMS.get(letter, _SIGN)
    if ord(letter) > 0x1FFF:
        return _FULL
    return _EMS.get(letter, _CAPITAL if letter.isupper() else _SMALL)


def shortened(text: str, room: float) -> str:
    """Give the words of `text` that fit into `room`, with an ellipsis where some are left out; "" where none do."""
    if text_width(text) <= room:
        return text
    words = normalize("NFC", text).split()
    for end in range(len(words) - 1, 0, -1):
        fitting = " ".join(words[:end]).rstrip(",;:.–- ") + "…"
        if text_width(fitting) <= room:
            return fitting
    return ""
