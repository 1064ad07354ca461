"""A value reaches its metric, does not, or that is not for a program to say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.reaching import reaches
from generator.domain.target import Metric, Operator
from generator.domain.text import Words

PERCENT = Words(vi="%")
NUMBERS = st.decimals(-1000, 1000, places=2)


@pytest.mark.parametrize(
    ("metric", "value", "found"),
    [
        (Metric(op=Operator.GT, value=Decimal(84)), "83", False),
        (Metric(op=Operator.GT, value=Decimal(84)), "84", False),
        (Metric(op=Operator.GT, value=Decimal(84)), "84.1", True),
        (Metric(op=Operator.GTE, value=Decimal(85)), "85", True),
        (Metric(op=Operator.LT, value=Decimal(5)), "5", False),
        (Metric(op=Operator.LTE, value=Decimal(5)), "5", True),
        (Metric(op=Operator.EQ, value=Decimal(100), unit=PERCENT), "100", True),
        (Metric(op=Operator.EQ, value=Decimal(100), unit=PERCENT), "99.5", False),
        (Metric(op=Operator.EQ, value=Decimal(95), unit=PERCENT), "96", None),
        (Metric(op=Operator.EQ, value=Decimal(3)), "2", None),
        (Metric(op=Operator.RANGE, min=Decimal(70), max=Decimal(75)), "75", True),
        (Metric(op=Operator.RANGE, min=Decimal(70), max=Decimal(75)), "80", None),
        (Metric(op=Operator.APPROX, value=Decimal(92)), "92", None),
        (Metric(op=Operator.DECREASE, min=Decimal("0.4"), max=Decimal("0.6")), "0.5", None),
        (Metric(op=Operator.NAMED), "12", None),
        (Metric(op=Operator.GTE), "12", None),
    ],
)
def test_only_what_is_certain_is_said(metric, value, found):
    assert reaches(metric, Decimal(value)) is found


@given(NUMBERS, NUMBERS)
def test_above_and_at_most_are_opposites(bound, value):
    above, at_most = (Metric(op=op, value=bound) for op in (Operator.GT, Operator.LTE))
    assert reaches(above, value) is not reaches(at_most, value)


@given(st.sampled_from(list(Operator)), NUMBERS)
def test_the_very_number_never_fails_unless_it_must_be_passed(op, number):
    strict = op in (Operator.GT, Operator.LT)
    assert (reaches(Metric(op=op, value=number), number) is False) is strict
