"""What is asked of a build, and what it answers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: the day of reference, where to, in how many processes, and whether drafts are shown."""

    root: Path
    output: Path
    as_of: date
    processes: int = 1
    drafts: bool = False
    cache: Path | None = None
    """The folder of what was made before; the project's own where none is named."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built: how many plans, pages and other files, and in which languages."""

    plans: int
    pages: int
    files: int
    languages: tuple[str, ...]
    hidden_drafts: int
    search_failure: str | None = None
    """Why the site has no search, in the tool's own words; empty where the tool is missing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: the report, unless the data has errors, and all problems in order."""

    report: BuildReport | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished build: the digest of all that went into it, how each file lay in the folder, and the outcome."""

    inputs: str
    site: dict[str, tuple[str, tuple[int, int]]]
    """By path: the name of its object, and size and time of change in nanoseconds."""
    outcome: Outcome
    grown: int = 0
    """How many objects were made since the store was last trimmed."""
