"""Official layouts (thể thức văn bản) as data: one file in layouts/ is one rule set, of a branch and a range of days.

Every size carries its status of confirmation (C, C2, M), so that no file claims a conformity nobody has checked.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.frozen import frozen

_FOLDER = Path(__file__).parent / "layouts"


@frozen
class Measure:
    """A size: the range that the rule allows, the one used, and whether the rule was read (C), told (C2) or
    remembered (M). In the unit of its place: pt for text, mm for the page, a share for rules."""

    least: float
    most: float
    used: float
    status: str


@frozen
class TextStyle:
    """How a component is set; `size` in pt."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    upper: bool = False


@frozen
class RuleOrSign:
    """What stands under a component: a solid line, `share` of the text's width long, or a sign in its place."""

    share: float | None = None
    sign: str | None = None


@frozen(kw_only=True)
class PageSizes:
    """Margins of an A4 page in mm; the body's indent in mm, spacing in pt, and distance of lines."""

    top: float
    bottom: float
    left: float
    right: float
    indent: float
    spacing: float
    lines: float


@frozen(kw_only=True)
class Layout:
    """One rule set: from when until when it holds, for which branch, and how each component looks."""

    id: str
    branch: str
    since: date
    until: date | None
    page: PageSizes
    text: tuple[tuple[str, TextStyle], ...]
    marks: tuple[tuple[str, RuleOrSign], ...]
    number_form: str
    number_joint: str
    number_digits: int
    padded_days: int
    padded_months: int
    authority: tuple[tuple[tuple[str, ...], str], ...]
    recipients_separator: str
    recipients_end: str
    filing: str
    end_mark: str


def measures(file: Path) -> dict[str, Measure]:
    """Give every size of a layout file by its path in the file, e.g. "text.body.size"."""
    return dict(_measures(_read(file), ()))


def layout_files() -> tuple[Path, ...]:
    """Give the files of all layouts."""
    return tuple(sorted(_FOLDER.glob("*.yml")))


@lru_cache
def layouts() -> tuple[Layout, ...]:
    """Read all layouts, the oldest first."""
    return tuple(sorted((_layout(_read(file)) for file in layout_files()), key=lambda one: one.since))


def layout_for(branch: str, day: date) -> Layout:
    """Give the layout of `branch` for a document of `day`; before the first known one, the first."""
    own = [layout for layout in layouts() if layout.branch == branch]
    return next((one for one in reversed(own) if one.since <= day), own[0])


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def _measures(found: object, path: tuple[str, ...]) -> list[tuple[str, Measure]]:
    if isinstance(found, list) and len(found) == 4 and isinstance(found[3], str):
        return [(".".join(path), Measure(*found))]
    pairs = found.items() if isinstance(found, Mapping) else ()
    return [pair for key, inner in pairs for pair in _measures(inner, (*path, str(key)))]


def _layout(data: dict[str, Any]) -> Layout:
    used = {name: measure.used for name, measure in _measures(data, ())}
    return Layout(
        id=data["id"],
        branch=data["branch"],
        since=data["from"],
        until=data.get("until"),
        page=PageSizes(**{name.partition(".")[2]: size for name, size in used.items() if _is_of_page(name)}),
        text=tuple((name, TextStyle(**{**style, "size": used[f"text.{name}.size"]})) for name, style in _texts(data)),
        marks=tuple((name, _mark(used.get(f"marks.{name}.rule"), mark)) for name, mark in data["marks"].items()),
        number_form=data["number"]["form"],
        number_joint=data["number"]["joint"],
        number_digits=data["number"]["digits"],
        padded_days=data["date"]["padded_days"],
        padded_months=data["date"]["padded_months"],
        authority=tuple((tuple(one["find"]), one["write"]) for one in data["authority"]),
        recipients_separator=data["recipients"]["separator"],
        recipients_end=data["recipients"]["end"],
        filing=data["recipients"]["filing"],
        end_mark=data["end"]["mark"],
    )


def _is_of_page(name: str) -> bool:
    return name.startswith(("page.", "body."))


def _texts(data: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return list(data["text"].items())


def _mark(share: float | None, mark: dict[str, Any]) -> RuleOrSign:
    return RuleOrSign(share=share, sign=mark.get("sign"))
