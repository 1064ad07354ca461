"""The card of a link as a PNG."""

import io
import re
import unicodedata
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from PIL import Image

from generator.drawing.typst import typeset_picture, typst_digest
from generator.share_card import ShareCard

TEMPLATE = "share/card"
MOST_BYTES = 120_000
"""Fetchers of previews on slow lines give up early; a card stays below this."""
_COLOURS = (128, 32, 8)
_LONG = re.compile(r"\S{31,}")
_BREAK = "\u200b"


@lru_cache(maxsize=16)
def card_png(card: ShareCard) -> bytes:
    """Draw `card`: 1200 x 630 pixels, under 120 KB, the same bytes for the same card.

    What Typst writes is taken as it is where it is small enough, since making it anew takes as long as drawing it.
    """
    data: dict[str, Any] = _composed(asdict(card))
    made = typeset_picture(TEMPLATE, data)
    return made if len(made) < MOST_BYTES else _with_few_colours(made)


def _with_few_colours(png: bytes) -> bytes:
    """Give the picture with a palette: with as many colours as there is room for, 128 where possible."""
    with Image.open(io.BytesIO(png)) as picture:
        opaque = picture.convert("RGB")
    smaller = png
    for colours in _COLOURS:
        file = io.BytesIO()
        opaque.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            file, "PNG", compress_level=6
        )
        smaller = file.getvalue()
        if len(smaller) < MOST_BYTES:
            break
    return smaller


def card_digest() -> str:
    """Give a digest of everything that draws cards, for fingerprints."""
    return typst_digest(TEMPLATE)


def _composed(found: Any) -> Any:
    """Give every text in NFC and on one line; a word that would make all others small may break anywhere."""
    if isinstance(found, str):
        plain = " ".join(unicodedata.normalize("NFC", found).split())
        return _LONG.sub(lambda word: _BREAK.join(word[0]), plain)
    if isinstance(found, dict):
        return {key: _composed(inner) for key, inner in found.items()}
    return [_composed(inner) for inner in found] if isinstance(found, list | tuple) else found
