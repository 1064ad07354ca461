"""Text of project files from templates: YAML and Markdown, nothing escaped but what `quoted` is asked to."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_FOLDER = Path(__file__).parent.parent / "templates" / "project"


def text_templates(folder: Path, marks: Mapping[str, Any] = MappingProxyType({})) -> Environment:
    """Make the environment of text templates in `folder`; `marks` are other marks than Jinja's own, by its names."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).overlay(**marks)
    made.filters["quoted"] = _quoted
    return made


@lru_cache
def _environment() -> Environment:
    return text_templates(_FOLDER)


def _quoted(text: str) -> str:
    """Write any text as a YAML scalar in straight quotes (YAML 1.2, 7.3.1: JSON's strings are such)."""
    return json.dumps(text, ensure_ascii=False)


def project_text(template: str, values: Mapping[str, object]) -> str:
    """Render `template`, a path under templates/project/."""
    return _environment().get_template(template).render(**values)
