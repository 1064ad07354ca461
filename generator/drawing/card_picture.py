"""The card of a link as a PNG."""

import io
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.drawing.typst import typeset, typst_digest
from generator.share_card import ShareCard

if TYPE_CHECKING:
    from PIL import Image

TEMPLATE = "share/card"
MOST_BYTES = 120_000
"""Fetchers of previews on slow lines give up early; a card stays below this."""
_OWN_COLOURS = {"ground": "#fffdf9", "black_ink": "#1c1917", "soft_ink": "#57534e", "bright": "#ffffff"}
# What stands on what: their edges need the shades between.
_EDGES = (
    ("ground", "black_ink"), ("ground", "accent"), ("tint", "black_ink"), ("tint", "soft_ink"), ("tint", "accent"),
    ("accent", "ink"),
)  # fmt: skip
_SHADES = (8, 2, 0)
# Pillow compares colours in cells of four by four by four: nothing this near may stand beside a plain colour.
_NEAR = 11
_PROFILED = re.compile(rb"\[/ICCBased \d+ 0 R\]")
_LONG = re.compile(r"\S{31,}")
_BREAK = "\u200b"
_Rgb = tuple[int, int, int]


@lru_cache(maxsize=16)
def card_png(card: ShareCard) -> bytes:
    """Draw `card`: 1200 x 630 pixels with a palette, under 120 KB, the same bytes for the same card.

    Typst's own PNG has no palette and is three times as large; to make it smaller costs more than to draw the PDF.
    """
    picture = _pixels(typeset(TEMPLATE, _data(card)))
    colours = _OWN_COLOURS | {"accent": card.accent, "ink": card.ink, "tint": card.tint}
    made = b""
    for shades in _SHADES:
        made = _png(picture, _palette(tuple(colours.items()), shades))
        if len(made) < MOST_BYTES:
            break
    return made


def _pixels(pdf: bytes) -> "Image.Image":
    """Draw the one page of `pdf`, a pixel for a point."""
    import pypdfium2  # type: ignore[import-untyped]  # here, as Pillow below: slow to load, and few builds draw a card

    document = pypdfium2.PdfDocument(_without_profile(pdf))
    try:
        shown: Image.Image = document[0].render(scale=1, rev_byteorder=True).to_pil()
        return shown
    finally:
        document.close()


def _without_profile(pdf: bytes) -> bytes:
    """Name colours as plain RGB, in as many bytes: of the sRGB profile PDFium makes tables for each document anew,
    which takes as long as to draw it and changes no pixel.
    """
    return _PROFILED.sub(lambda found: b"/DeviceRGB".ljust(len(found[0])), pdf)


def _png(picture: "Image.Image", palette: "Image.Image") -> bytes:
    """Give `picture` as PNG. A higher level of compression takes ten times as long for a tenth of the size."""
    from PIL import Image

    file = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(file, "PNG", compress_level=4)
    return file.getvalue()


@lru_cache(maxsize=8)
def _palette(colours: tuple[tuple[str, str], ...], shades: int) -> "Image.Image":
    """Give the palette of a card: its plain colours, and so many shades between those that touch.

    It is known beforehand, so the colours need not be gathered from 756,000 pixels, which takes as long as all else.
    """
    from PIL import Image, ImageColor

    plain = {name: ImageColor.getrgb(colour)[:3] for name, colour in colours}
    between = (shade for one, other in _EDGES for shade in _between(plain[one], plain[other], shades))
    usable = (shade for shade in between if all(math.dist(shade, colour) >= _NEAR for colour in plain.values()))
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour in dict.fromkeys((*plain.values(), *usable)) for channel in colour])
    return palette


def _between(one: _Rgb, other: _Rgb, count: int) -> Iterator[_Rgb]:
    for step in range(1, count + 1):
        r, g, b = (round(a + (z - a) * step / (count + 1)) for a, z in zip(one, other, strict=True))
        yield r, g, b


def card_digest() -> str:
    """Give a digest of everything that draws cards, for fingerprints."""
    return typst_digest(TEMPLATE)


def _data(card: ShareCard) -> dict[str, Any]:
    """Give what the template shows, and the colours that do not depend on the site."""
    return {**_composed(asdict(card)), **_OWN_COLOURS}


def _composed(found: Any) -> Any:
    """Give every text in NFC and on one line; a word that would make all others small may break anywhere."""
    if isinstance(found, str):
        plain = " ".join(unicodedata.normalize("NFC", found).split())
        return _LONG.sub(lambda word: _BREAK.join(word[0]), plain)
    if isinstance(found, dict):
        return {key: _composed(inner) for key, inner in found.items()}
    return [_composed(inner) for inner in found] if isinstance(found, list | tuple) else found
