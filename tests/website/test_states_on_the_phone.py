"""States are computed again on the phone, by the day in Viet Nam, so that a page is right when nobody rebuilt it."""

from datetime import datetime

import pytest
from playwright.sync_api import expect

from generator.domain.code import code_for
from generator.routes import Routes
from generator.wording import load_strings
from tests.website.projects import TAN_AN

# (the moment, the phone's time zone, the state): the window closes when 31/5/2024 ends in Viet Nam, at 17:00 UTC.
MOMENTS = [
    ("2024-05-31T16:59:00+00:00", "Asia/Ho_Chi_Minh", "open"),
    ("2024-05-31T17:01:00+00:00", "Asia/Ho_Chi_Minh", "closed"),
    ("2024-05-31T16:59:00+00:00", "America/Los_Angeles", "open"),
    ("2024-05-31T17:01:00+00:00", "America/Los_Angeles", "closed"),
    ("2024-05-31T17:01:00+00:00", "Pacific/Kiritimati", "closed"),
    ("2024-05-31T12:00:00+00:00", "Pacific/Kiritimati", "open"),
    # The launch was expected in April 2023: it counts as begun when the month has ended.
    ("2023-04-30T16:59:00+00:00", "Europe/Berlin", "not_yet_open"),
    ("2023-04-30T17:01:00+00:00", "Europe/Berlin", "open"),
]


def word(language: str, state: str) -> str:
    return load_strings(language).say(f"states.{state}")


def on_the_phone(reader, moment: str, zone: str):
    context = reader(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    return page


@pytest.mark.parametrize(("moment", "zone", "state"), MOMENTS)
def test_the_state_is_that_of_the_day_in_viet_nam(reader, served, site_when_open, moment, zone, state):
    page = on_the_phone(reader, moment, zone)
    page.goto(f"{served(site_when_open)}ke-hoach/{TAN_AN}/")
    badge = page.locator("main header [data-states]").first
    expect(badge).to_have_attribute("data-state", state)
    expect(badge).to_have_text(word("vi", state))


@pytest.mark.parametrize(("moment", "zone", "state"), MOMENTS[:4])
def test_a_scanned_code_says_the_state_of_the_day(reader, served, site_when_open, moment, zone, state):
    page = on_the_phone(reader, moment, zone)
    page.goto(f"{served(site_when_open)}Q/{code_for(TAN_AN)}/")
    for language in ("vi", "en"):
        expect(page.locator(".state:visible").filter(has_text=word(language, state))).to_have_count(1)
    expect(page.locator(".state:visible")).to_have_count(2)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", ["home", "plans", "feedback"])
def test_lists_say_the_state_of_the_day_too(reader, served, site_when_open, path, language):
    page = on_the_phone(reader, "2024-06-01T12:00:00+07:00", "Asia/Ho_Chi_Minh")
    page.goto(served(site_when_open) + getattr(Routes(language), path))
    badges = page.locator("main [data-states].ps-state")
    expect(badges.filter(has_text=word(language, "open"))).to_have_count(0)
    expect(badges.filter(has_text=word(language, "closed"))).not_to_have_count(0)


def test_home_does_not_invite_to_what_has_closed_since(reader, served, site_when_open):
    page = on_the_phone(reader, "2024-06-01T12:00:00+07:00", "Asia/Ho_Chi_Minh")
    page.goto(served(site_when_open))
    invitation = load_strings("vi").say("head.take_part")
    expect(page.locator("main").get_by_role("link", name=invitation)).to_have_count(0)


@pytest.mark.parametrize(("language", "words"), [("vi", "1/6/2024"), ("en", "1 June 2024")])
def test_the_day_that_states_are_of_moves_along(reader, served, site_when_open, language, words):
    page = on_the_phone(reader, "2024-06-01T12:00:00+07:00", "America/Los_Angeles")
    page.goto(served(site_when_open) + Routes(language).plan(TAN_AN))
    for day in page.locator("time[data-as-of]").all():
        assert day.get_attribute("datetime") == "2024-06-01"
        assert (day.text_content() or "").strip() in {words, "01/6/2024" if language == "vi" else words}


def test_today_moves_along_on_the_timeline(reader, served, site_when_open):
    page = on_the_phone(reader, "2024-08-07T12:00:00+07:00", "Asia/Ho_Chi_Minh")
    page.goto(f"{served(site_when_open)}lich/")
    before = page.locator(".ps-rail > .ps-today").evaluate(
        """today => {
          const rail = [...today.parentElement.children], at = rail.indexOf(today);
          const days = items => items.filter(e => e.dataset.day).map(e => e.dataset.day);
          return [days(rail.slice(0, at)), days(rail.slice(at))];
        }"""
    )
    assert before[0]
    assert before[1]
    assert max(before[0]) <= "2024-08-07" < min(before[1])


def test_a_phone_whose_clock_agrees_changes_nothing(reader, served, site_when_open):
    page = on_the_phone(reader, "2024-03-01T12:00:00+07:00", "Asia/Ho_Chi_Minh")
    page.goto(f"{served(site_when_open)}ke-hoach/{TAN_AN}/")
    badge = page.locator("main header [data-states]").first
    expect(badge).to_have_text(word("vi", "open"))
