"""Every page says what it may load and run, and does nothing that this forbids."""

import re

import pytest

from generator.drawing.policy import source_hash
from tests.website.built import BuiltPage, BuiltSite
from tests.website.projects import ROOT, build, copy_of


def policy_of(page: BuiltPage) -> dict[str, list[str]]:
    found = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert len(found) == 1, page.path
    return {part.split()[0]: part.split()[1:] for part in found[0].split("; ")}


def test_every_page_has_one_policy_ahead_of_all_that_it_loads(site_when_open):
    for page in site_when_open.pages:
        head = page.text[: page.text.index("<meta http-equiv=")]
        assert re.search(r"<(script|style|link|img)", head) is None, page.path
        assert head.endswith('<meta charset="utf-8">\n'), page.path
        assert policy_of(page)["default-src"] == ["'none'"]


def test_inline_scripts_and_styles_are_allowed_by_hash_alone(site_when_open):
    for page in site_when_open.pages:
        policy = policy_of(page)
        for element in page.tree.xpath("//script[not(@src) and not(@type)]"):
            assert source_hash(element.text) in policy["script-src"], page.path
        for element in page.tree.xpath("//style"):
            assert source_hash(element.text) in policy["style-src"], page.path
        assert page.tree.xpath("//@style") == [], page.path
        assert not any(source.startswith("'unsafe") for sources in policy.values() for source in sources)


def test_a_page_allows_no_script_that_it_does_not_have(site_when_open):
    for page in site_when_open.pages:
        own = {source_hash(element.text) for element in page.tree.xpath("//script[not(@src)]")}
        allowed = {source for source in policy_of(page)["script-src"] if source.startswith("'sha256")}
        assert allowed <= own, page.path


def test_nothing_reacts_to_events_by_an_attribute(site_when_open):
    for page in site_when_open.pages:
        assert page.tree.xpath("//@*[starts-with(name(), 'on')]") == [], page.path


@pytest.mark.parametrize("name", ["_headers", ".htaccess"])
def test_the_header_files_allow_what_every_page_allows(site_when_open, name):
    text = (site_when_open.folder / name).read_text(encoding="utf-8")
    header = re.search(r'Content-Security-Policy:? "?([^"\n]*)', text)[1]
    wide = {part.split()[0]: set(part.split()[1:]) for part in header.split("; ")}
    for page in site_when_open.pages:
        for directive, sources in policy_of(page).items():
            assert set(sources) - {"'none'"} <= wide[directive], page.path
    assert wide["frame-ancestors"] == {"'none'"}
    assert "nosniff" in text


def kind_of(path: str) -> str:
    """Give the kind of page at a path: its folders, with what names one plan, body or code among many left out."""
    prefix, rest = ("en/", path[3:]) if path.startswith("en/") else ("", path)
    first, *below = rest.split("/")
    return prefix + "/".join([first, *("*" if name else "" for name in below)]) if below else path


def one_of_each_kind(site: BuiltSite) -> dict[str, str]:
    """Give a page of every kind that the site has, the longest: what a kind can do is seen there most likely."""
    by_length = sorted(site.pages, key=lambda page: len(page.text))
    return {kind_of(page.path): page.path for page in by_length}


@pytest.fixture
def told(reader, served, site_when_open):
    """Open a page and give what the browser complains of."""

    def visit(path: str, act=None, site: BuiltSite = site_when_open) -> list[str]:
        context = reader()
        page = context.new_page()
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', "
            "e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))"
        )
        complaints: list[str] = []
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(served(site) + path)
        page.wait_for_load_state("networkidle")
        if act is not None:
            act(page)
        context.close()
        # A page that is not there is answered 404, and the browser says so; that is no matter of the policy.
        return [text for text in complaints if "404" not in text]

    return visit


def test_no_kind_of_page_in_either_language_does_what_its_policy_forbids(told, site_when_open):
    kinds = one_of_each_kind(site_when_open)
    for wanted in (
        *("", "ke-hoach/", "ke-hoach/*/", "ke-hoach/*/*/", "co-quan/", "co-quan/*/", "lich/", "gop-y/", "ket-qua/"),
        *("du-lieu/", "gioi-thieu/", "Q/", "404.html"),
    ):
        assert wanted in kinds
        assert wanted == "404.html" or f"en/{wanted}" in kinds
    kinds["lost"] = "khong-co/trang-nay/"
    assert {path: complaints for path in kinds.values() if (complaints := told(path))} == {}


def test_neither_do_the_pages_that_stand_for_former_ones(told, tmp_path):
    """A renamed plan, one that is over with a code that hangs, and results, which the project's own plans have not."""
    project = copy_of(ROOT / "tests/sites/with-results", tmp_path)
    done = build(project, "2024-03-01")
    assert done.exit_code == 0, done.output
    site = BuiltSite(tmp_path / "site")
    assert "ke-hoach/tan-an-gop-y/" in {page.path for page in site.pages}
    paths = {*one_of_each_kind(site).values(), "ke-hoach/tan-an-gop-y/", "en/ke-hoach/tan-an-gop-y/"}
    assert {path: complaints for path in sorted(paths) if (complaints := told(path, site=site))} == {}


def test_the_page_of_a_code_runs_its_script_and_shows_its_style(told, site_when_open):
    path = next(p.path for p in site_when_open.pages if re.fullmatch(r"Q/[A-Z0-9]{6}/", p.path))
    seen = []

    def act(page):
        seen.append(page.evaluate("getComputedStyle(document.querySelector('.state')).fontWeight"))
        seen.append(page.evaluate("document.querySelector('[data-asof]').hidden"))

    assert told(path, act) == []
    assert seen == ["700", True]


def test_the_search_works_under_the_policy(told, site_when_open):
    if not site_when_open.has("tim-kiem/pagefind.js"):
        pytest.skip("The search tool is not installed: make site installs it")
    found = []

    def act(page):
        page.keyboard.press("/")
        page.fill(".ps-search input[type=search]", "gop y")
        page.wait_for_selector(".ps-search__results a")
        found.append(page.locator(".ps-search__results a").count())

    assert told("", act) == []
    assert found[0] > 0


def test_what_a_page_does_not_name_is_refused_by_the_browser(told):
    """Without this the tests above could pass because nothing is ever reported."""

    def act(page):
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">a</p><img src=x onerror=1>')"
        )
        page.wait_for_timeout(200)

    assert any("policy: style-src-attr" in text for text in told("", act))
