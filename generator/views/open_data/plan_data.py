"""What a plan gives to the open data: its own record, and its lines of each table."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.domain.plan import Plan
from generator.domain.rewriting import rewritten
from generator.routes import plan_data
from generator.views.addresses import last_change
from generator.views.context import Context
from generator.views.excerpts import Rows
from generator.views.open_data.plan_rows import ROWS, addresses
from generator.views.open_data.tables import OF_PLANS
from generator.views.open_data.text import Row, csv_lines, json_text
from generator.views.open_data.times import time_rows


def data_sections(context: Context, plan: Plan) -> Iterator[tuple[str, Rows]]:
    """Give the plan's lines of each table, and its record: bytes as they stand in the files of all plans.

    They are the same in every language, so they are in the excerpt of the default one alone.
    """
    languages = context.config.languages
    if context.language != languages[0]:
        return
    times = tuple(time_rows(context, plan))
    rows = {"times": iter(times)} | {name: rows_of(context, plan) for name, rows_of in ROWS.items()}
    for table in OF_PLANS:
        yield f"data/{table.name}", csv_lines(table, languages, rows[table.name])
    yield "data/everything", (json_text(plan_record(context, plan, times)).encode(),)


def plan_record(context: Context, plan: Plan, times: Iterable[Row]) -> dict[str, Any]:
    """Give a plan as JSON holds it: where it is published, the plan as it is written, its times with their meaning.

    `plan` reads as a plan file. Only `silence` is left out: notes of staff to the program that checks the file.
    """
    changed = last_change(context, plan)
    return {
        "id": plan.id,
        "url": addresses(context, plan.id),
        "json": context.config.address + plan_data(plan.id),
        **({"changed": changed} if changed else {}),
        "plan": rewritten(replace(plan, silence=())),
        "times": [_said(row) for row in times],
    }


def _said(row: Row) -> Row:
    """Leave out what is not there, or not so."""
    return {name: value for name, value in row.items() if name != "plan" and value not in (None, "", False)}
