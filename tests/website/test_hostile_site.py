"""A site of hostile texts is, element by element, the same site with harmless ones: nothing came of what was sent.

Both are built as staff build them, from files, with a different payload in each of two thousand texts.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from generator.domain.problem import DataPath, Severity
from generator.reading.project import read_project
from generator.reading.schemas import SHAPES, fields_of_records
from generator.reading.shapes import shape_at
from tests.website.built import BuiltPage, BuiltSite
from tests.website.hostile import ADDRESSES, KEPT_PLANS, PAYLOADS, SAFE, project
from tests.website.projects import PLANS, ROOT, copy_of, run

PROSE = re.compile(r"(en/)?(gioi-thieu|kha-nang-tiep-can|lien-he|quyen-rieng-tu)/")
DAY = "2024-03-01"
# Markdown may make these of what people write, and nothing else; every one is allowed on the pages of the site too.
PROSE_TAGS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "img", "em", "strong", "b", "i", "code", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td", "del", "br", "hr", "blockquote", "div", "span", "details"),
}
PROSE_ATTRIBUTES = {"id", "href", "rel", "title", "class", "src", "alt"}


@pytest.fixture(scope="module")
def both(tmp_path_factory) -> tuple[BuiltSite, BuiltSite]:
    """The site with harmless texts, and the one with hostile texts."""
    return tuple(one_site(tmp_path_factory.mktemp(name), name == "hostile") for name in ("harmless", "hostile"))


def one_site(folder: Path, hostile: bool) -> BuiltSite:
    made, filled = project(folder, hostile)
    assert filled > 2000
    done = run("--project", made, "build", "--output", folder / "site", "--as-of", DAY, "--jobs", "1")
    assert done.exit_code == 0, done.output
    return BuiltSite(folder / "site")


Shape = list[tuple[str, tuple[str, ...]]]


def by_libxml(page: BuiltPage) -> Shape:
    return [(one.tag, tuple(sorted(one.attrib))) for one in page.tree.iter() if isinstance(one.tag, str)]


def by_html5(page: BuiltPage) -> Shape:
    return [(node.tag or "", tuple(sorted(node.attributes))) for node in LexborHTMLParser(page.text).css("*")]


PARSERS = pytest.mark.parametrize("parser", [by_libxml, by_html5])


def generated(site: BuiltSite) -> Iterator[BuiltPage]:
    yield from (page for page in site.pages if not PROSE.match(page.path))


def test_the_same_files_are_made(both):
    harmless, hostile = ({file for file in site.files if not file.startswith("tim-kiem/")} for site in both)
    assert harmless == hostile


@PARSERS
def test_no_generated_page_has_another_element_or_attribute(both, parser):
    harmless, hostile = both
    assert [page.path for page in generated(hostile) if parser(page) != parser(harmless.page(page.path))] == []


@PARSERS
def test_prose_has_no_elements_but_those_of_prose(both, parser):
    harmless, hostile = both
    pages = [page for page in hostile.pages if PROSE.match(page.path)]
    assert len(pages) == 8
    for page in pages:
        own = set(parser(harmless.page(page.path)))
        new = set(parser(page)) - own
        assert {tag for tag, _ in new} <= PROSE_TAGS, page.path
        assert {name for _, names in new for name in names} <= PROSE_ATTRIBUTES, page.path
        assert [tag for tag, _ in parser(page)].count("script") == [
            tag for tag, _ in parser(harmless.page(page.path))
        ].count("script")


def test_scripts_and_styles_are_the_same_to_the_byte(both):
    harmless, hostile = both
    for page in hostile.pages:
        same = harmless.page(page.path)
        code = "//script[not(@type='application/json' or @type='application/ld+json')]/text() | //style/text()"
        # The page of a code carries its plan's times for its script, as data in JSON.
        assert page.tree.xpath(code) == same.tree.xpath(code), page.path


def test_no_link_runs_or_loads_anything_from_elsewhere(both):
    for page in both[1].pages:
        schemes = {link.partition(":")[0].casefold() for link in page.links() if re.match(r"\s*[\w+.-]+:", link)}
        assert schemes <= {"https", "http", "mailto", "tel", "sms", "data", "webcal"}, page.path
        loaded = [link for link in page.loaded() if re.match(r"\s*([\w+.-]+:)?//", link)]
        assert loaded == [], page.path
        # An icon that is none ("data:,") keeps browsers from asking for one.
        drawn = ("data:image/", "data:,")
        assert [link for link in page.links() if link.startswith("data:") and not link.startswith(drawn)] == []


def test_what_was_written_is_there_to_be_read(both):
    """Without this the texts could be harmless because nobody ever sees them."""
    shown = " ".join(" ".join(page.tree.xpath("//text()").__iter__()) for page in both[1].pages)
    seen = set(re.findall(r"Chữ (\d{5})", shown))
    assert len(seen) > 1400
    for payload in ("<script>alert(1)</script>", "</title><h1>a</h1>", "{{ 7 * 7 }}", "&lt;script&gt;", "<!-- a"):
        assert payload in shown


# --- every other file: what a machine reads may not be broken or led astray either


def tree_of(data: bytes) -> list[str]:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    return [f"{one.tag} {sorted(one.attrib)}" for one in root.iter() if isinstance(one.tag, str)]


def keys_of(data: object) -> object:
    """Give the shape of JSON: its keys, with texts as texts; a key that is a text of the site is one all the same."""
    if isinstance(data, dict):
        return {re.sub(r"Chữ (\d+).*", r"Chữ \1", key): keys_of(item) for key, item in data.items()}
    return [keys_of(item) for item in data] if isinstance(data, list) else type(data).__name__


def calendar(text: str) -> list[str]:
    """Give the names of the properties of a calendar, its folded lines joined (RFC 5545, section 3.1)."""
    return [re.split(r"[;:]", line)[0] for line in re.sub(r"\r\n[ \t]", "", text).splitlines()]


def sheet(text: str) -> list[int]:
    rows = list(csv.reader(io.StringIO(text)))
    # A spreadsheet takes what begins so for a formula.
    assert not any(re.match(r"[=+@\t\r]|-\D", cell) for row in rows for cell in row)
    return [len(row) for row in rows]


def parts(data: bytes) -> dict[str, object]:
    """Give what a document of a word processor or a spreadsheet refers to: its parts and where they lead."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(archive.namelist())
        led = {name: sorted(re.findall(rb'Target="([^"]*)"', archive.read(name))) for name in names if "rels" in name}
        for name in names:
            if name.endswith((".xml", ".rels")):
                tree_of(archive.read(name))
        return {"names": names, "led": led}


