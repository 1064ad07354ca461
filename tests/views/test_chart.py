from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.chart import BarKind, Tone
from generator.domain.agenda import Entry, EntryKind
from generator.domain.times import Period, SaidOf, TimeContext, parse_time
from generator.drawing.timeline import timeline_figure
from generator.reading.project import read_project
from generator.views.chart import plan_chart, site_chart
from generator.views.site import site_view
from generator.views.watched import Watch

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 20)
FIVE = (
    "tan-an-gop-y-hien-ke",
    "vinh-chao-mung-dai-hoi",
    "duc-pho-dan-van-de-an-13",
    "lai-chau-dan-van-2023",
    "long-khanh-chinh-quyen-than-thien",
)


@pytest.fixture(scope="module")
def contexts():
    return site_view(read_project(ROOT).project, AS_OF).contexts


@pytest.fixture(scope="module")
def context(contexts):
    return contexts[0]


def of_times(context, *times, validity=None, said_of=SaidOf.DEADLINE):
    """A plan without feedback or validity of its own, whose tasks have these times."""
    known = TimeContext(validity, said_of)
    plan = replace(context.index.plans[FIVE[3]], feedback=None)
    entries = tuple(
        Entry(plan.id, EntryKind.TASK, f"viec-{n}", parse_time(text, known), n) for n, text in enumerate(times)
    )
    parts = replace(context.index.parts[plan.id], validity=validity, entries=entries)
    index = replace(context.index, plans={plan.id: plan}, parts={plan.id: parts}, watch=Watch())
    return plan_chart(replace(context, index=index), plan)


@pytest.mark.parametrize("plan_id", FIVE)
def test_each_of_the_five_plans_has_a_picture_in_every_language(contexts, plan_id):
    for context in contexts:
        chart = plan_chart(context, context.index.plans[plan_id])
        assert timeline_figure(chart).narrow
        assert context.text(context.index.plans[plan_id].short_title).text in chart.words.title


def test_the_picture_of_all_plans_has_a_bar_for_each(context):
    chart = site_chart(context)
    names = {context.text(plan.short_title).text for plan in context.index.plans.values()}
    assert {bar.label for bar in chart.bars} == names
    assert timeline_figure(chart).wide


def test_a_plan_with_no_date_at_all_has_no_picture(context):
    assert of_times(context, "Thường xuyên", "hằng năm", "sau Đại hội", "theo kế hoạch") is None


def test_a_window_whose_start_is_only_expected_is_sure_from_the_end_of_that_month(context):
    chart = plan_chart(context, context.index.plans[FIVE[0]])
    (window,) = (bar for bar in chart.bars if bar.kind is BarKind.WINDOW)
    days = (window.start, window.sure_from, window.end)
    assert days == (date(2023, 4, 1), date(2023, 4, 30), date(2024, 5, 31))


def test_deadlines_of_one_day_are_one_mark_with_their_number(context):
    chart = of_times(context, "trước ngày 31/3/2023", "hoàn thành trước ngày 31/3/2023", "ngày 31/3/2023")
    assert [(mark.day, mark.count) for mark in chart.marks] == [(date(2023, 3, 31), 3)]


def test_a_vision_is_a_bar_that_is_sure_only_to_its_own_year(context):
    validity = Period(date(2025, 1, 1), date(2030, 12, 31))
    chart = of_times(context, "đến năm 2035, tầm nhìn đến năm 2045", "ngày 01/6/2025", validity=validity)
    vision = next(bar for bar in chart.bars if bar.sure_until)
    assert (vision.start, vision.sure_until, vision.end) == (
        date(2025, 1, 1),
        date(2035, 12, 31),
        date(2045, 12, 31),
    )
    assert [mark.day for mark in chart.marks] == [date(2025, 6, 1)]


def test_a_month_is_a_bar_and_an_expected_one_is_tentative(context):
    chart = of_times(context, "Trong tháng 01 năm 2023", "dự kiến tháng 8/2024")
    assert [(bar.start, bar.end, bar.tentative) for bar in chart.bars] == [
        (date(2023, 1, 1), date(2023, 1, 31), False),
        (date(2024, 8, 1), date(2024, 8, 31), True),
    ]


def test_a_start_without_an_end_is_a_bar_without_an_end(context):
    (bar,) = of_times(context, "từ ngày 01/6/2025").bars
    assert (bar.start, bar.end, bar.tone) == (date(2025, 6, 1), None, Tone.NOW)


def test_a_day_of_every_year_is_marked_in_each_year_of_the_plan(context):
    validity = Period(date(2022, 1, 1), date(2026, 12, 31))
    chart = of_times(context, "Trước 31/3 hàng năm", validity=validity)
    assert [mark.day.isoformat() for mark in chart.marks] == [f"{year}-03-31" for year in range(2022, 2027)]


def test_a_day_is_named_no_finer_than_the_document_does(context):
    chart = of_times(context, "đến năm 2026", "trước 28/2/2025")
    assert [mark.label for mark in chart.marks] == ["28/2/2025", "2026"]


def test_the_tone_follows_the_day_of_reference(context):
    chart = of_times(context, "ngày 19/11/2026", "ngày 20/11/2026", "Trong tháng 11 năm 2026", "tháng 12/2026")
    assert [mark.tone for mark in chart.marks] == [Tone.PAST, Tone.COMING]
    assert [bar.tone for bar in chart.bars] == [Tone.NOW, Tone.COMING]


def test_the_essence_is_told_without_what_is_not_there(context):
    told = of_times(context, "ngày 19/11/2026").words.description
    assert "1 ngày có mốc" in told
    assert "khoảng thời gian" not in told
    assert "đã qua 1" in told
