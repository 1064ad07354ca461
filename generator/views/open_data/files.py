"""The files of the open data: one with everything, one for each table, one for each plan."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.domain.agency import Agency
from generator.domain.plan import Plan
from generator.domain.published import PublishedPlan
from generator.domain.rewriting import rewritten
from generator.domain.site import DataLicence
from generator.routes import data_file
from generator.views.context import Context
from generator.views.open_data.plan_data import PlanData, plan_record
from generator.views.open_data.registry_rows import REGISTRY_ROWS, cited_documents
from generator.views.open_data.tables import OF_PLANS, OF_REGISTRIES, Table
from generator.views.open_data.text import Packed, csv_head, csv_lines, json_text
from generator.views.open_data.times import time_rows

FORMAT = 1
ALL_PLANS, PACKAGE = "ke-hoach.json", "datapackage.json"


@dataclass(frozen=True)
class DataFile:
    """A file: its path, its head and foot, and between them parts that stay packed until it is written.

    `table` is None for JSON. `between` stands between any two parts.
    """

    path: str
    head: bytes
    parts: tuple[Packed, ...]
    table: Table | None = None
    between: bytes = b""
    foot: bytes = b""

    @property
    def size(self) -> int:
        """Its size in bytes."""
        gaps = max(len(self.parts) - 1, 0) * len(self.between)
        return len(self.head) + sum(part.size for part in self.parts) + gaps + len(self.foot)

    @property
    def count(self) -> int:
        """How many rows or records it holds."""
        return sum(part.count for part in self.parts)

    @cached_property
    def digest(self) -> str:
        """Tell its content from any other, without unpacking it."""
        digest = hashlib.blake2b(digest_size=16)
        for piece in (self.head, *(part.content for part in self.parts), self.between, self.foot):
            digest.update(len(piece).to_bytes(8))
            digest.update(piece)
        return digest.hexdigest()

    def make(self) -> bytes:
        """Give its bytes."""
        return self.head + self.between.join(part.text for part in self.parts) + self.foot


def data_files(context: Context) -> tuple[DataFile, ...]:
    """Give the file with everything, then the tables; `context` is that of the default language. No plan is opened."""
    plans: tuple[PlanData, ...] = tuple(context.shown.gathered("data"))
    languages = context.config.languages
    own = tuple(
        DataFile(data_file(table.file), csv_head(table, languages), tuple(plan.tables[at] for plan in plans), table)
        for at, table in enumerate(OF_PLANS)
    )
    shared = tuple(
        DataFile(
            data_file(table.file),
            csv_head(table, languages),
            (csv_lines(table, languages, REGISTRY_ROWS[table.name](context)),),
            table,
        )
        for table in OF_REGISTRIES
    )
    return (_everything(context, plans), *own, *shared)


def _everything(context: Context, plans: tuple[PlanData, ...]) -> DataFile:
    """Give the file of all plans and registries: one plan a line, so that a reader may also take it line by line."""
    about = json_text({**_about(context), "as_of": context.as_of, **_registries(context)})
    return DataFile(
        data_file(ALL_PLANS),
        f'{about[:-1]},"plans":[\n'.encode(),
        tuple(plan.record for plan in plans),
        between=b",\n",
        foot=b"\n]}\n",
    )


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


def _registries(context: Context) -> dict[str, Any]:
    """Give the registries as they are written in their files, without how to reach a body that has ended."""
    agencies = (_reachable(context, agency) for agency in context.index.agencies.values())
    return {
        "places": [rewritten(place) for place in context.index.places.values()],
        "agencies": [rewritten(agency) for agency in agencies],
        "documents": [rewritten(document) for document in cited_documents(context)],
    }


def _reachable(context: Context, agency: Agency) -> Agency:
    return replace(agency, contact=None) if agency.ended_on(context.as_of) else agency


def iter_tables(files: tuple[DataFile, ...]) -> Iterator[tuple[DataFile, Table]]:
    """Give the files that are tables, each with its table."""
    yield from ((file, file.table) for file in files if file.table is not None)
