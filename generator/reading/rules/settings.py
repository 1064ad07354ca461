"""What must hold in site_config.yml beyond the form of each value."""

from collections.abc import Iterator

from generator.domain.problem import Problem
from generator.domain.text import DEFAULT_LANGUAGE
from generator.reading.nodes import Mapping
from generator.reading.rules.faces import sign_not_shown
from generator.reading.rules.links import unsafe_link
from generator.reading.rules.records import texts
from generator.reading.validation import Document
from generator.wording import known_languages


def check_settings(document: Document) -> Iterator[Problem]:
    """Give what every rule finds in the settings."""
    yield from language_without_words(document)
    yield from language_twice(document)
    yield from vietnamese_not_first(document)
    yield from unsafe_link(document)
    yield from sign_not_shown(document)


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


def vietnamese_not_first(document: Document) -> Iterator[Problem]:
    """The default language, which has no prefix in addresses, is Vietnamese: it stands first."""
    codes = list(texts(document.root, "languages")) if isinstance(document.root, Mapping) else []
    if codes and codes[0].text != DEFAULT_LANGUAGE:
        yield document.problem("vietnamese_not_first", codes[0].path, text=codes[0].text)
