"""Stacked bars: parts fill the bar in proportion, each with its own pattern, nothing outside."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.chart import Share, ShareBar, Shares
from generator.drawing.shares import MAX_BARS, NARROW, WIDE, placed_parts, share_key, shares_figure, shares_svg

NS = {"s": "http://www.w3.org/2000/svg"}
COUNTS = st.lists(st.integers(0, 5000), min_size=5, max_size=5).filter(any)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80)
BARS = st.builds(lambda label, counts: bar(label, *counts), WORDS, COUNTS)


def bar(label, *counts):
    return ShareBar(label=label, parts=tuple(zip(Share, counts, strict=False)))


def shares(*bars):
    return Shares(bars=bars, title="T", description="D", more="và {n} kế hoạch khác")


@given(BARS, st.sampled_from([NARROW, WIDE]))
def test_parts_fill_the_width_without_touching(one, width):
    placed = placed_parts(one, width)
    assert [share for share, _, _ in placed] == [share for share, count in one.parts if count]
    assert placed[0][2][0] == pytest.approx(2)
    assert placed[-1][2][1] == pytest.approx(width - 2)
    for (_, _, (_, right)), (_, _, (left, _)) in itertools.pairwise(placed):
        assert left - right == pytest.approx(1.5)


@given(BARS)
def test_more_is_never_drawn_shorter(one):
    ranked = sorted(placed_parts(one, WIDE), key=lambda part: part[1])
    widths = [right - left for _, _, (left, right) in ranked]
    assert all(a <= b + 1e-6 for a, b in itertools.pairwise(widths))
    assert all(width >= 3 - 1e-6 for width in widths)


@given(st.lists(BARS, min_size=1, max_size=MAX_BARS + 3), st.sampled_from([NARROW, WIDE]))
def test_everything_lies_within_the_picture(bars, width):
    svg = shares_svg(shares(*bars), width, "phan")
    picture = etree.fromstring(svg)
    height = float(picture.get("viewBox").split()[3])
    for box in picture.xpath("//s:rect", namespaces=NS):
        assert float(box.get("x")) >= 0
        assert float(box.get("x")) + float(box.get("width")) <= width + 0.1
        assert float(box.get("y")) + float(box.get("height")) <= height
    assert svg == shares_svg(shares(*bars), width, "phan")
    ids = picture.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_what_has_no_room_is_told_by_number():
    picture = shares_svg(shares(*(bar(f"Kế hoạch {n}", 1, 2) for n in range(MAX_BARS + 3))), NARROW, "phan")
    assert "và 3 kế hoạch khác" in picture


def test_each_part_differs_without_colour():
    looks = set()
    for share in Share:
        picture = etree.fromstring(share_key(share.value, "dau"))
        pattern = picture.xpath("string(//s:pattern/s:path/@d)", namespaces=NS)
        looks.add(pattern or share.value)
    assert len(looks) == len(Share)


def test_the_legend_names_only_what_is_there():
    assert shares_figure(shares(bar("A", 0, 2, 0, 0, 1))).signs == (Share.AHEAD, Share.UNDATED)


def test_without_any_part_there_is_no_picture():
    with pytest.raises(ValueError, match="without any part"):
        shares_svg(shares(bar("A", 0, 0)), NARROW, "phan")
