"""Lists that are cut into pages: whatever the size of a page, nothing is lost, doubled or out of reach."""

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from generator.publishing import remaking
from generator.publishing.build import build
from generator.publishing.report import Request
from generator.reading.project import read_project
from generator.routes import AGENCIES, PLANS, TIMELINE, Routes, page_kind
from generator.views.index import build_index
from tests.website.built import BuiltPage, BuiltSite
from tests.website.page_sizes import LIMITS, cut_small
from tests.website.projects import ROOT, SMALL, change, copy_of

CODES = ROOT / "tests/sites/codes"
ADDRESSES = re.compile(r"<loc>https?://[^/]+/([^<]*)</loc>")
CASES = [(ROOT, "2024-03-01", 4), (SMALL, "2024-05-01", 2), (CODES, "2026-04-22", 2)]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0].name}-{case[2]}")
def cut(request, tmp_path_factory) -> tuple[Path, BuiltSite]:
    """A project built with short pages, and where it is."""
    project, day, most = request.param
    folder = tmp_path_factory.mktemp("cut")
    with pytest.MonkeyPatch.context() as patch:
        cut_small(patch, most)
        patch.setattr(remaking, "can_search", lambda: False)
        outcome = build(Request(project, folder / "site", date.fromisoformat(day), cache=folder / "cache"))
    assert outcome.report is not None, outcome.problems
    return project, BuiltSite(folder / "site")


def leads(page: BuiltPage, within: str = "//a/@href") -> Iterator[str]:
    """Give the paths of pages to which links of the page lead."""
    found = (page.leads_to(link) for link in page.tree.xpath(within))
    return (led[0] for led in found if led is not None)


def reached(site: BuiltSite, start: str) -> set[str]:
    """Give every page that can be reached from `start` by links alone."""
    known, waiting = {start}, [start]
    while waiting:
        for path in leads(site.page(waiting.pop())):
            if path not in known and f"{path}index.html" in site.files:
                known.add(path)
                waiting.append(path)
    return known


def indexed(page: BuiltPage) -> bool:
    return not page.tree.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")


def test_every_page_is_reached_from_home_without_script(cut):
    _, site = cut
    own = {page.path for page in site.pages if not page.path.endswith(".html")}
    # What a printed code opens, and what a page that is gone leaves behind, is found from outside.
    outside = {path for path in own if path.startswith("Q/")}
    gone = {page.path for page in site.pages if "ke-hoach/" in page.path and not indexed(page)}
    assert own - outside - gone - reached(site, "") == set()


def test_no_link_is_broken(cut):
    _, site = cut
    led = {
        (page.path, *to) for page in site.pages for link in page.main.xpath(".//@href") if (to := page.leads_to(link))
    }
    broken = [(path, to) for path, to, at in led if not site.has(to) or (at and site.page(to).at(at) is None)]
    # A project may do without the pages that staff write.
    assert [one for one in broken if "404" not in one[0]] == []


def test_the_map_names_each_page_once(cut):
    _, site = cut
    named = ADDRESSES.findall((site.folder / "sitemap.xml").read_text("utf-8"))
    assert sorted(named) == sorted(page.path for page in site.pages if indexed(page))


def test_no_two_pages_of_a_language_have_one_title(cut):
    _, site = cut
    pages = [page for page in site.pages if not page.path.endswith(".html") and not re.match(r"Q/\w{6}/", page.path)]
    titles = Counter((page.tree.get("lang"), page.tree.findtext(".//title")) for page in pages)
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_has_a_translation(cut):
    _, site = cut
    own = {page.path for page in site.pages if not re.match(r"(en/|404|Q/\w{6}/)", page.path)}
    assert [path for path in sorted(own) if not site.has(Routes("en").at(path))] == []


