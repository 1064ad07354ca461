"""What is wrong in the data, as values: collected, never raised one at a time."""

from dataclasses import field
from enum import StrEnum

from generator.frozen import frozen

DataPath = tuple[str | int, ...]


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not, a note only tells what was weighed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Location:
    """A place in a project's file. `file` is relative to the project, `/`-separated; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1


@frozen(kw_only=True)
class Problem:
    """One thing to mend.

    `code` names the message in strings/<lang>.yml; `values` are the (name, text) pairs that its sentences use;
    `path` is the place in the data, e.g. ("tasks", 3, "roles", "lead"); `excerpt` is the line as it stands;
    `instead` is the line as it should be, where that is known.
    """

    code: str
    location: Location
    severity: Severity = Severity.ERROR
    path: DataPath = ()
    values: tuple[tuple[str, str], ...] = field(default=())
    excerpt: str = ""
    instead: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order problems as a person reads: by file, line, column, then code."""
        return (self.location.file, self.location.line, self.location.column, self.code)
