"""The modules of a text by the library that knows the standard: its smallest version, and our choice of a mask."""

from typing import Any

import qrcode
from qrcode.exceptions import DataOverflowError

from generator.drawing.qr.mask import as_bits, best_masked, side
from generator.drawing.qr.segments import segments

_LEVELS = {
    "L": qrcode.ERROR_CORRECT_L,
    "M": qrcode.ERROR_CORRECT_M,
    "Q": qrcode.ERROR_CORRECT_Q,
    "H": qrcode.ERROR_CORRECT_H,
}

# The last version of each class in which the length of a segment is written with the same number of bits.
_CLASS_ENDS = (9, 26, 40)


def encoded(text: str, error_correction: str) -> tuple[int, int]:
    """Give the modules along a side, and all of them as `QrMatrix.bits`; ValueError as `qr_matrix` says."""
    if not text:
        raise ValueError("an empty text has no QR code")
    code = _fitted(text, _LEVELS[error_correction])
    code.make(fit=False)
    return side(code.version), best_masked(as_bits(code.modules), code.version, code.error_correction)


def _fitted(text: str, level: int) -> Any:
    """Give the library's code, not yet made, in the smallest version that holds `text`; under mask 0."""
    for last in _CLASS_ENDS:
        code: Any = qrcode.QRCode(error_correction=level, mask_pattern=0)
        for segment in segments(text, last):
            code.add_data(segment)
        try:
            if code.best_fit() <= last:
                return code
        except (DataOverflowError, ValueError):
            continue  # too long even for version 40: the library then says that there is no version 41
    raise ValueError(f"a text of {len(text)} signs is too long for a QR code")
