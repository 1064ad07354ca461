"""The boxes of a page to be cut: print shops' programs read them (PDF 1.7, ISO 32000-1, section 14.11.2).

Typst writes the MediaBox alone, so the others are put beside it and the cross-reference table is moved along.
"""

import re

_MEDIA = re.compile(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]")
_START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10})( \d{5} n)")
_PT_PER_MM = 72 / 25.4


def with_page_boxes(pdf: bytes, *, trim_mm: float, bleed_mm: float) -> bytes:
    """Give a PDF of one page with its TrimBox and BleedBox, so far inside the edges of the page, in millimetres.

    Raises ValueError where the file is not written as Typst writes it: a bug, seen at once after an upgrade.
    """
    media, start = _MEDIA.search(pdf), _START.search(pdf)
    if media is None or start is None or _MEDIA.search(pdf, media.end()) is not None:
        raise ValueError("one page and a plain cross-reference table are expected")
    size = float(media[1]), float(media[2])
    boxes = _box(b"TrimBox", size, trim_mm) + _box(b"BleedBox", size, bleed_mm)
    at, table = media.end(), int(start[1])
    moved = _ENTRY.sub(lambda entry: _moved(entry, at, len(boxes)), pdf[table : start.start()])
    return b"".join(
        (pdf[:at], boxes, pdf[at:table], moved, b"startxref\n", str(table + len(boxes)).encode(), b"\n%%EOF")
    )


def _box(name: bytes, size: tuple[float, float], inside_mm: float) -> bytes:
    edge = inside_mm * _PT_PER_MM
    corners = (edge, edge, size[0] - edge, size[1] - edge)
    return b"/" + name + b"[" + b" ".join(f"{corner:.4f}".encode() for corner in corners) + b"]"


def _moved(entry: re.Match[bytes], after: int, by: int) -> bytes:
    offset = int(entry[1])
    return f"{offset + by if offset > after else offset:010}".encode() + entry[2]
