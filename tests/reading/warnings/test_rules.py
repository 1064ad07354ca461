"""Each warning has a plan that it is told of, with its place (marked ▸), and a near one that it says nothing of."""

import unicodedata

import pytest
import typst

from generator.commands.problems import render_github, render_json, render_text, sentence
from generator.domain.problem import Severity
from generator.reading.warnings.catalogue import RULES
from generator.wording import known_languages, load_strings
from tests.reading.warnings.plan import PLAN, plan_with, warnings_for

STATE = "document: {number: 1, as_written: 1/KH-UBND, branch: state, issued: 10/01/2023, dateline: Tân An, issuer: ubnd"
COMMITTEE = """\
committees:
  - {id: ban, name: Tổ thư ký, established_by: ▸Ban Tổ chức Cuộc vận động}
provisions:
  - {id: giao, text: "Tham mưu %s về việc thành lập Tổ thư ký."}
"""
AGENDA = """\
events:
  - id: le
    name: Lễ
    agenda: [{label: "3.", text: A}, {label: ▸%s, text: B}, {text: C}, {label: "-", text: D}]
"""
ONGOING = """\
targets: [{id: a, text: Phấn đấu đạt, time: ▸%s}]
role_blocks: [{id: b, covers: a, roles: {lead: Thành ủy}, time: Thường xuyên}]
"""
AWARD = """\
milestones: [{id: m, name: Kỷ niệm, time: 09/9/2009-09/9/2024}]
awards: [{id: a, name: Giải, announce: ▸[vào dịp kỷ niệm %s năm thành lập thành phố Tân An, dự kiến tháng 8/2024]}]
"""
BLOCKS = """\
tasks: [{id: a, text: A}, {id: b, text: B}]
role_blocks:
  - {id: ka, covers: a, roles: {lead: Thành ủy, labels: {lead: Cơ quan lãnh đạo}}}
  - {id: kb, covers: b, roles: {lead: Thành ủy, labels: {lead: ▸%s}}}
"""
ALONE = """\
tasks:
  - {id: a, text: A, roles: {lead: Thành ủy}}
  - {id: b, text: B%s}
  - ▸{id: c, text: Tổng kết%s}
"""
TIMED = """\
tasks:
  - {id: a, text: A, time: trong tháng 5/2023%s}
  - {id: b, text: B, time: trong tháng 6/2023%s}
  - ▸{id: c, text: C}
"""
LABEL = ", time_label: Thời gian"

