"""The figures of an audit as one table, what there is to mend beneath it, and the exit status."""

from collections.abc import Iterable, Iterator

from audit.figures import MOST_FAULTS, Figure, Findings

BROKEN = "!"


def status(findings: Findings) -> int:
    """Give 0 where every bound holds and every tool ran, else 1."""
    return int(bool(findings.not_run) or any(figure.broken for figure in findings.figures))


def shown(findings: Findings) -> str:
    """Give the table: a row for each page looked at, a column for each thing measured; `!` where a bound is broken."""
    rows, columns = _named(f.row for f in findings.figures), _named(f.column for f in findings.figures)
    cells = {(f.row, f.column): f.text + BROKEN * f.broken for f in findings.figures}
    lines = [["", *columns], *([row, *(cells.get((row, column), "") for column in columns)] for row in rows)]
    return "\n".join([*_aligned(lines), *_faults(findings.figures), *_last_lines(findings)])


def _named(names: Iterable[str]) -> list[str]:
    """Give each name once, in the order in which they come."""
    return list(dict.fromkeys(names))


def _aligned(lines: list[list[str]]) -> Iterator[str]:
    """First column to the left, figures to the right."""
    first, *others = ([len(cell) for cell in column] for column in zip(*lines, strict=True))
    widths = [max(column) for column in others]
    for name, *cells in lines:
        figures = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
        yield "  ".join((name.ljust(max(first)), *figures)).rstrip()


def _faults(figures: Iterable[Figure]) -> Iterator[str]:
    for figure in figures:
        if figure.broken:
            yield f"\n{figure.row}: {figure.column} {figure.text}"
            yield from (f"  - {fault}" for fault in figure.faults[:MOST_FAULTS])
            if len(figure.faults) > MOST_FAULTS:
                yield f"  and {len(figure.faults) - MOST_FAULTS} more"


def _last_lines(findings: Findings) -> Iterator[str]:
    yield ""
    yield from (f"NOT RUN  {one.tool}: {one.why}" for one in findings.not_run)
    broken = sum(figure.broken for figure in findings.figures)
    yield f"{len(findings.figures)} figures, {broken} over their bounds; {len(findings.not_run)} tools not run."
