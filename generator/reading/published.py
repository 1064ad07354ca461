"""plans/published.yml: the record of what was published, and whether the site still keeps to it."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.domain.keeping import Today, lost
from generator.domain.problem import Problem
from generator.domain.published import NOTHING_PUBLISHED, Published
from generator.domain.registry import Registry
from generator.domain.site import SiteConfig
from generator.frozen import frozen
from generator.reading.files import FileRead
from generator.reading.openable import facts_in
from generator.reading.plans import PlanFile
from generator.reading.validation import Document, read_document, validate


@frozen
class RecordRead:
    """The record, its file for the places of problems, and the problems. No file: nothing was published yet."""

    record: Published
    document: Document | None
    problems: tuple[Problem, ...] = ()


def read_record(file: FileRead) -> RecordRead:
    """Make the record of its file; a project that has none has published nothing."""
    if file.source is None:
        absent = all(problem.code == "file_missing" for problem in file.problems)
        return RecordRead(NOTHING_PUBLISHED, None, () if absent else file.problems)
    read = read_document(file.source)
    problems = (*file.problems, *read.problems)
    if read.value is None:
        return RecordRead(NOTHING_PUBLISHED, None, problems)
    made = validate(read.value, Published)
    found = (*problems, *made.problems)
    return RecordRead(made.value or NOTHING_PUBLISHED, read.value if made.value else None, found)


def check_record(
    read: RecordRead, config: SiteConfig, registry: Registry, plans: Sequence[PlanFile]
) -> Iterator[Problem]:
    """Give everything on record that the site would lose, each at its entry.

    A plan file with errors of its own counts as there: what it keeps can be told once it can be read.
    """
    if read.document is None:
        return
    facts = [(file, facts_in(file)) for file in plans]
    unread = (m.text for file, one in facts if one is None for m in file.marks if m.kind in ("id", "former_ids"))
    today = Today(
        plans=tuple(one for _, one in facts if one is not None),
        agencies=registry.agencies.values(),
        base=config.qr.base or config.address,
        unread=frozenset(unread),
    )
    for one in lost(read.record, today):
        values: dict[str, Any] = dict(one.values)
        yield read.document.problem(one.problem, one.path, **values)
