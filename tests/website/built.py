"""A built site, looked at as a reader's software does: its pages, their elements, and where their links lead."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from generator.routes import output_file

# No page is ever there: links are followed on paper, so that a link out of the site shows.
HOST = "https://built.invalid/"


def plain(text: str) -> str:
    """Give `text` with single spaces, in NFC: as two texts are compared."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def words(element: HtmlElement) -> str:
    """Give the words that stand in `element`, without those of scripts and styles."""
    return plain("".join(element.xpath(".//text()[not(ancestor::script or ancestor::style)]")))


@dataclass(frozen=True, repr=False)
class BuiltPage:
    """A page of a site: its path ("en/lich/", "404.html") and its tree."""

    path: str
    text: str

    @cached_property
    def tree(self) -> HtmlElement:
        return html.document_fromstring(self.text)

    @cached_property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    @property
    def main(self) -> HtmlElement:
        """The part of its own; all of the body on the small page that a code opens."""
        found = self.tree.xpath("//main")
        return found[0] if found else self.tree.body

    def at(self, identifier: str) -> HtmlElement | None:
        """Give the element with this id."""
        return self.tree.get_element_by_id(identifier, None)

    def links(self) -> Iterator[str]:
        """Give every address that the page names: links, pictures, scripts, styles, other languages."""
        yield from (link for _, _, link, _ in self.tree.iterlinks())

    def loaded(self) -> Iterator[str]:
        """Give the addresses that a browser asks for by itself when it shows the page."""
        yield from self.tree.xpath("//@src | //@srcset | //@poster | //object/@data")
        yield from self.tree.xpath("//link[not(@rel='canonical' or @rel='alternate')]/@href | //*[name()='use']/@*")
        styled = (*self.tree.xpath("//style/text()"), *self.tree.xpath("//@style"))
        yield from addresses_in_style("\n".join(styled))

    def leads_to(self, link: str) -> tuple[str, str] | None:
        """Give (path, fragment) of a link within the site, None for one that leads elsewhere."""
        full = urljoin(HOST + self.path, link)
        if not full.startswith(HOST):
            return None
        parts = urlsplit(full)
        return unquote(parts.path.lstrip("/")), unquote(parts.fragment)


def addresses_in_style(style: str) -> list[str]:
    """Give the addresses in url() and @import that are not pictures written into the style itself."""
    named = re.findall(r"url\(\s*[\"']?(?!data:)([^\"')]+)|@import\s+[\"']([^\"']+)", style)
    return ["".join(pair) for pair in named]


@dataclass(frozen=True, repr=False)
class BuiltSite:
    """The folder that a build wrote."""

    folder: Path
    _pages: dict[str, BuiltPage] = field(default_factory=dict)

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files, relative to the folder."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def pages(self) -> tuple[BuiltPage, ...]:
        """All pages, by path."""
        paths = sorted(file for file in self.files if file.endswith(".html"))
        return tuple(self.page(re.sub(r"(^|/)index\.html$", r"\1", path)) for path in paths)

    def page(self, path: str) -> BuiltPage:
        """Give the page at `path`; KeyError where there is none."""
        if path not in self._pages:
            file = output_file(path)
            if file not in self.files:
                raise KeyError(path)
            text = (self.folder / file).read_text(encoding="utf-8")
            self._pages[path] = BuiltPage(path, text)
        return self._pages[path]

    def has(self, path: str) -> bool:
        """Say whether a file or a page stands at `path`."""
        return path in self.files or output_file(path) in self.files

    def bytes_of(self) -> dict[str, bytes]:
        """Give every file with its bytes."""
        return {file: (self.folder / file).read_bytes() for file in sorted(self.files)}


def language_of(path: str) -> str:
    """Give the language that the address of a page promises."""
    first = posixpath.dirname(path + "x").split("/")[0]
    return first if re.fullmatch(r"[a-z]{2}", first) else "vi"
