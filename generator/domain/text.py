"""Text in languages: Vietnamese is always there, other languages where somebody translated."""

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from generator.frozen import frozen

DEFAULT_LANGUAGE = "vi"


@frozen
class Localised:
    """A text chosen for one reader: the words, the language they are in, and whether that is a fallback."""

    text: str
    language: str
    fallback: bool

    def __str__(self) -> str:
        return self.text


@frozen(kw_only=True)
class Words:
    """A text in one or more languages.

    `vi` is the authoritative text; `translations` are (language code, text) pairs in the order written.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    vi: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    translations: tuple[tuple[str, str], ...] = ()

    def in_language(self, code: str) -> Localised:
        """Give the text in language `code`, or the Vietnamese one marked as a fallback."""
        if code == DEFAULT_LANGUAGE:
            return Localised(self.vi, DEFAULT_LANGUAGE, False)
        for own, text in self.translations:
            if own == code and text:
                return Localised(text, code, False)
        return Localised(self.vi, DEFAULT_LANGUAGE, True)

    def __str__(self) -> str:
        return self.vi


def _words_from_written(written: object) -> object:
    """Turn `text` or `{vi: text, en: text}` into what `Words` is made of."""
    if isinstance(written, str):
        return {"vi": written}
    if not isinstance(written, dict):
        return written
    codes = [code for code in written if not is_language_code(code)]
    if codes:
        raise PydanticCustomError("language_code", "not a language code", {"key": str(codes[0])})
    if DEFAULT_LANGUAGE not in written:
        raise PydanticCustomError("vietnamese_missing", "the Vietnamese text is missing", {})
    others = tuple((c, t) for c, t in written.items() if c != DEFAULT_LANGUAGE and t not in (None, ""))
    return {"vi": written[DEFAULT_LANGUAGE], "translations": others}


def is_language_code(code: object) -> bool:
    """Say whether `code` has the form of an ISO 639-1 code (two small letters)."""
    return isinstance(code, str) and len(code) == 2 and code.isascii() and code.islower()


# The type of every field that people read: written as plain text or as {vi: ..., en: ...}.
Text = Annotated[Words, BeforeValidator(_words_from_written, json_schema_input_type=str | dict[str, str])]

# Text kept exactly as the document has it, in one language: labels, names, symbols, recipients.
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _single_as_list(written: object) -> object:
    """Let one value stand for a list of one, as people write it."""
    if written is None:
        return ()
    return written if isinstance(written, list | tuple) else (written,)


OneOrMore = BeforeValidator(_single_as_list)
