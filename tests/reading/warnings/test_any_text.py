"""Whatever people write in a plan that can be read, its warnings are given, each at a line of the file."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.plans import read_plan
from generator.reading.warnings import plan_warnings
from tests.reading.warnings.plan import FILE, NAMES, plan_with

WORDS = st.sampled_from(
    ["I-", "(1)", "5.3.1.", "đ)", "²", "ⅳ", "İ",
     "tham mưu", "Thành ủy", "thành lập", "Tổ thư ký", "Trên 95%", "//[",
     "//longan.",
     "12 - KH/Th.U", "KT.CHỦ TỊCH", "kỷ niệm 15 năm", "trước ngày 01/01/0001", "năm 2023", "2021-2025", "⁶"]
)  # fmt: skip
TEXTS = st.lists(WORDS | st.text(max_size=12), min_size=1, max_size=4).map(" ".join)
KEYS = ("title", "label", "text", "target", "written", "authority", "time")
TEMPLATE = """\
title: %(title)s
document: {branch: state, issued: 2023, as_written: %(written)s, issuer: ubnd, signature: {authority: %(authority)s}}
sections: [{id: s, label: %(label)s, title: %(title)s}, {id: t, label: "2.", title: %(text)s, parent: s}]
tasks: [{id: a, label: %(label)s, text: %(text)s, time: %(time)s}, {id: b, label: "I", text: %(title)s}]
targets: [{id: c, text: %(text)s}]
committees: [{id: k, name: %(title)s, mandate: %(text)s, body: thanh-uy, established_by: btv}]
awards: [{id: g, name: %(text)s, announce: [%(time)s, năm 2024, vào dịp kỷ niệm 15 năm]}]
channels: [{id: d, purpose: feedback, kind: web, label: %(text)s, target: %(target)s}]
recipients: [{text: %(title)s, filing: true}]
"""


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(KEYS, TEXTS)))
def test_any_text_gives_warnings_at_lines_of_the_file(texts):
    text = plan_with(TEMPLATE % {key: json.dumps(value, ensure_ascii=False) for key, value in texts.items()})
    read = read_plan(FILE, text.encode("utf-8", "replace"), NAMES)
    lines = text.count("\n") + 1
    for problem in plan_warnings(read, text.encode("utf-8", "replace"), NAMES)[0]:
        assert 1 <= problem.location.line <= lines


def test_the_template_itself_is_a_plan():
    read = read_plan(FILE, plan_with(TEMPLATE % dict.fromkeys(KEYS, "năm 2023")).encode(), NAMES)
    assert read.plan is not None
