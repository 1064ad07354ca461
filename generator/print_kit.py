"""The print kit's values: what a piece says, and the formats it comes in.

A format is a file in templates/print/<format>.yml; it is found by its name, and a new one needs no code.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from generator.frozen import frozen
from generator.print_format_file import PRINT_FORMATS, FormatFault, format_data

Inks = Literal["none", "black", "all"]
POSTER = "poster-a4"
"""The format that every plan with feedback has in the site."""


@frozen(kw_only=True)
class PrintWords:
    """What a piece says in one language, in the order of reading."""

    language: str
    issuer: str
    call: str
    title: str
    slogan: str | None
    when_label: str
    when: str | None
    scan: str
    type_in: str
    hotline: str | None
    demo: str | None


@frozen(kw_only=True)
class PrintPiece:
    """One piece: its words by language, its code (`address` is in the picture, `short_address` in text), and the
    colours: `accent` on white, `ink` on the accent, `tint` under black text. `distance_m` is from where the code
    is read; the format's own where None."""

    words: tuple[PrintWords, ...]
    address: str
    short_address: str
    code_label: str
    accent: str
    ink: str
    tint: str
    distance_m: float | None = None


@frozen(kw_only=True)
class Sheet:
    """Paper that holds several pieces, in millimetres."""

    width: float
    height: float
    columns: int
    rows: int
    gap: float = 0.0


@frozen(kw_only=True)
class PrintFormat:
    """A format: its names by language, the finished size and the safe margin in millimetres, the width that the
    picture of the code may have, the distance it is read from in metres, and the layout that draws it.

    `medium` is the medium of placements that it is made for; `sheet` the paper, where several pieces share one.
    """

    id: str
    names: tuple[tuple[str, str], ...]
    order: int
    layout: str
    width: float
    height: float
    safe: float
    code_least: float
    code_most: float
    distance_m: float
    medium: str | None = None
    sheet: Sheet | None = None

    def name(self, language: str) -> str:
        """Give its name, Vietnamese where it has none in `language`."""
        names = dict(self.names)
        return names.get(language, names["vi"])

    @property
    def paper(self) -> Sheet:
        """The paper: the finished size itself where a piece has a sheet of its own."""
        return self.sheet or Sheet(width=self.width, height=self.height, columns=1, rows=1)


@frozen
class Finish:
    """What the print shop asks for: colour beyond the edge, marks where to cut, and what is said in its inks (CMYK).

    `inks`: nothing, for screens and office printers; "black", the code and the words, which are then black ink alone
    whatever the shop's machine makes of colours, and these stay as exact as sRGB; "all", the colours too, by the
    plain formula without a profile, for shops that take nothing else.
    """

    bleed: bool = False
    crop_marks: bool = False
    inks: Inks = "none"

    @property
    def bleed_mm(self) -> float:
        """How far colour goes beyond the edge."""
        return 3.0 if self.bleed or self.crop_marks else 0.0

    @property
    def margin_mm(self) -> float:
        """How far the page goes beyond the finished size on each side."""
        return 10.0 if self.crop_marks else self.bleed_mm


PLAIN = Finish()
"""The finished size and nothing around it."""


@lru_cache
def print_formats(folder: Path = PRINT_FORMATS) -> dict[str, PrintFormat]:
    """Give all formats in `folder` by id, in the order that they ask for; without those whose file is wrong."""
    read = ((file.stem, format_data(file)) for file in sorted(folder.glob("*.yml")))
    made = [_format(name, data) for name, data in read if isinstance(data, dict)]
    return {one.id: one for one in sorted(made, key=lambda one: (one.order, one.id))}


def format_faults(folder: Path = PRINT_FORMATS) -> tuple[FormatFault, ...]:
    """Give all that is wrong with the files of formats in `folder`; the poster's may not be missing."""
    read = (format_data(file) for file in sorted(folder.glob("*.yml")))
    found = tuple(fault for faults in read if isinstance(faults, tuple) for fault in faults)
    absent = () if (folder / f"{POSTER}.yml").is_file() else (FormatFault(f"{POSTER}.yml", "absent"),)
    return (*absent, *found)


def widest_code_mm(medium: str) -> float | None:
    """Give the widest picture of a code that the formats for a medium have room for; None where there is no format."""
    return max((form.code_most for form in print_formats().values() if form.medium == medium), default=None)


def _format(name: str, data: Mapping[str, Any]) -> PrintFormat:
    sheet, code = data.get("sheet"), data["code"]
    plain = {key: value for key, value in data.items() if key not in ("names", "sheet", "code")}
    return PrintFormat(
        **plain,
        id=name,
        names=tuple(data["names"].items()),
        code_least=code["least"],
        code_most=code["most"],
        sheet=Sheet(**sheet) if sheet is not None else None,
    )
