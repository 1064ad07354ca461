"""Every link, picture and script of every page leads to a file of the site, and every fragment to an element."""

import posixpath
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from audit.figures import Findings, counted
from audit.sample import Served, page_file, pages

ROW, COLUMN = "every page", "broken links"
_LINKING = ("href", "src", "action", "formaction", "poster", "data")
# No page is ever there: links are followed on paper, so that a link out of the site shows.
_HOME = "https://built.invalid/"


def followed(served: Served) -> Findings:
    """Give the links within the site that lead nowhere."""
    site, paths = served.site, pages(served.site)
    anchors = {path: _ids(page_file(site, path)) for path in paths}
    files = frozenset(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    broken = partial(_broken, files=files, anchors=anchors)
    return Findings((counted(ROW, COLUMN, tuple(one for path in paths for one in broken(site, path))),))


def _ids(file: Path) -> frozenset[str]:
    return frozenset(str(one.attributes["id"]) for one in _tree(file).css("[id]"))


def _broken(site: Path, path: str, files: frozenset[str], anchors: dict[str, frozenset[str]]) -> Iterator[str]:
    for link in _links(page_file(site, path)):
        parts = urlsplit(urljoin(_HOME + path, link))
        if f"{parts.scheme}://{parts.netloc}/" != _HOME:
            continue
        target, fragment = unquote(parts.path.lstrip("/")), unquote(parts.fragment)
        if _file(target) not in files:
            yield f"{path}: {link} leads nowhere"
        elif fragment and fragment not in anchors.get(target, {fragment}):
            yield f"{path}: {link} leads to a page without that place"


def _links(file: Path) -> list[str]:
    """Give every address that a page names, once."""
    tree = _tree(file)
    found = (one.attributes[name] for name in _LINKING for one in tree.css(f"[{name}]"))
    return sorted({link for link in found if link})


def _tree(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def _file(path: str) -> str:
    return path if posixpath.basename(path) else f"{path}index.html"
