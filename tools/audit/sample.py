"""Of each kind of page, in each language, the largest: what holds for it holds for its kind.

A kind is told by the shape of the address, so that a new kind of page is looked at without being named here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

DEFAULT_LANGUAGE = "vi"
_NO_INDEX = re.compile(r'<meta name="?robots"? content="?[^">]*noindex')
_MOVES_ON = re.compile(r"http-equiv=\"?refresh", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sample:
    """A page to look at: its address in the site, its kind ("ke-hoach/*/"), its language, and whether it is indexed."""

    path: str
    kind: str
    language: str
    indexed: bool

    @property
    def row(self) -> str:
        """Its name in the table."""
        return f"{self.kind or 'home'} {self.language}" + ("" if self.indexed else ", no index")


@dataclass(frozen=True, slots=True)
class Served:
    """A built site as it is shown: its address (ends with a slash), its folder, its pages to look at, its plans.

    `day` (YYYY-MM-DD) is the day of the build where it is not today.
    """

    address: str
    site: Path
    samples: tuple[Sample, ...]
    plans: int
    day: str | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its pages."""
        return tuple(sorted({sample.language for sample in self.samples}))


def pages(site: Path) -> list[str]:
    """Give the addresses of all pages of a built site: "en/lich/", "404.html"."""
    found = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return sorted(re.sub(r"(^|/)index\.html$", r"\1", path) for path in found)


def page_file(site: Path, path: str) -> Path:
    """Give the file of the page at an address."""
    return site / (path if path.endswith(".html") else f"{path}index.html")


def sampled(site: Path) -> tuple[Sample, ...]:
    """Give the largest page of each kind in each language; none of those that only lead on to another."""
    largest: dict[tuple[str, str, bool], tuple[int, Sample]] = {}
    for size, sample in _samples(site, pages(site)):
        key = sample.kind, sample.language, sample.indexed
        largest[key] = max(largest.get(key, (0, sample)), (size, sample), key=lambda pair: pair[0])
    return tuple(sample for _, sample in sorted(largest.values(), key=lambda pair: (pair[1].kind, pair[1].path)))


def _samples(site: Path, paths: Iterable[str]) -> Iterator[tuple[int, Sample]]:
    for path in paths:
        text = page_file(site, path).read_text(encoding="utf-8")
        if not _MOVES_ON.search(text):
            language, kind = kind_of(path)
            indexed = not _NO_INDEX.search(text)
            yield len(text), Sample(path, kind, language, indexed)


def kind_of(path: str) -> tuple[str, str]:
    """Give the language and the shape of an address: ("en", "ke-hoach/*/") of "en/ke-hoach/tan-an/"."""
    prefix = re.match(r"([a-z]{2})/", path)
    language, own = (prefix[1], path[prefix.end() :]) if prefix else (DEFAULT_LANGUAGE, path)
    head, *rest = own.split("/")
    return language, "/".join((head, *("*" if part else "" for part in rest)))
