"""A code for the printer: at its true size, with lines of text beneath, as PDF, SVG or PNG.

Typst sets all three from one description, with the letters of its own font, so that they look the same everywhere
and the same values give the same bytes.
"""

import re
import struct
import zlib
from functools import lru_cache
from html import escape
from typing import Literal

import typst

from generator.drawing.qr.matrix import QrMatrix
from generator.drawing.qr.picture import QUIET_ZONE, qr_svg

Format = Literal["pdf", "svg", "png"]
FORMATS: tuple[Format, ...] = ("svg", "png", "pdf")

_MODULE_PX = 24
_MM_PER_INCH = 25.4
_SOURCE = b"""
#set document(date: none, title: sys.inputs.title)
#let wide = float(sys.inputs.width) * 1mm
#set page(width: wide, height: auto, margin: 0mm, fill: white)
#set text(font: "Libertinus Serif", size: float(sys.inputs.letter) * 1mm, lang: "vi", fill: black)
#set par(leading: 0.5em, spacing: 0.5em)
#set image(scaling: "pixelated")
#image(bytes(sys.inputs.code), format: "svg", width: wide, alt: sys.inputs.title)
#pad(x: wide * 4%, bottom: wide * 4%)[#align(center)[#sys.inputs.lines.split("\\n").map(text).join(linebreak())]]
"""
_IMAGE = re.compile(r'<image [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*/>')
# A letter of the font is about half as wide as it is high.
_LETTER_WIDTH = 0.52


@lru_cache
def _compiler() -> typst.Compiler:
    """Make the one compiler of this process: it costs a tenth of a second, a code then a thousandth."""
    return typst.Compiler(ignore_system_fonts=True)


def qr_printed(matrix: QrMatrix, form: Format, *, size_mm: float, lines: tuple[str, ...]) -> bytes:
    """Draw a code `size_mm` wide, its quiet zone included, above `lines`, the first of which names it.

    The file says how large it is: the page of a PDF, width and height of an SVG, pHYs of a PNG.
    """
    longest = max(len(line) for line in lines)
    inputs = {
        "width": f"{size_mm:g}",
        "letter": f"{min(size_mm * 0.09, size_mm * 0.92 / (longest * _LETTER_WIDTH)):.4f}",
        "code": qr_svg(matrix, label=lines[0]),
        "lines": "\n".join(lines),
        "title": lines[0],
    }
    per_mm = _MODULE_PX * (matrix.size + 2 * QUIET_ZONE) / size_mm
    ppi = per_mm * _MM_PER_INCH if form == "png" else None
    made = _compiler().compile(_SOURCE, format=form, ppi=ppi, sys_inputs=inputs, timestamp=0)
    if not isinstance(made, bytes):
        raise TypeError(f"typst gave {type(made).__name__} for one page")
    if form == "svg":
        return _as_shapes(made.decode(), inputs["code"], inputs["title"]).encode()
    return _with_size(made, round(per_mm * 1000)) if form == "png" else made


def _as_shapes(svg: str, code: str, title: str) -> str:
    """Put the code's own shapes where Typst sets a picture within the picture, and name the whole.

    Not every program of a print shop draws an SVG in an SVG's `image`, or keeps it as shapes.
    """
    named = svg.replace(">", f' role="img"><title>{escape(title)}</title>', 1)
    return _IMAGE.sub(lambda image: code.replace("<svg", f'<svg width="{image[1]}" height="{image[2]}"', 1), named)


def _with_size(png: bytes, per_metre: int) -> bytes:
    """Write into a PNG how many pixels a metre it has (chunk pHYs, right after the header; PNG, section 11.3.4.3)."""
    content = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    header_end = 8 + 25
    return png[:header_end] + chunk + png[header_end:]
