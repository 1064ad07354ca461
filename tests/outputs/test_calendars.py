"""The calendars of a site, read back by two programs of others: whole, stable, and no larger than they need be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

import icalendar
import pytest
from dateutil.rrule import rrulestr
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from generator.domain.agenda import entries
from generator.domain.calendar_days import calendar_days
from generator.domain.dated import binding
from generator.domain.outcome import Outcome, OutcomeKind
from generator.domain.text import Words
from generator.outputs.calendars import body_jobs, plan_jobs, site_calendar_jobs
from generator.reading.project import read_project
from generator.views.site import SiteView, site_view
from tests.website.projects import DUC_PHO, PLANS, ROOT, SMALL, TAN_AN, change, copy_of, real_project

DAY = date(2024, 3, 1)
RESULTS = ROOT / "tests/sites/with-results"
each_plan = pytest.mark.parametrize("plan_id", PLANS.values())
each_language = pytest.mark.parametrize("language", ["vi", "en"])


@cache
def site(day: date = DAY) -> SiteView:
    return site_view(real_project(), day)


def calendars(jobs: Iterator) -> dict[str, bytes]:
    return {job.path: job.make() for job in jobs if job.path.endswith(".ics")}


def of_plan(plan_id: str, language: str = "vi", day: date = DAY) -> bytes:
    prefix = "" if language == "vi" else f"{language}/"
    return calendars(plan_jobs(site(day), plan_id))[f"{prefix}ke-hoach/{plan_id}/lich.ics"]


def read(content: bytes) -> tuple[list[icalendar.Event], Calendar]:
    """Read a calendar by both programs; neither may find anything wrong."""
    first = icalendar.Calendar.from_ical(content)
    events = first.walk("VEVENT")
    assert first.errors == [error for event in events for error in event.errors] == []
    second = IcsCalendarStream.calendar_from_ics(content.decode())
    assert len(second.events) == len(events)
    return events, second


def days_of(event: icalendar.Event) -> set[date]:
    """Give the first day of every turn of an event."""
    first = event.decoded("DTSTART")
    if "RDATE" in event:
        return {first, *(one.dt for one in event["RDATE"].dts)}
    if "RRULE" not in event:
        return {first}
    start = datetime(first.year, first.month, first.day)
    return {day.date() for day in rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)}


@each_language
@each_plan
def test_two_programs_find_all_days_of_a_plan_where_its_times_have_them(plan_id, language):
    events, theirs = read(of_plan(plan_id, language))
    plan = site().default.index.plans[plan_id]
    period = binding(plan, site().default.index.parts[plan_id].validity)
    wanted = [
        (day, day + (days.last - days.first) + timedelta(days=1))
        for entry in entries(plan)
        for days in calendar_days(entry.time, period)
        for day in (days.first, *days.again)
    ]
    found = [(d, d + (e.decoded("DTEND") - e.decoded("DTSTART"))) for e in events for d in days_of(e)]
    assert sorted(found) == sorted(wanted)
    assert sorted((event.start, event.end) for event in theirs.timeline) == sorted(wanted)


def test_the_yearly_date_of_duc_pho_comes_again_until_its_validity_ends():
    events, _ = read(of_plan(DUC_PHO))
    (yearly,) = [event for event in events if "RRULE" in event]
    assert days_of(yearly) == {date(year, 3, 30) for year in range(2023, 2027)}


def test_what_tan_an_only_expects_is_tentative():
    events, _ = read(of_plan(TAN_AN))
    by_uid = {str(event["UID"]).partition("@")[0]: event for event in events}
    launch = by_uid[f"{TAN_AN}.le-phat-dong.0"]
    assert str(launch["STATUS"]) == "TENTATIVE"
    assert (launch.decoded("DTSTART"), launch.decoded("DTEND")) == (date(2023, 4, 1), date(2023, 5, 1))
    assert str(launch["SUMMARY"]).startswith("Dự kiến: ")
    rules = by_uid[f"{TAN_AN}.nv-quy-che-ban-to-chuc.0"]
    assert str(rules["STATUS"]) == "CONFIRMED"
    assert str(rules["SUMMARY"]).startswith("Hạn: ")


@each_language
@each_plan
def test_an_event_says_when_by_whom_and_where_it_is_told(plan_id, language):
    for event in read(of_plan(plan_id, language))[0]:
        address = str(event["URL"])
        assert address.startswith("https://ke-hoach.example/")
        assert str(event["DESCRIPTION"]).endswith(address)
        assert event["TRANSP"] == "TRANSPARENT"
        assert event.walk("VALARM") == []
        assert event.decoded("DTSTAMP").date() >= date(2022, 1, 1)
    assert any("Chủ trì: Ban Tuyên giáo Thành ủy" in str(e["DESCRIPTION"]) for e in read(of_plan(TAN_AN))[0])


@each_plan
def test_an_event_has_one_name_in_all_languages_and_no_two_events_share_one(plan_id):
    names = [[str(event["UID"]) for event in read(of_plan(plan_id, code))[0]] for code in ("vi", "en")]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0])


@each_plan
def test_the_calendar_of_a_plan_is_the_same_on_every_day(plan_id):
    assert of_plan(plan_id) == of_plan(plan_id, day=date(2026, 11, 20))


def test_a_time_that_is_worded_otherwise_keeps_its_name():
    plan = site().default.index.plans[DUC_PHO]
    changed = replace(plan, short_title=Words(vi="Tên khác"))
    project = replace(real_project(), plans=[changed if p.id == DUC_PHO else p for p in real_project().plans], facts=())
    other = calendars(plan_jobs(site_view(project, DAY), DUC_PHO))[f"ke-hoach/{DUC_PHO}/lich.ics"]
    assert [e["UID"] for e in read(other)[0]] == [e["UID"] for e in read(of_plan(DUC_PHO))[0]]


def test_a_renamed_plan_is_followed_at_its_old_address_under_its_old_name():
    made = calendars(plan_jobs(site_view(read_project(RESULTS).project, DAY), TAN_AN))
    assert made["ke-hoach/tan-an-gop-y/lich.ics"] == made[f"ke-hoach/{TAN_AN}/lich.ics"]
    for event in read(made[f"ke-hoach/{TAN_AN}/lich.ics"])[0]:
        assert str(event["UID"]).startswith("tan-an-gop-y.")
        assert f"/ke-hoach/{TAN_AN}/" in str(event["URL"])


def test_what_a_withdrawn_plan_had_ahead_is_cancelled():
    project = read_project(RESULTS).project
    outcome = Outcome(kind=OutcomeKind.WITHDRAWN, on=date(2024, 5, 1))
    plans = [replace(plan, outcome=outcome) for plan in project.plans]
    made = calendars(plan_jobs(site_view(replace(project, plans=plans, facts=()), DAY), TAN_AN))
    events = read(made[f"ke-hoach/{TAN_AN}/lich.ics"])[0]
    ended = {max(days_of(e)) + (e.decoded("DTEND") - e.decoded("DTSTART")): str(e["STATUS"]) for e in events}
    assert {day > outcome.on for day in ended} == {True, False}
    assert {day for day, status in ended.items() if status == "CANCELLED"} == {d for d in ended if d > outcome.on}


@each_language
def test_a_body_has_the_events_in_which_it_holds_a_role(language):
    agency = "ban-tuyen-giao-thanh-uy-tan-an"
    prefix = "" if language == "vi" else "en/"
    content = calendars(body_jobs(site(), agency))[f"{prefix}co-quan/{agency}/lich.ics"]
    events, _ = read(content)
    held = {one.item for one in site().default.index.parts[TAN_AN].held[agency]}
    mine = {str(event["UID"]) for event in events}
    every = {str(event["UID"]): str(event["URL"]).partition("#")[2] for event in read(of_plan(TAN_AN))[0]}
    assert mine == {uid for uid, item in every.items() if item in held}
    assert mine
    assert content.count(b"BEGIN:VEVENT") < len(every)


def everything(day: date) -> list[icalendar.Event]:
    return read(calendars(site_calendar_jobs(site(day)))["lich/tat-ca.ics"])[0]


@pytest.mark.parametrize("day", [date(2024, 9, 1), date(2023, 4, 20), date(2026, 5, 1)])
def test_everything_is_what_was_not_over_ninety_days_ago(day):
    first = day - timedelta(days=90)
    wanted = {
        str(event["UID"])
        for plan_id in PLANS.values()
        for event in read(of_plan(plan_id))[0]
        if max(days_of(event)) + (event.decoded("DTEND") - event.decoded("DTSTART")) > first
    }
    assert {str(event["UID"]) for event in everything(day)} == wanted
    assert wanted


@pytest.mark.parametrize(
    ("words", "first"),
    [("từ ngày 01/7/2024", date(2024, 7, 1)), ("trước 31/8 hằng năm", date(2023, 8, 30))],
)
def test_everything_has_what_only_begins_and_what_comes_again_but_once(tmp_path, words, first):
    project = copy_of(SMALL, tmp_path)
    change(project / "plans/gop-y-hien-ke.yml", "time: trước 30/8/2024", f"time: {words}")
    view = site_view(read_project(project).project, first)
    events = read(calendars(site_calendar_jobs(view))["lich/tat-ca.ics"])[0]
    assert first in {event.decoded("DTSTART") for event in events if "tong-ket" in str(event["UID"])}


def test_everything_is_in_order_and_never_empty_of_components():
    days = [event.decoded("DTSTART") for event in everything(date(2023, 4, 1))]
    assert days == sorted(days)
    late = icalendar.Calendar.from_ical(calendars(site_calendar_jobs(site(date(2040, 1, 1))))["lich/tat-ca.ics"])
    assert late.walk("VEVENT") == []
    assert late.walk("VTIMEZONE")
