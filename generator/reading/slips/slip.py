"""Where the YAML reader stopped, and what a cause of that is."""

import re

from generator.frozen import frozen
from generator.reading.source import Source

_INDENT = re.compile(r"^ *")

# The code of the problem, the line, the column (0: where the reader stopped), the corrected line.
Cause = tuple[str, int, int, str]


@frozen
class Slip:
    """Where the YAML reader stopped: its message, its line, and the line where the broken part began."""

    source: Source
    message: str
    line: int
    start: int

    @property
    def stopped(self) -> str:
        """The line at which the reader stopped."""
        return self.source.line(self.line)

    @property
    def began(self) -> str:
        """The line on which the broken part began."""
        return self.source.line(self.start)

    @property
    def above(self) -> int:
        """The number of the nearest line above that is not empty; 0 where there is none."""
        return next((n for n in range(self.line - 1, 0, -1) if self.source.line(n).strip()), 0)


def depth(source: Source, line: int) -> int:
    """Give the number of spaces in front of a line."""
    found = _INDENT.match(source.line(line))
    return found.end() if found else 0