def pages_under(site: BuiltSite, base: str, further: str = r"trang_\d+/") -> list[BuiltPage]:
    """Give the first page of a list and its further pages."""
    return [page for page in site.pages if re.fullmatch(f"{re.escape(base)}({further})?", page.path)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_plan_stands_once_in_the_list_of_all_plans(cut, language):
    project, site = cut
    routes = Routes(language)
    listed = [path for page in pages_under(site, routes.plans) for path in leads(page, CARDS)]
    assert sorted(listed) == sorted(routes.plan(plan) for plan in public(project, site))


CARDS = "//*[@id='muc-danh-sach']//*[self::h2 or self::h3]/a/@href"


def public(project: Path, site: BuiltSite) -> list[str]:
    """Give the ids of the plans that the site shows."""
    found = read_project(project).project
    assert found is not None
    return [plan.id for plan in found.plans if site.has(Routes("vi").plan(plan.id))]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_body_stands_once_in_the_index(cut, language):
    project, site = cut
    routes, found = Routes(language), read_project(project).project
    pages = [page for page in site.pages if re.fullmatch(rf"{routes.agencies}(noi_[^/]+/)?(trang_\d+/)?", page.path)]
    listed = [path for page in pages for path in leads(page, "//*[@id='muc-danh-sach']//li/a/@href")]
    assert sorted(path for path in listed if "_" not in path) == sorted(map(routes.agency, found.registry.agencies))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_entry_stands_once_among_the_pages_of_months_and_lanes(cut, language):
    project, site = cut
    routes, day = Routes(language), date(2024, 3, 1)
    pages = [page for page in site.pages if re.fullmatch(rf"{routes.timeline}[^/]+/", page.path)]
    assert pages
    index = build_index(read_project(project).project, day)
    entries = sum(len(index.parts[plan].entries) for plan in public(project, site))
    assert sum(len(page.main.xpath(".//*[@data-kind]")) for page in pages) == entries


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_duty_of_a_body_stands_once(cut, language):
    project, site = cut
    routes, index = Routes(language), build_index(read_project(project).project, date(2024, 3, 1))
    plans = public(project, site)
    crowded = 0
    for agency in index.agencies:
        base = routes.agency(agency)
        under = [page for page in site.pages if page.path.startswith(base)]
        lines = sum(len(page.main.xpath(".//*[@class='ps-duties']/li")) for page in under)
        assert lines == sum(len(index.parts[plan].held.get(agency, ())) for plan in plans), agency
        crowded += len(under) > 1
    assert crowded


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_plan_of_a_crowded_body_stands_once_in_its_list(cut, language):
    project, site = cut
    routes, index = Routes(language), build_index(read_project(project).project, date(2024, 3, 1))
    for agency in index.agencies:
        own = [routes.agency_plan(agency, plan) for plan in public(project, site)]
        own = [path for path in own if site.has(path)]
        lists = pages_under(site, routes.agency(agency)) if own else []
        listed = [path for page in lists for path in leads(page, "//main//ul[@class='ps-list']/li/a/@href")]
        assert sorted(path for path in listed if path in own) == sorted(own), agency


def test_each_code_stands_once_on_the_pages_that_check_codes(cut):
    _, site = cut
    codes = {path for path in (page.path for page in site.pages) if re.fullmatch(r"Q/\w{6}/", path)}
    pages = [page for page in site.pages if re.fullmatch(r"Q/(\w/)?", page.path)]
    assert sorted(path for page in pages for path in leads(page, "//li[@data-code]/a/@href")) == sorted(codes)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_row_stands_once_in_the_tables_of_results(cut, language):
    project, site = cut
    base = Routes(language).results
    pages = [page for page in site.pages if page.path.startswith(base)]
    rows = Counter(path for page in pages for path in leads(page, "//th[@scope='row']/a/@href"))
    assert rows or project == CODES
    assert [path for path, count in rows.items() if count > 1] == []
    at = Routes(language)
    assert {path for path in rows if path.startswith(at.plans)} <= {at.plan(one) for one in public(*cut)}


def test_a_body_with_very_many_tasks_has_pages_that_a_phone_can_take(tmp_path, monkeypatch):
    project = copy_of(SMALL, tmp_path)
    words = "Tham mưu tổ chức thực hiện một phần việc của cuộc vận động góp ý, hiến kế trên địa bàn thành phố"
    lead = "roles: {lead: Ban Tuyên giáo Thành uỷ}, time: trước ngày 15/4/2024"
    tasks = "".join(f'  - {{id: viec-{n}, text: "{words} số {n}.", {lead}}}\n' for n in range(600))
    change(project / "plans/gop-y-hien-ke.yml", "tasks:\n", f"tasks:\n{tasks}")
    monkeypatch.setattr(remaking, "can_search", lambda: False)
    done = build(Request(project, tmp_path / "site", date(2024, 5, 1), cache=tmp_path / "cache"))
    assert done.report is not None
    site = BuiltSite(tmp_path / "site")
    own = [page for page in site.pages if AGENCIES in page.path]
    assert max(len(page.text.encode()) for page in own) < 400_000
    assert max(len(gzip.compress(page.text.encode())) for page in own) < 55_000
    body = "co-quan/ban-tuyen-giao-thanh-uy-tan-an/"
    assert len([page for page in own if page.path.startswith(f"{body}tan-an-gop-y-hien-ke")]) == 5


def test_a_further_page_of_a_list_is_no_result_of_a_search():
    kinds: Callable[[str], str | None] = partial(page_kind, "en")
    shown = ("", PLANS, f"{PLANS}a/", f"{PLANS}a/b/", f"{AGENCIES}a/", AGENCIES, TIMELINE, "lien-he/")
    assert [kinds(f"en/{path}") for path in shown] == ["page", "page", "plan", "notice", "body", "page", "page", "page"]
    further = (
        "ke-hoach/trang_2/",
        "co-quan/noi_a/",
        "co-quan/a/b/",
        "co-quan/a/b_2/",
        "lich/2026-08/",
        "ket-qua/co-quan/trang_1/",
    )
    assert [kinds(f"en/{path}") for path in further] == [None] * len(further)


def test_every_limit_is_lowered_by_these_tests():
    found = {
        (file.stem, name)
        for file in (ROOT / "generator/views").glob("*.py")
        for name in re.findall(r"(?m)^(_(?:\w+_)?ON_A_PAGE)\b", file.read_text("utf-8"))
    }
    assert found <= {(module, name) for module, names in LIMITS.items() for name in names}
