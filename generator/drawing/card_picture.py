"""The card of a link as a PNG."""

import io
import re
import unicodedata
from dataclasses import asdict
from functools import lru_cache
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from generator.drawing.typst import typeset, typst_digest
from generator.share_card import ShareCard

TEMPLATE = "share/card"
MOST_BYTES = 120_000
"""Fetchers of previews on slow lines give up early; a card stays below this."""
_COLOURS = (64, 16, 4)
_LONG = re.compile(r"\S{31,}")
_BREAK = "\u200b"


@lru_cache(maxsize=16)
def card_png(card: ShareCard) -> bytes:
    """Draw `card`: 1200 x 630 pixels with a palette, under 120 KB, the same bytes for the same card.

    Typst's own PNG has no palette and is three times as large; to make it smaller costs more than to draw the PDF.
    """
    data: dict[str, Any] = _composed(asdict(card))
    picture = _pixels(typeset(TEMPLATE, data))
    made = b""
    for colours in _COLOURS:
        made = _png(picture, colours)
        if len(made) < MOST_BYTES:
            break
    return made


def _pixels(pdf: bytes) -> Image.Image:
    """Draw the one page of `pdf`, a pixel for a point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        shown: Image.Image = document[0].render(scale=1, rev_byteorder=True).to_pil()
        return shown.convert("RGB")
    finally:
        document.close()


def _png(picture: Image.Image, colours: int) -> bytes:
    """Give `picture` as PNG. A higher level of compression takes ten times as long for a tenth of the size."""
    file = io.BytesIO()
    few = picture.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, "PNG", compress_level=4)
    return file.getvalue()


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
