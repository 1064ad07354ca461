"""A page is followed: calendars and feeds stand where the page says, and lead back to what they tell of."""

import re
from urllib.parse import urlsplit

import feedparser
import icalendar
import pytest
from playwright.sync_api import expect

from generator.routes import AGENCIES, TIMELINE, Routes, output_file
from generator.wording import load_strings
from tests.website.built import BuiltSite
from tests.website.projects import PLANS, TAN_AN, real_project

ADDRESS = "https://ke-hoach.example/"
LAI_CHAU = PLANS["lai_chau"]
each_language = pytest.mark.parametrize("language", ["vi", "en"])


def files(site: BuiltSite, ending: str) -> list[str]:
    return sorted(file for file in site.files if file.endswith(ending))


def leads_somewhere(site: BuiltSite, address: str) -> bool:
    """Say whether a full address is that of a page of the site, and of an element where it names one."""
    parts = urlsplit(address)
    path = parts.path.lstrip("/")
    if not address.startswith(ADDRESS) or not site.has(path):
        return False
    return not parts.fragment or site.page(path).at(parts.fragment) is not None


def test_every_plan_and_every_body_and_everything_has_a_calendar_and_a_feed_in_each_language(site):
    for language in ("vi", "en"):
        routes = Routes(language)
        assert {routes.site_calendar, routes.site_feed} <= site.files
        for plan in PLANS.values():
            assert {routes.plan_calendar(plan), routes.plan_feed(plan)} <= site.files
        for agency in real_project().registry.agencies:
            assert {routes.agency_calendar(agency), routes.agency_feed(agency)} <= site.files


@pytest.mark.parametrize("which", ["site", "site_when_open"])
def test_every_link_in_a_calendar_leads_to_what_it_tells_of(which, request):
    site = request.getfixturevalue(which)
    for file in files(site, ".ics"):
        calendar = icalendar.Calendar.from_ical((site.folder / file).read_bytes())
        links = [str(calendar["URL"]), *(str(event["URL"]) for event in calendar.walk("VEVENT"))]
        assert [link for link in links if not leads_somewhere(site, link)] == [], file
        assert str(calendar["SOURCE"]) == ADDRESS + file


def test_every_link_in_a_feed_leads_to_what_it_tells_of(site):
    told = set()
    for file in files(site, ".atom"):
        found = feedparser.parse((site.folder / file).read_bytes())
        links = [link.href for one in (found.feed, *found.entries) for link in one.links]
        links += [entry.author_detail.href for entry in found.entries]
        links += [tag.scheme for entry in found.entries for tag in entry.tags if tag.scheme]
        assert [link for link in links if not leads_somewhere(site, link)] == [], file
        assert found.feed.links[0].href == ADDRESS + file
        told |= {entry.link for entry in found.entries}
    assert {ADDRESS + Routes(code).plan(plan) for plan in PLANS.values() for code in ("vi", "en")} <= told


def heads(site: BuiltSite, path: str) -> dict[str, str]:
    """Give what the head names by type, as paths of the site."""
    page = site.page(path)
    found = page.tree.xpath("//head/link[@rel='alternate'][@type]")
    return {link.get("type"): page.leads_to(link.get("href"))[0] for link in found if link.get("title")}


@each_language
def test_pages_name_their_calendar_and_feed_where_programs_look(site, language):
    routes = Routes(language)
    everything = {"text/calendar": routes.site_calendar, "application/atom+xml": routes.site_feed}
    assert heads(site, routes.home) == heads(site, routes.timeline) == everything
    assert heads(site, routes.plan(TAN_AN)) == {
        "text/calendar": routes.plan_calendar(TAN_AN),
        "application/atom+xml": routes.plan_feed(TAN_AN),
    }
    assert heads(site, routes.plan(LAI_CHAU)) == {"application/atom+xml": routes.plan_feed(LAI_CHAU)}


def followed(site: BuiltSite) -> list[str]:
    pages = (page.path for page in site.pages if page.at("muc-theo-doi") is not None)
    return [path for path in pages if path]


def test_plans_bodies_and_the_timeline_can_be_followed(site):
    own = re.compile(rf"(en/)?(({AGENCIES}|ke-hoach/)[^/]+/|{TIMELINE})")
    pages = {page.path for page in site.pages if own.fullmatch(page.path)}
    redirects = {path for path in pages if site.page(path).tree.xpath("//meta[@http-equiv='refresh']")}
    places = {path for path in pages if path not in redirects and not heads(site, path)}
    assert {path for path in places if re.search("ke-hoach/|lich/", path)} == set()
    assert set(followed(site)) == pages - redirects - places


def test_the_link_that_subscribes_is_the_file_under_another_scheme(site):
    for path in followed(site):
        page = site.page(path)
        links = page.at("muc-theo-doi").xpath(".//a/@href")
        subscribed = [link for link in links if link.startswith("webcal:")]
        calendar = heads(site, path).get("text/calendar")
        assert subscribed == ([f"webcal://ke-hoach.example/{calendar}"] if calendar else []), path
        rest = {page.leads_to(link)[0] for link in links if not link.startswith("webcal:")}
        assert rest == set(heads(site, path).values())
        assert all(output_file(one) in site.files for one in rest)


def test_nobody_is_offered_a_calendar_without_a_day(site):
    for path in followed(site):
        calendar = heads(site, path).get("text/calendar")
        if calendar and calendar.rpartition("/")[2] == "lich.ics":
            assert b"BEGIN:VEVENT" in (site.folder / calendar).read_bytes()
    assert b"BEGIN:VEVENT" not in (site.folder / Routes("vi").plan_calendar(LAI_CHAU)).read_bytes()


@each_language
def test_a_reader_finds_the_way_into_the_own_calendar_without_any_script(reader, served, site, language):
    strings, routes = load_strings(language), Routes(language)
    page = reader(java_script_enabled=False, accept_downloads=True).new_page()
    page.goto(served(site) + routes.plan(TAN_AN))
    page.get_by_role("link", name=strings.say("follow.go")).click()
    part = page.get_by_role("complementary", name=strings.say("follow.title"))
    expect(part).to_be_in_viewport()
    subscribe = part.get_by_role("link", name=strings.say("follow.subscribe"))
    expect(subscribe).to_have_attribute("href", f"webcal://ke-hoach.example/{routes.plan_calendar(TAN_AN)}")
    expect(part).to_contain_text(ADDRESS + routes.plan_calendar(TAN_AN))
    with page.expect_download() as loaded:
        part.get_by_role("link", name=strings.say("follow.download")).click()
    assert loaded.value.suggested_filename == "lich.ics"
    assert b"BEGIN:VEVENT" in loaded.value.path().read_bytes()


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", [f"ke-hoach/{TAN_AN}/", "en/lich/"])
def test_what_is_tapped_is_large_enough_and_stays_on_the_page(reader, served, site, width, path):
    page = reader(viewport={"width": width, "height": 740}).new_page()
    page.goto(served(site) + path)
    targets = page.locator("#muc-theo-doi a").all()
    assert len(targets) == 3
    for target in targets:
        box = target.bounding_box()
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
