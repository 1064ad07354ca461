"""Whatever an office writes comes back from the plan's file as it was written, and nothing else changes."""

import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.domain.reported import ProgressReport, TargetReport, TaskReport, differences
from generator.reading.files import AGENCIES, DOCUMENTS, read_text
from generator.reading.merging import CannotMergeError, merged
from generator.reading.plans import read_plan
from generator.reading.registries import read_registry
from generator.reading.source import read_source
from generator.reading.validation import read_document

SITE = Path(__file__).parent.parent / "sites/with-results"
FILE = "plans/ke-hoach.yml"
NAMES = read_registry(read_text(SITE, AGENCIES), read_text(SITE, DOCUMENTS)).names
TEXT = """\
# Kế hoạch của thành phố
schema: 1
id: ke-hoach
place: thanh-pho-tan-an
status: issued
title: Kế hoạch
short_title: Kế hoạch
summary: Kế hoạch.
document: {branch: party, issuer: Thành ủy}
targets:
  - {id: ct-1, text: Trên 95%., metrics: [{op: gt, value: 95}]}   # một dòng
  # giữa hai chỉ tiêu
  - id: ct-2
    text: >-
      Ít nhất 3 mô hình
      và trên 60%.
    metrics:
      - {op: gte, value: 3}
      - {op: gt, value: 60, unit: "%"}
tasks:
- id: nv-1   # việc đầu tiên
  text: "Làm: ngay"

- id: nv-2
  text: Làm.
# hết
"""
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=60)
LINES = WORDS.map(lambda text: unicodedata.normalize("NFC", " ".join(text.split()))).filter(bool)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
NUMBERS = st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False)


def with_reports(text, *reports):
    document = read_document(read_source(FILE, text.encode()).source).value
    return merged(document, text, reports)


def plan_of(text):
    read = read_plan(FILE, text.encode(), NAMES)
    assert read.plan is not None, [problem.code for problem in read.problems]
    return read.plan


@settings(max_examples=60, deadline=None)
@given(LINES, LINES, DAYS, NUMBERS)
@example("Xong", "Báo cáo", date(2024, 5, 1), Decimal("1.2340"))
@example("Xong", "Báo cáo", date(2024, 5, 1), Decimal("-0.031"))
def test_any_words_and_numbers_come_back(evidence, source, day, value):
    reports = (
        TaskReport(item="nv-1", done_on=day, evidence=evidence),
        TargetReport(item="ct-1", date=day, value=value, source=source),
        TargetReport(item="ct-2", date=day, metric=2, value=value),
    )
    once = with_reports(TEXT, *reports)
    plan = plan_of(once)
    assert differences(plan, reports) == ()
    assert plan.tasks[0].evidence.text.vi == evidence
    assert plan.targets[0].results[0].value == Decimal(value)
    assert with_reports(once, *reports) == once
    assert [line for line in TEXT.splitlines() if line.lstrip().startswith("#")] == [
        line for line in once.splitlines() if line.lstrip().startswith("#")
    ]


def test_only_the_lines_of_the_item_change():
    after = with_reports(TEXT, TaskReport(item="nv-1", done_on=date(2024, 5, 1)))
    assert after.splitlines() == [
        *TEXT.splitlines()[:22],
        "  done_on: 2024-05-01",
        *TEXT.splitlines()[22:],
    ]


def test_a_translation_that_no_longer_says_the_same_goes():
    done = "  text: Làm.\n  done_on: 2024-01-01\n  evidence: {text: {vi: Cũ, en: Old}}\n"
    before = TEXT.replace("  text: Làm.\n", done)
    after = with_reports(before, TaskReport(item="nv-2", evidence="Mới"))
    assert plan_of(after).tasks[1].evidence.text.translations == ()
    assert plan_of(after).tasks[1].evidence.text.vi == "Mới"


def test_items_that_share_a_line_are_left_to_people():
    before = TEXT[: TEXT.index("tasks:")] + "tasks: [{id: nv-1, text: A.}, {id: nv-2, text: B.}]\n"
    with pytest.raises(CannotMergeError):
        with_reports(before, TaskReport(item="nv-2", done_on=date(2024, 5, 1)))


SIGNS = ["~", "null", "no", "# a", "- a", "a: b", "@x", "1.5", "'", '"', "{a", "%", "=", "&a", "*a"]


@pytest.mark.parametrize("words", SIGNS)
def test_words_that_mean_something_to_yaml_stay_words(words):
    reports = (
        TaskReport(item="nv-1", done_on=date(2024, 5, 1), evidence=words),
        TargetReport(item="ct-1", date=date(2024, 5, 1), text=words),
    )
    assert differences(plan_of(with_reports(TEXT, *reports)), reports) == ()


@settings(max_examples=60, deadline=None)
@given(LINES, LINES, DAYS)
def test_any_words_of_progress_come_back_as_updates(first, second, day):
    reports = (
        ProgressReport(item="nv-1", date=day, text=first),
        ProgressReport(item="ct-2", date=day, text=second),
    )
    once = with_reports(TEXT, *reports)
    plan = plan_of(once)
    assert differences(plan, reports) == ()
    assert {(one.item, one.date, one.text.vi) for one in plan.updates} == {("nv-1", day, first), ("ct-2", day, second)}
    assert with_reports(once, *reports) == once
    assert once.startswith(TEXT.removesuffix("# hết\n"))


def test_progress_joins_the_updates_that_are_there_and_corrects_the_one_of_its_day():
    known = "updates:\n# mới nhất\n- {id: a, date: 2024-05-01, kind: progress, item: nv-1, text: Cũ}  # báo cáo\n"
    before = TEXT.replace("tasks:\n", f"{known}\ntasks:\n")
    after = with_reports(
        before,
        ProgressReport(item="nv-1", date=date(2024, 5, 1), text="Đã xong một nửa"),
        ProgressReport(item="nv-2", date=date(2024, 6, 1), text="Mới bắt đầu"),
    )
    assert [(one.id, one.text.vi) for one in plan_of(after).updates] == [
        ("a", "Đã xong một nửa"),
        ("tien-do-nv-2-2024-06-01", "Mới bắt đầu"),
    ]
    assert "# mới nhất\n" in after
    assert "# báo cáo\n" in after
    assert after.endswith("# hết\n")


def test_updates_on_one_line_are_left_to_people():
    with pytest.raises(CannotMergeError, match="updates"):
        with_reports("updates: []\n" + TEXT, ProgressReport(item="nv-1", date=date(2024, 5, 1), text="A"))
