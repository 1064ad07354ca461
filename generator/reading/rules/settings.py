"""What must hold in site_config.yml beyond the form of each value."""

from collections.abc import Iterator

from generator.domain.problem import Problem
from generator.reading.nodes import Mapping
from generator.reading.rules.links import unsafe_link
from generator.reading.rules.records import texts
from generator.reading.validation import Document
from generator.wording import known_languages


def check_settings(document: Document) -> Iterator[Problem]:
    """Give what every rule finds in the settings."""
    yield from language_without_words(document)
    yield from language_twice(document)
    yield from unsafe_link(document)


def language_without_words(document: Document) -> Iterator[Problem]:
    """A language is listed for which the program has no words."""
    known = known_languages()
    for code in texts(document.root, "languages") if isinstance(document.root, Mapping) else ():
        if len(code.text) == 2 and code.text not in known:
            yield document.problem("language_unknown", code.path, text=code.text, known=", ".join(known))


def language_twice(document: Document) -> Iterator[Problem]:
    """A language is listed twice."""
    seen: set[str] = set()
    for code in texts(document.root, "languages") if isinstance(document.root, Mapping) else ():
        if code.text in seen:
            yield document.problem("language_twice", code.path, text=code.text)
        seen.add(code.text)
