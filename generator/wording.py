"""The words that people read, by language. One file in strings/ is one language; nothing else is needed for it."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.frozen import frozen

_FOLDER = Path(__file__).parent / "strings"


class UnknownWordingError(LookupError):
    """A key that the language's file does not have: a bug, never a fault of the data."""


@frozen
class Strings:
    """The words of one language: `code` is its ISO 639-1 code, `name` its own name, `digest` that of its file."""

    code: str
    name: str
    words: Mapping[str, Any]
    digest: str
    texts: Mapping[str, str]
    """Every single text by its dotted key: a page says hundreds."""

    def section(self, key: str) -> Any:
        """Give what stands under the dotted `key`. Raise `UnknownWordingError` where nothing does."""
        found: Any = self.words
        for step in key.split("."):
            if not isinstance(found, Mapping) or step not in found:
                raise UnknownWordingError(f"{self.code}: {key}")
            found = found[step]
        return found

    def say(self, key: str, **values: object) -> str:
        """Give the text under `key` with `{name}` replaced by `values`."""
        text = self.texts.get(key)
        return (str(self.section(key)) if text is None else text).format_map(values)

    def counted(self, key: str, count: int) -> str:
        """Give the text under `key` for `count` things: `one` where the language has it and it fits, else `many`."""
        forms = self.section(key)
        return str(forms.get("one", forms["many"]) if count == 1 else forms["many"]).format(n=count)

    def body_name(self, vietnamese: str) -> str | None:
        """Name a body by the language's rules (`body_patterns`); None where no rule fits."""
        for rule in self.words.get("body_patterns", ()):
            match = re.fullmatch(rule["match"], vietnamese)
            if match:
                return str(rule["name"]).format(**match.groupdict())
        return None


@lru_cache
def load_strings(code: str) -> Strings:
    """Read the words of language `code`. Raise `UnknownWordingError` where the program has no file for it."""
    file = _FOLDER / f"{code}.yml"
    if not file.is_file():
        raise UnknownWordingError(code)
    text = file.read_text(encoding="utf-8")
    words = yaml.load(text, Loader=yaml.CSafeLoader)
    digest = hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
    return Strings(words["language"]["code"], words["language"]["name"], words, digest, dict(_texts(words)))


def _texts(words: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Give the texts of a section and of those within it, by their dotted keys."""
    for key, found in words.items():
        if isinstance(found, Mapping):
            yield from _texts(found, f"{before}{key}.")
        elif isinstance(found, str):
            yield f"{before}{key}", found


def known_languages() -> tuple[str, ...]:
    """Give the codes of all languages that the program has words for."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yml")))
