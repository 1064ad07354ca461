"""Splits a text into numeric, alphanumeric and byte segments, so that its QR code takes the fewest bits.

The method: for each byte of the text and each mode, the cheapest way to have come so far and to stand in
that mode. Costs are in sixths of a bit, so that a third of three digits' ten bits and half of two signs'
eleven are whole numbers.
"""

from itertools import groupby
from typing import Literal, NamedTuple

from qrcode import util

# Mode indicators (table 2): numeric, alphanumeric, bytes. Literals, so that types can be checked.
_Mode = Literal[1, 2, 4]

_SIXTHS_PER_SIGN: dict[_Mode, int] = {1: 20, 2: 33, 4: 48}
_MODE_INDICATOR_BITS = 4


class _Way(NamedTuple):
    """A way to encode the text so far: what it costs in sixths of a bit, and the mode of each byte."""

    cost: int
    modes: tuple[_Mode, ...]


def segments(text: str, version: int) -> list[util.QRData]:
    """Give the segments of `text` (as UTF-8) that take the fewest bits in a code of `version`.

    The version counts because the length of a segment is written with more bits in larger codes
    (ISO/IEC 18004, table 3). An empty text gives no segment.
    """
    data = text.encode()
    runs = groupby(zip(_modes(data, version), data, strict=True), key=lambda pair: pair[0])
    return [util.QRData(bytes(sign for _, sign in run), mode, check_data=False) for mode, run in runs]


def _modes(data: bytes, version: int) -> tuple[_Mode, ...]:
    """Give the mode of each byte on the cheapest way through `data`."""
    heads = {mode: (_MODE_INDICATOR_BITS + util.length_in_bits(mode, version)) * 6 for mode in _SIXTHS_PER_SIGN}
    ways = {mode: _Way(head, ()) for mode, head in heads.items()}
    for sign in data:
        ways = _onward(ways, sign, heads)
    return min(ways.values(), key=lambda way: _whole_bits(way.cost)).modes


def _onward(ways: dict[_Mode, _Way], sign: int, heads: dict[_Mode, int]) -> dict[_Mode, _Way]:
    """Give the cheapest way that ends in each mode that can write `sign`, out of those before it."""
    cheapest = min(ways.values(), key=lambda way: _whole_bits(way.cost))
    changed = _whole_bits(cheapest.cost)
    onward = {}
    for mode, extra in _SIXTHS_PER_SIGN.items():
        if _writes(mode, sign):
            stay = ways.get(mode)
            change = _Way(changed + heads[mode], cheapest.modes)
            before = change if stay is None or change.cost < stay.cost else stay
            onward[mode] = _Way(before.cost + extra, (*before.modes, mode))
    return onward


def _writes(mode: _Mode, sign: int) -> bool:
    if mode == util.MODE_NUMBER:
        return 0x30 <= sign <= 0x39
    return mode == util.MODE_8BIT_BYTE or sign in util.ALPHA_NUM


def _whole_bits(sixths: int) -> int:
    """Round up to a whole bit: a segment ends on one."""
    return -(-sixths // 6) * 6
