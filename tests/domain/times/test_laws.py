"""Laws of times: what is printed is read again, states agree with boundaries, nothing breaks the reader."""

import pickle
import random
import time as clock
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.domain.times import (
    Period,
    SaidOf,
    TimeContext,
    TimeKind,
    TimeState,
    boundaries,
    lane_of,
    parse_time,
    print_time,
    sort_key,
    state_of,
    understood,
)
from tests.domain.times.wordings import wordings

quick = settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
contexts = st.builds(
    TimeContext,
    st.none() | st.just(Period(date(2022, 1, 1), date(2026, 12, 31))),
    st.sampled_from([SaidOf.DEADLINE, SaidOf.EVENT, SaidOf.WINDOW, SaidOf.CITATION, SaidOf.PERIOD]),
)
some_days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@quick
@given(wordings, contexts)
def test_what_is_printed_in_vietnamese_is_read_again_with_the_same_meaning(phrases_vi, meaning, wording, context):
    time = understood(wording, "", context)
    printed = print_time(time, phrases_vi)
    assert meaning(parse_time(printed, context)) == meaning(time), printed


@quick
@given(wordings, contexts)
def test_every_time_can_be_said_in_english(phrases_en, wording, context):
    printed = print_time(understood(wording, "", context), phrases_en)
    assert printed.strip() == printed != ""
    assert "{" not in printed
    assert "None" not in printed


@given(wordings, contexts)
def test_times_are_values(wording, context):
    time = understood(wording, "x", context)
    assert pickle.loads(pickle.dumps(time)) == time
    assert hash(time) == hash(pickle.loads(pickle.dumps(time)))
    assert sort_key(time, 3)[3] == 3
    assert lane_of(time)


@quick
@given(wordings, contexts, st.none() | some_days, st.none() | some_days, some_days)
def test_the_state_of_a_day_is_that_of_the_last_boundary(wording, context, done, launched, day):
    time = understood(wording, "", context)
    expected = parse_time("dự kiến tháng 4/2023")
    given_ = {"done_on": done, "launched_on": launched, "expected_start": expected}
    changes = boundaries(time, **given_)
    assert changes[0][0] == date.min
    assert [at for at, _ in changes] == sorted({at for at, _ in changes})
    state = state_of(time, day, **given_)
    assert state is [state for at, state in changes if at <= day][-1]
    if done and day >= done:
        assert state is TimeState.COMPLETED
    elif time.past_from is None or day < time.past_from:
        assert state not in {TimeState.PAST_STATED_DATE, TimeState.TOOK_PLACE, TimeState.CLOSED}


@given(wordings, st.integers(-400, 400))
def test_a_deadline_is_past_from_its_day_and_not_before(wording, distance):
    time = understood(wording, "", TimeContext())
    if time.past_from is None:
        return
    day = time.past_from + timedelta(days=distance)
    past = {TimeState.PAST_STATED_DATE, TimeState.TOOK_PLACE, TimeState.CLOSED}
    assert (state_of(time, day) in past) == (distance >= 0)


WORDS = [
    "trước", "sau", "từ", "đến", "hết", "ngày", "tháng", "quý", "năm", "tuần", "5", "31", "12", "2024",
    "/", "-", ",", "(", ")", ".", ":", "h", "giờ", "I", "IV", "hằng", "mỗi", "định", "kỳ", "lần", "một",
    "dự", "kiến", "giai", "đoạn", "nhiệm", "kỳ", "đầu", "giữa", "cuối", "thứ", "Hai", "khi", "vào",
    "dịp", "không", "…", "thường", "xuyên", "và", "hoặc", "tầm", "nhìn", "sáng", "buổi",
]  # fmt: skip


@quick
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), contexts)
def test_no_jumble_of_time_words_breaks_the_reader(phrases_vi, phrases_en, text, context):
    time = parse_time(text, context)
    print_time(time, phrases_vi)
    print_time(time, phrases_en)
    boundaries(time)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text):
    assert parse_time(text).kind in TimeKind


def test_hostile_texts_are_read_in_linear_time():
    began = clock.perf_counter()
    for unit in (
        "trước ",
        "1/",
        "từ ngày ",
        "hằng tháng, ",
        "khi ",
        "quý I, ",
        "ngày 1 và ",
        "(" * 9,
        "ắ" * 7,
    ):
        parse_time(unit * (100_000 // len(unit)))
        parse_time(unit * (600 // len(unit)))
    assert clock.perf_counter() - began < 1


def test_reading_is_fast_enough_for_ten_thousand_plans():
    random.seed(1)
    texts = [f"hoàn thành trước ngày {random.randint(1, 28)}/{month}/{year}" for year in range(1950, 2150)
             for month in range(1, 13)]  # fmt: skip
    began = clock.perf_counter()
    for text in texts:
        parse_time(text)
    # The expected time is a third of this; the test must hold on a busy machine.
    assert (clock.perf_counter() - began) / len(texts) < 300e-6
