"""robots.txt and the site map: what machines may read, and where it is, with its languages (sitemaps.org, 0.9)."""

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from generator.outputs.job import Job, fingerprint
from generator.routes import SITE_MAP, Routes, site_map_part
from generator.views.addresses import MapEntry
from generator.views.site import SiteView
from generator.views.site_map import map_entries

_ROBOTS = "User-agent: *\nDisallow:\nSitemap: {address}{site_map}\n"
# The protocol's bounds for one file, with room for its head and foot.
_MOST_ADDRESSES, _MOST_BYTES = 50_000, 50 * 1024 * 1024 - 1024
_FORMAT = "1"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_PAGES = f'{_HEAD}<urlset {_SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'


def jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of robots.txt and of the site map: one file, or an index and the files that it names."""
    config = site.default.config
    robots = _ROBOTS.format(address=config.address, site_map=SITE_MAP).encode()
    yield Job("robots.txt", fingerprint(robots), partial(bytes, robots))
    for path, content in site_map_files(map_entries(site), config.address, config.languages):
        yield Job(path, fingerprint(_FORMAT, content), partial(bytes, content))


def site_map_files(
    entries: Iterable[MapEntry], address: str, languages: tuple[str, ...], most: int = _MOST_ADDRESSES
) -> Iterator[tuple[str, bytes]]:
    """Give the files of the site map by path; `most` addresses stand in one."""
    parts = list(_parts((_page(entry, address, languages) for entry in entries), most // len(languages)))
    if len(parts) == 1:
        yield SITE_MAP, parts[0]
        return
    names = [site_map_part(number) for number in range(1, len(parts) + 1)]
    rows = "".join(f"<sitemap><loc>{escape(address + name)}</loc></sitemap>\n" for name in names)
    yield SITE_MAP, f"{_HEAD}<sitemapindex {_SPACE}>\n{rows}</sitemapindex>\n".encode()
    yield from zip(names, parts, strict=True)


def _parts(pages: Iterable[str], most: int) -> Iterator[bytes]:
    """Put pages into files that keep within the bounds; one without any page is valid, and given where none is."""
    found: list[bytes] = []
    size = 0
    for page in (text.encode() for text in pages):
        if len(found) == most or size + len(page) > _MOST_BYTES:
            yield _file(found)
            found, size = [], 0
        found.append(page)
        size += len(page)
    yield _file(found)


def _file(pages: Iterable[bytes]) -> bytes:
    return b"".join((_PAGES.encode(), *pages, b"</urlset>\n"))


def _page(entry: MapEntry, address: str, languages: tuple[str, ...]) -> str:
    """Write a page in all its languages, each of which names all (its own included, as search engines ask)."""
    links = [(code, escape(address + Routes(code).at(entry.path))) for code in languages]
    others = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{link}"/>' for code, link in links)
    changed = f"<lastmod>{entry.changed}</lastmod>" if entry.changed else ""
    return "".join(f"<url><loc>{link}</loc>{changed}{others}</url>\n" for _, link in links)
