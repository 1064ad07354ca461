"""The way back: from the open data of a site to the files of a project, out of which the same site is built.

JSON is YAML too (YAML 1.2, section 1.3), so each part is written as it stands, under the name that readers expect.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.views.open_data.files import FORMAT
from generator.views.open_data.text import json_text

_SCHEMA = 1
_REGISTRIES = (("plans/agencies.yml", ("places", "agencies")), ("plans/documents.yml", ("documents",)))


class NotOurDataError(ValueError):
    """The bytes are no open data of a site in a format that is known."""


def project_files(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give (path in the project, bytes) of every file in `data`: ke-hoach.json, or the JSON of a single plan.

    The file of everything has the registries too. Settings and pages that staff wrote are not in the data, nor are
    `silence` (what staff accepted of the warnings) and the record of what was published. Raises NotOurDataError.
    """
    found = _parsed(data)
    records = found.get("plans", [found])
    for path, keys in _REGISTRIES:
        if "plans" in found:
            yield path, _file({"schema": _SCHEMA, **{key: found[key] for key in keys}})
    for record in records:
        yield f"plans/{record['id']}.yml", _file(record["plan"])


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError as error:
        raise NotOurDataError(str(error)) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT or not ("plans" in found or "plan" in found):
        raise NotOurDataError("format")
    return found


def _file(record: object) -> bytes:
    return f"{json_text(record)}\n".encode()
