"""HTML from templates: autoescaped, strict about what is missing, the same bytes for the same values."""

import hashlib
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from generator.drawing.compiled import FOLDER, compiled_beside
from generator.drawing.policy import single_policy
from generator.drawing.quick import QuickEnvironment

_FOLDER = Path(__file__).parent.parent / "templates"


@lru_cache
def _environment() -> Environment:
    """Make the one environment of all templates. Everything put into a page is escaped (autoescape)."""
    made = QuickEnvironment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_beside(_FOLDER),
    )
    made.globals["single_policy"] = single_policy
    made.filters["as_data"] = as_data
    return made


@lru_cache(1024)
def as_data(value: Hashable) -> Markup:
    """Give a value of texts as JSON within an attribute; the same states stand at many places."""
    return escape(str(htmlsafe_json_dumps(value)))


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
