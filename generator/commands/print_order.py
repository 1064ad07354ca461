"""What goes to the print shop: the pieces asked for, each drawn, read back and named, and the sheet about them."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.commands.tables import Cell, table
from generator.domain.codes import PlanCode
from generator.drawing.print_sheet import CodeSize, code_size, print_pdf
from generator.drawing.qr.reading_back import texts_in
from generator.print_kit import Finish, PrintFormat, PrintPiece
from generator.wording import Strings

_COLUMNS = (
    "file", "format", "finished", "paper", "page", "bleed", "marks", "per_sheet", "quantity", "sheets", "where",
    "code", "address", "code_width", "reads_from",
)  # fmt: skip
# The picture of a code is drawn this many pixels wide to be read back: six and more a module.
_CODE_PIXELS = 330


@dataclass(frozen=True, slots=True)
class Order:
    """One piece to print: whose code, what it says, in which format, and with what around it."""

    one: PlanCode
    piece: PrintPiece
    form: PrintFormat
    finish: Finish

    @property
    def file(self) -> str:
        """Its name: plan, placement, format and languages."""
        place = self.one.placement.id if self.one.placement is not None else None
        languages = "-".join(words.language for words in self.piece.words)
        return "-".join(part for part in (self.one.plan.id, place, self.form.id, languages) if part) + ".pdf"

    @property
    def code(self) -> CodeSize:
        """How large its code is."""
        return code_size(self.piece, self.form)

    @property
    def distance_m(self) -> float:
        """From how far it is to be read."""
        return self.piece.distance_m or self.form.distance_m

    def make(self) -> bytes:
        """Give the PDF."""
        return print_pdf(self.piece, self.form, self.finish)


def reads_back(order: Order, pdf: bytes) -> bool:
    """Say whether a reader finds the right address in the very file, and no other."""
    page_mm = order.form.paper.width + 2 * order.finish.margin_mm
    pixels = math.ceil(page_mm / order.code.width_mm * _CODE_PIXELS)
    return texts_in(pdf, "pdf", pixels) == {order.piece.address}


def sheets_about(orders: Sequence[Order], strings: Strings) -> Iterator[tuple[str, bytes]]:
    """Give the sheet of sizes and quantities twice: as a table for a spreadsheet, and as text to read."""
    headings = [(key, strings.say(f"print.columns.{key}")) for key in _COLUMNS]
    rows = [_row(order, strings) for order in orders]
    name = strings.say("print.sheet")
    yield f"{name}.csv", table(headings, rows, "csv", "").encode()
    parts = (_lines(row, headings) for row in rows)
    head = f"{strings.say('print.sheet_title').upper()}\n\n{strings.say('print.sheet_note')}\n"
    yield f"{name}.txt", "\n".join((head, *parts)).encode()


def _lines(row: dict[str, Cell], headings: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{heading}: {row[key]}\n" for key, heading in headings)


def _row(order: Order, strings: Strings) -> dict[str, Cell]:
    """Give the line of one piece; what staff did not state is shown as not given."""
    form, finish, paper, place = order.form, order.finish, order.form.paper, order.one.placement
    around, missing = 2 * finish.margin_mm, strings.say("print.not_given")
    quantity, per_sheet = place.quantity if place is not None else None, paper.columns * paper.rows
    return {
        "file": order.file,
        "format": form.name(strings.code),
        "finished": _size(form.width, form.height),
        "paper": _size(paper.width, paper.height),
        "page": _size(paper.width + around, paper.height + around),
        "bleed": f"{finish.bleed_mm:g}",
        "marks": strings.say("print.present" if finish.crop_marks else "print.none"),
        "per_sheet": per_sheet,
        "quantity": quantity if quantity is not None else missing,
        "sheets": math.ceil(quantity / per_sheet) if quantity is not None else missing,
        "where": place.where.vi if place is not None else missing,
        "code": order.one.code,
        "address": order.piece.address,
        "code_width": f"{order.code.width_mm:g}",
        "reads_from": f"{order.code.reads_from_m:g}",
    }


def _size(width: float, height: float) -> str:
    return f"{width:g} × {height:g}"
