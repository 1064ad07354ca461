"""make audit: what breaks a bound makes the table and the exit status say so."""

import gzip
import os
import random
import subprocess
import sys
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path

import pytest

from audit.figures import Figure, Findings, NotRun, at_most, counted
from audit.hosting import by_python
from audit.sample import kind_of, sampled
from audit.table import shown, status

ROOT = Path(__file__).resolve().parents[2]
FINE = Findings((counted("home vi", "axe", ()), at_most("home vi", "kB", 89.9, 90, "89.9")))
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"></head><body><main><h1>Trang</h1>{}</main></body></html>"""
# Once the page is drawn, something pushes the heading down.
LATE = """<p id="late"></p><h2>Sau</h2><script>
const push = () => setTimeout(() => late.style.height = "300px", 100);
requestAnimationFrame(() => requestAnimationFrame(push));
</script>"""
# What no compression makes smaller.
LARGE = f"<!--{random.Random(1).randbytes(100_000).hex()}-->"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'


def audit(site: Path, *tools: str, **variables: str) -> tuple[int, str]:
    """Run the audit over a site that is there; give its exit status and its table."""
    only = [word for tool in tools for word in ("--only", tool)]
    paths = os.pathsep.join((str(ROOT / "tools"), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-m", "audit", "--site", str(site), *only],
        env=os.environ | {"PYTHONPATH": paths, "PYTHONUTF8": "1"} | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


@pytest.fixture
def site(tmp_path):
    """A site of one page without a fault; gives what puts something into that page."""

    def write(body: str = "") -> Path:
        (tmp_path / "index.html").write_text(PAGE.format(body), encoding="utf-8")
        (tmp_path / "404.html").write_text(PAGE.format(""), encoding="utf-8")
        (tmp_path / "a.svg").write_text(PICTURE, encoding="utf-8")
        return tmp_path

    return write


def test_nothing_wrong_is_status_0():
    assert status(FINE) == 0
    assert "!" not in shown(FINE)


def test_a_bound_that_is_broken_is_marked_and_told_and_is_status_1():
    findings = FINE + Findings((at_most("lich/ en", "kB", 90.1, 90, "90.1"),))
    assert status(findings) == 1
    assert "90.1!" in shown(findings)
    assert "at most 90 allowed" in shown(findings)


def test_a_tool_that_did_not_run_has_not_passed():
    findings = FINE + Findings(not_run=(NotRun("html", "java is missing"),))
    assert status(findings) == 1
    assert "NOT RUN  html: java is missing" in shown(findings)


def test_a_row_of_the_table_holds_the_figures_of_one_page():
    lines = shown(
        Findings((Figure("home vi", "kB", "9"), Figure("lich/ vi", "kB", "8"), Figure("home vi", "axe", "0")))
    )
    assert [line.split() for line in lines.splitlines()[:3]] == [
        ["kB", "axe"],
        ["home", "vi", "9", "0"],
        ["lich/", "vi", "8"],
    ]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", ("vi", "")),
        ("en/", ("en", "")),
        ("404.html", ("vi", "404.html")),
        ("en/lich/", ("en", "lich/")),
        ("ke-hoach/tan-an/", ("vi", "ke-hoach/*/")),
        ("en/ke-hoach/tan-an/moi-gop-y/", ("en", "ke-hoach/*/*/")),
    ],
)
def test_the_kind_of_a_page_is_the_shape_of_its_address(path, kind):
    assert kind_of(path) == kind


def test_the_largest_page_of_a_kind_stands_for_it_and_one_that_leads_on_for_none(tmp_path):
    pages = {"a": "short", "b": "long " * 9, "c": '<meta http-equiv="refresh" content="0">' * 9}
    for name, body in pages.items():
        (tmp_path / "lich" / name).mkdir(parents=True)
        (tmp_path / "lich" / name / "index.html").write_text(PAGE.format(body), encoding="utf-8")
    assert [sample.path for sample in sampled(tmp_path)] == ["lich/b/"]


def test_a_page_without_a_fault_passes(site):
    code, table = audit(
        site('<p><a href="#x" id="x">Liên kết</a></p><img src="a.svg" alt="Hình" width="9" height="9">'),
        "axe",
        "budget",
        "links",
    )
    assert (code, "!" in table) == (0, False), table


@pytest.mark.parametrize(
    ("fault", "tool", "told"),
    [
        ('<img src="a.svg" width="9" height="9">', "axe", "image-alt"),
        ('<img src="http://elsewhere.invalid/a.png" alt="Hình">', "budget", "http://elsewhere.invalid/a.png"),
        (LATE, "budget", "home vi: shift"),
        (LARGE, "budget", "at most 90 allowed"),
        ('<a href="lich/">Lịch</a>', "links", "lich/ leads nowhere"),
        ('<a href="#lich">Lịch</a>', "links", "#lich leads to a page without that place"),
    ],
)
def test_a_real_fault_of_a_page_is_found_and_is_status_1(site, fault, tool, told):
    code, table = audit(site(fault), tool)
    assert code == 1, table
    assert told in table


@pytest.mark.parametrize(
    ("tool", "lacking"),
    [("html", "java is missing"), ("axe", "chromium is missing"), ("lighthouse", "chromium is missing")],
)
def test_a_machine_without_what_a_tool_needs_is_told_so_and_is_status_1(site, tmp_path, tool, lacking):
    code, table = audit(site(), tool, PATH=str(tmp_path))
    assert code == 1
    assert f"NOT RUN  {tool}: {lacking}: sudo apt-get install" in table


HEADERS = "/*\n  X-Content-Type-Options: nosniff\n/assets/*\n  Cache-Control: public, immutable\n"


def ask(address: str) -> tuple[int, Message, bytes]:
    """Ask once, as a browser that takes what is compressed."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_the_small_server_compresses_and_keeps_as_the_header_file_says(site):
    folder = site("Dài. " * 200)
    (folder / "_headers").write_text(HEADERS, encoding="utf-8")
    (folder / "assets").mkdir()
    (folder / "assets/a.css").write_text("p { color: black }", encoding="utf-8")
    with by_python(folder) as (address, _):
        page, asset, lost = ask(address), ask(f"{address}assets/a.css"), ask(f"{address}nowhere/")
    assert (page[0], page[1]["Content-Encoding"], page[1]["Cache-Control"]) == (200, "gzip", "no-cache")
    assert gzip.decompress(page[2]) == (folder / "index.html").read_bytes()
    assert page[1]["X-Content-Type-Options"] == "nosniff"
    assert (asset[0], asset[1]["Content-Encoding"], asset[1]["Cache-Control"]) == (200, None, "public, immutable")
    assert (lost[0], lost[2]) == (404, (folder / "404.html").read_bytes())
