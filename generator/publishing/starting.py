"""The first files of a project: a whole new site with samples, a new plan, the schemas; nothing is ever overwritten."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from generator.drawing.project_text import project_text
from generator.frozen import frozen
from generator.reading.examples import example
from generator.reading.schemas import SHAPES, description, schema_of
from generator.wording import Strings, load_strings

File = tuple[str, bytes]

SCHEMAS = ".vscode/schemas"
SETTINGS = ".vscode/settings.json"
_SAMPLE_DAYS = 60
_LANGUAGES = ("vi", "en")
_WRITTEN_ONCE = (
    "site_config.yml",
    "plans/agencies.yml",
    "plans/documents.yml",
    "plans/vi-du-gop-y.yml",
    *(f"content/{language}/gioi-thieu.md" for language in _LANGUAGES),
)
_NOTICES = tuple(
    f"content/notices/{kind}.yml"
    for kind in ("chuong-trinh", "ket-qua", "ket-thuc-gop-y", "moi-du", "moi-gop-y", "nhac-han")
)
_NOTICE_SCHEMA = f"# yaml-language-server: $schema=../../{SCHEMAS}/notice.json\n"


@frozen(kw_only=True)
class NewPlan:
    """What a new plan file is made of: the answers, as they were given."""

    id: str
    place: str
    kind: str
    status: str
    title: str
    short_title: str
    summary: str
    branch: str
    issuer: str
    number: str = ""
    symbol: str = ""
    issued: str = ""
    dateline: str = ""
    validity: str = ""
    feedback: str = ""

    @property
    def file(self) -> str:
        """The path of its file within the project."""
        return f"plans/{self.id}.yml"


def plan_file(plan: NewPlan, strings: Strings) -> bytes:
    """Give the text of a new plan, with what each field means as comments in the language of `strings`."""
    return project_text("plans/new.yml", {"plan": plan, **_explained(strings)}).encode()


def site_files(address: str, day: date, strings: Strings) -> Iterator[File]:
    """Give every file of a new site, its sample plan taking feedback on `day`; comments are in `strings`' language."""
    words = {code: load_strings(code).section("starter.words") for code in _LANGUAGES}
    days = {"first": _day(day), "last": _day(day + timedelta(days=_SAMPLE_DAYS))}
    values = {"words": words, "address": address, **days, **_explained(strings)}
    for path in _WRITTEN_ONCE:
        own: Mapping[str, Any] = words["en" if path.startswith("content/en/") else "vi"]
        yield path, project_text(path, values | {"own": own}).encode()
    yield from ((path, (_NOTICE_SCHEMA + project_text(path, {})).encode()) for path in _NOTICES)
    yield ".gitignore", project_text("gitignore", {}).encode()
    yield from editor_files()


def editor_files() -> Iterator[File]:
    """Give the settings by which editors know the schemas, and the schemas."""
    yield SETTINGS, project_text("settings.json", {}).encode()
    yield from ((f"{SCHEMAS}/{name}", content) for name, content in schema_files())


def schema_files() -> Iterator[File]:
    """Give every schema: (name of the file, its text), with explanations in Vietnamese and English."""
    languages = tuple(load_strings(code) for code in _LANGUAGES)
    for name in SHAPES:
        yield f"{name}.json", (json.dumps(schema_of(name, languages), ensure_ascii=False, indent=1) + "\n").encode()


def create_files(folder: Path, files: Iterable[File]) -> None:
    """Write new files under `folder`. Raises FileExistsError where one is there, and OSError."""
    for path, content in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as new:
            new.write(content)


def _explained(strings: Strings) -> dict[str, object]:
    """Give what the templates say of fields, and the program's own words."""
    return {"about": partial(_about, strings), "example": example, "say": strings.say}


def _about(strings: Strings, record: str, key: str) -> str:
    return description(record, key, (strings,))


def _day(day: date) -> str:
    """Write a day as offices do."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"
