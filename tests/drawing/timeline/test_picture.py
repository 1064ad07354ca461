import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.chart import Bar, BarKind, Chart, ChartWords, Mark, Tone
from generator.drawing.timeline import MAX_HEIGHT, NARROW, WIDE, timeline_figure, timeline_picture

WORDS = ChartWords(
    title="Sơ đồ <thời gian>",
    description="Từ 01/1/2023 đến 31/12/2023",
    today="Tính đến 20/11/2026",
    day_tick="{d}/{month}",
    month_tick="{month}/{y}",
    more="và {n} mục khác trong danh sách bên dưới",
    months=tuple(str(month) for month in range(1, 13)),
)
YEAR = Bar(start=date(2023, 1, 1), end=date(2023, 12, 31), label="Thời gian thực hiện")
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
LABELS = st.text("aămWế Đ“”<&-20", max_size=60)


@st.composite
def any_bar(draw):
    start = draw(DAYS)
    end = draw(st.none() | st.integers(0, 9000).map(lambda days: start + timedelta(days=days)))
    inside = st.none() | st.integers(0, ((end or start) - start).days).map(lambda n: start + timedelta(days=n))
    return Bar(
        start=start,
        end=end,
        label=draw(LABELS),
        count=draw(st.integers(1, 30)),
        tone=draw(st.sampled_from(Tone)),
        kind=draw(st.sampled_from(BarKind)),
        tentative=draw(st.booleans()),
        goes_on=draw(st.booleans()),
        sure_from=draw(inside),
        sure_until=draw(inside),
        weight=draw(st.integers(0, 3)),
    )


any_mark = st.builds(
    Mark,
    day=DAYS,
    label=st.text("0123456789/", max_size=10),
    count=st.integers(1, 200),
    tone=st.sampled_from(Tone),
    tentative=st.booleans(),
)
any_chart = st.builds(
    Chart,
    bars=st.lists(any_bar(), max_size=12).map(tuple),
    marks=st.lists(any_mark, max_size=30).map(tuple),
    today=DAYS,
    words=st.just(WORDS),
).filter(lambda chart: chart.bars or chart.marks)


def chart(bars=(), marks=(), today=date(2023, 6, 1)):
    return Chart(bars=tuple(bars), marks=tuple(marks), today=today, words=WORDS)


def drawn(a_chart, width=NARROW):
    return etree.fromstring(timeline_picture(a_chart, width).svg)


def of_class(svg, name):
    return [one for one in svg.iter() if name in one.get("class", "").split()]


def words_of(svg, name):
    return ["".join(one.itertext()) for one in of_class(svg, name)]


def lengths(svg):
    return [float(n) for one in svg.iter() for key in ("x", "y", "width", "height") if (n := one.get(key))]


