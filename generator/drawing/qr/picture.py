"""QR codes as pictures for screens and print: black on white, with their quiet zone, at a true size."""

import math
import struct
import zlib
from collections.abc import Iterator
from html import escape
from itertools import groupby

from generator.drawing.qr.matrix import QrMatrix

QUIET_ZONE = 4
"""Light modules around a code (ISO/IEC 18004, section 6.3.8)."""

_SMALLEST_MODULE_MM = 0.5
_DISTANCE_PER_WIDTH = 10


def qr_svg(matrix: QrMatrix, *, label: str, size_mm: float | None = None) -> str:
    """Draw a code as an SVG element; `label` is its name for those who do not see it.

    `size_mm` is the width of the whole picture with its quiet zone; without it the picture has no size of its
    own and fills what it stands in. Colours are attributes, as a page's security policy may forbid styles.
    """
    width = matrix.size + 2 * QUIET_ZONE
    size = "" if size_mm is None else f' width="{size_mm:g}mm" height="{size_mm:g}mm"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}"{size} role="img"'
        f' shape-rendering="crispEdges"><title>{escape(label)}</title>'
        f'<path fill="#fff" d="M0 0h{width}v{width}H0z"/><path d="{_outline(matrix)}"/></svg>'
    )


def qr_png(matrix: QrMatrix, *, size_mm: float | None = None, module_px: int = 16) -> bytes:
    """Draw a code as a PNG of one bit a pixel, `module_px` pixels a module, the quiet zone included.

    With `size_mm`, the width of the whole picture, the file says how large it is to be printed (chunk pHYs).
    """
    width = (matrix.size + 2 * QUIET_ZONE) * module_px
    header = struct.pack(">IIBBBBB", width, width, 1, 0, 0, 0, 0)
    chunks = [_chunk(b"IHDR", header)]
    if size_mm is not None:
        per_metre = round(width / size_mm * 1000)
        chunks.append(_chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)))
    pixels = b"".join(_scan_lines(matrix, module_px))
    chunks += [_chunk(b"IDAT", zlib.compress(pixels, 6)), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def smallest_print_mm(matrix: QrMatrix, viewing_distance_m: float) -> int:
    """Give the least width to print a picture at, in whole millimetres, its quiet zone included.

    The code itself, without the quiet zone, is at least a tenth of the distance wide, and no module is under
    half a millimetre.
    """
    code_mm = max(viewing_distance_m * 1000 / _DISTANCE_PER_WIDTH, matrix.size * _SMALLEST_MODULE_MM)
    whole_mm = code_mm * (matrix.size + 2 * QUIET_ZONE) / matrix.size
    return math.ceil(round(whole_mm, 6))


def _outline(matrix: QrMatrix) -> str:
    """Give the dark modules as one path: a bar for each run of them in a row."""
    return "".join(
        f"M{start + QUIET_ZONE} {row + QUIET_ZONE}h{length}v1h-{length}z" for start, row, length in dark_runs(matrix)
    )


def dark_runs(matrix: QrMatrix) -> Iterator[tuple[int, int, int]]:
    """Give the runs of dark modules in the rows, as (first column, row, length), without the quiet zone."""
    for row, modules in enumerate(matrix.rows()):
        yield from ((start, row, length) for start, length in _runs(modules))


def _runs(modules: list[bool]) -> Iterator[tuple[int, int]]:
    """Give each run of dark modules as (first column, length)."""
    column = 0
    for dark, run in groupby(modules):
        length = len(list(run))
        if dark:
            yield column, length
        column += length


def _scan_lines(matrix: QrMatrix, module_px: int) -> Iterator[bytes]:
    """Give the lines of pixels, eight a byte, 1 is white, each after its filter byte (0: as they are)."""
    quiet = [False] * QUIET_ZONE
    empty = [False] * (matrix.size + 2 * QUIET_ZONE)
    for modules in [
        *[empty] * QUIET_ZONE,
        *([*quiet, *row, *quiet] for row in matrix.rows()),
        *[empty] * QUIET_ZONE,
    ]:
        yield (b"\0" + _packed(modules, module_px)) * module_px


def _packed(modules: list[bool], module_px: int) -> bytes:
    line = "".join(("0" if dark else "1") * module_px for dark in modules)
    whole_bytes = -(-len(line) // 8)
    return int(line.ljust(whole_bytes * 8, "0"), 2).to_bytes(whole_bytes)


def _chunk(kind: bytes, content: bytes) -> bytes:
    """Give a PNG chunk: length, kind, content, checksum (PNG specification, section 5.3)."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
