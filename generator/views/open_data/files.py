"""The files of the open data: one with everything, one for each table, one for each plan."""

from collections.abc import Iterator
from typing import Any

from generator.domain.plan import Plan
from generator.domain.published import PublishedPlan
from generator.domain.rewriting import rewritten
from generator.domain.site import DataLicence
from generator.frozen import frozen
from generator.pieces import Piece, Pieces
from generator.routes import data_file
from generator.views.context import Context
from generator.views.open_data.plan_data import plan_record
from generator.views.open_data.registry_data import MEMBERS
from generator.views.open_data.tables import TABLES, Table
from generator.views.open_data.text import csv_head, json_text
from generator.views.open_data.times import time_rows

FORMAT = 1
ALL_PLANS, PACKAGE = "ke-hoach.json", "datapackage.json"
_EVERYTHING = "everything"


@frozen
class DataFile:
    """A file of all plans: its path, how many rows or records it holds, its size in bytes, its table.

    `table` is None for JSON.
    """

    path: str
    count: int
    size: int
    table: Table | None = None


@frozen
class _Section:
    """A place in a file where all rows of a section of excerpts stand, `between` after each but the last of those
    who have some."""

    name: str
    between: bytes = b""


@frozen
class _Outline:
    """What a file is made of. `counted` is the section of its rows or records."""

    path: str
    counted: str
    parts: tuple[bytes | _Section, ...]
    table: Table | None = None


def data_keys() -> tuple[str, ...]:
    """Give the keys of the files of all plans: the one with everything, then the tables."""
    return (_EVERYTHING, *(table.name for table in TABLES))


def data_files(context: Context) -> tuple[DataFile, ...]:
    """Tell of each file, in the order of `data_keys`; `context` is that of the default language.

    No plan and no excerpt is opened: counts and sizes are all that is looked at.
    """
    return tuple(_told(context, _outline(context, key)) for key in data_keys())


def data_pieces(context: Context, key: str) -> tuple[str, Pieces]:
    """Give the path of one file, and the file in pieces, which are opened when it is written."""
    outline = _outline(context, key)
    return outline.path, Pieces(tuple(_pieces(context, outline)))


def _outline(context: Context, key: str) -> _Outline:
    if key == _EVERYTHING:
        return _everything(context)
    table = next(table for table in TABLES if table.name == key)
    section = _Section(f"data/{key}")
    parts = (csv_head(table, context.config.languages), section)
    return _Outline(data_file(table.file), section.name, parts, table)


def _everything(context: Context) -> _Outline:
    """Outline the file of all plans and registries: a plan a line, so that a reader may also take it line by line."""
    about = json_text({**_about(context), "as_of": context.as_of})[:-1].encode()
    registries = tuple(part for name in MEMBERS for part in (b",", _Section(name)))
    plans = _Section("data/everything", b",\n")
    return _Outline(data_file(ALL_PLANS), plans.name, (about, *registries, b',"plans":[\n', plans, b"\n]}\n"))


def _told(context: Context, outline: _Outline) -> DataFile:
    count, _ = context.shown.total(outline.counted)
    return DataFile(outline.path, count, sum(_size(context, part) for part in outline.parts), outline.table)


def _size(context: Context, part: bytes | _Section) -> int:
    if isinstance(part, bytes):
        return len(part)
    count, size = context.shown.total(part.name)
    # Only records have something between them, and each is a row of its own.
    return size + len(part.between) * max(count - 1, 0)


def _pieces(context: Context, outline: _Outline) -> Iterator[bytes | Piece]:
    for part in outline.parts:
        if isinstance(part, bytes):
            yield part
            continue
        for at, piece in enumerate(context.shown.pieces(part.name)):
            if at and part.between:
                yield part.between
            yield piece


def plan_file(context: Context, plan: Plan) -> bytes:
    """Give the file of one plan; `context` is that of the default language."""
    record = plan_record(context, plan, tuple(time_rows(context, plan)))
    return f"{json_text({**_about(context), **record})}\n".encode()


def removed_file(context: Context, entry: PublishedPlan) -> bytes:
    """Give the file at the address of a plan that was removed: when, why where that is told, and what to take now."""
    return f"{json_text({**_about(context), 'id': entry.id, 'removed': rewritten(entry.removed)})}\n".encode()


def _about(context: Context) -> dict[str, Any]:
    """Say what the file is, whose, and under which licence; null where the site states none."""
    config = context.config
    licence = licence_of(context)
    return {
        "format": FORMAT,
        "site": rewritten(config.name),
        "address": config.address,
        "demo": config.demo,
        "licence": rewritten(licence) if licence is not None else None,
    }


def licence_of(context: Context) -> DataLicence | None:
    """Give the licence of the data: its own, else that of the content, else none."""
    config = context.config
    if config.data_licence is not None or config.licence is None:
        return config.data_licence
    return DataLicence(name=config.licence.name, url=config.licence.url)


def iter_tables(files: tuple[DataFile, ...]) -> Iterator[tuple[DataFile, Table]]:
    """Give the files that are tables, each with its table."""
    yield from ((file, file.table) for file in files if file.table is not None)
