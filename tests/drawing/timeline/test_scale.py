from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.drawing.timeline.scale import BREAK_WIDTH, scale_of

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def place(scale, day):
    return scale.at(day.toordinal())


@given(st.lists(DAYS, min_size=1, max_size=12), DAYS)
def test_a_later_day_never_stands_farther_left_and_none_outside(days, today):
    scale = scale_of(days, today, 2, 318)
    places = [place(scale, day) for day in sorted({*days, today})]
    assert places == sorted(places)
    assert all(2 <= x <= 318 for x in places)


@given(st.lists(DAYS, min_size=2, max_size=12, unique=True))
def test_two_days_that_matter_have_two_places(days):
    scale = scale_of(days, days[0], 2, 318)
    assert len({place(scale, day) for day in days}) == len(days)


def test_a_vision_of_twenty_years_leaves_room_for_the_days_before_it():
    days = [date(2025, 1, 1), date(2025, 6, 1), date(2025, 6, 2), date(2045, 12, 31)]
    scale = scale_of(days, date(2025, 3, 1), 2, 318)
    assert [date.fromordinal(day) for pair in scale.breaks for day in pair] == days[2:]
    assert place(scale, days[3]) - place(scale, days[2]) == BREAK_WIDTH
    assert place(scale, days[1]) - place(scale, days[0]) > 200


def test_a_plan_of_five_years_stays_true_to_scale():
    days = [date(2022, 1, 1), date(2023, 1, 31), date(2026, 12, 31)]
    assert scale_of(days, date(2026, 11, 20), 2, 318).breaks == ()


def test_two_days_twenty_years_apart_need_no_break():
    assert scale_of([date(2025, 6, 1), date(2045, 12, 31)], date(2025, 6, 1), 2, 318).breaks == ()


def test_long_stretches_that_share_the_range_evenly_stay_true_to_scale():
    days = [date(1990, 1, 1), date(2000, 1, 1), date(2010, 1, 1), date(2020, 1, 1)]
    assert scale_of(days, date(2010, 1, 1), 2, 318).breaks == ()


def test_the_range_grows_to_a_today_that_is_near():
    year = [date(2023, 1, 1), date(2023, 12, 31)]
    assert scale_of(year, date(2024, 2, 1), 2, 318).last > date(2024, 2, 1).toordinal()


def test_the_range_does_not_grow_to_a_today_that_is_far():
    year = [date(2023, 1, 1), date(2023, 12, 31)]
    assert scale_of(year, date(2026, 11, 20), 2, 318).last < date(2024, 2, 1).toordinal()