# name: (what is written, what is nearly the same and right)
CASES = {
    "section_label_twice": (
        "sections: [{id: a, label: III-, title: A}, {id: b, label: ▸III -, title: B}]\n",
        "sections: [{id: a, label: I-, title: A}, {id: b, label: II-, title: B},"
        " {id: c, label: I-, title: C, parent: b}]\n",
    ),
    "number_left_out": (AGENDA % '"(5)"', AGENDA % '"(4)"'),
    "number_missing": (
        "▸document: {branch: party, issued: 10/01/2023, dateline: Tân An, issuer: Thành ủy}\n",
        'document: {number: "0", branch: party, issued: 10/01/2023, dateline: Tân An, issuer: Thành ủy}\n',
    ),
    "issue_date_missing": (
        "▸document: {number: 1, branch: party, dateline: Tân An, issuer: Thành ủy}\n",
        "document: {number: 1, branch: party, dateline: Tân An, issuer: Thành ủy, issued: 2023-01-10}\n",
    ),
    "issue_date_incomplete": (
        "document: {number: 1, branch: party, issued: ▸ngày tháng 6 năm 2023, dateline: Tân An, issuer: Thành ủy}\n",
        "document: {number: 1, branch: party, issued: ngày 01 tháng 6 năm 2023, dateline: Tân An, issuer: Thành ủy}\n",
    ),
    "issue_place_missing": (
        "▸document: {number: 1, branch: party, issued: 10/01/2023, issuer: Thành ủy}\n",
        "document: {number: 1, branch: party, issued: 10/01/2023, issuer: Thành ủy, dateline: Tân An}\n",
    ),
    "draft_published": ("status: draft\npublish_draft: ▸có\n", "status: draft\n"),
    "footnote_without_text": (
        "provisions: [{id: a, text: A}]\nfootnotes: [▸{id: f, marker: '1', anchor: a}]\n",
        "provisions: [{id: a, text: A}]\nfootnotes: [{id: f, anchor: a, text: Lời}]\n",
    ),
    "footnote_without_place": (
        "footnotes: [▸{id: f, marker: '1', text: Lời}]\n",
        "tasks: [{id: a, text: A, footnotes: f}]\nfootnotes: [{id: f, marker: '1', text: Lời}]\n",
    ),
    "marker_without_footnote": (
        "provisions: [{id: a, text: ▸Theo kế hoạch⁶}]\n",
        "provisions: [{id: a, text: Từ 3 m² đến 4m² theo kế hoạch⁶}]\n"
        "footnotes: [{id: f, marker: ⁶, text: A, anchor: a}]\n",
    ),
    "character_lost": (
        "provisions: [{id: a, text: ▸Theo k\ufffd hoạch}]\n",
        "corrections: [{at: A, was: k\ufffd hoạch, now: kế hoạch, why: Lỗi quét}]\n",
    ),
    "sign_without_face": (
        "provisions: [{id: a, text: ▸Mời bà con 📣 góp ý}]\n",
        "provisions: [{id: a, text: 'Từ 3 m² đến 4 µm, 5 Ω, № 6 ≥ 7 € → “Ψ”, Я'}]\n",
    ),
    "letters_in_pieces": (
        unicodedata.normalize("NFD", "provisions: [{id: a, text: ▸Đề án}]\n"),
        "provisions: [{id: a, text: Đề án}]\n",
    ),
    "known_misspelling": (
        "provisions: [{id: a, text: ▸Xây dựng khói đoàn kết}]\n",
        "provisions: [{id: a, text: Việc thực thi xã hội hóa tràn đầy mạnh mẽ}]\n"
        "corrections: [{at: A, was: khói đoàn kết, now: khối đoàn kết, why: Lỗi quét}]\n",
    ),
    "name_cut_short": (
        "provisions: [{id: a, text: ▸Đường Nguyễn Thị Minh}, {id: b, text: Đường Nguyễn Thị Minh Khai}]\n",
        "provisions: [{id: a, text: Đường Lê Lợi và Lê Hồng Phong}, {id: b, text: Thành phố Hồ Chí Minh. Khai mạc}]\n"
        "notes: [{id: n, text: Đường Lê Hồng}]\n",
    ),
    "capitals_differ": (
        "provisions: [{id: a, text: Phó chủ tịch}, {id: b, text: ▸đồng chí Phó Chủ tịch}]\n",
        "provisions: [{id: a, text: phó chủ tịch}, {id: b, text: Phó chủ tịch}, {id: c, text: PHÓ CHỦ TỊCH}]\n",
    ),
    "symbol_spaced": ("legal_bases: [{ref: ▸cach}]\n", "legal_bases: [{ref: lien}]\n"),
    "symbol_two_ways": ("legal_bases: [{ref: lien}, {ref: ▸cham}]\n", "legal_bases: [{ref: cham}]\n"),
    "authority_spacing": (
        STATE + ", signature: {authority: ▸TM.ỦY BAN NHÂN DÂN}}\n",
        STATE + ", signature: {authority: TM. ỦY BAN NHÂN DÂN}}\n",
    ),
    "filing_without_colon": (
        STATE + "}\nrecipients: [{text: ▸Lưu VT, filing: true}]\n",
        STATE + '}\nrecipients: [{text: "Lưu: VT", filing: true}]\n',
    ),
    "role_labels_differ": (BLOCKS % "Cơ quan chỉ đạo", BLOCKS % "Tham mưu giúp Thành ủy"),
    "without_roles": (ALONE % (", roles: {lead: Thành ủy}", ""), ALONE % ("", "")),
    "without_time": (TIMED % (LABEL, LABEL), TIMED % (LABEL, "")),
    "times_contradict": (ONGOING % "đến năm 2026", ONGOING % "Hằng năm"),
    "award_times_differ": (AWARD % 15, AWARD % 10),
    "authority_contradicts": (COMMITTEE % "Ban Thường vụ Thành ủy", COMMITTEE % "Ban Tổ chức Cuộc vận động"),
    "deadline_at_issue": (
        "tasks: [{id: a, text: A, time: ▸trước ngày 30/1/2023}]\n",
        "tasks: [{id: a, text: A, time: trước ngày 01/2/2023}]\n"
        "milestones: [{id: m, name: M, time: ngày 15/01/2023}]\n",
    ),
    "channel_without_target": (
        "channels: [▸{id: c, purpose: feedback, kind: phone, label: Điện thoại}]\n",
        "channels: [{id: c, purpose: feedback, kind: meeting, label: Họp},"
        " {id: d, purpose: outreach, kind: web, label: Trang}]\n",
    ),
    "channel_without_https": (
        "channels: [{id: c, purpose: feedback, kind: web, label: Trang, target: ▸http://a.example}]\n",
        "channels: [{id: c, purpose: feedback, kind: web, label: Trang, target: https://http.example}]\n",
    ),
    "channel_of_merged_province": (
        "channels: [{id: c, purpose: feedback, kind: web, label: Trang, target: ▸tanan.longan.dcs.vn}]\n",
        "channels: [{id: c, purpose: feedback, kind: web, label: Trang, target: https://tanan.tayninh.example/longan}]\n",
    ),
    "citation_only_named": ("legal_bases: [{ref: ▸chi-ten}]\n", "legal_bases: [{ref: luat}]\n"),
    "citation_without_issuer": (
        "provisions: [{id: a, text: A, cites: ▸khong-co-quan}]\nlegal_bases: [{ref: khong-co-quan}]\n",
        "legal_bases: [{ref: nq-35}]\n",
    ),
    "citation_without_date": ("legal_bases: [{ref: ▸khong-ngay}]\n", "legal_bases: [{ref: luat}]\n"),
    "citation_two_dates": ("legal_bases: [{ref: ▸nq-25-moi}]\n", "legal_bases: [{ref: nq-25-khac}]\n"),
    "signed_without_collective": (
        STATE + ", signature: {authority: ▸KT. CHỦ TỊCH, title: PHÓ CHỦ TỊCH}}\n",
        STATE.replace("issuer: ubnd", "issuer: phong") + ", signature: {authority: KT. TRƯỞNG PHÒNG}}\n",
    ),
    "superseded": (
        "legal_bases: [{ref: ▸pl-34}]\n",
        "legal_bases: [{ref: pl-34}]\nvalidity: từ ngày 10/01/2023 đến ngày 30/6/2023\n",
    ),
    "superseded_document": ("legal_bases: [{ref: ▸cu}]\n", "legal_bases: [{ref: lien}]\n"),
    "heading_order": (
        'sections: [{id: a, title: ▸"ĐỊA ĐIỂM, THỜI GIAN"}, {id: b, title: Thời gian, parent: a},'
        " {id: c, title: Địa điểm, parent: a}]\n",
        'sections: [{id: a, title: "THỜI GIAN, ĐỊA ĐIỂM"}, {id: b, title: Thời gian, parent: a},'
        ' {id: c, title: Địa điểm, parent: a}, {id: d, title: "Mục đích, yêu cầu"}]\n',
    ),
    "dashes_differ": (
        "milestones: [{id: a, name: A, time: giai đoạn 2021-2025}, {id: b, name: B, time: ▸giai đoạn 2021 – 2025}]\n",
        "milestones: [{id: a, name: A, time: giai đoạn 2021-2025}, {id: b, name: B, time: ngày 10-01-2023}]\n",
    ),
    "attachment_missing": (
        "attachments: [▸{id: a, name: Quy chế, kind: rules}]\n",
        "attachments: [{id: a, name: Quy chế, kind: rules, file: quy-che.pdf}]\n",
    ),
    "work_after_body": (
        "validity: giai đoạn 2022 - 2026\ntasks: [▸{id: a, text: A, roles: {lead: ubnd}, time: Thường xuyên}]\n",
        "validity: giai đoạn 2022 - 2026\ntasks: [{id: a, text: A, roles: {lead: ubnd}, time: trước 30/6/2025},"
        " {id: b, text: B, roles: {lead: Thành ủy}, time: Thường xuyên}]\n",
    ),
    "body_ended_before_issue": (
        "document: {number: 1, branch: party, issued: 01/7/2025, dateline: Tân An, issuer: Thành ủy}\n"
        "tasks: [▸{id: a, text: A, roles: {lead: ubnd}}]\n",
        "document: {number: 1, branch: party, issued: 30/6/2025, dateline: Tân An, issuer: Thành ủy}\n"
        "tasks: [{id: a, text: A, roles: {lead: ubnd}}]\n",
    ),
    "target_without_metric": (
        "targets: [{id: a, text: ▸Trên 95% hộ dân dùng nước sạch}]\n",
        "targets: [{id: a, text: Thực hiện Đề án 13 từ 2021 đến 2025}]\n",
    ),
    "metric_without_value": (
        "targets: [{id: a, text: Tăng trưởng, metrics: [▸{op: gt}]}]\n",
        "targets: [{id: a, text: Tăng trưởng, metrics: [{op: named}]}]\n",
    ),
    "silence_of_no_rule": (
        "silence: [{rule: ▸W99, reason: A}]\n",
        "status: draft\npublish_draft: true\nsilence: [{rule: E04, reason: A}]\n",
    ),
    "silence_of_nothing": (
        "silence: [{rule: ▸E04, reason: A}]\n",
        "status: draft\npublish_draft: true\nsilence: [{rule: draft_published, reason: A}]\n",
    ),
}  # fmt: skip


