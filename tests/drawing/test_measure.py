"""The picture of values over time: everything inside, in order, told in words too, and the same bytes each time."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.chart import Line, Measure, Point
from generator.drawing.measure import HEIGHT, WIDTH, measure_svg

NS = {"s": "http://www.w3.org/2000/svg"}
VALUES = st.floats(-1e9, 1e9, allow_nan=False, allow_infinity=False)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
POINTS = st.lists(
    st.builds(Point, day=st.dates(date(2000, 1, 1), date(2060, 1, 1)), value=VALUES, label=WORDS),
    min_size=1,
    max_size=12,
)
MEASURES = st.builds(
    Measure,
    points=POINTS.map(tuple),
    lines=st.lists(st.builds(Line, value=VALUES, label=WORDS), max_size=2).map(tuple),
    first=WORDS,
    last=WORDS,
    title=WORDS,
    description=WORDS,
)


def tree(measure):
    return etree.fromstring(measure_svg(measure, "kq"))


def example(*values, lines=(84.0,)):
    points = tuple(Point(day=date(2023 + n, 12, 31), value=v, label=f"{v}%") for n, v in enumerate(values))
    goals = tuple(Line(value=value, label=f"chỉ tiêu trên {value}%") for value in lines)
    return Measure(points=points, lines=goals, first="31/12/2023", last="31/12/2025", title="T", description="D")


@given(MEASURES)
def test_everything_lies_within_the_picture(measure):
    picture = tree(measure)
    assert picture.get("viewBox") == f"0 0 {WIDTH:g} {HEIGHT:g}"
    for dot in picture.xpath("//s:circle", namespaces=NS):
        assert 0 <= float(dot.get("cx")) <= WIDTH
        assert 0 <= float(dot.get("cy")) <= HEIGHT
    for text in picture.xpath("//s:text", namespaces=NS):
        assert 0 <= float(text.get("x")) <= WIDTH
        assert 0 < float(text.get("y")) <= HEIGHT
    for path in picture.xpath("//s:path/@d", namespaces=NS):
        assert all(-0.1 <= float(n) <= WIDTH for n in re.findall(r"-?\d+\.?\d*", path))


@given(MEASURES)
def test_each_value_is_a_point_and_the_same_bytes_come_again(measure):
    assert len(tree(measure).xpath("//s:circle", namespaces=NS)) == len(measure.points)
    assert measure_svg(measure, "kq") == measure_svg(measure, "kq")


@given(st.lists(st.integers(0, 100), min_size=2, max_size=8, unique=True))
def test_a_higher_value_stands_higher(values):
    picture = tree(example(*values))
    heights = [float(dot.get("cy")) for dot in picture.xpath("//s:circle", namespaces=NS)]
    ranked = sorted(range(len(values)), key=lambda n: values[n])
    assert [heights[n] for n in ranked] == sorted(heights, reverse=True)


def test_a_value_above_the_line_is_drawn_above_it():
    picture = tree(example(83, 86))
    low, high = (float(dot.get("cy")) for dot in picture.xpath("//s:circle", namespaces=NS))
    line = picture.xpath("//s:path[@class='ps-chart__goal']/@d", namespaces=NS)[0]
    assert high < float(re.search(r"M\S+ (\S+)H", line)[1]) < low


def test_the_picture_is_told_in_words():
    picture = tree(example(83))
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == "kq-title kq-desc"
    assert picture.xpath("string(//s:desc)", namespaces=NS) == "D"


def test_without_a_value_there_is_no_picture():
    with pytest.raises(ValueError, match="without any value"):
        measure_svg(example(), "kq")
