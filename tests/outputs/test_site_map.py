"""The site map names the pages there are, without opening a plan, and dates only what the data date."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from generator.domain.progress import news
from generator.domain.project import Project
from generator.domain.published import Published, PublishedPlan
from generator.outputs import agency_pages, former_pages, list_pages, robots
from generator.outputs.robots import site_map_files
from generator.reading.project import read_project
from generator.views.addresses import MapEntry
from generator.views.site import SiteView, site_view
from generator.views.site_map import map_entries

SITES = Path(__file__).parents[1] / "sites"
DAY = date(2026, 11, 20)
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LISTS = ("plans", "bodies", "timeline", "feedback", "results")


@cache
def small(name: str = "valid-small") -> Project:
    found = read_project(SITES / name)
    assert found.project is not None
    return found.project


@cache
def large() -> SiteView:
    """A site whose lists do not fit on one page: the same plan 150 times."""
    plan = next(plan for plan in small().plans if plan.feedback is not None)
    many = tuple(replace(plan, id=f"{plan.id}-{n}", former_ids=(), code=None) for n in range(150))
    return opened(replace(small(), plans=many, facts=()), date(2024, 3, 1))


def opened(project: Project, day: date = DAY) -> SiteView:
    """Give a site whose excerpts are made: from here on no plan need be opened."""
    site = site_view(project, day)
    for context in site.contexts:
        assert context.shown.holders("card")
    return site


def files(site: SiteView) -> dict[str, bytes]:
    return {job.path: job.make() for job in robots.jobs(site)}


@pytest.mark.parametrize("outputs", [robots, former_pages], ids=lambda one: one.__name__)
def test_no_plan_is_opened(outputs):
    site = opened(small())
    with site.default.index.watch.watching() as seen:
        assert list(outputs.jobs(site))
    opening = {(name, key) for name, key in seen if name in ("plans", "parts") and key in site.default.index.titles}
    there = {entry.id for entry in site.published.plans}
    assert {key for name, key in opening if key not in there} == set()


def test_further_pages_of_long_lists_are_named():
    site = large()
    kinds = [getattr(list_pages, f"{name}_jobs") for name in LISTS]
    keys = [getattr(list_pages, f"{name}_keys", lambda _: ("",)) for name in LISTS]
    made = {job.path for jobs, of in zip(kinds, keys, strict=True) for key in of(site) for job in jobs(site, key)}
    made |= {job.path for agency in site.default.index.agencies for job in agency_pages.jobs(site, agency)}
    named = {f"{entry.path}index.html" for entry in map_entries(site)}
    own = {path for path in made if not path.startswith("en/")}
    assert {path for path in own if "_" in path} != set()
    assert own - named == set()
    assert {path for path in named if "_" in path} <= own


def test_a_page_is_dated_by_the_newest_thing_that_staff_published_about_it():
    project = small("with-results")
    days = {entry.path: entry.changed for entry in map_entries(opened(project))}
    dated = 0
    for plan in project.plans:
        newest = max((one.day for one in news(plan) if one.day <= DAY), default=None)
        assert days[f"ke-hoach/{plan.id}/"] == (newest.isoformat() if newest else "")
        dated += newest is not None
    assert dated
    assert {day for path, day in days.items() if not path.startswith("ke-hoach/")} == {""}


def test_a_plan_of_which_nothing_is_new_is_dated_by_the_day_on_record():
    plan = small().plans[0]
    record = Published(plans=(PublishedPlan(id=plan.id, title=plan.short_title, since=date(2024, 2, 3)),))
    for day, told in ((DAY, "2024-02-03"), (date(2024, 2, 2), "")):
        site = opened(replace(small(), published=record), day)
        assert {entry.path: entry.changed for entry in map_entries(site)}[f"ke-hoach/{plan.id}/"] == told


def test_news_of_a_later_day_is_not_told_before():
    project = small("with-results")
    first = min(one.day for plan in project.plans for one in news(plan))
    days = {entry.changed for entry in map_entries(opened(project, first))}
    assert max(days) == first.isoformat()


def test_a_plan_ahead_of_its_day_is_not_named_even_in_a_preview():
    ahead = replace(small(), plans=tuple(replace(p, publish_from=date(2099, 1, 1)) for p in small().plans), facts=())
    site = site_view(ahead, DAY, drafts=True)
    assert [entry.path for entry in map_entries(site) if re.match("ke-hoach/.", entry.path)] == []


def test_every_language_of_a_page_names_all_of_them():
    root = etree.fromstring(files(opened(small()))["sitemap.xml"])
    pages = root.findall("s:url", NAMES)
    assert len(pages) > 10
    for page in pages:
        links = {link.get("hreflang"): link.get("href") for link in page.findall("x:link", NAMES)}
        assert set(links) == set(small().config.languages)
        assert page.findtext("s:loc", namespaces=NAMES) in links.values()


def test_a_map_too_long_for_one_file_is_an_index_of_several():
    entries = [MapEntry(f"trang-{n}/", "2024-01-05") for n in range(23)]
    made = dict(site_map_files(entries, "https://a.example/", ("vi", "en"), most=10))
    index = etree.fromstring(made["sitemap.xml"])
    named = [one.text.removeprefix("https://a.example/") for one in index.iterfind("s:sitemap/s:loc", NAMES)]
    assert set(named) == made.keys() - {"sitemap.xml"}
    parts = [etree.fromstring(made[name]).findall("s:url", NAMES) for name in named]
    assert [len(part) for part in parts] == [10, 10, 10, 10, 6]
    found = [page.findtext("s:loc", namespaces=NAMES) for part in parts for page in part]
    assert sorted(found) == sorted(f"https://a.example/{code}{entry.path}" for entry in entries for code in ("", "en/"))


def test_an_address_is_escaped():
    ((_, content),) = site_map_files([MapEntry("")], "https://a.example/a&b/", ("vi",))
    assert etree.fromstring(content).findtext("s:url/s:loc", namespaces=NAMES) == "https://a.example/a&b/"
