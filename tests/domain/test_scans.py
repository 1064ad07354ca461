"""Small numbers stay untold, and nothing that is told gives one away."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.domain.scans import LEAST, shown_scans, told

FIRST = date(2026, 3, 1)
counts = st.lists(st.integers(0, 40), max_size=40).map(
    lambda many: {FIRST + timedelta(days=n): one for n, one in enumerate(many)}
)


def test_a_count_is_told_from_five_on():
    assert [told(n) for n in (1, 4, 5, 6)] == [None, None, 5, 6]
    assert LEAST == 5


def test_days_come_in_order_and_days_without_scans_do_not():
    shown = shown_scans({date(2026, 3, 2): 7, date(2026, 3, 1): 4, date(2026, 3, 3): 0})
    assert [(one.day.day, one.scans) for one in shown.days] == [(1, None), (2, 7)]
    assert (shown.total, shown.hidden_days) == (7, 1)


@given(counts, st.data())
def test_what_is_told_is_the_same_whatever_a_hidden_day_was(found, data):
    """So it cannot be computed back: not from a total, not from a difference."""
    hidden = [day for day, count in found.items() if 0 < count < LEAST]
    other = {day: data.draw(st.integers(1, LEAST - 1)) if day in hidden else count for day, count in found.items()}
    assert shown_scans(found) == shown_scans(other)
    assert shown_scans(found).total == shown_scans(other).total
