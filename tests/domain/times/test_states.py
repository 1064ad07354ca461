# ruff: noqa: E501 - tables: a row is a line
"""States on a day, and the days of recurring rules."""

from datetime import date

import pytest

from generator.domain.times import (
    Period,
    SaidOf,
    TimeContext,
    TimeState,
    boundaries,
    occurrences,
    parse_time,
    state_of,
)

S = TimeState
LAUNCH = parse_time("Dự kiến thời gian phát động trong tháng 4/2023")
WINDOW = parse_time("từ ngày phát động đến ngày 31/5/2024", TimeContext(said_of=SaidOf.WINDOW))
TERM = Period(date(2022, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2023, 3, 15), S.NOT_YET_OPEN),
        (date(2023, 4, 30), S.NOT_YET_OPEN),
        (date(2023, 5, 1), S.OPEN),
        (date(2024, 3, 1), S.OPEN),
        (date(2024, 5, 31), S.OPEN),
        (date(2024, 6, 1), S.CLOSED),
        (date(2026, 11, 20), S.CLOSED),
    ],
)
def test_a_window_from_an_unknown_launch_opens_once_the_expected_month_has_ended(day, state):
    assert state_of(WINDOW, day, expected_start=LAUNCH) is state


def test_a_recorded_launch_opens_the_window_on_its_day():
    assert state_of(WINDOW, date(2023, 4, 12), expected_start=LAUNCH, launched_on=date(2023, 4, 12)) is S.OPEN
    assert state_of(WINDOW, date(2023, 5, 9), expected_start=LAUNCH, launched_on=date(2023, 5, 10)) is S.NOT_YET_OPEN


def test_a_window_without_any_expected_launch_stays_shut_until_it_is_over():
    assert boundaries(WINDOW) == ((date.min, S.NOT_YET_OPEN), (date(2024, 6, 1), S.CLOSED))


@pytest.mark.parametrize(
    ("words", "said_of", "steps"),
    [
        ("trước ngày 31/3/2023", "deadline", "upcoming 2023-03-01:due_soon 2023-03-31:past_stated_date"),
        ("trước 17h00 ngày 31/3/2023", "deadline", "upcoming 2023-03-01:due_soon 2023-04-01:past_stated_date"),
        ("trong quý I/2023", "deadline", "upcoming 2023-03-01:due_soon 2023-04-01:past_stated_date"),
        ("ngày 09/8/2024", "event", "upcoming 2024-08-09:taking_place 2024-08-10:took_place"),
        ("01 buổi, ngày 09/8/2024", "deadline", "upcoming 2024-08-09:taking_place 2024-08-10:took_place"),
        ("trước tháng 4/2025", "event", "upcoming 2025-03-02:due_soon 2025-04-01:past_stated_date"),
        ("từ ngày 05 đến 06/8/2024", "event", "upcoming 2024-08-05:taking_place 2024-08-07:took_place"),
        ("từ ngày 01/3 đến 15/5/2024", "window", "not_yet_open 2024-03-01:open 2024-05-16:closed"),
        ("từ 01/3 đến 15/5/2024", "deadline", "upcoming 2024-03-01:ongoing 2024-04-15:due_soon 2024-05-16:past_stated_date"),
        ("đến hết ngày 15/5/2024", "window", "open 2024-05-16:closed"),
        ("dự kiến tháng 8/2024", "deadline", "upcoming 2024-09-01:none"),
        ("giai đoạn 2022-2026", "period", "upcoming 2022-01-01:ongoing 2027-01-01:plan_ended"),
        ("giai đoạn 2022-2026", "deadline", "upcoming 2022-01-01:ongoing 2027-01-01:period_ended"),
        ("giai đoạn 2022-2026", "citation", "none"),
        ("thường xuyên", "deadline", "ongoing"),
        ("từ ngày 01/3/2024", "deadline", "upcoming 2024-03-01:ongoing"),
        ("vào dịp Đại hội", "deadline", "none"),
        ("ngày 10 tháng 01 năm 2023", "issue_date", "none"),
        ("có thư mời sau", "event", "none"),
        ("xyz", "deadline", "none"),
    ],
)  # fmt: skip
def test_states_follow_one_another_on_stated_days(words, said_of, steps):
    time = parse_time(words, TimeContext(said_of=SaidOf(said_of)))
    first, *rest = boundaries(time)
    assert " ".join([first[1], *(f"{day}:{state}" for day, state in rest)]) == steps


def test_a_recorded_result_completes_even_after_the_stated_date():
    time = parse_time("trước ngày 31/3/2023")
    assert state_of(time, date(2023, 4, 9), done_on=date(2023, 4, 10)) is S.PAST_STATED_DATE
    assert state_of(time, date(2023, 4, 10), done_on=date(2023, 4, 10)) is S.COMPLETED


def test_ongoing_and_recurring_work_ends_with_the_plan():
    for words in ("Thường xuyên", "hằng năm", "Trước 31/3 hàng năm", "trong nhiệm kỳ"):
        time = parse_time(words)
        assert state_of(time, date(2026, 12, 31), validity=TERM) is S.ONGOING
        assert state_of(time, date(2027, 1, 1), validity=TERM) is S.PLAN_ENDED
        assert state_of(parse_time(words, TimeContext(TERM)), date(2027, 1, 1)) is S.PLAN_ENDED


@pytest.mark.parametrize(
    ("words", "start", "end", "days"),
    [
        ("Trước 31/3 hàng năm", "2022-12-01", "2026-12-31", "2023-03-31 2024-03-31 2025-03-31 2026-03-31"),
        ("ngày 29/2 hằng năm", "2023-01-01", "2028-12-31", "2024-02-29 2028-02-29"),
        ("trước ngày 25 hằng tháng", "2024-01-26", "2024-04-25", "2024-02-25 2024-03-25 2024-04-25"),
        ("ngày 31 hằng tháng", "2024-01-01", "2024-05-01", "2024-01-31 2024-03-31"),
        ("trước ngày 15 tháng cuối quý", "2024-01-01", "2024-06-30", "2024-03-15 2024-06-15"),
        ("thứ Sáu hằng tuần", "2024-08-01", "2024-08-16", "2024-08-02 2024-08-09 2024-08-16"),
        ("tháng 12 hằng năm", "2024-01-01", "2025-12-31", "2024-12-31 2025-12-31"),
        ("quý II hằng năm", "2024-01-01", "2024-12-31", "2024-06-30"),
        ("trước ngày 15/6 và 15/12 hằng năm", "2024-01-01", "2024-12-31", "2024-06-15 2024-12-15"),
        ("hằng năm", "2024-01-01", "2025-12-31", ""),
    ],
)
def test_a_rule_falls_on_its_days_within_the_validity(words, start, end, days):
    validity = Period(date.fromisoformat(start), date.fromisoformat(end))
    assert " ".join(map(str, occurrences(parse_time(words), validity))) == days


def test_a_rule_has_no_days_without_a_validity():
    assert occurrences(parse_time("Trước 31/3 hàng năm"), None) == ()
