"""An official paper as PDF."""

import re
import unicodedata
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from generator.drawing.qr import qr_matrix, qr_svg
from generator.drawing.typst import PdfSettings, typeset
from generator.official_paper import OfficialPaper

TEMPLATE = "official_paper"
_LONG = re.compile(r"[^\s/._?&=-]{30,}")
_BREAK = "\u200b"


@lru_cache(maxsize=16)
def official_pdf(paper: OfficialPaper, settings: PdfSettings) -> bytes:
    """Set `paper` on A4 pages: tagged (PDF/UA-1), its faces embedded, the same bytes for the same paper."""
    data: dict[str, Any] = asdict(paper)
    data["layout"]["text"] = dict(data["layout"]["text"])
    data["layout"]["marks"] = dict(data["layout"]["marks"])
    for unused in ("since", "until"):
        data["layout"].pop(unused)
    composed: dict[str, Any] = _composed(data)
    composed["foot"]["code_picture"] = _picture(paper.foot.code_address, paper.foot.code_label or "")
    return typeset(TEMPLATE, composed, settings)


@lru_cache(maxsize=256)
def _picture(address: str | None, label: str) -> str | None:
    return qr_svg(qr_matrix(address), label=label) if address is not None else None


def _composed(found: Any) -> Any:
    """Give the data with every text in NFC: the two ways to write a letter are one and the same paper.

    A word that no line holds may break anywhere; addresses break after their signs by themselves.
    """
    if isinstance(found, str):
        return _LONG.sub(lambda word: _BREAK.join(word[0]), unicodedata.normalize("NFC", found))
    if isinstance(found, dict):
        return {key: _composed(inner) for key, inner in found.items()}
    return [_composed(inner) for inner in found] if isinstance(found, list | tuple) else found
