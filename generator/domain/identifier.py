"""Identifiers: ASCII, permanent, and the way to make one out of Vietnamese words."""

import re
import unicodedata
from typing import Annotated

from pydantic import StringConstraints

_WORD = "[a-z0-9]+"
Id = Annotated[str, StringConstraints(strip_whitespace=True, pattern=f"^{_WORD}(-{_WORD})*$", max_length=80)]


def fold(text: str) -> str:
    """Give `text` in small letters without accents (đ becomes d), for comparing and sorting."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def slug(text: str) -> str:
    """Make an identifier of Vietnamese `text`: `Góp ý` becomes `gop-y`; empty where no letter is left."""
    return "-".join(re.findall(_WORD, fold(text)))
