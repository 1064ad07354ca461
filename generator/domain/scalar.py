"""Single values that people write in more than one way: a day, yes or no, the version of a file's format."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# As offices write it: 9/8/2024, 09-08-2024, 9.8.2024.
_OFFICE_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YES_NO = {
    "có": True,
    "yes": True,
    "true": True,
    "on": True,
    "không": False,
    "no": False,
    "false": False,
    "off": False,
}
YES_NO_WORDS = tuple(_YES_NO)


def _day_from_written(written: object) -> object:
    """Read a day as ISO 8601 or as offices write it; pydantic would take "2025" for seconds since 1970."""
    if not isinstance(written, str):
        return written
    text = written.strip()
    found = _OFFICE_DAY.fullmatch(text)
    iso = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text
    if not _ISO_DAY.fullmatch(iso):
        raise PydanticCustomError("day_type", "not a day", {"text": written})
    try:
        return datetime.date.fromisoformat(iso)
    except ValueError:
        raise PydanticCustomError("day_impossible", "no such day", {"text": written}) from None


def _yes_no_from_written(written: object) -> object:
    """Read có/không, yes/no, true/false in any case; anything else is left for pydantic to refuse."""
    return _YES_NO.get(written.strip().casefold(), written) if isinstance(written, str) else written


def _version_from_written(written: object) -> object:
    """Read the version of a file's format, which comes as text."""
    return int(written) if isinstance(written, str) and written.strip() == "1" else written


# The type of a field that holds one calendar day, and of one that is either so or not.
Day = Annotated[datetime.date, BeforeValidator(_day_from_written, json_schema_input_type=str)]
YesNo = Annotated[bool, BeforeValidator(_yes_no_from_written, json_schema_input_type=bool | str)]
SchemaVersion = Annotated[Literal[1], BeforeValidator(_version_from_written, json_schema_input_type=Literal[1])]
