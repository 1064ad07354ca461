# ruff: noqa: E501 - tables: a row is a line
"""The seventy-six times of the five real plans: meaning, place in order, past-from, English by rule.

A list of examples handed on with the plans differs from the specification (section 6 of the model) in these places;
the specification is followed, for the reason given:

* DL-007, 008, 012-014, 020, 022, 024, 031, 039, 040, 043, 045, 046, 048, 049, 060, 066, 067, 070, 076: their
  English translates words around the time (launch, register, monitor); by rule the time alone is said.
* DL-010: English of an anniversary leads with "15th anniversary", the two days follow.
* DL-011, 050: sort on 31/8/2024 and 31/12/2026, which their words do not say; undated, so in the event lane.
* DL-015 and other periods: a band, no point, so DL-035 has no sort day and its end is no deadline.
* DL-019, 016: "năm 2023" said of the plan's validity and "vào năm 2024" of a cited document are never past;
  said of a deadline the year is past from 1 January of the next.
* DL-017: the end of the band is known (2030), "and subsequent years" is kept beside it.
* DL-029, 056: "to 2025"; the specification says "by 2026" for the same form.
* DL-034: sorts at the end of the year, not nowhere; DL-034, 051: English without a remark on the blanks.
* DL-063, 066: English adds the last safe day, "before April 2025 (by 31 March 2025)".
* DL-065: the anchor is dated by its own words ("giữa năm 2024": June and July, as the example's note has it);
  English does not say whose session, for the words do not.
* DL-071: English "on time, as planned" keeps the "on time" that the table's "as planned" leaves out.
* DL-074: an event's day is past (it took place) from the day after; the example has none.
"""

from datetime import date

import pytest

from generator.domain.times import (
    Lane,
    Period,
    SaidOf,
    TimeContext,
    lane_of,
    parse_time,
    print_time,
    sort_key,
)

ISSUE, CITED, VALID, EVENT = SaidOf.ISSUE_DATE, SaidOf.CITATION, SaidOf.PERIOD, SaidOf.EVENT

