"""HTML from templates: autoescaped, strict about what is missing, the same bytes for the same values."""

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context

from generator.drawing.compiled import FOLDER, compiled_beside
from generator.drawing.policy import single_policy

_FOLDER = Path(__file__).parent.parent / "templates"


class _Context(Context):
    """Calls macros and functions as they are, as none of ours asks for the context or the environment of a template.

    Jinja looks for that at each of a page's thousands of calls, which takes a fifth of the time of a page.
    """

    def call(
        self, called: Callable[..., Any], /, *values: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
    ) -> Any:
        """Give what is called with its values; those of the loop and the block around the call are for nobody."""
        return called(*values, **named)


@lru_cache
def _environment() -> Environment:
    """Make the one environment of all templates. Everything put into a page is escaped (autoescape)."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_beside(_FOLDER),
    )
    made.context_class = _Context
    made.globals["single_policy"] = single_policy
    return made


def render(template: str, values: Mapping[str, object], say: Callable[..., str]) -> str:
    """Render `template` (a file under templates/) with `values`; `say(key, ...)` gives the words of the language."""
    return _environment().get_template(template).render(**values, say=say)


@lru_cache
def template_digest() -> str:
    """Give a digest of all templates: a page made from others is another page."""
    digest = hashlib.blake2b(digest_size=8)
    for file in template_files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def template_files() -> tuple[Path, ...]:
    """Give all template files, for fingerprints and for watching."""
    return tuple(sorted(path for path in _FOLDER.rglob("*") if path.is_file() and FOLDER not in path.parts))
