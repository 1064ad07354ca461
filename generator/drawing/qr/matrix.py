"""Text as the modules of a QR code."""

from collections.abc import Iterator

from generator.frozen import frozen


@frozen
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
    from generator.drawing.qr.encoding import encoded  # here: the library loads Pillow, and few builds draw a code

    size, bits = encoded(text, error_correction)
    return QrMatrix(size, bits)
