"""Texts and their translations into one language: done, missing, or made from an older Vietnamese text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from generator.domain.leaves import Way, written
from generator.domain.text import DEFAULT_LANGUAGE, Words
from generator.frozen import frozen

Versions = Iterable[Mapping[str, Mapping[str, str]]]
"""The texts of one file at each of its versions, the newest first: by field, by language."""


# Signs such as % and m² are the same in every language.
_WORD = re.compile(r"[^\W\d_²³]{2}")


class State(StrEnum):
    """Where a translation stands."""

    MISSING = "missing"
    OLDER = "older"
    DONE = "done"


@frozen
class Translation:
    """One text of one file. `text` is its translation, "" where there is none.

    `older` is the Vietnamese text from which it was translated, where that is another one now.
    """

    file: str
    field: str
    vietnamese: str
    text: str
    state: State
    older: str = ""


def translations(
    file: str, found: Iterable[tuple[Way, Words]], language: str, versions: Versions
) -> Iterator[Translation]:
    """Say of each text of `file` where its translation stands; signs without a word need none."""
    texts = {written(way): words for way, words in found if _WORD.search(words.vi)}
    older = _made_from(texts, language, versions)
    for field, words in texts.items():
        text = dict(words.translations).get(language, "")
        source = older.get(field, words.vi)
        state = State.MISSING if not text else State.DONE if _same(source, words.vi) else State.OLDER
        yield Translation(file, field, words.vi, text, state, source if state is State.OLDER else "")


def _made_from(texts: Mapping[str, Words], language: str, versions: Versions) -> dict[str, str]:
    """Give the Vietnamese text that stood beside each translation when that was last changed.

    Going back in time: as long as the translation is the one of today, it was made before.
    """
    translated = {field: dict(words.translations).get(language, "") for field, words in texts.items()}
    source = {field: texts[field].vi for field, text in translated.items() if text}
    open_fields = set(source)
    for version in versions if open_fields else ():
        for field in tuple(open_fields):
            then = version.get(plain_field(field), {})
            if _same(then.get(language, ""), translated[field]):
                source[field] = then.get(DEFAULT_LANGUAGE, "")
            else:
                open_fields.discard(field)
        if not open_fields:
            break
    return source


def plain_field(field: str) -> str:
    """Give a field as it stands in data that nobody has validated: one value may stand for a list of one."""
    return field.replace("[#1]", "")


def texts_in(data: object, field: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Give every text in data as it was written: (field, its languages), entries of lists by their id or number."""
    if isinstance(data, dict):
        if DEFAULT_LANGUAGE in data and all(isinstance(text, str) for text in data.values()):
            yield plain_field(field), data
            return
        for key, value in data.items():
            yield from texts_in(value, f"{field}.{key}".removeprefix("."))
    elif isinstance(data, list):
        for number, value in enumerate(data, start=1):
            key = value.get("id") if isinstance(value, dict) else None
            yield from texts_in(value, f"{field}[{key or f'#{number}'}]")


def _same(one: str, other: str) -> bool:
    """Compare texts as pages show them: where the lines of the file break is nothing."""
    return one.split() == other.split()
