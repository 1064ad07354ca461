"""Chooses the mask of a QR code by the penalties of ISO/IEC 18004 (section 7.8.3), quickly.

Choosing the mask is nearly all of a code's cost when each module is looked at by itself. Here a whole code
is one integer, row after row, so that one operation looks at all modules at once; and the eight masked codes
come from one another by exclusive or, since a mask flips the same modules whatever the text.
"""

from functools import lru_cache
from typing import Any

import qrcode

MASKS = range(8)

_RUN_PENALTY_FROM = 5
_FINDER = (True, False, True, True, True, False, True)
_FOUR_LIGHT = (False,) * 4
_FINDER_LIKE = (_FINDER + _FOUR_LIGHT, _FOUR_LIGHT + _FINDER)


def best_masked(unmasked: int, version: int, error_correction: int) -> int:
    """Give the bits of the code with the least penalty; `unmasked` are its bits under mask 0.

    Of two masks with the same penalty the lower number is taken.
    """
    size = side(version)
    candidates = [unmasked ^ flips for flips in _flips(version, error_correction)]
    return min(candidates, key=lambda bits: penalty(bits, size))


def side(version: int) -> int:
    """Give the number of modules along a side."""
    return 17 + 4 * version


def as_bits(modules: list[list[bool | None]]) -> int:
    """Give rows of modules (true is dark) as one integer: (row, column) is bit row * size + column."""
    text = "".join("1" if dark else "0" for row in modules for dark in row)
    return int(text[::-1], 2)


def penalty(bits: int, size: int) -> int:
    """Give the penalty of a code: runs, blocks, patterns like a finder, and how far it is from half dark."""
    columns, rows = _same_as_next(bits, size, 1), _same_as_next(bits, size, size)
    runs = _runs(columns, 1) + _runs(rows, size)
    blocks = 3 * (columns & columns >> size & rows & rows >> 1).bit_count()
    finders = 40 * (_finder_like(bits, size, 1) + _finder_like(bits, size, size))
    return runs + blocks + finders + _imbalance(bits, size)


@lru_cache(maxsize=64)
def _flips(version: int, error_correction: int) -> tuple[int, ...]:
    """Give, for each mask, the modules that differ from mask 0: the same for every text of this version."""
    codes = [_blank(version, error_correction, mask) for mask in MASKS]
    return tuple(codes[0] ^ code for code in codes)


def _blank(version: int, error_correction: int, mask: int) -> int:
    code: Any = qrcode.QRCode(version=version, error_correction=error_correction, mask_pattern=mask)
    code.make(fit=False)
    return as_bits(code.modules)


@lru_cache(maxsize=512)
def _starts(size: int, step: int, length: int) -> int:
    """Give the modules from which `length` modules in a line stay inside; `step` is 1 along a row."""
    row = (1 << size) - 1
    if step == 1:
        row >>= length - 1
    lines = size if step == 1 else size - length + 1
    return sum(row << size * line for line in range(lines))


def _same_as_next(bits: int, size: int, step: int) -> int:
    return ~(bits ^ bits >> step) & _starts(size, step, 2)


def _runs(same: int, step: int) -> int:
    """Count 3 for a run of five modules of one colour in a line, and 1 for each module more."""
    windows = same
    for place in range(1, _RUN_PENALTY_FROM - 1):
        windows &= same >> place * step
    first_windows = windows & ~(windows << step)
    return windows.bit_count() + 2 * first_windows.bit_count()


def _finder_like(bits: int, size: int, step: int) -> int:
    """Count the places that look like a finder pattern with four light modules before or after it."""
    light = ~bits
    found = 0
    for pattern in _FINDER_LIKE:
        starts = _starts(size, step, len(pattern))
        for place, dark in enumerate(pattern):
            starts &= (bits if dark else light) >> place * step
        found += starts.bit_count()
    return found


def _imbalance(bits: int, size: int) -> int:
    """Count 10 for each whole 5 % by which the dark modules are more or fewer than half."""
    total = size * size
    return abs(2 * bits.bit_count() - total) * 10 // total * 10
