"""The lists that some rules go by, kept as data beside them: known misspellings, what was superseded and when."""

import datetime
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.frozen import frozen

_FOLDER = Path(__file__).parent


@frozen
class Misspelling:
    """A spelling known to be wrong: the words in small letters, the pattern that finds them, and what was meant."""

    words: str
    pattern: re.Pattern[str]
    right: str


@frozen
class Superseded:
    """A term, or a document's (number, symbol), that `instead` replaced on the day `since`."""

    words: str
    identity: tuple[str | None, str | None]
    since: datetime.date
    instead: str


@frozen
class Lists:
    """All the lists."""

    misspellings: tuple[Misspelling, ...]
    titles: tuple[str, ...]
    families: frozenset[str]
    superseded: tuple[Superseded, ...]


@lru_cache(maxsize=1)
def load_lists() -> Lists:
    """Read the lists, once."""
    spelling, superseded = _data("spelling.yml"), _data("superseded.yml")
    entries = (*superseded["terms"], *superseded["documents"])
    return Lists(
        misspellings=tuple(map(_misspelling, spelling["errors"])),
        titles=tuple(spelling["titles"]),
        families=frozenset(spelling["families"]),
        superseded=tuple(map(_superseded, entries)),
    )


def _data(name: str) -> Any:
    return yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))


def _misspelling(entry: dict[str, Any]) -> Misspelling:
    """Make the pattern: whole words only, and not beside the neighbours with which they are right."""
    after = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in entry.get("not_after", ()))
    before = "".join(rf"(?!\s+{re.escape(word)}\b)" for word in entry.get("not_before", ()))
    words = r"\s+".join(map(re.escape, entry["wrong"].split()))
    flags = re.NOFLAG if entry.get("exact") else re.IGNORECASE
    pattern = re.compile(rf"(?<!\w){after}{words}(?!\w){before}", flags)
    return Misspelling(entry["wrong"].casefold(), pattern, entry["right"])


def _superseded(entry: dict[str, Any]) -> Superseded:
    identity = (entry.get("number"), entry.get("symbol"))
    return Superseded(entry.get("words", ""), identity, entry["since"], entry["instead"])
