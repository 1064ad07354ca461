"""Text as the modules of a QR code."""

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class QrMatrix:
    """The modules of a QR code, without its quiet zone.

    `size` is the number of modules along a side; the module at (row, column) is bit `row * size + column` of
    `bits`, 1 is dark.
    """

    size: int
    bits: int

    @property
    def version(self) -> int:
        """The code's version, 1 to 40."""
        return (self.size - 17) // 4

    def dark(self, row: int, column: int) -> bool:
        """Say whether a module is dark; rows and columns count from 0 at the top left."""
        return bool(self.bits >> row * self.size + column & 1)

    def rows(self) -> Iterator[list[bool]]:
        """Give the rows from the top, true is dark."""
        modules = f"{self.bits:0{self.size**2}b}"[::-1]
        for start in range(0, self.size**2, self.size):
            yield [module == "1" for module in modules[start : start + self.size]]


def qr_matrix(text: str, error_correction: str = "Q") -> QrMatrix:
    """Encode `text` in the smallest version that holds it; `error_correction` is L, M, Q or H.

    The text is split into segments so that it takes the fewest bits; one that is all capitals, digits and
    ` $%*+-./:` is in alphanumeric mode. Raises ValueError where the text is empty or too long.
    """
    if not text:
        raise ValueError("an empty text has no QR code")
    code = _fitted(text, _LEVELS[error_correction])
    code.make(fit=False)
    return QrMatrix(side(code.version), best_masked(as_bits(code.modules), code.version, code.error_correction))


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
