"""Staff accept a warning with a reason: that one is silent, every other is still told."""

import re

import pytest

from generator.commands.problems import sentence
from generator.reading.plans import read_plan
from generator.wording import load_strings
from tests.reading.warnings.plan import FILE, NAMES, plan_with, warnings_for
from tests.reading.warnings.test_rules import CASES

CHANNELS = """\
channels:
  - {id: dien-thoai, purpose: feedback, kind: phone, label: Điện thoại}
  - {id: trang, purpose: feedback, kind: web, label: Trang, target: "http://a.longan.example"}
"""


def told(*silences):
    lines = "".join(f"  - {silence}\n" for silence in silences)
    return [(p.code, dict(p.values)["item"]) for p in warnings_for(plan_with(CHANNELS + f"silence:\n{lines}"))]


PHONE = ("channel_without_target", "dien-thoai")
HTTP = ("channel_without_https", "trang")
MERGED = ("channel_of_merged_province", "trang")


def test_a_rule_is_silent_for_one_item():
    assert told("{rule: W09, item: dien-thoai, reason: A}") == [HTTP, MERGED]


def test_one_warning_of_a_rule_is_silent_by_its_own_name():
    assert told("{rule: channel_without_https, item: trang, reason: A}") == [PHONE, MERGED]


def test_a_rule_is_silent_in_the_whole_plan_where_no_item_is_named():
    assert told("{rule: W09, reason: A}") == []


def test_the_record_around_an_item_silences_it_too():
    part = CASES["number_left_out"][0].replace("▸", "")
    assert warnings_for(plan_with(part + "silence: [{rule: E02, item: le, reason: A}]\n")) == []


def test_a_silence_for_another_item_does_nothing_and_is_told():
    phones = "{id: c, purpose: feedback, kind: phone, label: A}, {id: d, purpose: report, kind: phone, label: A}"
    part = f"channels: [{phones}]\nsilence: [{{rule: W09, item: d, reason: A}}]\n"
    codes = [p.code for p in warnings_for(plan_with(part))]
    assert codes == ["channel_without_target", "silence_of_nothing"]


def test_a_rule_that_is_not_known_is_told_with_a_near_one():
    (problem,) = warnings_for(plan_with("silence: [{rule: W9, reason: A}]\n"))
    assert "W09" in dict(problem.values)["near"]


@pytest.mark.parametrize("code", [code for code in CASES if not code.startswith("silence_")])
def test_the_silence_that_a_warning_offers_silences_it(code):
    part = CASES[code][0].replace("▸", "")
    (warning,) = warnings_for(plan_with(part))
    offered = re.search(r"silence: (\{.*\})\.$", sentence(warning, load_strings("vi")))[1]
    given = offered.replace("…", "Đã đối chiếu")
    assert warnings_for(plan_with(part + f"silence: [{given}]\n")) == []


def test_a_warning_is_not_silent_before_somebody_wrote_why():
    problems = read_plan(FILE, plan_with(CHANNELS + "silence: [{rule: W09, reason: …}]\n").encode(), NAMES).problems
    assert [problem.code for problem in problems] == ["value_missing"]


def test_what_has_one_cause_is_told_once_with_a_short_list():
    tasks = "".join(f"  - {{id: t{n}, text: A, roles: {{lead: ubnd}}, time: Thường xuyên}}\n" for n in range(30))
    (problem,) = warnings_for(plan_with(f"validity: giai đoạn 2022 - 2026\ntasks:\n{tasks}"))
    assert dict(problem.values)["items"] == "Ủy ban nhân dân thành phố Tân An"


def test_a_long_list_is_cut_with_the_number_of_the_rest():
    tasks = "".join(f"  - {{id: t{n}, text: A, time: trước ngày {n}/01/2023}}\n" for n in range(11, 20))
    (problem,) = warnings_for(plan_with(f"tasks:\n{tasks}"))
    assert dict(problem.values)["items"].endswith("; trước ngày 14/01/2023; … (+5)")