READ: dict[str, Callable[[bytes], object]] = {
    ".xml": tree_of,
    ".atom": tree_of,
    # Words in a drawing are drawn as shapes: other words, other shapes.
    ".svg": lambda data: set(tree_of(data)),
    ".json": lambda data: keys_of(json.loads(data)),
    ".jsonld": lambda data: keys_of(json.loads(data)),
    ".webmanifest": lambda data: keys_of(json.loads(data)),
    ".geojson": lambda data: keys_of(json.loads(data)),
    ".ics": lambda data: calendar(data.decode()),
    ".csv": lambda data: sheet(data.decode("utf-8-sig")),
    ".docx": parts,
    ".xlsx": lambda data: parts(data)["names"],
    ".pdf": lambda data: re.findall(rb"/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile|SubmitForm)\b", data),
    ".js": lambda data: data,
    ".css": lambda data: data,
    ".txt": lambda data: len(data.splitlines()),
}
# Pictures are drawn from the texts; the search's own files hold them packed, and are read in a browser below.
NOT_READ = {".html", ".png", ".webp", ".woff2", ".zip", ".map"}


def test_every_file_that_a_machine_reads_has_the_same_form(both):
    harmless, hostile = both
    for file in sorted(hostile.files):
        ending = Path(file).suffix
        if file.startswith("tim-kiem/") or ending in NOT_READ or Path(file).name.startswith((".", "_")):
            continue
        read = READ[ending]
        ours = read((hostile.folder / file).read_bytes())
        assert ours == read((harmless.folder / file).read_bytes()), file


def test_header_files_do_not_depend_on_what_people_write(both):
    for name in ("_headers", ".htaccess"):
        assert (both[0].folder / name).read_bytes() == (both[1].folder / name).read_bytes()


# --- in a browser that would run anything


VISITED = [
    *(
        "",
        "en/",
        "ke-hoach/",
        "co-quan/",
        "lich/",
        "gop-y/",
        "ket-qua/",
        "lien-he/",
        "en/gioi-thieu/",
        "Q/",
        "404.html",
    ),
    *(f"ke-hoach/{plan}/" for plan in KEPT_PLANS),
    f"en/ke-hoach/{KEPT_PLANS[0]}/moi-gop-y/",
    f"ke-hoach/{KEPT_PLANS[0]}/moi-gop-y/",
    "co-quan/thanh-uy-tan-an/",
]


@pytest.fixture
def visit(reader, served, both):
    """Open a page with its policy switched off, and give what ran."""
    page = reader(bypass_csp=True).new_page()
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: ran.append(str(error)))
    page.on("request", lambda request: ran.append(request.url) if "127.0.0.1" not in request.url else None)

    def go(path: str):
        page.goto(served(both[1]) + path)
        page.wait_for_load_state("networkidle")
        return page, ran

    return go


