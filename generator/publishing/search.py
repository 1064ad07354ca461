"""The index of the search: the only module that knows the search tool, Pagefind, and its command.

What is indexed is marked in the pages (`data-pagefind-body`); the rest is left out by the selectors below. Each
language has its own index, told apart by the `lang` of the page. The kind of a page is a word of it, such as
`000plan`, and no filter of the tool: it writes the values of a filter in another order each time, and as a word that
sorts first it costs a phone little. Vietnamese words stay as they are written: the tool has no stemmer for them and
needs none, as they do not change their form.
"""

import gzip
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.routes import SEARCH

File = tuple[str, bytes]

_TOOL = "pagefind_bin"
_ENTRY = "pagefind-entry.json"
# Only what the search box loads: the tool's own boxes, its worker and its highlighter are left behind.
_LOADED = ("pagefind.js", _ENTRY, "wasm.*.pagefind", "*.pf_meta", "*/*.pf_index", "*/*.pf_fragment")
# What every page repeats says nothing of the page: people who look for a word do not look for a chip that holds it.
_REPEATED = (
    ".ps-path", ".ps-toc", ".ps-filter", ".ps-notice--summary", ".ps-notice--translation", ".ps-notice--draft",
    ".ps-link", ".ps-state", ".ps-asof", ".ps-count", ".ps-roles", ".ps-fold--roles", ".ps-cites", ".ps-missing",
    ".ps-timeline", ".ps-chart", ".ps-bodies", ".ps-table", ".ps-action", ".ps-outline", ".ps-lang", ".ps-qr", "svg",
    ".ps-fn", ".ps-cards", ".ps-rail", ".ps-empty", "#muc-danh-sach", "#muc-sap-toi", "#muc-phoi-hop",
    ".ps-facts dt", ".ps-recipients", ".ps-corrections", '[data-pagefind-meta="kind:000body"] .ps-notice',
    # What a body has to do stands on the pages of the plans; its own page answers to its names.
    '[data-pagefind-meta="kind:000body"] #muc-nhiem-vu',
)  # fmt: skip
_FIRST = re.compile(
    rb"^pagefind_dcd\x81(?:[\x80-\x97]|\x98.|\x99..|\x9a....)[\x81-\x97](?:([\x60-\x77])|\x78(.))", re.DOTALL
)
COSTS = "costs.json"
_LONGEST_SECONDS = 600


class SearchError(Exception):
    """The tool is there and did not do its work; the text is its own message."""


def can_search() -> bool:
    """Say whether the search tool is installed."""
    return importlib.util.find_spec(_TOOL) is not None


def search_index(folder: Path) -> tuple[File, ...]:
    """Give the files of the search over the pages that lie in `folder`: (path within the site, bytes).

    The same pages give the same bytes. Raises SearchError.
    """
    with tempfile.TemporaryDirectory(prefix="plansite-search-") as made:
        _run(folder, Path(made))
        return tuple(_files(Path(made)))


def _run(folder: Path, made: Path) -> None:
    """Let the tool read the pages in `folder` and write its index to `made`."""
    options = ["--site", str(folder), "--output-path", str(made), "--exclude-selectors", ",".join(_REPEATED)]
    try:
        done = subprocess.run(
            [sys.executable, "-m", _TOOL, *options, "--silent"],
            capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=_LONGEST_SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchError(str(error)) from error
    if done.returncode != 0 or not (made / _ENTRY).is_file():
        raise SearchError((done.stderr or done.stdout).strip()[-500:])


def _files(made: Path) -> Iterator[File]:
    """Give what the search box loads, in a fixed order."""
    found = sorted({path for pattern in _LOADED for path in made.glob(pattern)})
    for path in found:
        content = _in_order(path.read_bytes()) if path.name == _ENTRY else path.read_bytes()
        yield SEARCH + path.relative_to(made).as_posix(), content
    yield (
        SEARCH + COSTS,
        _as_json({one: _costs(made, one) for one in json.loads((made / _ENTRY).read_bytes())["languages"]}),
    )


def _costs(made: Path, language: str) -> list[tuple[str, int]]:
    """Give the parts in which a language's words are loaded: the first word of each, and its kilobytes.

    With them the search box leaves out words that cost much where others lead as far. A part that cannot be read
    counts for nothing, and then every word is asked for.
    """
    parts = (made / "index").glob(f"{language}_*")
    found = ((_first_word(part.read_bytes()), -(-part.stat().st_size // 1000)) for part in parts)
    return sorted((word, size) for word, size in found if word is not None)


def _first_word(part: bytes) -> str | None:
    """Give the first word of a part of the index: CBOR (RFC 8949), an array of words, each an array that it begins."""
    found = _FIRST.search(gzip.decompress(part))
    if found is None:
        return None
    length = found[1][0] - 0x60 if found[1] else found[2][0]
    return found.string[found.end() : found.end() + length].decode("utf-8", "replace")


def _in_order(entry: bytes) -> bytes:
    """Sort the list of languages, which the tool writes in another order each time."""
    return _as_json(json.loads(entry))


def _as_json(value: object) -> bytes:
    """Write a value in one way only."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
