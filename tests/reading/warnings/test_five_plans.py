"""The project's own plans: exactly the warnings that an editor finds by reading them, silenced or told."""

import time
from pathlib import Path

import pytest

from generator.reading.files import AGENCIES, DOCUMENTS, plan_files, read_text
from generator.reading.plans import read_plan
from generator.reading.registries import read_registry
from generator.reading.warnings import plan_warnings
from generator.reading.warnings.evidence import Evidence
from generator.reading.warnings.telling import noticed

ROOT = Path(__file__).parent.parent.parent.parent
TAN_AN = "tan-an-gop-y-hien-ke"
LAI_CHAU = "lai-chau-dan-van-2023"
DUC_PHO = "duc-pho-dan-van-de-an-13"
VINH = "vinh-chao-mung-dai-hoi"
LONG_KHANH = "long-khanh-chinh-quyen-than-thien"

# (plan, rule, item): what is told. An empty item is the document as a whole.
TOLD = {
    (TAN_AN, "E03", ""),  # no date, no place
    (TAN_AN, "W09", "kenh-dien-thoai"),
    (TAN_AN, "W09", "kenh-ma-qr"),
    (TAN_AN, "W09", "kenh-zalo"),
    (TAN_AN, "W09", "kenh-ung-dung"),
    (TAN_AN, "W09", "kenh-website-pakn"),  # http
    (TAN_AN, "W09", "kenh-trang-thong-tin"),  # Long An was merged; the first of three
    (TAN_AN, "W15", "dk-quy-che"),
    (TAN_AN, "W15", "dk-mau-bo-cuc"),
    (LAI_CHAU, "W12", "dan-chu-co-so-bo-may"),  # Ordinance 34/2007, superseded on 1 July 2023
    (DUC_PHO, "E03", ""),  # no number, no day and month
    (DUC_PHO, "E04", ""),
    (DUC_PHO, "W16", "chi-tieu-2-1-1"),  # runs to 2026; the first item
    (VINH, "E03", ""),  # no number, no day
    (VINH, "E05", "chu-thich-6"),
    (VINH, "W08", "dang-ky-chuoi-hoat-dong"),  # before 30 June 2024, issued in June 2024
    (LONG_KHANH, "W10", ""),  # 163/KH-UBND has no issuer
}
SILENT = {
    (TAN_AN, "W02", "ii-5-3-thanh-lap"),  # Tổ thư ký, Tổ Thư ký
    (TAN_AN, "W06", "giai-thuong"),
    (TAN_AN, "W07", "ban-to-chuc"),  # who issues the rules
    (TAN_AN, "W07", "hoi-dong-xet-chon"),
    (TAN_AN, "W07", "to-thu-ky"),
    (LAI_CHAU, "W10", "phat-huy-dan-chu"),  # the law is only named
    (LAI_CHAU, "W10", "mat-tran-doan-the-doi-moi"),  # 05-CT/TW
    (LAI_CHAU, "W10", "chu-thich-1"),  # 25-NQ/TW of 2008
    (DUC_PHO, "E01", "iii-to-chuc"),
    (DUC_PHO, "W04", "phan-cong-iii-2-1-1"),  # Cơ quan, thực hiện
    *((DUC_PHO, "W04", f"phan-cong-iii-{item}") for item in (
        "1-1-3", "1-4", "1-5", "1-6", "2-1-2-3", "2-2-1", "2-2-2", "2-2-3", "2-2-4", "2-3-1-2", "2-3-3", "2-3-4",
    )),  # lãnh đạo, chỉ đạo
    (DUC_PHO, "W06", "chi-tieu-2-1-8"),
    (DUC_PHO, "W10", "nhiem-vu-iii-1-1"),  # 25-NQ/TW of 2013
    (DUC_PHO, "W12", "chi-tieu-2-2-1-3"),  # levels 3 and 4
    (VINH, "W02", "ke-hoach-tuyen-pho-van-minh"),  # Nguyễn Thị Minh (Khai)
    (VINH, "W02", "to-chuc-le-hoi-am-thuc"),  # Phó chủ tịch, Phó Chủ tịch
    (VINH, "W03", ""),  # KH - UBND, 2033 - CV/Th.U, Lưu VT
    (VINH, "W14", "hoan-thanh-chi-tieu"),
    (VINH, "W14", "ke-hoach-do-thi-thong-minh"),
    (VINH, "W14", "giai-doan-thanh-pho-anh-sang"),
    (VINH, "W14", "giai-doan-sap-xep-cap-xa"),
    (LONG_KHANH, "E02", "ct-6"),
    (LONG_KHANH, "W03", ""),  # KT.CHỦ TỊCH
    (LONG_KHANH, "W08", "le-ra-mat"),
    (LONG_KHANH, "W11", ""),
    (LONG_KHANH, "W13", "ii-dia-diem-thoi-gian"),
}  # fmt: skip


@pytest.fixture(scope="module")
def plans():
    """Each of the five plans as (evidence, its warnings)."""
    names = read_registry(read_text(ROOT, AGENCIES), read_text(ROOT, DOCUMENTS)).names
    files = {file: (ROOT / file).read_bytes() for file in plan_files(ROOT)}
    read = [(read_plan(file, data, names), data) for file, data in files.items()]
    five = [(plan, data) for plan, data in read if plan.plan.id in {TAN_AN, LAI_CHAU, DUC_PHO, VINH, LONG_KHANH}]
    return [
        (Evidence(plan.plan, plan.document, data, names), plan_warnings(plan, data, names)[0]) for plan, data in five
    ]


def test_exactly_these_warnings_are_told(plans):
    told = {(e.plan.id, dict(p.values)["rule"], dict(p.values)["item"]) for e, problems in plans for p in problems}
    assert told == TOLD


def test_exactly_these_warnings_are_silenced(plans):
    silent = {
        (evidence.plan.id, found.rule.code, found.item)
        for evidence, _ in plans
        for found in noticed(evidence)
        if any(found.silenced_by(silence) for silence in evidence.plan.silence)
    }
    assert silent == SILENT


def test_the_work_that_outlives_its_bodies_is_one_warning(plans):
    codes = [p.code for evidence, problems in plans for p in problems if evidence.plan.id == DUC_PHO]
    assert codes.count("work_after_body") == 1


def test_the_warnings_of_five_plans_take_well_under_a_second(plans):
    started = time.process_time()
    for evidence, _ in plans:
        noticed(Evidence(evidence.plan, evidence.document, evidence.data, evidence.names))
    assert time.process_time() - started < 0.8
