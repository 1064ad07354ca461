"""Notices of the real plans as papers: branch and day decide the layout, blanks stay blank, nothing is invented."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.domain.document import Signature
from generator.domain.notice import Notice, NoticeWanted
from generator.domain.notice_facts import LISTS, TEXTS, facts_of, notices_of
from generator.domain.organisation import Recipient
from generator.domain.plan import Plan
from generator.domain.project import Project
from generator.domain.text import Words
from generator.domain.times import SaidOf, TimeContext, parse_time
from generator.layout import layout_for
from generator.official_paper import plain
from generator.reading.project import read_project
from generator.views.notice_facts import NoticeContext, notice_facts
from generator.views.notice_paper import notice_paper
from generator.views.script import notice_readings
from generator.views.site import site_view
from generator.views.speech import syllables

ROOT = Path(__file__).resolve().parents[2]
TAN_AN, LONG_KHANH = "tan-an-gop-y-hien-ke", "long-khanh-chinh-quyen-than-thien"
NOW = date(2026, 11, 20)


@cache
def project() -> Project:
    found = read_project(ROOT).project
    assert found is not None
    return found


@cache
def contexts(day: date):
    return {context.language: context for context in site_view(project(), day).contexts}


def plan_of(plan_id: str) -> Plan:
    return next(plan for plan in project().plans if plan.id == plan_id)


def notices(plan_id: str, day: date = NOW) -> dict[str, Notice]:
    kinds = {kind.id: kind for kind in project().notice_kinds}
    return {notice.id: notice for notice in notices_of(plan_of(plan_id), kinds, day)}


def made(plan_id: str, notice_id: str, *, language: str = "vi", day: date = NOW, **wanted: object):
    notice = notices(plan_id, day)[notice_id]
    if wanted:
        given = NoticeWanted(id=notice_id, kind=notice.kind.id, **wanted)
        notice = replace(notice, wanted=given)
    return notice_paper(contexts(day)[language], plan_of(plan_id), notice)


def issued(words: str):
    return parse_time(words, TimeContext(said_of=SaidOf.ISSUE_DATE))


def test_a_plan_with_feedback_calls_for_it_and_says_so_once_it_has_closed():
    assert list(notices(TAN_AN, date(2024, 3, 1))) == ["moi-gop-y"]
    assert sorted(notices(TAN_AN, date(2024, 6, 1))) == ["ket-thuc-gop-y", "moi-gop-y"]


def test_an_event_with_a_day_has_an_invitation_and_a_programme():
    assert sorted(notices(LONG_KHANH)) == ["chuong-trinh-le-ra-mat", "moi-du-le-ra-mat"]


def test_a_draft_and_a_plan_without_dated_event_or_feedback_have_none():
    for plan_id in ("duc-pho-dan-van-de-an-13", "lai-chau-dan-van-2023", "vinh-chao-mung-dai-hoi"):
        assert notices(plan_id) == {}


@pytest.mark.parametrize(
    ("branch", "day", "layout"),
    [
        ("state", date(2024, 8, 5), "state-nd-30-2020"),
        ("state", NOW, "state-nd-30-2020"),
        ("party", date(2023, 4, 1), "party-36-hd-vptw"),
        ("party", date(2026, 5, 26), "party-36-hd-vptw"),
        ("party", date(2026, 5, 27), "party-05-hd-vptw"),
    ],
)
def test_branch_and_day_choose_the_layout(branch, day, layout):
    assert layout_for(branch, day).id == layout


def test_an_explicit_date_outweighs_the_day_of_reference():
    assert made(TAN_AN, "moi-gop-y").layout.id == "party-05-hd-vptw"
    assert made(TAN_AN, "moi-gop-y", date=issued("ngày 10 tháng 4 năm 2023")).layout.id == "party-36-hd-vptw"


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_what_is_not_known_stays_blank():
    party, state = made(TAN_AN, "moi-gop-y"), made(LONG_KHANH, "moi-du-le-ra-mat")
    assert squeezed(party.number) == "Số -TB/TU"
    assert squeezed(state.number) == "Số: /TB-UBND"
    assert squeezed(party.place_date) == "Tân An, ngày tháng năm"
    assert re.search(r"Số:\s{5,}/TB-UBND", state.number)
    for paper in (party, state):
        assert not re.search(r"None|2026", " ".join(paper.texts))
        assert paper.signer_name is None


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("ngày 05 tháng 8 năm 2024", "Long Khánh, ngày 05 tháng 8 năm 2024"),
        ("ngày 10 tháng 01 năm 2023", "Long Khánh, ngày 10 tháng 01 năm 2023"),
        ("ngày 09 tháng 02 năm 2023", "Long Khánh, ngày 09 tháng 02 năm 2023"),
        ("ngày 31 tháng 3 năm 2023", "Long Khánh, ngày 31 tháng 3 năm 2023"),
        ("ngày tháng 6 năm 2024", "Long Khánh, ngày tháng 6 năm 2024"),
    ],
)
def test_days_to_nine_and_months_one_and_two_have_a_leading_zero(words, line):
    paper = made(LONG_KHANH, "moi-du-le-ra-mat", date=issued(words))
    assert squeezed(paper.place_date) == line


def test_a_number_that_the_clerk_gave_is_written_as_each_branch_does():
    assert made(LONG_KHANH, "moi-du-le-ra-mat", number="7").number == "Số: 07/TB-UBND"
    assert made(TAN_AN, "moi-gop-y", number="115").number == "Số 115-TB/TU"


def test_each_branch_has_its_own_heading_and_never_the_other_s():
    party, state = made(TAN_AN, "moi-gop-y"), made(LONG_KHANH, "moi-du-le-ra-mat")
    assert party.heading == ("ĐẢNG CỘNG SẢN VIỆT NAM",)
    assert state.heading == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    assert dict(party.layout.marks)["issuer"].sign == "*"
    assert dict(party.layout.marks)["subject"].sign == "-----"
    assert dict(state.layout.marks)["issuer"].share is not None


def test_each_branch_punctuates_its_recipients():
    party, state = made(TAN_AN, "moi-gop-y").recipients, made(LONG_KHANH, "moi-du-le-ra-mat").recipients
    assert all(line.endswith(",") for line in party[:-1])
    assert all(line.endswith(";") for line in state[:-1])
    assert (party[-1], state[-1]) == ("- Lưu VP Thành ủy.", "- Lưu: VT, TH (NC).")


def test_a_notice_s_own_recipients_end_with_the_archive_copy():
    lines = made(LONG_KHANH, "moi-du-le-ra-mat", recipients=(Recipient(text="Như trên", note="b/c"),)).recipients
    assert lines == ("- Như trên (b/c);", "- Lưu: VT.")


@pytest.mark.parametrize(
    ("plan", "notice", "written", "line"),
    [
        (TAN_AN, "moi-gop-y", "TM. BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"),
        (TAN_AN, "moi-gop-y", "K/T TRƯỞNG BAN", "K/T TRƯỞNG BAN"),
        (LONG_KHANH, "moi-du-le-ra-mat", "T/M ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        (LONG_KHANH, "moi-du-le-ra-mat", "KT.CHỦ TỊCH", "KT. CHỦ TỊCH"),
        (LONG_KHANH, "moi-du-le-ra-mat", "CHỦ TỊCH", "CHỦ TỊCH"),
    ],
)
def test_the_authority_line_has_the_prefix_of_the_branch(plan, notice, written, line):
    assert made(plan, notice, signature=Signature(authority=written)).authority == line


def test_the_end_has_the_mark_of_the_branch():
    assert plain(made(TAN_AN, "moi-gop-y").body[-1].runs).endswith("cá nhân.")
    assert plain(made(LONG_KHANH, "moi-du-le-ra-mat").body[-1].runs).endswith("thông báo./.")


def test_a_translation_ends_with_a_full_stop_and_no_office_s_mark():
    assert plain(made(LONG_KHANH, "moi-du-le-ra-mat", language="en").body[-1].runs).endswith(".")
    assert "./." not in plain(made(LONG_KHANH, "moi-du-le-ra-mat", language="en").body[-1].runs)


def test_english_notices_are_marked_as_unofficial_translations():
    paper = made(LONG_KHANH, "moi-du-le-ra-mat", language="en")
    assert (paper.language, paper.banner) == ("en", "Unofficial translation")
    assert paper.heading[0] == "SOCIALIST REPUBLIC OF VIET NAM"
    assert made(LONG_KHANH, "moi-du-le-ra-mat").banner is None


def test_a_wording_that_nobody_translated_stands_in_vietnamese():
    paper = made(LONG_KHANH, "moi-du-le-ra-mat", language="en", subject=plan_of(LONG_KHANH).events[0].invitation)
    assert paper.language == "en"
    assert made(LONG_KHANH, "moi-du-le-ra-mat", language="en", subject=Words(vi="Về việc mời")).language == "vi"


def test_what_nobody_translated_is_marked_in_an_english_notice_and_only_there():
    titled = {"title": Words(vi="Xin ý kiến về vỉa hè"), "short_title": Words(vi="Ý kiến về vỉa hè.")}
    plan, notice = replace(plan_of(TAN_AN), **titled), notices(TAN_AN)["moi-gop-y"]
    marked = {}
    for language, context in contexts(NOW).items():
        paper = notice_paper(context, plan, notice)
        runs = [*paper.subject, *(run for block in paper.body for run in block.runs)]
        marked[language] = {run.text for run in runs if run.language == "vi"}
        assert "“Xin ý kiến về vỉa hè”" in "".join(paper.texts) or language == "vi"
    assert marked == {"vi": set(), "en": {"Xin ý kiến về vỉa hè", "Ý kiến về vỉa hè"}}


def test_the_foot_says_that_the_original_prevails_and_where_the_data_are():
    foot = made(TAN_AN, "moi-gop-y").foot
    assert "không thay thế văn bản gốc có chữ ký và dấu" in foot.note
    assert re.search(r"https://ke-hoach\.example/ke-hoach/tan-an-gop-y-hien-ke/moi-gop-y/ \(dữ liệu [0-9a-f]{8}\)",
                     plain(foot.address))  # fmt: skip
    assert foot.code_address is not None
    assert made(LONG_KHANH, "moi-du-le-ra-mat").foot.code_address is None


def test_the_fingerprint_changes_with_the_words_only():
    one, other = made(TAN_AN, "moi-gop-y"), made(TAN_AN, "moi-gop-y", number="5")
    assert plain(one.foot.address) == plain(made(TAN_AN, "moi-gop-y", day=date(2026, 6, 1)).foot.address)
    assert plain(one.foot.address) != plain(other.foot.address)


def test_no_paper_claims_to_follow_a_rule_and_none_shows_a_signature_or_seal():
    for plan_id, notice_id in ((TAN_AN, "moi-gop-y"), (LONG_KHANH, "chuong-trinh-le-ra-mat")):
        text = " ".join(made(plan_id, notice_id).texts)
        assert not re.search(r"36-HD|05-HD|NĐ-CP|Đã ký|con dấu", text)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_facts_that_are_said_to_be_there_have_words_and_no_others(language):
    for plan in project().plans:
        for notice in notices(plan.id).values():
            context = contexts(NOW)[language]
            assert notice_facts(NoticeContext(context, plan, notice)).keys() == facts_of(plan, notice)
            assert facts_of(plan, notice) <= TEXTS | LISTS


def test_events_without_a_day_have_their_facts_too():
    for plan in project().plans:
        kinds = {kind.id: kind for kind in project().notice_kinds}
        for event in plan.events:
            notice = Notice(id="x", kind=kinds["moi-du"], event=event.id)
            context = contexts(NOW)["vi"]
            if plan.id in context.index.plans:
                assert notice_facts(NoticeContext(context, plan, notice)).keys() == facts_of(plan, notice)


def readings(plan_id: str):
    found = notice_readings(contexts(NOW)["vi"], plan_of(plan_id))
    return [(notice, reading) for notice, both in found.items() for reading in both]


@pytest.mark.parametrize("plan_id", [TAN_AN, LONG_KHANH])
def test_scripts_take_about_a_minute_and_about_two(plan_id):
    for _, reading in readings(plan_id):
        least, most = (40, 75) if reading.version == "short" else (90, 140)
        assert least <= reading.seconds <= most
        spoken = reading.text.split("\r\n\r\n", 1)[1]
        assert abs(syllables(spoken) / 170 * 60 - reading.seconds) <= 2.5


@pytest.mark.parametrize("plan_id", [TAN_AN, LONG_KHANH])
def test_a_script_has_nothing_that_only_eyes_understand(plan_id):
    for _, reading in readings(plan_id):
        head, spoken = reading.text.split("\r\n\r\n", 1)
        assert f"khoảng {reading.seconds} giây" in head
        assert not re.search(r"[0-9()\[\]{}“”/%]|https?|www|\.vn|[A-ZĐ]{2}", spoken)


@pytest.mark.parametrize("plan_id", [TAN_AN, LONG_KHANH])
def test_the_key_line_is_read_twice(plan_id):
    for _, reading in readings(plan_id):
        lines = [line for line in reading.text.split("\r\n") if line]
        repeated = next(line for line in lines if line.startswith("Xin nhắc lại. ")).removeprefix("Xin nhắc lại. ")
        assert repeated in lines


def test_the_short_address_is_read_out_sign_by_sign():
    texts = [reading.text for notice, reading in readings(TAN_AN) if notice == "moi-gop-y"]
    assert all("gạch chéo quy gạch chéo xê quy dét en nờ tám không" in text for text in texts)
