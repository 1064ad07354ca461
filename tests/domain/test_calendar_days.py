"""What of a time stands in a calendar: the meaning of the words, and nothing that has no day."""

from datetime import date, timedelta

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.calendar_days import CalendarDays, Rule, Sense, calendar_days, days_of_rule
from generator.domain.times import Period, SaidOf, TimeContext, parse_time

VALIDITY = Period(date(2023, 1, 1), date(2024, 12, 31))


def days(words: str, said_of: SaidOf = SaidOf.DEADLINE) -> tuple[CalendarDays, ...]:
    return calendar_days(parse_time(words, TimeContext(VALIDITY, said_of)), VALIDITY)


def one(words: str, said_of: SaidOf = SaidOf.DEADLINE) -> CalendarDays:
    (found,) = days(words, said_of)
    return found


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("trước ngày 31/3/2023", date(2023, 3, 30)),
        ("trước tháng 4/2025", date(2025, 3, 31)),
        ("xong trước tháng 8/2024", date(2024, 7, 31)),
        ("trước ngày 01/01/2024", date(2023, 12, 31)),
        ("trước 17h00 ngày 31/5/2024", date(2024, 5, 31)),
        ("đến ngày 31/5/2024", date(2024, 5, 31)),
        ("Trong tháng 01 năm 2023", date(2023, 1, 31)),
        ("Trong quý I/2023", date(2023, 3, 31)),
        ("đến năm 2026", date(2026, 12, 31)),
        ("trong 30 ngày kể từ ngày 01/7/2025", date(2025, 7, 31)),
    ],
)
def test_a_deadline_stands_on_the_last_day_that_is_in_time(words, last):
    assert one(words) == CalendarDays(last, last, Sense.DEADLINE)


def test_what_takes_place_fills_the_days_that_the_words_name():
    assert one("01 buổi, ngày 09/8/2024", SaidOf.EVENT) == CalendarDays(
        date(2024, 8, 9), date(2024, 8, 9), Sense.TAKES_PLACE
    )
    assert one("từ ngày 05/8/2024 đến ngày 09/8/2024", SaidOf.EVENT) == CalendarDays(
        date(2024, 8, 5), date(2024, 8, 9), Sense.TAKES_PLACE
    )
    assert one("trong tháng 8/2024", SaidOf.EVENT) == CalendarDays(
        date(2024, 8, 1), date(2024, 8, 31), Sense.TAKES_PLACE
    )


def test_single_days_in_a_list_are_entries_of_their_own():
    found = days("ngày 9 và ngày 12/8/2024", SaidOf.EVENT)
    assert [(day.first, day.last) for day in found] == [(date(2024, 8, 9),) * 2, (date(2024, 8, 12),) * 2]


def test_what_is_expected_is_tentative_within_the_days_that_are_named():
    found = one("Dự kiến thời gian phát động trong tháng 4/2023")
    assert found == CalendarDays(date(2023, 4, 1), date(2023, 4, 30), Sense.EXPECTED, tentative=True)


def test_a_window_that_starts_with_an_event_has_its_last_day_only():
    found = one("từ ngày phát động đến ngày 31/5/2024", SaidOf.WINDOW)
    assert found == CalendarDays(date(2024, 5, 31), date(2024, 5, 31), Sense.DEADLINE)


def test_an_anniversary_is_its_day():
    found = one("09/9/2009-09/9/2024")
    assert (found.first, found.last, found.sense) == (date(2024, 9, 9), date(2024, 9, 9), Sense.TAKES_PLACE)


def test_what_begins_stands_on_its_first_day():
    assert one("từ ngày 01/7/2025") == CalendarDays(date(2025, 7, 1), date(2025, 7, 1), Sense.BEGINS)


