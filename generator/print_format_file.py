"""What a file of a print format must hold: a designer writes it by hand, so that what is wrong is told by name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

from generator.frozen import frozen

PRINT_FORMATS = Path(__file__).parent / "templates" / "print"
"""The folder of the formats and of the layouts that draw them."""
MEDIA = ("banner", "poster", "standee", "handout", "sticker", "screen")
"""What a format may be made for: the media of placements."""
FaultKind = Literal["absent", "syntax", "record", "missing", "unknown", "value"]
_Found = tuple[FaultKind, str]


@frozen
class FormatFault:
    """What is wrong with `file`: the field `at`, empty for the whole file, and its place, counted from 1."""

    file: str
    kind: FaultKind
    at: str = ""
    line: int = 1
    column: int = 1
    excerpt: str = ""


def format_data(file: Path) -> dict[str, Any] | tuple[FormatFault, ...]:
    """Give what the file of a format holds, or everything that is wrong with it."""
    try:
        text = file.read_text(encoding="utf-8")
        root, data = yaml.compose(text, yaml.CSafeLoader), yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return (_at_line(FormatFault(file.name, "syntax"), file, mark.line if mark is not None else 0, 0),)
    except (yaml.YAMLError, UnicodeDecodeError):
        return (FormatFault(file.name, "syntax"),)
    if not isinstance(data, dict):
        return (FormatFault(file.name, "record"),)
    faults = tuple(_located(FormatFault(file.name, kind, at), file, root) for kind, at in _faults(file, data))
    return faults or data


def _located(fault: FormatFault, file: Path, root: yaml.Node | None) -> FormatFault:
    """Give the fault with the place of its field, or of the record that lacks it."""
    node = root
    for name in fault.at.split("."):
        entries = node.value if isinstance(node, yaml.MappingNode) else []
        found = next(((key, value) for key, value in entries if key.value == name), None)
        if found is None:
            break
        at, node = found
        fault = _at_line(fault, file, at.start_mark.line, at.start_mark.column)
    return fault


def _at_line(fault: FormatFault, file: Path, line: int, column: int) -> FormatFault:
    """Give the fault with its place (counted from 0 here, as YAML does) and the line as it stands."""
    lines = file.read_text(encoding="utf-8").splitlines()
    excerpt = lines[line] if line < len(lines) else ""
    return replace(fault, line=line + 1, column=column + 1, excerpt=excerpt)


def _faults(file: Path, data: Mapping[str, Any]) -> list[_Found]:
    """Give everything that is wrong with the record, its inner records included."""
    found = _record_faults(data, _FIELDS, _MAY_LACK)
    for name, fields, may_lack in (("code", _CODE, ()), ("sheet", _SHEET, ("gap",))):
        if isinstance(data.get(name), Mapping):
            found += [(kind, f"{name}.{at}") for kind, at in _record_faults(data[name], fields, may_lack)]
    if not found and not any((folder / f"{data['layout']}.typ").is_file() for folder in (file.parent, PRINT_FORMATS)):
        found.append(("value", "layout"))
    if not found and data["code"]["least"] > data["code"]["most"]:
        found.append(("value", "code.least"))
    return found


def _record_faults(data: Mapping[Any, Any], fields: "_Fields", may_lack: tuple[str, ...]) -> list[_Found]:
    """Give the kind of each fault and its field."""
    unknown: list[_Found] = [("unknown", str(key)) for key in data if key not in fields]
    missing: list[_Found] = [("missing", n) for n in fields if n not in data and n not in may_lack]
    wrong: list[_Found] = [("value", n) for n, fits in fields.items() if n in data and not fits(data[n])]
    return [*unknown, *missing, *wrong]


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