@settings(max_examples=60)
@given(any_chart, st.sampled_from([NARROW, WIDE]))
def test_any_chart_stands_within_its_frame(a_chart, width):
    svg = drawn(a_chart, width)
    left, top, right, bottom = map(float, svg.get("viewBox").split())
    assert (left, top, right) == (0, 0, width)
    assert bottom <= MAX_HEIGHT
    assert all(0 <= length <= max(right, bottom) for length in lengths(svg))
    for box in svg.iter("{*}rect"):
        assert 0 <= float(box.get("x")) <= float(box.get("x")) + float(box.get("width")) <= width + 0.1
        assert 0 <= float(box.get("y")) + float(box.get("height")) <= bottom
    for path in svg.iter("{*}path"):
        starts = [(float(x), float(y)) for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", path.get("d"))]
        assert starts
        assert all(0 <= x <= width and 0 <= y <= bottom for x, y in starts)
    assert "nan" not in etree.tostring(svg, encoding="unicode").lower()


@settings(max_examples=30)
@given(any_chart)
def test_equal_charts_give_equal_bytes(a_chart):
    shuffled = replace(a_chart, bars=a_chart.bars[::-1], marks=a_chart.marks[::-1])
    assert timeline_picture(a_chart) == timeline_picture(shuffled) == timeline_picture(replace(a_chart))


@settings(max_examples=60)
@given(any_chart)
def test_every_thing_is_drawn_or_counted(a_chart):
    svg = drawn(a_chart)
    more = int("".join(re.findall(r"\d+", "".join(words_of(svg, "ps-chart__more")))) or 0)
    assert len(of_class(svg, "ps-chart__bar")) + more == len(a_chart.bars)
    counted = sum(map(int, words_of(svg, "ps-chart__count")))
    single = len(of_class(svg, "ps-chart__mark")) - len(words_of(svg, "ps-chart__count"))
    assert counted + single == sum(mark.count for mark in a_chart.marks)


@settings(max_examples=5, derandomize=True, phases=[Phase.generate])
@given(st.lists(any_chart, min_size=8, max_size=8))
def test_no_words_stand_over_others_or_run_off_in_a_browser(browser, charts):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    pictures = "".join(f"<div>{timeline_picture(one, NARROW, f'c{n}').svg}</div>" for n, one in enumerate(charts))
    page.set_content(f'<div style="width:{NARROW}px;font-family:system-ui,sans-serif">{pictures}</div>')
    found = page.evaluate(
        "[...document.querySelectorAll('svg')].map(svg => [...svg.querySelectorAll('text')].map(t => {"
        "const b = t.getBBox(); return [b.x, b.x + b.width, b.y, b.y + b.height, t.textContent]}))"
    )
    page.close()
    for texts in found:
        assert all(left >= -1 and right <= NARROW + 1 for left, right, *_ in texts), texts
        for one, other in combinations(texts, 2):
            # Line boxes are taller than the letters in them.
            beside = one[1] <= other[0] + 1 or other[1] <= one[0] + 1
            assert beside or one[3] <= other[2] + 5 or other[3] <= one[2] + 5, (one, other)


def test_letters_are_at_least_twelve_pixels_high_on_a_phone():
    sizes = {float(one.get("font-size")) for one in drawn(chart([YEAR])).iter("{*}text")}
    assert sizes
    assert min(sizes) * 320 / NARROW >= 12


def test_many_deadlines_on_one_day_are_one_mark_with_their_number():
    svg = drawn(chart([YEAR], [Mark(day=date(2023, 3, 31), label="31/3/2023")] * 7))
    assert words_of(svg, "ps-chart__count") == ["7"]
    assert len(of_class(svg, "ps-chart__mark")) == 1
    assert "31/3/2023" in words_of(svg, "ps-chart__label")


def test_days_too_close_for_their_marks_are_one_mark_without_a_day():
    days = [Mark(day=date(2023, 3, day), label=f"{day}/3/2023") for day in range(1, 21)]
    svg = drawn(chart([YEAR], days))
    assert sum(map(int, words_of(svg, "ps-chart__count"))) == 20
    assert words_of(svg, "ps-chart__label") == ["Thời gian thực hiện"]


def test_a_vision_of_twenty_years_stands_beside_a_one_day_event_with_a_break():
    vision = Bar(start=date(2025, 1, 1), end=date(2045, 12, 31), label="Tầm nhìn")
    svg = drawn(chart([vision], [Mark(day=date(2025, 6, 1), label="01/6/2025")], date(2025, 3, 1)))
    assert len(of_class(svg, "ps-chart__break")) == 1
    assert "2045" in words_of(svg, "ps-chart__ticklabel")
    assert "01/6/2025" in words_of(svg, "ps-chart__label")


def test_a_day_alone_is_drawn():
    svg = drawn(chart((), [Mark(day=date(2024, 8, 9), label="09/8/2024")], date(2024, 8, 9)))
    assert words_of(svg, "ps-chart__label") == ["09/8/2024"]
    assert of_class(svg, "ps-chart__now")


def test_a_chart_without_anything_is_a_bug():
    with pytest.raises(ValueError, match="without any bar or mark"):
        timeline_picture(chart())


@pytest.mark.parametrize(("today", "points_to"), [(date(2026, 11, 20), "l-8"), (date(2019, 1, 1), "l8")])
def test_an_arrow_says_that_today_lies_beyond(today, points_to):
    svg = drawn(chart([YEAR], today=today))
    assert not of_class(svg, "ps-chart__now")
    (arrow,) = of_class(svg, "ps-chart__arrow")
    assert f"{points_to} -5" in arrow.get("d")


def test_what_is_only_expected_is_dashed_and_what_is_sure_is_not():
    svg = drawn(chart([replace(YEAR, tentative=True)]))
    assert of_class(svg, "ps-chart__maybe")
    assert not of_class(svg, "ps-chart__sure")
    assert not of_class(drawn(chart([YEAR])), "ps-chart__maybe")


def test_a_bar_without_end_ends_in_an_arrow_at_the_edge():
    svg = drawn(chart([replace(YEAR, end=None)]))
    (bar,) = of_class(svg, "ps-chart__bar")
    (arrow,) = bar.iter("{*}path")
    assert "L318 " in arrow.get("d")


def test_a_window_has_posts_that_a_period_has_not():
    assert len(of_class(drawn(chart([replace(YEAR, kind=BarKind.WINDOW)])), "ps-chart__cap")) == 2
    assert not of_class(drawn(chart([YEAR])), "ps-chart__cap")


def test_the_heavier_bars_stay_and_the_rest_is_counted():
    light = [replace(YEAR, label=f"Việc {n}", weight=0) for n in range(20)]
    svg = drawn(chart([*light, replace(YEAR, label="Nhận góp ý", weight=4)]))
    assert "Nhận góp ý" in words_of(svg, "ps-chart__label")
    kept = len(of_class(svg, "ps-chart__bar"))
    assert words_of(svg, "ps-chart__more") == [f"và {21 - kept} mục khác trong danh sách bên dưới"]


def test_bars_that_do_not_meet_share_a_row():
    halves = [
        Bar(start=date(2023, 1, 1), end=date(2023, 4, 30), label="Đầu năm"),
        Bar(start=date(2023, 9, 1), end=date(2023, 12, 31), label="Cuối năm"),
    ]
    boxes = [box.get("y") for box in drawn(chart(halves)).iter("{*}rect")]
    assert len(boxes) == 2
    assert len(set(boxes)) == 1


def test_the_essence_is_told_in_words_and_data_is_escaped():
    svg = drawn(chart([YEAR]))
    assert svg.get("role") == "img"
    told = {one.get("id"): one.text for one in svg if one.get("id")}
    assert [told[name] for name in svg.get("aria-labelledby").split()] == [WORDS.title, WORDS.description]


def test_the_two_widths_have_ids_of_their_own_and_name_their_signs():
    figure = timeline_figure(chart([replace(YEAR, tone=Tone.PAST, tentative=True)]))
    ids = re.findall(r' id="([^"]+)"', figure.narrow + figure.wide)
    assert len(ids) == len(set(ids)) == 4
    assert figure.signs == ("past", "maybe")
