"""The page of the open data: what can be downloaded, how large it is, what it means, how it may be used."""

from generator.frozen import frozen
from generator.routes import DATA, data_file, plan_data
from generator.views.context import Context
from generator.views.open_data.files import PACKAGE, DataFile, iter_tables, licence_of
from generator.views.open_data.tables import Column, Table
from generator.views.paper import size_in_words


@frozen
class Download:
    """A file to download: its path, what it is, its size in words."""

    path: str
    title: str
    about: str
    size: str


@frozen
class ColumnLine:
    """A column as the page explains it, or one in each language."""

    names: tuple[str, ...]
    type: str
    meaning: str


@frozen
class TableLine:
    """A table: its file, how many rows it has, and its columns."""

    id: str
    download: Download
    rows: str
    columns: tuple[ColumnLine, ...]


@frozen
class DataView:
    """The page. `licence` is (name, address or None), None where the site states none."""

    count: str
    licence: tuple[str, str | None] | None
    publisher: str | None
    everything: Download
    package: Download
    plan_address: str
    tables: tuple[TableLine, ...]


def data_view(context: Context, files: tuple[DataFile, ...], package: bytes) -> DataView:
    """Give the page in the context's language; `files` as `data_files` gives them, `package` is datapackage.json."""
    licence, publisher = licence_of(context), context.config.managing_body
    everything = next(file for file in files if file.table is None)
    return DataView(
        count=context.say("data.count", n=everything.count),
        licence=(context.text(licence.name).text, licence.url) if licence is not None else None,
        publisher=context.text(publisher).text if publisher is not None else None,
        everything=_download(context, everything.path, "data.everything", everything.size),
        package=_download(context, data_file(PACKAGE), "data.package", len(package)),
        plan_address=context.config.address + plan_data(context.say("data.plan_id")),
        tables=tuple(_table(context, file, table) for file, table in iter_tables(files)),
    )


def _download(context: Context, path: str, key: str, size: int) -> Download:
    words = size_in_words(size, context.say("numbers.decimal"))
    return Download(path, context.say(f"{key}.title"), context.say(f"{key}.about"), words)


def _table(context: Context, file: DataFile, table: Table) -> TableLine:
    words, languages = f"data.tables.{table.name}", context.config.languages
    columns = tuple(_column(context, column, languages) for column in table.columns)
    download = _download(context, file.path, words, file.size)
    rows = context.strings.counted("data.rows", file.count)
    return TableLine(file.path.removeprefix(DATA).removesuffix(".csv"), download, rows, columns)


def _column(context: Context, column: Column, languages: tuple[str, ...]) -> ColumnLine:
    names, meaning = column.names(languages), context.say(f"data.columns.{column.name}")
    several = context.say("data.each_language", meaning=meaning) if len(names) > 1 else meaning
    return ColumnLine(names, context.say(f"data.types.{column.type}"), several)
