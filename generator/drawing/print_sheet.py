"""A piece of the print kit as a PDF at its true size, in vectors."""

import re
import unicodedata
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from generator.drawing.page_boxes import with_page_boxes
from generator.drawing.qr import QUIET_ZONE, dark_runs, qr_matrix, qr_svg, smallest_print_mm
from generator.drawing.qr.matrix import QrMatrix
from generator.drawing.typst import PdfSettings, typeset, typst_digest
from generator.frozen import frozen
from generator.print_kit import PLAIN, Finish, PrintFormat, PrintPiece

_MM_PER_METRE = 1000
_DISTANCE_PER_WIDTH = 10
_LONG = re.compile(r"\S{31,}")
_BREAK = "\u200b"
# Lines do not break at a space beside a bracket, a dash or the like (UAX 14, LB13 to LB17) unless a sign allows it.
_IN_A_NUMBER = re.compile(r"(?<=\d) (?=\d)")
_BESIDE_A_SIGN = re.compile(r"(?<=\W) | (?=\W)")


@frozen
class CodeSize:
    """How wide the picture of the code is, its quiet zone included, and from how far a phone reads it."""

    width_mm: float
    reads_from_m: float
    far_enough: bool


def code_size(piece: PrintPiece, form: PrintFormat) -> CodeSize:
    """Size the code for the distance it is read from, as far as the format has room."""
    matrix = qr_matrix(piece.address)
    wanted = smallest_print_mm(matrix, piece.distance_m or form.distance_m)
    width = min(max(float(wanted), form.code_least), form.code_most)
    return CodeSize(width, _reads_from(matrix, width), width >= wanted)


def _reads_from(matrix: QrMatrix, width_mm: float) -> float:
    """Give the distance in metres: ten times the width of the code without its quiet zone, to a tenth below."""
    code_mm = width_mm * matrix.size / (matrix.size + 8)
    return int(code_mm * _DISTANCE_PER_WIDTH / _MM_PER_METRE * 10 + 1e-9) / 10


@lru_cache(maxsize=16)
def print_pdf(piece: PrintPiece, form: PrintFormat, finish: Finish = PLAIN) -> bytes:
    """Draw `piece` in `form`: one page of the paper's size, with what `finish` adds around it."""
    data: dict[str, Any] = {
        "words": [_composed(asdict(words)) for words in piece.words],
        "short_address": piece.short_address,
        "code": _code(piece),
        "code_label": piece.code_label,
        "code_mm": code_size(piece, form).width_mm,
        "colours": {"accent": piece.accent, "ink": piece.ink, "tint": piece.tint},
        "size": {"width": form.width, "height": form.height, "safe": form.safe},
        "paper": asdict(form.paper),
        "inks": finish.inks,
        "bleed": finish.bleed_mm,
        "margin": finish.margin_mm,
    }
    made = typeset(_template(form), data, PdfSettings())
    if not finish.margin_mm:
        return made
    return with_page_boxes(made, trim_mm=finish.margin_mm, bleed_mm=finish.margin_mm - finish.bleed_mm)


def _code(piece: PrintPiece) -> dict[str, Any]:
    """Give the code as a picture, and as runs of dark modules: (left, top, length), from the quiet zone's corner."""
    matrix = qr_matrix(piece.address)
    return {
        "picture": qr_svg(matrix, label=piece.code_label),
        "width": matrix.size + 2 * QUIET_ZONE,
        "runs": [(x + QUIET_ZONE, y + QUIET_ZONE, length) for x, y, length in dark_runs(matrix)],
    }


def print_digest(form: PrintFormat) -> str:
    """Give a digest of everything that draws `form`, for fingerprints."""
    return typst_digest(_template(form))


def _template(form: PrintFormat) -> str:
    return f"print/{form.layout}"


def _composed(found: Any) -> Any:
    """Give every text in NFC and without line breaks: the two ways to write a letter are one piece.

    A word that would make all the others small may break anywhere; the number to call never breaks.
    """
    if isinstance(found, str):
        plain = _IN_A_NUMBER.sub("\u00a0", " ".join(unicodedata.normalize("NFC", found).split()))
        return _LONG.sub(lambda word: _BREAK.join(word[0]), _BESIDE_A_SIGN.sub(f"{_BREAK} ", plain))
    return {key: _composed(inner) for key, inner in found.items()} if isinstance(found, dict) else found
