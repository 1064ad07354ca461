"""The files of the print kit's formats, which designers write: what is wrong is told as in every other file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.domain.problem import Location, Problem, Severity
from generator.print_format_file import PRINT_FORMATS, FaultKind, FormatFault
from generator.print_kit import POSTER, format_faults

_CODES: Mapping[FaultKind, str] = MappingProxyType(
    {
        "absent": "print_format_absent",
        "syntax": "print_format_syntax",
        "record": "print_format_record",
        "missing": "print_format_missing",
        "unknown": "print_format_unknown",
        "value": "print_format_value",
    }
)


def check_print_formats(folder: Path = PRINT_FORMATS) -> Iterator[Problem]:
    """Give what is wrong with the formats. The site itself needs the poster; without another one it can be built."""
    for fault in format_faults(folder):
        yield _problem(fault, folder)


def _problem(fault: FormatFault, folder: Path) -> Problem:
    """Make the problem; its file is named from the folder of the program."""
    needed = fault.file == f"{POSTER}.yml"
    inside = folder.relative_to(PRINT_FORMATS.parents[2]) if folder.is_relative_to(PRINT_FORMATS.parents[2]) else folder
    return Problem(
        code=_CODES[fault.kind],
        location=Location((inside / fault.file).as_posix(), fault.line, fault.column),
        severity=Severity.ERROR if needed else Severity.WARNING,
        values=(("at", fault.at),),
        excerpt=fault.excerpt,
    )
