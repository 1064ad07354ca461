"""Signs that notices, prints and link cards cannot show: asked of what sets them, not of a table."""

import re
import unicodedata
from functools import lru_cache

from generator.drawing.typst import signs_without_face

# Latin, Greek and Cyrillic letters, those of Vietnamese with two accents, and the usual punctuation are all there (a
# test asks for each): a text that has none but these costs nothing.
_UNUSUAL = re.compile("[^\0-\u04ff\u1e00-\u1eff\u2010-\u2026]")


def all_usual(text: str) -> bool:
    """Say whether `text` holds only signs that are surely there."""
    return text.isascii() or _UNUSUAL.search(text) is None


def sign_without_face(text: str) -> str | None:
    """Give the first sign of `text` that would show as an empty box; None where all are there."""
    return next((sign for sign in _UNUSUAL.findall(text) if _has_no_face(sign)), None)


@lru_cache(maxsize=4096)
def _has_no_face(sign: str) -> bool:
    """Signs without a look of their own (spaces, joiners) need no face."""
    return unicodedata.category(sign)[0] not in "CZM" and sign in signs_without_face(sign)
