"""What is asked of a build, and what it answers."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.domain.problem import Problem
from generator.frozen import frozen
from generator.publishing.lying import Status


@frozen
class Request:
    """What to build: the day of reference, where to, in how many processes, and whether drafts are shown."""

    root: Path
    output: Path
    as_of: date
    processes: int = 1
    drafts: bool = False
    cache: Path | None = None
    """The folder of what was made before; the project's own where none is named."""


@frozen
class BuildReport:
    """What was built: how many plans, pages and other files, and in which languages."""

    plans: int
    pages: int
    files: int
    languages: tuple[str, ...]
    hidden_drafts: int
    search_failure: str | None = None
    """Why the site has no search, in the tool's own words; empty where the tool is missing."""


@frozen
class Outcome:
    """What came of a build: the report, unless the data has errors, and all problems in order."""

    report: BuildReport | None
    problems: tuple[Problem, ...]


Site = Mapping[str, tuple[str, Status]]
"""The files of a site, by path: the name of the object, and size and time of change."""


class Spare(NamedTuple):
    """The folder that a site had before: `stamp` tells which build made it.

    `differs` are the objects at those paths where it differs from the folder that took its place, None where it has
    nothing; `folders` tells that nobody has touched it since.
    """

    stamp: str
    differs: Mapping[str, str | None]
    folders: int


@frozen
class Finished:
    """A finished build: what tells it from any other, the digest of all that went into it, and the outcome."""

    stamp: str
    inputs: str
    site: Site
    folders: int
    """What tells whether anything came, went or was replaced in the site's folder (`generator.publishing.lying`)."""
    outcome: Outcome
    grown: int = 0
    """How many objects were made since the store was last trimmed."""
    spare: Spare | None = None
    """What lies by, to be the start of the next site."""
