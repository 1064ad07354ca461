"""What goes to the print shop: the pieces asked for, each drawn, read back and named, and the sheet about them."""

import math
from collections.abc import Iterable, Iterator, Sequence

from generator.commands.tables import Cell, table
from generator.domain.codes import PlanCode
from generator.drawing.print_sheet import CodeSize, code_size, print_pdf
from generator.drawing.qr.reading_back import texts_in
from generator.frozen import frozen
from generator.print_kit import Finish, PrintFormat, PrintPiece
from generator.views.context import Context
from generator.views.posts import posts
from generator.wording import Strings

_COLUMNS = (
    "file", "format", "finished", "paper", "page", "bleed", "marks", "colours", "per_sheet", "quantity", "sheets",
    "where", "code", "address", "code_width", "reads_from",
)  # fmt: skip
# The picture of a code is drawn this many pixels wide to be read back: six and more a module.
_CODE_PIXELS = 330


@frozen
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


def post_files(contexts: Sequence[Context], codes: Iterable[PlanCode]) -> Iterator[tuple[str, bytes]]:
    """Give the ready texts about each code, for each network and language, by the name of their file."""
    for one in codes:
        place = one.placement.id if one.placement is not None else None
        for post in posts(contexts, one):
            name = "-".join(part for part in (one.plan.id, place, post.network, post.language) if part)
            yield f"{name}.txt", post.text.encode()


def _lines(row: dict[str, Cell], headings: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{heading}: {row[key]}\n" for key, heading in headings)


def _row(order: Order, strings: Strings) -> dict[str, Cell]:
    """Give the line of one piece."""
    place = order.one.placement
    return {
        "file": order.file,
        "format": order.form.name(strings.code),
        "marks": strings.say("print.present" if order.finish.crop_marks else "print.none"),
        "colours": strings.say(f"print.inks.{order.finish.inks}"),
        "where": place.where.vi if place is not None else strings.say("print.not_given"),
        "code": order.one.code,
        "address": order.piece.address,
        **_counts(order, strings.say("print.not_given")),
        **_measures(order, strings),
    }


def _counts(order: Order, missing: str) -> dict[str, Cell]:
    """Give how many; what staff did not state is shown as not given."""
    place, paper = order.one.placement, order.form.paper
    quantity, per_sheet = place.quantity if place is not None else None, paper.columns * paper.rows
    return {
        "per_sheet": per_sheet,
        "quantity": quantity if quantity is not None else missing,
        "sheets": math.ceil(quantity / per_sheet) if quantity is not None else missing,
    }


def _measures(order: Order, strings: Strings) -> dict[str, Cell]:
    """Give every size, in the language's numbers."""
    form, around = order.form, 2 * order.finish.margin_mm
    sizes = {
        "finished": (form.width, form.height),
        "paper": (form.paper.width, form.paper.height),
        "page": (form.paper.width + around, form.paper.height + around),
        "bleed": (order.finish.bleed_mm,),
        "code_width": (order.code.width_mm,),
        "reads_from": (order.code.reads_from_m,),
    }
    return {key: " × ".join(number_in_words(one, strings) for one in size) for key, size in sizes.items()}


def number_in_words(value: float, strings: Strings) -> str:
    """Write a number with the decimal sign of the language."""
    return f"{value:g}".replace(".", strings.say("numbers.decimal"))