# id | words | kind | sort day or lane | past from | English
TIMES = """
1 | hoàn thành trước ngày 31/3/2023 | before | 2023-03-31 | 2023-03-31 | before 31 March 2023
2 | hoàn thành trước ngày 10/4/2023 | before | 2023-04-10 | 2023-04-10 | before 10 April 2023
3 | hoàn thành trước 30/7/2024 | before | 2024-07-30 | 2024-07-30 | before 30 July 2024
4 | hoàn thành trước 30/8/2024 | before | 2024-08-30 | 2024-08-30 | before 30 August 2024
5 | hoàn thành trước ngày 31/3/2023 | before | 2023-03-31 | 2023-03-31 | before 31 March 2023
6 | hoàn thành trước ngày 31/3/2023 | before | 2023-03-31 | 2023-03-31 | before 31 March 2023
7 | Dự kiến thời gian phát động trong tháng 4/2023 | expected | 2023-04-30 | - | expected in April 2023
8 | dự kiến tháng 8/2024 | expected | 2024-08-31 | - | expected in August 2024
9 | từ ngày phát động đến ngày 31/5/2024 | window | 2024-05-31 | 2024-06-01 | from the launch date to 31 May 2024
10 | 09/9/2009-09/9/2024 | anniversary | 2024-09-09 | - | 15th anniversary (9 September 2009 – 9 September 2024)
11 | vào dịp kỷ niệm 15 năm thành lập thành phố Tân An | event_relative | event | - | *
12 | nhiệm vụ thường xuyên | ongoing | ongoing | - | ongoing
13 | Thường xuyên theo dõi đôn đốc | ongoing | ongoing | - | ongoing
14 | kịp thời báo cáo Thường trực Thành ủy khi có vấn đề phát sinh, vướng mắc | as_needed | ongoing | - | promptly, when issues or obstacles arise
15 | giai đoạn 2021-2030 | period | period | - | 2021-2030 period
16 | vào năm 2024 | target_year | 2024-12-31 | - | in 2024
17 | đến năm 2030 và những năm tiếp theo | period | period | - | to 2030 and subsequent years
18 | ngày 10 tháng 01 năm 2023 | issue_date | 2023-01-10 | - | 10 January 2023
19 | năm 2023 | target_year | 2023-12-31 | 2024-01-01 | in 2023
20 | giao ban thường xuyên, đột xuất | as_needed | ongoing | - | continuously and ad hoc
21 | sơ kết giữa nhiệm kỳ | event_relative | event | - | mid-term review
22 | định kỳ đối thoại | recurring | recurring | - | periodically
23 | hằng tháng, quý, 6 tháng, năm | recurring | recurring | - | monthly, quarterly, half-yearly and yearly
24 | đánh giá, xếp loại chất lượng hàng năm | recurring | recurring | - | every year
25 | 03 Chương trình mục tiêu quốc gia giai đoạn 2021-2025 | period | period | - | 2021-2025 period
26 | giai đoạn 2021-2030 | period | period | - | 2021-2030 period
27 | nhiệm kỳ 2023-2028 | period | period | - | 2023-2028 term
28 | nhiệm kỳ 2020-2025 | period | period | - | 2020-2025 term
29 | đến năm 2025 | target_year | 2025-12-31 | - | by 2025
30 | giai đoạn 2021-2025, định hướng đến năm 2030 | period | period | - | 2021-2025 period, with a view to 2030
31 | định kỳ hàng quý, 6 tháng, năm báo cáo | recurring | recurring | - | quarterly, half-yearly and yearly
32 | đảm bảo kịp thời | as_needed | ongoing | - | promptly
33 | Tổng kết 20 năm thực hiện | event_relative | event | - | 20-year review
34 | Đức Phổ, ngày       tháng      năm 2022 | issue_date | 2022-12-31 | - | 2022
35 | giai đoạn 2022 - 2026 | period | period | - | 2022-2026 period
36 | Trong tháng 01 năm 2023 | in_month | 2023-01-31 | 2023-02-01 | in January 2023
37 | Trong quý I/2023 | in_quarter | 2023-03-31 | 2023-04-01 | in Q1 2023
38 | Thời gian thực hiện: Thường xuyên | ongoing | ongoing | - | ongoing
39 | Hằng năm, 100% cơ quan | recurring | recurring | - | every year
40 | giảm bình quân hằng năm | recurring | recurring | - | every year
41 | Trong nhiệm kỳ | period | period | - | within the term
42 | Phấn đấu đến năm 2026 | target_year | 2026-12-31 | 2027-01-01 | by 2026
43 | 10.000 ngày công để xây dựng nông thôn mới nâng cao hằng năm | recurring | recurring | - | every year
44 | Trước 31/3 hàng năm | recurring_before | recurring | - | before 31 March every year
45 | tổng kết, đánh giá hàng năm | recurring | recurring | - | every year
46 | ít nhất 01 mô hình “Dân vận khéo”/năm | recurring | recurring | - | every year
47 | Phối hợp theo giai đoạn hoặc thường xuyên hàng năm | staged | ongoing | - | in stages or continuously every year
48 | Hằng năm tổng hợp, báo cáo | recurring | recurring | - | every year
49 | kết quả tổ chức thực hiện Đề án hằng năm | recurring | recurring | - | every year
50 | tổng kết 05 năm thực hiện Đề án | event_relative | event | - | 5-year review of the Scheme
51 | ngày tháng 6 năm 2024 | issue_date | 2024-06-30 | - | June 2024
52 | nhiệm kỳ 2025 - 2030 | period | period | - | 2025-2030 term
53 | nhiệm kỳ 2020 – 2025 | period | period | - | 2020-2025 term
54 | vào dịp Đại hội đại biểu Đảng bộ Thành phố lần thứ XXV | event_relative | event | - | *
55 | trước, trong và sau Đại hội Đảng | event_relative | event | - | before, during and after the Party congresses
56 | kế hoạch chuyển đổi số đến năm 2025 | target_year | 2025-12-31 | - | by 2025
57 | đô thị thông minh giai đoạn 2021-2025 | period | period | - | 2021-2025 period
58 | đến năm 2030, tầm nhìn đến năm 2045 | period | period | - | to 2030, with a vision to 2045
59 | giai đoạn 2024-2025, có tính đến năm 2030 | period | period | - | 2024-2025 period, looking to 2030
60 | sau khi được Ban Thường vụ Tỉnh ủy, UBND Tỉnh, Thành ủy thông qua, ban hành | event_relative | event | - | *
61 | giai đoạn 2023 – 2025 | period | period | - | 2023-2025 period
62 | trước 28/2/2025 | before | 2025-02-28 | 2025-02-28 | before 28 February 2025
63 | trước tháng 4/2025 | before_period | 2025-04-01 | 2025-04-01 | before April 2025 (by 31 March 2025)
64 | hoàn thành các công trình trước 30/6/2025 | before | 2025-06-30 | 2025-06-30 | before 30 June 2025
65 | vào kỳ họp giữa năm 2024 | event_relative | 2024-07-31 | - | at the mid-2024 session
66 | xong trước tháng 8/2024 | before_period | 2024-08-01 | 2024-08-01 | before August 2024 (by 31 July 2024)
67 | đăng ký trước ngày 30/6/2024 | before | 2024-06-30 | 2024-06-30 | before 30 June 2024
68 | đầu tư công giai đoạn 2021 - 2025 | period | period | - | 2021-2025 period
69 | định kỳ hàng tháng | recurring | recurring | - | monthly
70 | thường xuyên theo dõi, kiểm tra, đôn đốc | ongoing | ongoing | - | ongoing
71 | đúng thời gian, tiến độ theo kế hoạch đề ra | deferred | none | - | on time, as planned
72 | đợt thi đua cao điểm | period | period | - | peak emulation drive
73 | ngày 05 tháng 8 năm 2024 | issue_date | 2024-08-05 | - | 5 August 2024
74 | 01 buổi, ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-10 | on 9 August 2024 (half-day session)
75 | có thư mời sau | deferred | none | - | invitation to follow
76 | sau đó triển khai rộng rãi | event_relative | event | - | then
"""
SAID_OF = {18: ISSUE, 34: ISSUE, 51: ISSUE, 73: ISSUE, 74: EVENT, 16: CITED, 29: CITED, 56: CITED}
ENGLISH_OF_EVENTS = {
    11: (
        "the founding of Tân An City",
        "on the occasion of the 15th anniversary of the founding of Tân An City",
    ),
    54: ("the 25th City Party Congress", "on the occasion of the 25th City Party Congress"),
    60: ("adoption by the committees", "after: adoption by the committees"),
}
ROWS = [line.split(" | ") for line in TIMES.strip().splitlines()]


