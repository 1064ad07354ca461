"""datapackage.json: the files of the open data described for machines (Frictionless Data Package, version 1)."""

from collections.abc import Sequence
from typing import Any

from generator.domain.site import DataLicence
from generator.routes import DATA
from generator.views.context import Context
from generator.views.open_data.files import DataFile, licence_of
from generator.views.open_data.tables import CHOICES, Column, ColumnType, Table
from generator.views.open_data.text import json_text

# The day of the data begins in Viet Nam.
_MIDNIGHT = "T00:00:00+07:00"
_TYPES: dict[ColumnType, dict[str, str]] = {
    "words": {"type": "string"},
    "uri": {"type": "string", "format": "uri"},
    "string": {"type": "string"},
    "date": {"type": "date", "format": "%Y-%m-%d"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
}


def data_package(contexts: Sequence[Context], files: tuple[DataFile, ...]) -> bytes:
    """Give datapackage.json. What people read stands in the default language, and beside it in every language.

    Version 1 of the specification has one language for a title: further ones are in `title_<code>` and
    `description_<code>`, which it allows. A licence is named only where the site states one.
    """
    context = contexts[0]
    config, licence = context.config, licence_of(context)
    about = {
        "profile": "data-package",
        "name": "plansite-du-lieu-mo",
        **_words(contexts, "title", lambda one: f"{one.say('data.title')} – {one.text(config.name)}"),
        **_words(contexts, "description", _description),
        "homepage": config.address + context.routes.data,
        "created": f"{context.as_of.isoformat()}{_MIDNIGHT}",
        **({"licenses": [_licence(context, licence)]} if licence is not None and (licence.id or licence.url) else {}),
        **_publisher(context),
        "resources": [*(_resource(contexts, file) for file in files)],
    }
    return f"{json_text(about)}\n".encode()


def _words(contexts: Sequence[Context], key: str, say: Any) -> dict[str, str]:
    """Give `key` in the default language, and `key_<code>` in every language of the site."""
    return {key: say(contexts[0])} | {f"{key}_{one.language}": say(one) for one in contexts}


def _description(context: Context) -> str:
    said = [context.say("data.about_package"), context.say("data.use_formula")]
    said += [context.say("data.demo")] if context.config.demo else []
    said += [context.say("data.licence_missing")] if licence_of(context) is None else []
    return " ".join(said)


def _licence(context: Context, licence: DataLicence) -> dict[str, str]:
    said = {"name": licence.id, "path": licence.url, "title": context.text(licence.name).text}
    return {key: value for key, value in said.items() if value}


def _publisher(context: Context) -> dict[str, Any]:
    """Name the body that runs the site, where the settings do."""
    body = context.config.managing_body
    if body is None:
        return {}
    return {"contributors": [{"title": body.vi, "role": "publisher", "path": context.config.address}]}


def _resource(contexts: Sequence[Context], file: DataFile) -> dict[str, Any]:
    """Describe one file; the one with everything is no table."""
    table = file.table
    about = f"data.tables.{table.name}" if table is not None else "data.everything"
    kind = "csv" if table is not None else "json"
    return {
        "profile": "tabular-data-resource" if table is not None else "data-resource",
        "name": table.name if table is not None else "everything",
        "path": file.path.removeprefix(DATA),
        **_words(contexts, "title", lambda one: one.say(f"{about}.title")),
        **_words(contexts, "description", lambda one: one.say(f"{about}.about")),
        "format": kind,
        "mediatype": "text/csv" if table is not None else "application/json",
        "encoding": "utf-8",
        "bytes": file.size,
        **({"schema": _schema(contexts, table)} if table is not None else {}),
    }


def _schema(contexts: Sequence[Context], table: Table) -> dict[str, Any]:
    languages = contexts[0].config.languages
    fields = [_field(contexts, table, column, name) for column in table.columns for name in column.names(languages)]
    keys = [
        {"fields": list(link.columns), "reference": {"resource": link.table, "fields": list(link.key)}}
        for link in table.links
    ]
    return {
        "fields": fields,
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(contexts: Sequence[Context], table: Table, column: Column, name: str) -> dict[str, Any]:
    choice = CHOICES.get((table.name, column.name))
    return {
        "name": name,
        **_TYPES[column.type],
        **({"constraints": {"enum": [one.value for one in choice]}} if choice is not None else {}),
        **_words(contexts, "description", lambda one: _column_words(one, column, name)),
    }


def _column_words(context: Context, column: Column, name: str) -> str:
    """Say what stands in a column, and in which language where it has one for each."""
    said = context.say(f"data.columns.{column.name}")
    return said if name == column.name else f"{said} ({name.removeprefix(f'{column.name}_')})"
