"""The index of the search: the only module that knows the search tool, Pagefind, and its command.

What is indexed is marked in the pages (`data-pagefind-body`); the rest is left out by the selectors below. Each
language has its own index, told apart by the `lang` of the page. Vietnamese words stay as they are written: the tool
has no stemmer for them and needs none, as they do not change their form.
"""

import gzip
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.routes import SEARCH

File = tuple[str, bytes]

_TOOL = "pagefind_bin"
_ENTRY = "pagefind-entry.json"
# Only what the search box loads: the tool's own boxes, its worker and its highlighter are left behind.
_LOADED = ("pagefind.js", _ENTRY, "wasm.*.pagefind", "*.pf_meta", "*/*.pf_index", "*/*.pf_fragment", "*/*.pf_filter")
# What every page repeats says nothing of the page: people who look for a word do not look for a chip that holds it.
_REPEATED = (
    ".ps-path", ".ps-toc", ".ps-filter", ".ps-notice--summary", ".ps-notice--translation", ".ps-notice--draft",
    ".ps-link", ".ps-state", ".ps-asof", ".ps-count", ".ps-roles", ".ps-fold--roles", ".ps-cites", ".ps-missing",
    ".ps-timeline", ".ps-chart", ".ps-bodies", ".ps-table", ".ps-action", ".ps-outline", ".ps-lang", ".ps-qr", "svg",
    ".ps-fn", ".ps-cards", ".ps-rail", ".ps-empty", "#muc-danh-sach", "#muc-sap-toi", "#muc-phoi-hop",
    ".ps-facts dt", ".ps-recipients", ".ps-corrections", '[data-pagefind-filter="kind:body"] .ps-notice',
    # What a body has to do stands on the pages of the plans; its own page answers to its names.
    '[data-pagefind-filter="kind:body"] #muc-nhiem-vu',
)  # fmt: skip
_SIGNATURE = b"pagefind_dcd"
COSTS = "costs.json"
_SAMPLE = 300
_COSTLY_KB = 4
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


def _costs(made: Path, language: str) -> dict[str, int]:
    """Give the words of a language whose places in all pages are many bytes to load, with those bytes in kilobytes.

    Estimated from some of the pages. The search box leaves such words out where rarer ones lead to the same pages.
    """
    fragments = sorted((made / "fragment").glob(f"{language}_*"))
    some = fragments[:: max(1, len(fragments) // _SAMPLE)]
    counted = Counter(word for fragment in some for word in _words(fragment))
    index = sum(path.stat().st_size for path in (made / "index").glob(f"{language}_*"))
    bytes_each = index / max(1, counted.total())
    costs = {word: round(count * bytes_each / 1000) for word, count in counted.items()}
    return {word: cost for word, cost in sorted(costs.items()) if cost >= _COSTLY_KB}


def _words(fragment: Path) -> list[str]:
    """Give the words of one indexed page as the tool compares them: small letters without accents, đ kept."""
    text = json.loads(gzip.decompress(fragment.read_bytes()).partition(_SIGNATURE)[2])["content"]
    apart = unicodedata.normalize("NFD", text.lower())
    return re.findall(r"\w+", "".join(letter for letter in apart if not unicodedata.combining(letter)))


def _in_order(entry: bytes) -> bytes:
    """Sort the list of languages, which the tool writes in another order each time."""
    return _as_json(json.loads(entry))


def _as_json(value: object) -> bytes:
    """Write a value in one way only."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
