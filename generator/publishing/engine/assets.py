"""The few files that every page loads: one style sheet, one script, one icon, named after their content.

The script of the search is loaded only by those who search.
"""

import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import generator
from generator.domain.abbreviations import short_forms
from generator.domain.colour import Accent
from generator.drawing.policy import source_hash
from generator.frozen import frozen

THEME = Path(str(files(generator))) / "theme"
_SOURCES = THEME / "assets"
_ICON = re.compile(r"icon\(([\w/-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


@frozen
class AssetNames:
    """Paths within the site of what a page loads."""

    style: str
    script: str
    search: str
    icon: str


def theme_assets(accent: Accent) -> tuple[tuple[str, bytes], ...]:
    """Give (path within the site, bytes) of every file that the pages of a site with this `accent` load."""
    made = (
        ("site", "css", _style(accent)),
        ("site", "js", _script()),
        ("search", "js", _search_script()),
        ("icon", "svg", _favicon(accent)),
    )
    return tuple((_name(stem, kind, text), text.encode()) for stem, kind, text in made)


@cache
def asset_names(accent: Accent) -> AssetNames:
    """Give the paths of the files of `theme_assets`; new content has a new name, so all may be cached."""
    return AssetNames(*(path for path, _ in theme_assets(accent)))


def early_script() -> str:
    """Give the only inline script: it sets the chosen look before anything is drawn."""
    return _joined((_SOURCES / "early.js").read_text(encoding="utf-8"))


def inline_script_hashes() -> tuple[str, ...]:
    """Give what script-src of a Content-Security-Policy says for the inline script (CSP 3, hash-source)."""
    return (source_hash(early_script()),)


def _style(accent: Accent) -> str:
    """Fill the accent and the icons into the style sheet and take its comments and line ends out."""
    text = _COMMENT.sub("", (_SOURCES / "site.css").read_text(encoding="utf-8"))
    filled = _ICON.sub(lambda found: _icon(found[1]), _with_accent(text, accent))
    return _SPACE.sub("\n", filled).strip() + "\n"


def _with_accent(text: str, accent: Accent) -> str:
    text = text.replace("ACCENT-LIGHT-TINT", accent.light_tint).replace("ACCENT-DARK-TINT", accent.dark_tint)
    return text.replace("ACCENT-LIGHT", accent.light).replace("ACCENT-DARK", accent.dark)


def _icon(name: str) -> str:
    """Give the address of one of Material's icons as data, so that it costs no request."""
    icons = Path(str(files("material"))) / "templates" / ".icons"
    return f'url("data:image/svg+xml,{quote((icons / f"{name}.svg").read_text(), safe=" =:/")}")'


def _script() -> str:
    return _joined((_SOURCES / "site.js").read_text(encoding="utf-8"))


def _search_script() -> str:
    """Fill the table of short and full names into the script that a reader loads on opening the search."""
    table = json.dumps(list(short_forms().items()), ensure_ascii=False, separators=(",", ":"))
    return _joined((_SOURCES / "search.js").read_text(encoding="utf-8")).replace("SHORT_FORMS", table)


def _favicon(accent: Accent) -> str:
    return (_SOURCES / "icon.svg").read_text(encoding="utf-8").replace("ACCENT-LIGHT", accent.light).strip() + "\n"


def _joined(script: str) -> str:
    """Take whole-line comments and indentation out of a script."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _name(stem: str, kind: str, text: str) -> str:
    return f"assets/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{kind}"