def place_of_mark(text):
    before = text[: text.index("▸")]
    return before.count("\n") + 1, len(unicodedata.normalize("NFC", before.rpartition("\n")[2])) + 1


def test_the_plan_that_the_cases_start_from_has_no_warning():
    assert warnings_for(PLAN) == []


def test_every_warning_has_its_case():
    silences = {"silence_of_no_rule", "silence_of_nothing"}
    assert set(CASES) == {name for rule in RULES for name in rule.names} | silences


@pytest.mark.parametrize("code", CASES)
def test_a_warning_is_told_at_its_place(code):
    text = plan_with(CASES[code][0])
    told = warnings_for(text.replace("▸", ""))
    assert [(p.code, p.location.line, p.location.column) for p in told] == [(code, *place_of_mark(text))]
    assert told[0].severity is Severity.WARNING


@pytest.mark.parametrize("code", CASES)
def test_what_is_nearly_the_same_and_right_is_not_told(code):
    assert warnings_for(plan_with(CASES[code][1].replace("▸", ""))) == []


@pytest.mark.parametrize("language", known_languages())
@pytest.mark.parametrize("code", CASES)
def test_a_warning_says_what_to_do_in_every_language(code, language):
    strings = load_strings(language)
    told = warnings_for(plan_with(CASES[code][0]).replace("▸", ""))
    words = sentence(told[0], strings)
    assert code.startswith("silence_") or "reason: …}." in words
    for render in (render_text, render_json, render_github):
        assert render(told, strings)


@pytest.mark.parametrize("sign", "📣😀🎉中あア한ខกꪀꨀবதየ²µΩ№≥€→ΨЯ✓★ễມمԱა")
def test_a_sign_is_told_exactly_where_the_faces_at_hand_lack_it(sign):
    told = "sign_without_face" in {
        one.code for one in warnings_for(plan_with(f"provisions: [{{id: a, text: Theo {sign} này}}]\n"))
    }
    assert told != _is_set(sign)


def _is_set(sign):
    source = f'#set document(title: "A")\n{sign}'.encode()
    try:
        typst.Compiler(ignore_system_fonts=True).compile(source, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return "could not be displayed" not in str(error)
    return True