@pytest.mark.parametrize(
    "words",
    [
        "Thường xuyên", "hằng năm", "định kỳ hàng quý, 6 tháng, năm", "giai đoạn 2022 - 2026", "Trong nhiệm kỳ",
        "vào dịp Đại hội đại biểu Đảng bộ Thành phố lần thứ XXV", "trước, trong và sau Đại hội Đảng",
        "vào kỳ họp giữa năm 2024", "kịp thời khi có vấn đề phát sinh", "có thư mời sau", "theo quy định",
        "đến năm 2030, tầm nhìn đến năm 2045", "dự kiến năm 2025", "không hiểu được",
    ],
)  # fmt: skip
def test_what_has_no_day_is_in_no_calendar(words):
    assert days(words) == ()


@pytest.mark.parametrize(
    ("words", "first", "rule", "turns"),
    [
        ("Trước 31/3 hàng năm", date(2023, 3, 30), Rule(12, 30), 2),
        ("trước ngày 01/01 hằng năm", date(2022, 12, 31), Rule(12, 31), 2),
        ("trước tháng 3 hằng năm", date(2023, 2, 28), Rule(12, -1), 2),
        ("trước quý II hằng năm", date(2023, 3, 31), Rule(12, 31), 2),
        ("ngày 25 hằng tháng", date(2023, 1, 25), Rule(1, 25), 24),
        ("chậm nhất ngày 31 hằng tháng", date(2023, 1, 31), Rule(1, 31), 14),
        ("trước ngày 5 hằng tháng", date(2023, 1, 4), Rule(1, 4), 24),
        ("trước ngày 15 tháng cuối quý", date(2023, 3, 14), Rule(3, 14), 8),
        ("tháng cuối quý", date(2023, 3, 31), Rule(3, -1), 8),
        ("thứ Sáu hằng tuần", date(2023, 1, 6), Rule(), 104),
    ],
)
def test_what_comes_again_is_a_rule_within_the_validity(words, first, rule, turns):
    found = one(words)
    assert (found.first, found.rule, len(found.again) + 1) == (first, rule, turns)
    assert days_of_rule(rule, found.first, found.end) == (found.first, *found.again)
    assert found.end <= VALIDITY.end


def test_days_that_no_rule_has_are_listed():
    found = one("trước ngày 31 hằng tháng")
    assert found.rule is None
    assert found.first == date(2023, 1, 30)
    assert {day.day for day in found.again} == {30}
    assert date(2023, 4, 30) not in found.again


def test_two_days_a_year_are_two_rules():
    assert [day.first for day in days("trước 31/3 và 30/9 hằng năm")] == [date(2023, 3, 30), date(2023, 9, 29)]


def test_without_a_validity_nothing_says_when_it_comes_again():
    time = parse_time("ngày 25 hằng tháng", TimeContext(None, SaidOf.DEADLINE))
    assert calendar_days(time, None) == ()


@given(
    words=st.sampled_from(["trước ngày {}", "đến ngày {}", "trong tháng {}", "trước tháng {}", "chậm nhất ngày {}"]),
    day=st.dates(date(1990, 1, 2), date(2090, 1, 1)),
)
def test_an_entry_ends_on_the_day_on_which_its_time_is_past(words, day):
    written = f"{day:%m/%Y}" if "tháng" in words else f"{day:%d/%m/%Y}"
    time = parse_time(words.format(written), TimeContext(VALIDITY, SaidOf.DEADLINE))
    (found,) = calendar_days(time, VALIDITY)
    assert found.last + timedelta(days=1) == time.past_from


@given(
    rule=st.builds(Rule, st.sampled_from([1, 3, 12]), st.sampled_from([-1, *range(1, 32)])) | st.just(Rule()),
    first=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    length=st.integers(0, 2000),
)
def test_the_days_of_a_rule_are_those_of_another_reading_of_the_standard(rule, first, length):
    last = first + timedelta(days=length)
    if not rule.every:
        theirs = rrule(WEEKLY, dtstart=first, until=last)
    elif rule.every == 12:
        theirs = rrule(YEARLY, dtstart=first, until=last, bymonth=first.month, bymonthday=rule.month_day)
    else:
        theirs = rrule(MONTHLY, interval=rule.every, dtstart=first, until=last, bymonthday=rule.month_day)
    assert days_of_rule(rule, first, last) == tuple(day.date() for day in theirs)
