"""Calendars as text: lines, folding and escaping as RFC 5545 has them."""

import unicodedata
from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from generator.calendar_file import CalendarEvent, CalendarHead, calendar_text, event_text
from generator.domain.calendar_days import CalendarDays, Sense
from generator.domain.text import Localised

DAY = date(2024, 8, 9)
HEAD = CalendarHead(
    name="Lịch", about="Giới thiệu", source="https://a.example/lich.ics", page="https://a.example/", language="vi"
)
VIETNAMESE = st.text('aăâbcdđeêghiklmnoôơpqrstuưvxyẵỗẬỵ ,;\\:"\n“”–🎉ẮặẼ\u0301', max_size=300)


def event(summary: str = "Lễ ra mắt", description: str = "Mô tả", language: str | None = None) -> CalendarEvent:
    words = Localised(summary, language or "vi", language is not None)
    return CalendarEvent(
        uid="a.b.0@a.example",
        stamp=DAY,
        days=CalendarDays(DAY, DAY, Sense.TAKES_PLACE),
        summary=words,
        description=description,
        address="https://a.example/#b",
        category="Sự kiện",
    )


def written(one: CalendarEvent) -> bytes:
    return calendar_text(HEAD, [event_text(one)])


def read_back(content: bytes) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(content)
    (found,) = calendar.walk("VEVENT")
    assert calendar.errors == found.errors == []
    return found


@given(summary=VIETNAMESE, description=VIETNAMESE)
def test_every_text_is_read_back_as_it_was(summary, description):
    found = read_back(written(event(summary, description)))
    assert (str(found["SUMMARY"]), str(found["DESCRIPTION"])) == (summary, description)


@given(summary=VIETNAMESE)
def test_no_line_has_more_than_75_octets_and_no_letter_is_cut(summary):
    lines = written(event(summary)).split(b"\r\n")
    assert lines[-1] == b""
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()


def test_lines_are_filled_as_far_as_letters_allow():
    lines = written(event("ẵ" * 200)).split(b"\r\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(b"SUMMARY"))
    assert len(lines[at]) >= 73
    assert len(lines[at + 1]) >= 73


def test_signs_that_no_text_may_hold_are_left_out_and_no_program_sees_another_line():
    found = read_back(written(event("a\x00b\x1fc\rd", "e\x85f\u2028g")))
    assert (str(found["SUMMARY"]), str(found["DESCRIPTION"])) == ("abcd", "e f g")


def test_a_text_that_nobody_translated_says_its_language():
    assert read_back(written(event("Lễ", language="vi")))["SUMMARY"].params == {"LANGUAGE": "vi"}
    assert read_back(written(event("Lễ")))["SUMMARY"].params == {}


def test_a_calendar_without_any_event_still_has_a_component():
    calendar = icalendar.Calendar.from_ical(calendar_text(HEAD, ()))
    assert calendar.errors == []
    assert [one.name for one in calendar.subcomponents] == ["VTIMEZONE"]


def test_a_calendar_names_itself_for_programs_old_and_new():
    calendar = icalendar.Calendar.from_ical(calendar_text(HEAD, ()))
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == unicodedata.normalize("NFC", "Lịch")
    assert calendar["SOURCE"] == "https://a.example/lich.ics"
    assert calendar["REFRESH-INTERVAL"].to_ical() == b"P1D"
    assert "METHOD" not in calendar
