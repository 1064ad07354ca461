"""What an audit finds out: figures, each in its row and column of the table, broken or not."""

from dataclasses import dataclass

KB = 1000
MOST_FAULTS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it stands in the table, as text, whether it breaks its bound, and what there is to mend."""

    row: str
    column: str
    text: str
    broken: bool = False
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotRun:
    """A tool that could not run, and why: what it would have found is not known, so nothing has passed."""

    tool: str
    why: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What a tool found, or that it did not run."""

    figures: tuple[Figure, ...] = ()
    not_run: tuple[NotRun, ...] = ()

    def __add__(self, other: "Findings") -> "Findings":
        return Findings(self.figures + other.figures, self.not_run + other.not_run)


def at_most(row: str, column: str, value: float, bound: float, text: str) -> Figure:
    """Give a figure that must not be over `bound`; both in the unit of `text`."""
    broken = value > bound
    return Figure(row, column, text, broken, (f"{text} {column}: at most {bound:g} allowed",) if broken else ())


def counted(row: str, column: str, faults: tuple[str, ...]) -> Figure:
    """Give the number of faults, of which there must be none."""
    return Figure(row, column, str(len(faults)), bool(faults), faults)
