"""The tables of the open data: their files, columns, keys, and how they hang together."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, cast

from generator.domain.agency import AgencyKind, Branch, Level
from generator.domain.document import DocumentStatus, DocumentType, InForce, Relation
from generator.domain.outcome import OutcomeKind
from generator.domain.placement import Medium
from generator.domain.plan import PlanKind
from generator.domain.result import UpdateKind
from generator.domain.target import Operator
from generator.domain.times import Op, Precision, SaidOf, TimeKind
from generator.domain.times import Relation as TimeRelation
from generator.frozen import frozen

ColumnType = Literal["string", "words", "uri", "date", "integer", "number", "boolean"]


@frozen
class Column:
    """A column, or for `words` one column for each language of the site."""

    name: str
    type: ColumnType

    def names(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Give the names in the head of the file: `title` in Vietnamese and English is title_vi, title_en."""
        return tuple(f"{self.name}_{code}" for code in languages) if self.type == "words" else (self.name,)


@frozen
class Link:
    """That `columns` of a row name a row of `table` by its `key`; "" is the table itself."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@frozen
class Table:
    """One table: its name, its file under /du-lieu/, its columns, what makes a row unique, its links."""

    name: str
    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def head(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Give the names of all columns."""
        return tuple(name for column in self.columns for name in column.names(languages))


def _table(name: str, file: str, columns: str, key: str = "", links: tuple[Link, ...] = ()) -> Table:
    """Make a table of columns written as `name`, `name*` (in all languages) or `name:type`."""
    return Table(name, f"{file}.csv", tuple(map(_column, columns.split())), tuple(key.split()), links)


def _column(written: str) -> Column:
    if written.endswith("*"):
        return Column(written[:-1], "words")
    name, _, kind = written.partition(":")
    return Column(name, cast(ColumnType, kind or "string"))


_PLAN = Link(("plan",), "plans", ("id",))
_TARGET = Link(("plan", "target"), "targets", ("plan", "id"))

# Tables of plans first: their rows stand in the excerpts of plans; those of the registries come from there.
OF_PLANS: tuple[Table, ...] = (
    _table(
        "plans",
        "ke-hoach",
        "id short_title* title* summary* place kind status document_type number symbol issuer issued issued_start:date "
        "issued_end:date validity validity_start:date validity_end:date feedback outcome outcome_on:date summary_only:"
        "boolean changed:date url* json:uri",
        "id",
        (Link(("place",), "places", ("id",)), Link(("issuer",), "bodies", ("id",))),
    ),
    _table(
        "tasks",
        "nhiem-vu",
        "plan id label section parent title* text* done_on:date evidence* evidence_link overdue_since:date "
        "overdue_reason* url*",
        "plan id",
        # `parent` names a task too; a link of two columns of which one may be empty is no foreign key.
        (_PLAN,),
    ),
    _table(
        "targets",
        "chi-tieu",
        "plan id label section text* strive:boolean overdue_since:date overdue_reason* url*",
        "plan id",
        (_PLAN,),
    ),
    _table(
        "metrics",
        "chi-so",
        "plan target metric:integer op value:number min:number max:number unit* of* per* strive:boolean "
        "baseline:number baseline_year:integer baseline_approx:boolean",
        "plan target metric",
        (_PLAN, _TARGET),
    ),
    _table(
        "results",
        "ket-qua",
        "plan target date:date metric:integer value:number unit* text* source* link",
        "",
        (_PLAN, _TARGET),
    ),
    _table("updates", "cap-nhat", "plan id date:date kind item text* link url*", "plan id", (_PLAN,)),
    _table("events", "su-kien", "plan id label section name* session* venue* scale* url*", "plan id", (_PLAN,)),
    _table(
        "roles",
        "vai-tro",
        "plan item item_kind role wording body name",
        "",
        (_PLAN, Link(("body",), "bodies", ("id",))),
    ),
    _table(
        "times",
        "thoi-gian",
        "plan item at said_of words* kind op start:date end:date past_from:date precision tentative:boolean "
        "recurrence recurring_days clock clock_end open_ended:boolean anchor relation",
        "plan item at",
        (_PLAN,),
    ),
    _table(
        "citations",
        "can-cu",
        "plan document relation at* item",
        "",
        (_PLAN, Link(("document",), "documents", ("id",))),
    ),
    _table("codes", "ma-qr", "code plan placement where* medium address url:uri", "code", (_PLAN,)),
)
OF_REGISTRIES: tuple[Table, ...] = (
    _table(
        "bodies",
        "co-quan",
        "id name* short aliases branch kind level place parent valid_from:date valid_until:date successors address* "
        "phone email website url*",
        "id",
        (Link(("place",), "places", ("id",)), Link(("parent",), "", ("id",))),
    ),
    _table(
        "places",
        "dia-phuong",
        "id name* full_name* level parent valid_until:date successors",
        "id",
        (Link(("parent",), "", ("id",)),),
    ),
    _table(
        "documents",
        "van-ban",
        "id type number symbol as_written issuers issued issued_start:date issued_end:date subject* in_force "
        "superseded_by link",
        "id",
    ),
)  # fmt: skip
TABLES = (*OF_PLANS, *OF_REGISTRIES)

# The columns that hold one word of a closed list.
CHOICES: Mapping[tuple[str, str], type[StrEnum]] = MappingProxyType(
    {
        ("plans", "kind"): PlanKind,
        ("plans", "status"): DocumentStatus,
        ("plans", "document_type"): DocumentType,
        ("plans", "outcome"): OutcomeKind,
        ("metrics", "op"): Operator,
        ("updates", "kind"): UpdateKind,
        ("times", "said_of"): SaidOf,
        ("times", "kind"): TimeKind,
        ("times", "op"): Op,
        ("times", "precision"): Precision,
        ("times", "relation"): TimeRelation,
        ("citations", "relation"): Relation,
        ("codes", "medium"): Medium,
        ("bodies", "branch"): Branch,
        ("bodies", "kind"): AgencyKind,
        ("bodies", "level"): Level,
        ("places", "level"): Level,
        ("documents", "type"): DocumentType,
        ("documents", "in_force"): InForce,
    }
)
