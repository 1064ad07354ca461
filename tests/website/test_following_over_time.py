"""What people follow outlives changes: former addresses answer, removed plans say so, an edit costs what shows it."""

import re

import feedparser
import icalendar

from tests.website.projects import ROOT, SMALL, TAN_AN, build, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
FORMER = "ke-hoach/tan-an-gop-y"


def test_a_removed_plan_leaves_a_calendar_and_a_feed_that_say_so(tmp_path):
    project = copy_of(CODES, tmp_path)
    assert run("--project", project, "record", "--as-of", "2026-04-20").exit_code == 0
    (project / "plans/gop-y-cho-dem.yml").unlink()
    record = project / "plans/published.yml"
    entry = re.search(r"  - id: gop-y-cho-dem\n(?:    .*\n)+", record.read_text(encoding="utf-8"))[0]
    change(record, entry, f"{entry}    removed: {{on: 2026-04-21}}\n")
    done = build(project, "2026-04-22")
    assert done.exit_code == 0, done.output
    for prefix, word in (("", "ngày 21/4/2026"), ("en/", "21 April 2026")):
        folder = tmp_path / "site" / prefix / "ke-hoach/gop-y-cho-dem"
        calendar = icalendar.Calendar.from_ical((folder / "lich.ics").read_bytes())
        assert calendar.walk("VEVENT") == calendar.errors == []
        assert word in calendar["X-WR-CALDESC"]
        feed = feedparser.parse((folder / "tin.atom").read_bytes())
        assert (feed.bozo, feed.entries) == (False, [])
        assert word in feed.feed.subtitle


def test_former_addresses_of_a_plan_answer_with_the_same_files(tmp_path):
    assert build(copy_of(SMALL, tmp_path), "2024-03-01").exit_code == 0
    site = tmp_path / "site"
    for name in ("lich.ics", "tin.atom"):
        for prefix in ("", "en/"):
            now = (site / prefix / "ke-hoach" / TAN_AN / name).read_bytes()
            assert (site / prefix / FORMER / name).read_bytes() == now


def test_a_moved_deadline_moves_in_every_calendar_that_has_it_and_in_no_feed(tmp_path):
    project = copy_of(SMALL, tmp_path)
    plan = project / "plans/gop-y-hien-ke.yml"
    assert build(project, "2024-08-01").exit_code == 0
    site = tmp_path / "site"
    before = {path: path.read_bytes() for path in site.rglob("*") if path.suffix in (".ics", ".atom")}
    change(plan, "trước 30/8/2024", "trước 29/8/2024")
    assert build(project, "2024-08-01").exit_code == 0
    moved = {path for path, content in before.items() if path.read_bytes() != content}
    having = {path for path, content in before.items() if b"tong-ket.0@" in content}
    assert moved == having
    assert site / "lich/tat-ca.ics" in moved
    assert all(b"DTSTART;VALUE=DATE:20240828" in path.read_bytes() for path in moved)