@pytest.mark.parametrize("path", VISITED)
def test_nothing_runs_in_a_browser_though_its_policy_is_off(visit, path):
    page, ran = visit(path)
    assert ran == []
    assert page.url.endswith(path)


def test_what_is_found_is_shown_as_text(visit, both):
    if not both[1].has("tim-kiem/pagefind.js"):
        pytest.skip("The search tool is not installed: make site installs it")
    page, ran = visit("")
    page.keyboard.press("/")
    page.fill(".ps-search input[type=search]", "alert script onerror")
    page.wait_for_selector(".ps-search__results a")
    page.wait_for_timeout(500)
    assert ran == []
    tags = page.eval_on_selector_all(".ps-search__results *", "all => all.map(one => one.localName)")
    assert not {"script", "img", "iframe", "svg", "form", "object"} & set(tags) - {"svg"}


def test_a_browser_tells_when_a_payload_does_run(visit):
    """Without this the tests above could pass because nothing is ever noticed."""
    page, ran = visit("")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')")
    page.wait_for_timeout(300)
    assert ran == ["1"]


# --- addresses: refused with a message, wherever one is written


BAD_ADDRESSES = (
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "blob:https://a.example/1",
    "ftp://a.example/",
    "intent://a.example/#Intent;end",
    "https://ubnd.gov.vn@xau.example/",
    "https://a.example\\@xau.example/",
    'https://a.example/"onclick="alert(1)',
    "https://a.example/'><script>alert(1)</script>",
    "https://xn--80ak6aa92e.example/",
    "https://аррӏе.example/",
    "https://127.0.0.1/",
    "https:///a.example/",
    "https://a.example/ b",
    "https://a.example/{{ 7 }}",
)


LINK = {"link": "a"}
# What the two plans do not use: with these, every kind of record that names an address is there.
ADDED: dict[str, dict[str, Any]] = {
    "site_config": {
        "error_report": "a",
        "licence": {"name": "a", "url": "a"},
        "data_licence": {"name": "a", "url": "a"},
        "contact": {"website": "a"},
        "urgent": {"text": "a", "until": "2030-12-31"} | LINK,
    },
    "plan": {
        "outcome": {"kind": "ended", "on": "2024-12-31"} | LINK,
        "updates": [{"id": "tin", "date": "2024-01-31", "kind": "change", "text": "a"} | LINK],
        "answers": [{"id": "loi", "date": "2024-01-31", "theme": "a", "decision": "b"} | LINK],
    },
}


def with_every_address(data: Any, name: str) -> Any:
    data |= ADDED.get(name, {})
    if name == "agencies":
        data["agencies"][0]["contact"] = {"website": "a"}
    if name == "documents":
        data["documents"][0]["url"] = "a"
    if name == "plan":
        data["tasks"][0] |= {"done_on": "2024-01-31", "evidence": [LINK]}
        data["targets"] = [{"id": "ct", "text": "a", "results": [{"date": "2024-01-31", "value": 1} | LINK]}]
    return data


def filled_addresses(data: Any, bad: str, path: DataPath = ()) -> Iterator[DataPath]:
    """Put a bad address into every field of an address, and give where."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, item in list(below):
        if key in ADDRESSES and isinstance(item, str):
            data[key] = bad
            yield (*path, key)
        else:
            yield from filled_addresses(item, bad, (*path, key))


@pytest.mark.parametrize("bad", BAD_ADDRESSES)
def test_an_address_that_does_harm_is_refused_in_every_field(tmp_path, bad):
    made, wanted, kinds = copy_of(ROOT, tmp_path), set(), set()
    for other in PLANS.values():
        if other != KEPT_PLANS[0]:
            (made / f"plans/{other}.yml").unlink()
    files = {"site_config": "site_config", "agencies": "plans/agencies", "documents": "plans/documents"}
    for name, path in (files | {"plan": f"plans/{KEPT_PLANS[0]}"}).items():
        file = made / f"{path}.yml"
        data = with_every_address(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader), name)
        for at in filled_addresses(data, bad):
            wanted.add((f"{path}.yml", at))
            # What is done is told in one word or as a record: the type says either.
            kinds.add(("Evidence" if "evidence" in at else shape_at(SHAPES[name], at[:-1]).__name__, at[-1]))
        file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert kinds == {(record, key) for record, key in fields_of_records() if key in ADDRESSES}
    problems = read_project(made).problems
    refused = {(one.location.file, one.path) for one in problems if one.severity is Severity.ERROR}
    assert wanted - refused == set()


def test_every_payload_is_another_one():
    assert len(set(PAYLOADS)) == len(PAYLOADS) > 60
    assert SAFE not in PAYLOADS