def _read(number, words):
    return parse_time(words, TimeContext(said_of=SAID_OF.get(int(number), SaidOf.DEADLINE)))


@pytest.mark.parametrize(("number", "words", "kind", "place", "past_from", "english"), ROWS)
def test_a_stated_time_has_its_meaning_place_and_english(number, words, kind, place, past_from, english, phrases_en):
    time = _read(number, words)
    assert time.text == words
    assert time.kind == kind
    lane = lane_of(time)
    day = sort_key(time, 0)[1]
    assert (day.isoformat() if lane is Lane.DATED else str(lane)) == place
    assert str(time.past_from or "-") == past_from
    anchor, expected = ENGLISH_OF_EVENTS.get(int(number), (None, english))
    assert print_time(time, phrases_en, anchor_translation=anchor) == expected


def test_all_seventy_six_are_here():
    assert [int(row[0]) for row in ROWS] == list(range(1, 77))


def test_dated_times_sort_by_boundary_then_precision_then_document_order():
    words = [
        "trong quý I/2023",
        "trong tháng 3/2023",
        "chậm nhất ngày 31/3/2023",
        "trước 31/3/2023",
        "thường xuyên",
    ]
    times = [parse_time(text) for text in words]
    order = sorted(range(5), key=lambda at: sort_key(times[at], at))
    assert [words[at] for at in order] == [words[at] for at in (2, 3, 1, 0, 4)]


def test_the_validity_of_a_plan_is_never_past():
    time = parse_time("năm 2023", TimeContext(said_of=VALID))
    assert (time.start, time.end, time.past_from) == (date(2023, 1, 1), date(2023, 12, 31), None)


def test_an_unnamed_term_ends_with_the_plan():
    validity = Period(date(2022, 1, 1), date(2026, 12, 31))
    assert parse_time("Trong nhiệm kỳ", TimeContext(validity)).end == date(2026, 12, 31)
