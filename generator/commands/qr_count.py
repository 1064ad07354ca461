"""plansite qr count: scans by place and day, out of the logs of a web server."""

import json
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from types import MappingProxyType

import click

from generator.commands.problems import render_text
from generator.commands.settings import DATA_HAS_ERRORS, Settings, told
from generator.commands.tables import FORMATS, Cell, Column, TableFormat, table
from generator.domain.scans import LEAST
from generator.domain.scans import told as may_be_told
from generator.reading.access_log import LogCount, count_scans, log_lines
from generator.reading.crawlers import known_crawlers
from generator.views.scan_rows import PlaceScans, known_codes, place_scans
from generator.views.site import SiteView, site_view

_DAYS = ("plan", "placement", "where", "codes", "day", "scans")
_TOTALS = ("plan", "placement", "where", "total", "days", "hidden_days")
_UNKNOWN = ("codes", "scans")
_TOO_FEW = f"<{LEAST}"
_STDIN = "-"


@click.command("count", help=told("qr_count"))
@click.argument("logs", nargs=-1, required=True, metavar="ACCESS_LOG...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=told("table_format"))
@click.pass_obj
def count_command(settings: Settings, logs: Sequence[str], form: TableFormat) -> None:
    """Count, and print what may be told."""
    site = _site(settings)
    config = site.default.config
    addresses = [address for address in (config.address, config.qr.base) if address is not None]
    count = count_scans(_lines(settings, logs), known_codes(site), known_crawlers().is_one, addresses)
    places = tuple(place_scans(site, count.scans))
    click.echo(_WRITERS[form](settings, places, count.unknown), nl=False)
    _tell(settings, count)


def _site(settings: Settings) -> SiteView:
    """Read the project; ends with status 1 where it has errors."""
    result = settings.read()
    if result.project is None:
        click.echo(render_text(result.problems, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    return site_view(result.project, settings.day(None))


def _lines(settings: Settings, logs: Sequence[str]) -> Iterator[bytes]:
    """Give the lines of all logs; ends with status 2 where one cannot be read to its end."""
    return chain.from_iterable(_lines_of(settings, log) for log in dict.fromkeys(logs))


def _lines_of(settings: Settings, log: str) -> Iterator[bytes]:
    try:
        if log == _STDIN:
            yield from log_lines(sys.stdin.buffer)
            return
        with Path(log).open("rb") as file:
            yield from log_lines(file)
    except (OSError, EOFError, zlib.error) as error:
        settings.stop("log_unreadable", file=log, reason=getattr(error, "strerror", None) or error)


def _text(settings: Settings, places: Sequence[PlaceScans], unknown: Mapping[str, int]) -> str:
    """Give a table by day and one of totals, and the codes that the site does not know."""
    days = table(_columns(settings, _DAYS), list(_day_rows(places)), "text", _say(settings, "none"))
    parts = [days]
    if places:
        parts.append(table(_columns(settings, _TOTALS), list(map(_total_row, places)), "text", ""))
    if unknown:
        rows = table(_columns(settings, _UNKNOWN), list(_unknown_rows(unknown)), "text", "")
        parts.append(f"{_say(settings, 'unknown')}\n{rows}")
    return "\n".join(parts)


def _csv(settings: Settings, places: Sequence[PlaceScans], unknown: Mapping[str, int]) -> str:
    """Give one row a place and day; a code that the site does not know has no plan and no day."""
    nobody: dict[str, Cell] = dict.fromkeys(_DAYS)
    rows = [*_day_rows(places), *(nobody | row for row in _unknown_rows(unknown))]
    return table(_columns(settings, _DAYS), rows, "csv", "")


def _json(_: Settings, places: Sequence[PlaceScans], unknown: Mapping[str, int]) -> str:
    """Give everything as data; `scans` is null where it is smaller than `fewer_than`."""
    found = {
        "fewer_than": LEAST,
        "scans": [row | {"scans": _number(row["scans"])} for row in _day_rows(places)],
        "totals": [_total_row(place) for place in places],
        "unknown": [row | {"scans": _number(row["scans"])} for row in _unknown_rows(unknown)],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


_Writer = Callable[[Settings, Sequence[PlaceScans], Mapping[str, int]], str]
_WRITERS: Mapping[TableFormat, _Writer] = MappingProxyType({"text": _text, "csv": _csv, "json": _json})


def _number(cell: Cell) -> Cell:
    return None if cell == _TOO_FEW else cell


def _day_rows(places: Sequence[PlaceScans]) -> Iterator[dict[str, Cell]]:
    for place in places:
        for one in place.scans.days:
            yield {**_place(place), "day": one.day.isoformat(), "scans": _told(one.scans)}


def _total_row(place: PlaceScans) -> dict[str, Cell]:
    scans = place.scans
    days = len(scans.days) - scans.hidden_days
    return {**_place(place), "total": scans.total, "days": days, "hidden_days": scans.hidden_days}


def _place(place: PlaceScans) -> dict[str, Cell]:
    return {
        "plan": place.plan,
        "placement": place.placement,
        "where": place.where,
        "codes": " ".join(place.codes),
    }


def _unknown_rows(unknown: Mapping[str, int]) -> Iterator[dict[str, Cell]]:
    for code, count in sorted(unknown.items()):
        yield {"codes": code, "scans": _told(may_be_told(count))}


def _told(scans: int | None) -> Cell:
    return _TOO_FEW if scans is None else scans


def _tell(settings: Settings, count: LogCount) -> None:
    """Say what was read and what was left out, beside the result, so that a file of it stays a table."""
    values = {
        "lines": count.lines,
        "malformed": count.malformed,
        "left_out": count.left_out,
        "within": count.within,
        "least": LEAST,
    }
    click.echo(settings.strings.say("qr_count.read", **values), err=True)
    if count.malformed:
        click.echo(settings.strings.say("qr_count.malformed", **values), err=True)
    click.echo(settings.strings.say("qr_count.note", **values), err=True)


def _columns(settings: Settings, keys: Sequence[str]) -> tuple[Column, ...]:
    return tuple((key, _say(settings, f"columns.{key}")) for key in keys)


def _say(settings: Settings, key: str) -> str:
    return settings.strings.say(f"qr_count.{key}")
