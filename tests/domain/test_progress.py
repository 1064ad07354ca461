"""States and counts follow from what staff published, never from silence."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.phase import state_on
from generator.domain.progress import (
    NO_PROGRESS,
    NewsKind,
    Progress,
    Standing,
    item_changes,
    item_times,
    news,
    progress_of,
    progressed,
    published_files,
    standing,
    standing_changes,
)
from generator.domain.result import Overdue
from generator.domain.text import Words
from generator.domain.times import SaidOf, TimeContext, TimeState, parse_time
from generator.reading.project import read_project

SITE = Path(__file__).parent.parent / "sites/with-results"
LATE = Overdue(since=date(2023, 6, 1), reason=Words(vi="Chờ kinh phí."))
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.fixture(scope="module")
def plans():
    return {plan.id: plan for plan in read_project(SITE).project.plans}


@pytest.fixture(scope="module")
def campaign(plans):
    return plans["tan-an-gop-y-hien-ke"]


def deadline(text):
    return parse_time(text, TimeContext(said_of=SaidOf.DEADLINE))


def state(text, day, progress=NO_PROGRESS):
    return state_on(item_changes([deadline(text)] if text else [], None, progress), day)


def test_a_past_date_without_a_result_is_past_and_never_overdue():
    assert state("trước ngày 31/3/2023", date(2026, 11, 20)) is TimeState.PAST_STATED_DATE


def test_a_task_is_completed_from_the_day_it_was_done():
    done = Progress(done_on=date(2023, 5, 2))
    assert state("trước ngày 31/3/2023", date(2023, 5, 1), done) is TimeState.PAST_STATED_DATE
    assert state("trước ngày 31/3/2023", date(2023, 5, 2), done) is TimeState.COMPLETED


def test_a_task_without_any_time_is_completed_too():
    assert state("", date(2023, 5, 2), Progress(done_on=date(2023, 5, 2))) is TimeState.COMPLETED


def test_only_staff_make_something_overdue_and_a_result_ends_it():
    late = Progress(overdue=LATE)
    assert state("trước ngày 31/3/2023", date(2023, 5, 31), late) is TimeState.PAST_STATED_DATE
    assert state("trước ngày 31/3/2023", date(2023, 6, 1), late) is TimeState.OVERDUE
    done = replace(late, done_on=date(2023, 7, 1))
    assert state("trước ngày 31/3/2023", date(2023, 7, 1), done) is TimeState.COMPLETED


def test_a_published_result_is_told_as_one_after_the_deadline():
    told = Progress(published_on=date(2023, 4, 10))
    assert state("trước ngày 31/3/2023", date(2023, 4, 9), told) is TimeState.PAST_STATED_DATE
    assert state("trước ngày 31/3/2023", date(2024, 1, 1), told) is TimeState.RESULT_PUBLISHED


def test_the_last_of_several_dates_decides():
    times = [deadline("trước ngày 31/12/2026"), deadline("trước ngày 31/3/2023"), deadline("Thường xuyên")]
    assert state_on(item_changes(times, None, NO_PROGRESS), date(2026, 11, 1)) is TimeState.UPCOMING


@given(
    st.sampled_from(["trước ngày 31/3/2023", "Trong quý I/2025", "Thường xuyên", "đến năm 2026", "Hằng năm", ""]),
    st.none() | DAYS,
    st.none() | DAYS,
    st.none() | DAYS,
    DAYS,
)
def test_changes_rise_and_done_stays_done(text, done_on, published_on, late_since, day):
    overdue = replace(LATE, since=late_since) if late_since else None
    changes = item_changes([deadline(text)] if text else [], None, Progress(done_on, published_on, overdue))
    days = [since for since, _ in changes]
    assert days[0] == date.min
    assert days == sorted(set(days))
    if done_on is not None and day >= done_on:
        assert state_on(changes, day) is TimeState.COMPLETED
    if late_since is None:
        assert all(found is not TimeState.OVERDUE for _, found in changes)
    counted = standing_changes(changes)
    assert [where for since, where in counted if since <= day][-1] is standing(state_on(changes, day))


def test_nothing_published_changes_nothing():
    changes = ((date.min, TimeState.UPCOMING), (date(2023, 3, 1), TimeState.DUE_SOON))
    assert progressed(changes, NO_PROGRESS) == changes


def test_what_goes_on_or_has_no_date_is_counted_as_undated():
    assert standing(TimeState.ONGOING) is Standing.UNDATED
    assert standing(TimeState.PLAN_ENDED) is Standing.UNDATED
    assert standing(TimeState.NONE) is Standing.UNDATED


def test_every_task_and_target_has_its_times(campaign):
    assert set(item_times(campaign)) == {"phat-dong", "tong-ket"}


def test_progress_is_found_by_item_and_only_where_something_is_published(plans, campaign):
    assert progress_of(campaign)["phat-dong"].done_on == date(2023, 3, 20)
    assert progress_of(campaign)["tong-ket"].overdue.since == date(2024, 9, 15)
    assert progress_of(plans["long-khanh-chinh-quyen-than-thien"]) == {
        "chi-tieu-1": Progress(published_on=date(2024, 12, 31))
    }


def test_an_update_that_tells_a_result_of_an_item_is_its_result(campaign):
    update = replace(campaign.updates[3], item="tong-ket")
    assert progress_of(replace(campaign, updates=(update,)))["tong-ket"].published_on == date(2024, 7, 5)


def test_news_is_newest_first_and_holds_everything_that_is_new(campaign):
    found = news(campaign)
    assert [one.day for one in found] == sorted((one.day for one in found), reverse=True)
    kinds = [one.kind for one in found]
    assert kinds[0] is NewsKind.OUTCOME
    assert {NewsKind.COMPLETED, NewsKind.OVERDUE, NewsKind.ANSWER, NewsKind.WITHDRAWAL} <= set(kinds)
    assert len({one.key for one in found}) == len(found) == 10


def test_a_key_of_news_does_not_hang_on_its_place_in_the_file(campaign):
    turned = replace(campaign, updates=campaign.updates[::-1])
    assert {(one.key, one.day) for one in news(turned)} == {(one.key, one.day) for one in news(campaign)}


def test_files_that_updates_name_are_published(campaign):
    assert published_files(campaign) == ("quy-che.txt",)
