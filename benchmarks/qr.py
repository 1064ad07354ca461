"""How well our codes read when things go wrong, beside a plain `qrcode` default of the plan's long address.

    make bench ARGS="qr --codes 500"

Both codes of a plan are drawn equally wide, harmed in one way and equally, and given to two readers; a code counts
as read when either gives back the very address. How strong the harm is differs from code to code, from mild to more
than any code stands, so that the share that reads says how much it takes. The same seed gives the same table.
The far view is what a camera of 1080 lines with a field of 50 degrees sees of a code at ten times its width:
about 116 pixels across, through a hand that shakes and a lens that is not quite sharp.
"""

import argparse
import io
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy
import qrcode
import zxingcpp
from numpy.typing import NDArray
from PIL import Image

from generator.domain.code import code_for, encoded_address
from generator.drawing.qr import qr_matrix, qr_png

Picture = NDArray[numpy.uint8]
Harm = Callable[[Picture, numpy.random.Generator], Picture]

BASE = "https://ke-hoach.example/"
_SIDE = 330
_LINES, _FIELD_DEGREES, _DISTANCE_IN_WIDTHS = 1080, 50, 10
_FAR_SIDE = round(_LINES / (2 * math.tan(math.radians(_FIELD_DEGREES / 2)) * _DISTANCE_IN_WIDTHS))


@dataclass(frozen=True, slots=True)
class Subject:
    """One plan: our code of it, and the plain code of its page's long address."""

    ours: tuple[str, Picture]
    plain: tuple[str, Picture]


def subject(number: int) -> Subject:
    """Draw both codes of a plan, with their quiet zones, at the same size."""
    plan = f"gop-y-hien-ke-xay-dung-khu-pho-{number}"
    short, long = encoded_address(BASE, code_for(plan)), f"{BASE}ke-hoach/{plan}/"
    default = io.BytesIO()
    qrcode.make(long).save(default)
    return Subject((short, _grey(qr_png(qr_matrix(short)))), (long, _grey(default.getvalue())))


def _grey(png: bytes) -> Picture:
    image = numpy.asarray(Image.open(io.BytesIO(png)).convert("L"))
    return cv2.resize(image, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(numpy.uint8)


def untouched(picture: Picture, _random: numpy.random.Generator) -> Picture:
    """Leave the code as it is."""
    return picture


def blurred(picture: Picture, random: numpy.random.Generator) -> Picture:
    """Blur by 1 to 6 pixels (standard deviation); a module of ours is 10 pixels wide."""
    return cv2.GaussianBlur(picture, (0, 0), random.uniform(1, 6)).astype(numpy.uint8)


def noisy(picture: Picture, random: numpy.random.Generator) -> Picture:
    """Add noise of a standard deviation of 20 to 120 of 255, as a phone's in the dark."""
    return _noise(picture, random, random.uniform(20, 120))


def pale(picture: Picture, random: numpy.random.Generator) -> Picture:
    """Leave 3 to 30 % of the contrast, as on a banner bleached by the sun, with some noise."""
    left = random.uniform(0.03, 0.3)
    return _noise((128 * (1 - left) + picture * left).astype(numpy.uint8), random, 6)


def askew(picture: Picture, random: numpy.random.Generator) -> Picture:
    """Look at it from the side and below: its far corners by 30 to 60 % of its side."""
    side = float(_SIDE)
    near = side * random.uniform(0.30, 0.60)
    shake = random.uniform(-0.03, 0.03, (4, 2)) * side
    start = numpy.array([[0, 0], [side, 0], [side, side], [0, side]])
    end = numpy.array([[near / 2, near], [side - near / 4, near / 3], [side, side], [0, side - near / 4]]) + shake
    turn = cv2.getPerspectiveTransform(start.astype(numpy.float32), end.astype(numpy.float32))
    return cv2.warpPerspective(picture, turn, (_SIDE, _SIDE), borderValue=(255.0,)).astype(numpy.uint8)


def covered(picture: Picture, random: numpy.random.Generator) -> Picture:
    """Cover a tenth of the code by one grey square, in the quarter that has no corner mark: those none can lose."""
    made, quiet = picture.copy(), _SIDE * 4 // 33
    side = round((_SIDE - 2 * quiet) * math.sqrt(0.1))
    low, high = quiet, _SIDE - quiet - side
    middle = (low + high) // 2
    top, left = random.integers(middle, high), random.integers(middle, high)
    made[top : top + side, left : left + side] = 128
    return made


def far(picture: Picture, random: numpy.random.Generator) -> Picture:
    """See it from ten times its width, through a camera of 1080 lines."""
    small = cv2.resize(picture, (_FAR_SIDE, _FAR_SIDE), interpolation=cv2.INTER_AREA)
    return _noise(cv2.GaussianBlur(small, (0, 0), random.uniform(0.5, 2.5)).astype(numpy.uint8), random, 8)


def _noise(picture: Picture, random: numpy.random.Generator, strength: float) -> Picture:
    noise = random.normal(0, strength, picture.shape)
    return numpy.clip(picture + noise, 0, 255).astype(numpy.uint8)


HARMS: dict[str, Harm] = {
    "untouched": untouched,
    "blur": blurred,
    "noise": noisy,
    "low contrast": pale,
    "perspective": askew,
    "a tenth covered": covered,
    "ten widths away": far,
}


def is_read(picture: Picture, text: str) -> bool:
    """Say whether one of two readers gives back `text`."""
    framed = cv2.copyMakeBorder(picture, 30, 30, 30, 30, cv2.BORDER_REPLICATE)
    if any(found.text == text for found in zxingcpp.read_barcodes(framed)):
        return True
    try:
        read, *_ = cv2.QRCodeDetectorAruco().detectAndDecode(framed)
    except cv2.error:  # it gives up on some pictures by raising
        return False
    return bool(read == text)


def measured(codes: int) -> dict[str, tuple[int, int]]:
    """Give, for each harm, how many of our codes and of the plain ones still read."""
    subjects = [subject(number) for number in range(codes)]
    table = {}
    for place, (name, harm) in enumerate(HARMS.items()):
        counts = []
        for pick in ("ours", "plain"):
            random = numpy.random.default_rng((2026, place))
            drawn = (getattr(one, pick) for one in subjects)
            counts.append(sum(is_read(harm(picture, random), text) for text, picture in drawn))
        table[name] = (counts[0], counts[1])
    return table


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="make bench: qr", description="How well codes read when things go wrong.")
    parser.add_argument("--codes", type=int, default=500)
    codes = parser.parse_args(arguments).codes
    ours, plain = subject(0).ours[0], subject(0).plain[0]
    print(f"{codes} codes; read by zxing-cpp or OpenCV. ours: {ours}  plain: {plain}")
    print(f"{'':18} {'ours':>14} {'plain qrcode':>14}")
    for name, (good, other) in measured(codes).items():
        print(f"{name:18} {good:5} {good / codes:7.1%} {other:6} {other / codes:7.1%}")


if __name__ == "__main__":
    main()
