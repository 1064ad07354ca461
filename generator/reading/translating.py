"""The texts of a project that can be translated, file by file, and where their translations stand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.domain.leaves import Way, leaves
from generator.domain.text import DEFAULT_LANGUAGE, Words
from generator.domain.translation import Translation, texts_in, translations
from generator.reading.files import (
    AGENCIES,
    DOCUMENTS,
    SETTINGS,
    notice_files,
    page_files,
    plan_files,
    read_text,
)
from generator.reading.history import versions
from generator.reading.notices import read_kind
from generator.reading.openable import Afresh
from generator.reading.project import read_settings
from generator.reading.source import read_source
from generator.reading.validation import read_document
from generator.wording import Strings

# What is read aloud is Vietnamese whatever the language of the page.
_VIETNAMESE_ONLY = frozenset({"script"})


def read_translations(root: Path, strings: Strings) -> Iterator[Translation]:
    """Give every text of the project at `root`, which has no errors, with its translation into `strings`' language.

    What was translated from an older text follows from git's history of the file; without one nothing is older.
    """
    for file, value in _values(root):
        texts = [(leaf.way, leaf.value) for leaf in leaves(value) if isinstance(leaf.value, Words)]
        wanted = [(way, words) for way, words in texts if _is_wanted(file, way, words, strings)]
        yield from translations(file, wanted, strings.code, _versions(root, file))


def pages_without(root: Path, language: str) -> tuple[str, ...]:
    """Give the files of pages that have no twin in `language`."""
    there = {file.split("/", 2)[2] for file in page_files(root, language)}
    return tuple(file for file in page_files(root, DEFAULT_LANGUAGE) if file.split("/", 2)[2] not in there)


def _values(root: Path) -> Iterator[tuple[str, Any]]:
    """Give each file with its value, shaped as the file is."""
    reader = Afresh()
    read = reader.registry(root)
    yield SETTINGS, read_settings(read_text(root, SETTINGS), read.names).value
    registry = read.registry
    yield AGENCIES, {"places": tuple(registry.places.values()), "agencies": tuple(registry.agencies.values())}
    yield DOCUMENTS, {"documents": tuple(registry.documents.values())}
    for file in notice_files(root):
        yield file, read_kind(file, read_text(root, file)).kind
    for plan in reader.plans(root, plan_files(root), read.names):
        yield plan.file, plan.plan


def _is_wanted(file: str, way: Way, words: Words, strings: Strings) -> bool:
    """Leave out what needs no translation: scripts to read aloud, names of places, bodies named in English by rule."""
    if any(step.name in _VIETNAMESE_ONLY for step in way):
        return False
    kind = [step.name for step in way] if file == AGENCIES else []
    if kind == ["places", "", "name"]:
        return False
    is_name = kind == ["agencies", "", "name"]
    return not (is_name and not words.translations and strings.body_name(words.vi))


def _versions(root: Path, file: str) -> Iterator[dict[str, dict[str, str]]]:
    for data in versions(root, file):
        source = read_source(file, data).source
        document = read_document(source).value if source is not None else None
        # A version that cannot be read says nothing of what stood there.
        if document is not None:
            yield dict(texts_in(document.data()))
