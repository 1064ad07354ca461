"""The feeds of a site, by a schema after RFC 4287 and by a feed reader of others: only what became of a plan."""

from dataclasses import replace
from datetime import date
from functools import cache

import feedparser
import pytest
from lxml import etree

from generator.domain.text import Words
from generator.outputs.calendars import body_jobs, plan_jobs, site_feed_jobs
from generator.reading.project import read_project
from generator.views import feed_files
from generator.views.site import SiteView, site_view
from tests.website.projects import ROOT

RESULTS = ROOT / "tests/sites/with-results"
CAMPAIGN, DAY = "tan-an-gop-y-hien-ke", date(2024, 8, 15)
each_language = pytest.mark.parametrize("language", ["vi", "en"])
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@cache
def site(day: date = DAY) -> SiteView:
    return site_view(read_project(RESULTS).project, day)


def feeds(view: SiteView) -> dict[str, bytes]:
    """Give every feed of a site, by path."""
    index = view.default.index
    jobs = [*site_feed_jobs(view)]
    jobs += [job for plan in index.plans for job in plan_jobs(view, plan)]
    jobs += [job for agency in index.agencies for job in body_jobs(view, agency)]
    return {job.path: job.make() for job in jobs if job.path.endswith(".atom")}


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(ROOT / "tests/outputs/schemas/atom.rng"))


def read(content: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def of_plan(language: str = "vi", view: SiteView | None = None) -> feedparser.FeedParserDict:
    prefix = "" if language == "vi" else "en/"
    made = {job.path: job for job in plan_jobs(view or site(), CAMPAIGN)}
    return read(made[f"{prefix}ke-hoach/{CAMPAIGN}/tin.atom"].make())


def test_every_feed_is_what_the_standard_asks_for_and_what_readers_read():
    made = feeds(site())
    assert {"tin.atom", "en/tin.atom", f"ke-hoach/{CAMPAIGN}/tin.atom"} <= set(made)
    for path, content in made.items():
        assert schema().validate(etree.fromstring(content)), (path, schema().error_log)
        found = read(content)
        links = {link.rel: link for link in found.feed.links}
        assert links["self"].href.endswith(f"/{path}") or "tan-an-gop-y" in path
        assert links["alternate"].hreflang == ("en" if path.startswith("en/") else "vi")
        assert (
            etree.fromstring(content).get("{http://www.w3.org/XML/1998/namespace}lang") == links["alternate"].hreflang
        )


def test_the_schema_finds_what_is_missing_or_foreign():
    content = feeds(site())["tin.atom"].decode()
    for old, new in (("updated>", "modified>"), ("+07:00</updated>", "</updated>"), ("<id>urn:uuid:", "<id>")):
        assert not schema().validate(etree.fromstring(content.replace(old, new).encode()))


@each_language
def test_publication_updates_results_and_answers_are_entries_newest_first(language):
    entries = of_plan(language).entries
    days = [entry.updated for entry in entries]
    assert days == sorted(days, reverse=True)
    kinds = [entry.tags[0].term for entry in entries]
    assert {"change", "correction", "result", "withdrawal", "progress", "answer", "published"} <= set(kinds)
    assert kinds[-1] == "published"
    assert all(entry.updated == entry.published for entry in entries)
    assert all(entry.updated.endswith("T00:00:00+07:00") for entry in entries)


def test_what_is_dated_after_the_day_of_reference_is_not_told_yet():
    assert "outcome" not in [entry.tags[0].term for entry in of_plan().entries]
    later = of_plan(view=site(date(2024, 10, 1)))
    assert "outcome" in [entry.tags[0].term for entry in later.entries]


def test_an_entry_is_the_same_in_the_feed_of_its_plan_and_of_everything_and_another_in_another_language():
    own, every = ({e.id: e for e in found.entries} for found in (of_plan(), read(feeds(site())["tin.atom"])))
    assert own.items() <= every.items()
    assert not own.keys() & {entry.id for entry in of_plan("en").entries}


def test_other_words_and_a_new_address_of_the_plan_make_no_new_entry():
    project = site_project()
    plan = next(plan for plan in project.plans if plan.id == CAMPAIGN)
    other = replace(plan, short_title=Words(vi="Tên khác"), summary=Words(vi="Lời khác"))
    view = site_view(replace(project, plans=[other if p.id == CAMPAIGN else p for p in project.plans], facts=()), DAY)
    assert [(e.id, e.updated) for e in of_plan(view=view).entries] == [(e.id, e.updated) for e in of_plan().entries]
    old_name = replace(plan, id="tan-an-gop-y", former_ids=())
    same = [old_name if p.id == CAMPAIGN else p for p in project.plans]
    before = site_view(replace(project, plans=same, facts=()), DAY)
    made = {job.path: job for job in plan_jobs(before, "tan-an-gop-y")}
    found = read(made["ke-hoach/tan-an-gop-y/tin.atom"].make())
    assert [e.id for e in found.entries] == [e.id for e in of_plan().entries]
    assert found.feed.id == of_plan().feed.id


def site_project():
    return read_project(RESULTS).project


def test_a_move_to_another_scheme_or_folder_keeps_every_id():
    project = site_project()
    config = replace(project.config, address=project.config.address.replace("https:", "http:") + "trang/")
    view = site_view(replace(project, config=config), DAY)
    assert [entry.id for entry in of_plan(view=view).entries] == [entry.id for entry in of_plan().entries]


def test_the_author_of_an_entry_is_the_issuer_with_its_page():
    for entry in of_plan().entries:
        assert entry.author_detail.name
        assert entry.author_detail.href.startswith(site().default.config.address + "co-quan/")


def test_a_body_is_told_of_its_own_items_and_of_what_concerns_the_whole_plan():
    index = site().default.index
    for agency, held in index.parts[CAMPAIGN].held.items():
        made = {job.path: job for job in body_jobs(site(), agency)}
        terms = {e.link.partition("#")[2] for e in read(made[f"co-quan/{agency}/tin.atom"].make()).entries}
        items = {one.item for one in held}
        assert "cn-2" in terms
        assert ("cn-1" in terms) == ("phat-dong" in items)


def test_a_feed_has_the_newest_entries_and_no_more_than_it_may(monkeypatch):
    full = [entry.id for entry in read(feeds(site())["tin.atom"]).entries]
    monkeypatch.setattr(feed_files, "_MOST", 4)
    assert [entry.id for entry in read(feeds(site())["tin.atom"]).entries] == full[:4]


def test_a_text_that_nobody_translated_says_its_language():
    made = {job.path: job for job in plan_jobs(site(), CAMPAIGN)}
    tree = etree.fromstring(made[f"en/ke-hoach/{CAMPAIGN}/tin.atom"].make())
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    said = {
        entry.find("a:link", ATOM).get("href").partition("#")[2]: entry.find("a:summary", ATOM).get(lang)
        for entry in tree.findall("a:entry", ATOM)
    }
    assert said["cn-1"] is None
    assert said["cn-2"] == "vi"
