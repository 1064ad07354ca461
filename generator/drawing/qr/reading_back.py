"""Reads a code out of the very file that is handed out, as a phone would: from pixels."""

import io
from functools import lru_cache

import pypdfium2  # type: ignore[import-untyped]
import typst
import zxingcpp
from PIL import Image

from generator.drawing.qr.printed import Format

# A code of up to 60 modules across then has 8 pixels a module and more.
_PIXELS = 600
_POINTS_PER_INCH = 72
_SHOW_SVG = b"""
#set page(width: 100pt, height: auto, margin: 10pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 80pt)
"""


def texts_in(data: bytes, form: Format, pixels: int = _PIXELS) -> set[str]:
    """Give the texts of all codes in a picture file; none where nothing can be read.

    A PDF is drawn `pixels` wide: more are needed where the code is a small part of the page.
    """
    picture = _pdf(data, pixels) if form == "pdf" else {"png": _png, "svg": _svg}[form](data)
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def _png(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as opened:
        return opened.convert("L")


def _svg(data: bytes) -> Image.Image:
    """Draw an SVG as pixels, by the same means as browsers: its own shapes, nothing that we know of it."""
    ppi = _PIXELS / 100 * _POINTS_PER_INCH
    shown = _compiler().compile(_SHOW_SVG, format="png", ppi=ppi, sys_inputs={"svg": data.decode()})
    if not isinstance(shown, bytes):
        raise TypeError(f"typst gave {type(shown).__name__} for one page")
    return _png(shown)


def _pdf(data: bytes, pixels: int) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        shown: Image.Image = page.render(scale=pixels / page.get_width()).to_pil()
        return shown.convert("L")
    finally:
        document.close()


@lru_cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(ignore_system_fonts=True)
