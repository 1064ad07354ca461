"""The few files that every page loads: one style sheet, one script, one icon, named after their content."""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import generator
from generator.domain.colour import Accent

THEME = Path(str(files(generator))) / "theme"
_SOURCES = THEME / "assets"
_ICON = re.compile(r"icon\(([\w/-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class AssetNames:
    """Paths within the site of what a page loads."""

    style: str
    script: str
    icon: str


def theme_assets(accent: Accent) -> tuple[tuple[str, bytes], ...]:
    """Give (path within the site, bytes) of every file that the pages of a site with this `accent` load."""
    made = (("site", "css", _style(accent)), ("site", "js", _script()), ("icon", "svg", _favicon(accent)))
    return tuple((_name(stem, kind, text), text.encode()) for stem, kind, text in made)


@cache
def asset_names(accent: Accent) -> AssetNames:
    """Give the paths of the files of `theme_assets`; new content has a new name, so all may be cached."""
    style, script, icon = (path for path, _ in theme_assets(accent))
    return AssetNames(style, script, icon)


def early_script() -> str:
    """Give the only inline script: it sets the chosen look before anything is drawn."""
    return _joined((_SOURCES / "early.js").read_text(encoding="utf-8"))


def inline_script_hashes() -> tuple[str, ...]:
    """Give what script-src of a Content-Security-Policy says for the inline script (CSP 3, hash-source)."""
    digest = hashlib.sha256(early_script().encode()).digest()
    return (f"'sha256-{base64.b64encode(digest).decode()}'",)


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


def _favicon(accent: Accent) -> str:
    return (_SOURCES / "icon.svg").read_text(encoding="utf-8").replace("ACCENT-LIGHT", accent.light).strip() + "\n"


def _joined(script: str) -> str:
    """Take whole-line comments and indentation out of a script."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _name(stem: str, kind: str, text: str) -> str:
    return f"assets/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{kind}"
