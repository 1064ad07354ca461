"""The index of the search: made of the pages, the same each time, nothing unused, and a site without it is a site."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.publishing import search
from generator.publishing.build import Request, build
from generator.publishing.search import SearchError, search_index
from generator.routes import SEARCH

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "sites" / "valid-small"
DAY = date(2026, 11, 20)
PAGE = """<!doctype html><html lang="{lang}"><head><title>x</title></head><body><nav>Điều hướng</nav>
<main data-pagefind-body data-pagefind-meta="kind:000{kind}"><h1>{title}</h1><p>{text}</p></main></body></html>"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Three pages in two languages, in a folder whose name begins with a dot, as the one aside does."""
    folder = tmp_path / ".site-aside"
    for path, lang, kind, title, text in (
        ("index.html", "vi", "page", "Trang chủ", "Góp ý cho thành phố"),
        ("ke-hoach/mot/index.html", "vi", "plan", "Kế hoạch một", "Đô thị văn minh"),
        ("en/index.html", "en", "page", "Home", "Comments on the city"),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(PAGE.format(lang=lang, kind=kind, title=title, text=text), "utf-8")
    (folder / "404.html").write_text('<html lang="vi"><main><h1>Không thấy</h1></main></html>', "utf-8")
    return folder


def test_the_same_pages_give_the_same_bytes(pages, tmp_path):
    other = shutil.copytree(pages, tmp_path / "elsewhere")
    once = search_index(pages)
    assert all(search_index(folder) == once for folder in (pages, other) * 4)


def test_each_language_has_its_own_index_of_the_marked_pages(pages):
    entry = json.loads(dict(search_index(pages))[f"{SEARCH}pagefind-entry.json"])
    assert {lang: of["page_count"] for lang, of in entry["languages"].items()} == {"vi": 2, "en": 1}


def test_only_what_the_box_loads_is_published(pages):
    names = {re.sub(r"[_.][0-9a-f]{7,}(?=\.pf_)", "", path.removeprefix(SEARCH)) for path, _ in search_index(pages)}
    assert names == {
        "costs.json", "pagefind-entry.json", "pagefind.js", "pagefind.vi.pf_meta", "pagefind.en.pf_meta",
        "wasm.unknown.pagefind", "wasm.en.pagefind", "index/vi.pf_index", "index/en.pf_index",
        "fragment/vi.pf_fragment", "fragment/en.pf_fragment",
    }  # fmt: skip


def test_the_first_word_of_each_part_of_the_index_is_read(pages):
    costs = json.loads(dict(search_index(pages))[SEARCH + "costs.json"])
    assert costs == {"vi": [["000page", 1]], "en": [["000page", 1]]}


def test_a_tool_that_fails_is_told_in_its_own_words(pages, monkeypatch):
    monkeypatch.setattr(search, "_TOOL", "json.tool")
    with pytest.raises(SearchError, match=r"usage|unrecognized"):
        search_index(pages)


@pytest.mark.parametrize(("tool", "box", "told"), [("no_such_tool", False, ""), ("json.tool", True, "usage")])
def test_a_site_is_built_even_where_the_search_cannot_be(tmp_path, monkeypatch, tool, box, told):
    monkeypatch.setattr(search, "_TOOL", tool)
    report = build(Request(SMALL, tmp_path / "site", DAY, cache=tmp_path / "cache")).report
    assert report is not None
    assert told in report.search_failure
    assert ("ps-bar__search" in (tmp_path / "site" / "index.html").read_text("utf-8")) is box
    assert not (tmp_path / "site" / SEARCH).exists()


def test_only_one_module_knows_the_search_tool():
    modules = (ROOT / "generator").rglob("*.py")
    knowing = [path.stem for path in modules if re.search(r"pagefind(?!-body|-meta)", path.read_text("utf-8"))]
    assert knowing == ["search"]
