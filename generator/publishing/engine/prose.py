"""Markdown that people from outside may send, made into HTML that can do nothing but be read."""

from collections.abc import Callable

import markdown
import nh3

from generator.domain.identifier import slug

_EXTENSIONS = [
    "tables",
    "attr_list",
    "admonition",
    "def_list",
    "footnotes",
    "abbr",
    "sane_lists",
    "md_in_html",
]
_TAGS = nh3.ALLOWED_TAGS - {"article", "aside", "header", "footer", "nav", "map", "area", "rtc", "rb"}
_TAGS |= {"section", "figure", "figcaption", "details", "summary"}
_ATTRIBUTES = {
    "*": {"id", "lang", "title", "dir"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "scope", "align"},
    "time": {"datetime"},
    "details": {"open"},
}
_CLASSES = {
    "div": {"admonition", "note", "tip", "warning", "danger", "info", "footnote"},
    "p": {"admonition-title"},
    "a": {"ps-link", "footnote-ref", "footnote-backref"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}


def html(text: str, locate: Callable[[str], str], permalink: str) -> str:
    """Give the HTML of Markdown `text`, free of script, style, frames, and pictures from other hosts.

    `locate` turns a path within the site into an address for this page, for links that start with `/`.
    `permalink` is the accessible name of the link beside each heading.
    """
    made = markdown.Markdown(
        extensions=[*_EXTENSIONS, "toc"],
        extension_configs={"toc": _contents(permalink)},
        output_format="html",
    ).convert(text)
    return nh3.clean(
        made,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        url_relative=lambda url: _placed(url, locate),
        attribute_filter=_own_pictures,
        link_rel="noopener",
    )


def _contents(permalink: str) -> dict[str, object]:
    """Anchors and permalinks of headings; anchors fold đ and accents, as every id of the site does."""
    return {
        "slugify": lambda text, _: slug(text),
        "toc_depth": "2-6",
        "permalink": "#",
        "permalink_class": "ps-link",
        "permalink_title": permalink,
    }


def _placed(url: str, locate: Callable[[str], str]) -> str | None:
    """Place a link without a scheme; `//host` is another host in disguise and is dropped."""
    if url.startswith(("//", "/\\", "\\")):
        return None
    return locate(url[1:]) if url.startswith("/") else url


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Drop the source of a picture on another host: reading a page tells nobody else about it."""
    return None if tag == "img" and attribute == "src" and "//" in value else value
