"""Texts as they are read aloud."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.speaker import roman
from generator.views.speech import spoken, syllables

SPOKEN = {
    "năm 2024": "năm hai nghìn không trăm hai mươi tư",
    "ngày 05/8/2024": "ngày mùng năm tháng tám năm hai nghìn không trăm hai mươi tư",
    "05/8/2024": "ngày mùng năm tháng tám năm hai nghìn không trăm hai mươi tư",
    "05-8-2024": "ngày mùng năm tháng tám năm hai nghìn không trăm hai mươi tư",
    "ngày 05 tháng 8 năm 2024": "ngày mùng năm tháng tám năm hai nghìn không trăm hai mươi tư",
    "ngày 10 tháng 01": "ngày mùng mười tháng một",
    "trước 30/7/2024": "trước ngày ba mươi tháng bảy năm hai nghìn không trăm hai mươi tư",
    "trước ngày 31/3": "trước ngày ba mươi mốt tháng ba",
    "ngày 15": "ngày mười lăm",
    "từ ngày 31/5-30/8/2024":
        "từ ngày ba mươi mốt tháng năm đến ngày ba mươi tháng tám năm hai nghìn không trăm hai mươi tư",
    "09/9/2009-09/9/2024":
        "ngày mùng chín tháng chín năm hai nghìn không trăm linh chín đến "
        "ngày mùng chín tháng chín năm hai nghìn không trăm hai mươi tư",
    "tháng 4/2023": "tháng tư năm hai nghìn không trăm hai mươi ba",
    "trước 4/2025": "trước tháng tư năm hai nghìn không trăm hai mươi lăm",
    "trong tháng 8": "trong tháng tám",
    "quý I/2023": "quý một năm hai nghìn không trăm hai mươi ba",
    "quý IV": "quý bốn",
    "lần thứ XXV": "lần thứ hai mươi lăm",
    "lần thứ I": "lần thứ nhất",
    "lần thứ IV": "lần thứ tư",
    "khóa X": "khóa mười",
    "17h00": "mười bảy giờ",
    "7h30": "bảy giờ ba mươi phút",
    "08h05 ngày 09/8/2024": "tám giờ năm phút ngày mùng chín tháng tám năm hai nghìn không trăm hai mươi tư",
    "75%": "bảy mươi lăm phần trăm",
    "từ 70% đến 75%": "từ bảy mươi phần trăm đến bảy mươi lăm phần trăm",
    "0,4 – 0,6%": "không phẩy bốn đến không phẩy sáu phần trăm",
    "3-4m2": "ba đến bốn mét vuông",
    "10.000 ngày công": "mười nghìn ngày công",
    "1.250.000 đồng": "một triệu hai trăm năm mươi nghìn đồng",
    "12/19 chỉ tiêu": "mười hai trên mười chín chỉ tiêu",
    "01 buổi": "một buổi",
    "nhiệm kỳ 2025 - 2030":
        "nhiệm kỳ hai nghìn không trăm hai mươi lăm đến hai nghìn không trăm ba mươi",
    "số 109-KH/TU": "số một trăm linh chín gạch ngang ca hát trên tê u",
    "số 1416/KH-UBND": "số một nghìn bốn trăm mười sáu trên ca hát gạch ngang u bê en-nờ dê".replace("en-nờ", "en nờ"),
    "25-NQ/TW": "hai mươi lăm gạch ngang en nờ quy trên tê vê kép",
    "30/2020/NĐ-CP": "ba mươi, năm hai nghìn không trăm hai mươi trên en nờ đê gạch ngang xê pê",
    "số 13-ĐA/TU ngày 10/10/2022":
        "số mười ba gạch ngang đê a trên tê u ngày mùng mười tháng mười năm hai nghìn không trăm hai mươi hai",
    "gọi 0272 3826 259": "gọi không hai bảy hai, ba tám hai sáu, hai năm chín",
    "gọi 0912345678": "gọi không chín một hai ba bốn năm sáu bảy tám",
    "tại HTTPS://KE-HOACH.EXAMPLE/Q/CQZN80/.":
        "tại ke gạch ngang hoach chấm example gạch chéo quy gạch chéo xê quy dét en nờ tám không.",
    "UBND phường Xuân An": "Ủy ban nhân dân phường Xuân An",
    "Thường trực HĐND, UBND thành phố": "Thường trực Hội đồng nhân dân, Ủy ban nhân dân thành phố",
    "UBMTTQVN các xã": "Ủy ban Mặt trận Tổ quốc Việt Nam các xã",
    "TP. Lai Châu": "thành phố Lai Châu",
    "các đ/c Thành ủy viên": "các đồng chí Thành ủy viên",
    "Quét mã QR": "Quét mã kiu a",
    "NCVP Thành ủy": "en nờ xê vê pê Thành ủy",
    "chính trị - xã hội": "chính trị xã hội",
    "Phòng Tài chính-Kế hoạch": "Phòng Tài chính Kế hoạch",
    "“Góp ý và Hiến kế”": "Góp ý và Hiến kế",
    "trang web (mục góp ý) của Thành phố": "trang web, mục góp ý, của Thành phố",
    "Mục A (xem B).": "Mục A, xem B.",
    "ba mươi": "ba mươi",
}  # fmt: skip


@pytest.mark.parametrize(("written", "said"), SPOKEN.items())
def test_a_text_is_said_as_announcers_say_it(written, said):
    assert spoken(written) == said


def test_the_document_s_own_short_forms_are_spelt_out():
    assert spoken("thực hiện Đề án 13", {"Đề án 13": "Đề án về dân vận"}) == "thực hiện Đề án về dân vận"


@given(st.text("0123456789/.-,% ngàythánămquýIVX()“”[]hKHTUĐ", max_size=40))
def test_nothing_is_left_that_only_eyes_understand(text):
    said = spoken(text)
    assert not re.search(r"[0-9%()\[\]{}“”\"]", said)


@given(st.dates())
def test_every_date_is_said_with_its_day_month_and_year(day):
    said = spoken(f"ngày {day.day:02}/{day.month}/{day.year:04}")
    assert re.fullmatch(r"ngày .+ tháng .+ năm .+", said)
    assert ("mùng" in said) == (day.day <= 10)


@pytest.mark.parametrize(("numeral", "number"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXV", 25), ("XL", 40)])
def test_roman_numerals_have_their_value(numeral, number):
    assert roman(numeral) == number


def test_syllables_are_counted_without_marks():
    assert syllables("Xin nhắc lại: một, hai.") == 5
