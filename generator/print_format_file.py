"""What a file of a print format must hold: a designer writes it by hand, so that what is wrong is told by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

MEDIA = ("banner", "poster", "standee", "handout", "sticker", "screen")
"""What a format may be made for: the media of placements."""
FaultKind = Literal["syntax", "record", "missing", "unknown", "value"]


@dataclass(frozen=True, slots=True)
class FormatFault:
    """What is wrong with `file`: `at` is the field, or the line where it cannot be read at all."""

    file: str
    kind: FaultKind
    at: str


def format_data(file: Path) -> dict[str, Any] | FormatFault:
    """Give what the file of a format holds, or the first fault in it."""
    try:
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        return FormatFault(file.name, "syntax", str(mark.line + 1) if mark is not None else "1")
    if not isinstance(data, dict):
        return FormatFault(file.name, "record", "1")
    return _fault(file, data) or data


def _fault(file: Path, data: Mapping[str, Any]) -> FormatFault | None:
    """Give the first thing that is wrong with the record, its inner records included."""
    found = _record_fault(data, _FIELDS, _MAY_LACK)
    for name, fields, may_lack in (("code", _CODE, ()), ("sheet", _SHEET, ("gap",))):
        if found is None and name in data:
            inner = _record_fault(data[name], fields, may_lack)
            found = (inner[0], f"{name}.{inner[1]}") if inner is not None else None
    if found is None and not (file.parent / f"{data['layout']}.typ").is_file():
        found = None if (_LAYOUTS / f"{data['layout']}.typ").is_file() else ("value", "layout")
    if found is None and data["code"]["least"] > data["code"]["most"]:
        found = ("value", "code.least")
    return FormatFault(file.name, *found) if found is not None else None


def _record_fault(
    data: Mapping[Any, Any], fields: "_Fields", may_lack: tuple[str, ...]
) -> tuple[FaultKind, str] | None:
    """Give the kind of the first fault and its field."""
    unknown: list[tuple[FaultKind, str]] = [("unknown", str(key)) for key in data if key not in fields]
    missing: list[tuple[FaultKind, str]] = [("missing", n) for n in fields if n not in data and n not in may_lack]
    wrong: list[tuple[FaultKind, str]] = [("value", n) for n, fits in fields.items() if n in data and not fits(data[n])]
    return next(iter((*unknown, *missing, *wrong)), None)


def _is_size(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 100_000


def _is_gap(value: object) -> bool:
    return value == 0 or _is_size(value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and _is_size(value)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value.replace("-", "").replace("_", "").isalnum()


def _is_record(value: object) -> bool:
    return isinstance(value, Mapping)


def _are_names(value: object) -> bool:
    return isinstance(value, Mapping) and "vi" in value and all(isinstance(name, str) for name in value.values())


def _is_medium(value: object) -> bool:
    return value in MEDIA


_Fields = Mapping[str, Callable[[object], bool]]
_LAYOUTS = Path(__file__).parent / "templates" / "print"
_MAY_LACK = ("medium", "sheet")
_FIELDS: _Fields = MappingProxyType(
    {
        "names": _are_names,
        "order": _is_size,
        "layout": _is_name,
        "width": _is_size,
        "height": _is_size,
        "safe": _is_gap,
        "code": _is_record,
        "distance_m": _is_size,
        "medium": _is_medium,
        "sheet": _is_record,
    }
)
_CODE: _Fields = MappingProxyType({"least": _is_size, "most": _is_size})
_SHEET: _Fields = MappingProxyType(
    {"width": _is_size, "height": _is_size, "columns": _is_count, "rows": _is_count, "gap": _is_gap}
)
