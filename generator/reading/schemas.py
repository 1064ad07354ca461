"""JSON Schemas (draft 2020-12) of all that people write, for editors that complete and explain while one types.

They are made of the very classes that read the files, so that they cannot say anything else. A schema knows less
than the reader: whether a day exists, a body is known, or an id is used elsewhere, only `plansite check` tells.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from generator.domain.notice import NoticeKind
from generator.domain.plan import Plan
from generator.domain.published import Published
from generator.domain.site import SiteConfig
from generator.domain.text import OneOrMore
from generator.domain.written import BodyRef
from generator.reading.examples import example, told
from generator.reading.nodes import plain
from generator.reading.parsing import parse_yaml
from generator.reading.registries import AgenciesFile, DocumentsFile
from generator.reading.schema_forms import BODY, WORDS, Node, one_or_more, or_nothing, written
from generator.reading.shapes import keys_of, required_keys
from generator.reading.source import source_of
from generator.reading.validation import adapter
from generator.wording import Strings

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# The kinds of file: the name of the schema, and what the file holds.
SHAPES: Mapping[str, type] = MappingProxyType(
    {
        "plan": Plan,
        "agencies": AgenciesFile,
        "documents": DocumentsFile,
        "published": Published,
        "notice": NoticeKind,
        "site_config": SiteConfig,
    }
)
# Fields that no file holds: the name of the file says them.
_SAID_BY_THE_NAME = frozenset({("NoticeKind", "id")})


def schema_of(name: str, languages: Sequence[Strings]) -> Node:
    """Give the schema called `name` (a key of `SHAPES`); each field is explained in all `languages`, in this order."""
    made = adapter(SHAPES[name]).json_schema(mode="validation")
    definitions: dict[str, Node] = made.pop("$defs", {})
    definitions = {key: _definition(key, node, languages) for key, node in definitions.items()}
    definitions |= {"BodyRef": BODY, "Words": WORDS}
    root = _record(SHAPES[name], made, languages)
    return {"$schema": DIALECT, "title": name, **root, "$defs": dict(sorted(definitions.items()))}


def _definition(name: str, node: Node, languages: Sequence[Strings]) -> Node:
    """Give what stands under a name: a record with its fields, or a closed list of values."""
    record = records().get(name)
    if record is None:
        return {key: value for key, value in node.items() if key in ("enum", "type")}
    return _record(record, node, languages)


def _record(record: type, node: Node, languages: Sequence[Strings]) -> Node:
    """Give the schema of a record: its fields as they may be written, explained."""
    hints = get_type_hints(record, include_extras=True)
    needed = tuple(key for key in required_keys(record) if key in written_keys(record))
    fields = {
        key: _field(record, key, inner, hints[key], key in needed, languages)
        for key, inner in node["properties"].items()
        if key in written_keys(record)
    }
    made: Node = {"type": "object", "properties": fields, "additionalProperties": False}
    return made | ({"required": list(needed)} if needed else {})


def _field(record: type, key: str, node: Node, hint: Any, needed: bool, languages: Sequence[Strings]) -> Node:
    form = written(node)
    if _takes_one(hint):
        form = one_or_more(form)
    form = form if needed else or_nothing(form)
    return {"description": description(record.__name__, key, languages), **form, "examples": [_example(record, key)]}


def written_keys(record: type) -> tuple[str, ...]:
    """Give the keys of a record that stand in its file."""
    return tuple(key for key in keys_of(record) if (record.__name__, key) not in _SAID_BY_THE_NAME)


def _takes_one(hint: Any) -> bool:
    """Say whether one value may stand for a list of one."""
    return any(part is OneOrMore for part in getattr(hint, "__metadata__", ()))


def description(record: str, key: str, languages: Sequence[Strings]) -> str:
    """Give what a field means, in each language. KeyError where a language has no words for it."""
    return "\n\n".join(told(strings.section("fields"), record, key) for strings in languages)


def _example(record: type, key: str) -> object:
    """Give the value that the example of a field shows."""
    shown = parse_yaml(source_of("field_examples.yml", example(record.__name__, key)))
    data = plain(shown.root) if shown.root is not None else None
    return data[key] if isinstance(data, dict) else None


@lru_cache
def records() -> Mapping[str, type]:
    """Give every record that people write, by the name of its class."""
    found: dict[str, type] = {}
    waiting: list[Any] = list(SHAPES.values())
    while waiting:
        hint = waiting.pop()
        waiting.extend(get_args(hint))
        if _is_record(hint) and hint.__name__ not in found:
            found[hint.__name__] = hint
            waiting.extend(get_type_hints(hint, include_extras=True).values())
    return MappingProxyType(dict(sorted(found.items())))


def _is_record(hint: Any) -> bool:
    """Text, times and bodies are written as words, whatever they are made of."""
    return isinstance(hint, type) and bool(keys_of(hint)) and hint is not BodyRef and _is_written(hint)


def _is_written(hint: type) -> bool:
    """Records are made by the domain's own decorator; what words become (a text, a time) is made otherwise."""
    strict = getattr(hint, "__pydantic_config__", {})
    return bool(strict.get("use_attribute_docstrings"))


def fields_of_records() -> Iterator[tuple[str, str]]:
    """Give (class, field) for every field that people write."""
    for name, record in records().items():
        yield from ((name, key) for key in written_keys(record))
