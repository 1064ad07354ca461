"""Role blocks: each covers at least one task or target."""

from collections.abc import Iterator

from generator.domain.problem import Problem
from generator.domain.registry import Registry
from generator.reading.rules.records import group_of, records, texts
from generator.reading.validation import Document


def block_covers_nothing(document: Document, _registry: Registry) -> Iterator[Problem]:
    """A role block has an empty list of what it covers."""
    for path, record in records(document.root):
        is_block = group_of(path) == "role_blocks" and len(path) == 2
        if is_block and "covers" in record.entries and not any(texts(record, "covers")):
            yield document.problem("block_covers_nothing", (*path, "covers"), at_key=True)
