from pathlib import Path

import pytest

from generator.domain.naming import NameIndex, folded_name
from generator.reading.files import AGENCIES, DOCUMENTS, read_text
from generator.reading.registries import read_registry

SITE = Path(__file__).parent.parent / "sites" / "valid-small"
TAN_AN, LONG_KHANH, XUAN_AN = "thanh-pho-tan-an", "thanh-pho-long-khanh", "phuong-xuan-an"


@pytest.fixture(scope="module")
def names():
    return read_registry(read_text(SITE, AGENCIES), read_text(SITE, DOCUMENTS)).names


@pytest.mark.parametrize(
    ("name", "place", "agency"),
    [
        ("ubnd-tan-an", LONG_KHANH, "ubnd-tan-an"),
        ("Ủy ban nhân dân thành phố Tân An", TAN_AN, "ubnd-tan-an"),
        ("Uỷ ban nhân dân Thành phố", TAN_AN, "ubnd-tan-an"),
        ("UBND thành phố", TAN_AN, "ubnd-tan-an"),
        ("UBND TP. Tân An", TAN_AN, "ubnd-tan-an"),
        ("UBND TP.Tân An", TAN_AN, "ubnd-tan-an"),
        ("UBTP", TAN_AN, "ubnd-tan-an"),
        ("UBND", TAN_AN, "ubnd-tan-an"),
        ("UBND thành phố", LONG_KHANH, "ubnd-long-khanh"),
        ("UBND thành phố", XUAN_AN, "ubnd-long-khanh"),
        ("UBND", XUAN_AN, "ubnd-phuong-xuan-an"),
        ("UBND phường Xuân An", LONG_KHANH, "ubnd-phuong-xuan-an"),
        ("UBND P. Xuân An", LONG_KHANH, "ubnd-phuong-xuan-an"),
        ("Ban Tuyên giáo Thành ủy Tân An", LONG_KHANH, "ban-tuyen-giao-thanh-uy-tan-an"),
        ("Ban Tuyên giáo Thành uỷ", TAN_AN, "ban-tuyen-giao-thanh-uy-tan-an"),
        ("BTG Thành ủy", TAN_AN, "ban-tuyen-giao-thanh-uy-tan-an"),
        ("BAN THƯỜNG VỤ THÀNH ỦY", TAN_AN, "btv-thanh-uy-tan-an"),
        ("BTV Thành ủy", TAN_AN, "btv-thanh-uy-tan-an"),
        ("TT Thành ủy", TAN_AN, "thuong-truc-thanh-uy-tan-an"),
        ("Thành ủy Tân An", None, "thanh-uy-tan-an"),
        ("Ban Thường vụ Tỉnh ủy", TAN_AN, "btv-tinh-uy-long-an"),
        ("Ban Thường vụ Tỉnh ủy Long An", LONG_KHANH, "btv-tinh-uy-long-an"),
        ("Phòng Tài chính–Kế hoạch", LONG_KHANH, "phong-tckh-long-khanh"),
        ("“Phòng Nội vụ”.", LONG_KHANH, "phong-noi-vu-long-khanh"),
        ("Phòng Nội vụ thành phố", LONG_KHANH, "phong-noi-vu-long-khanh"),
        ("Bộ Chính trị", XUAN_AN, "bo-chinh-tri"),
        ("Standing Committee of the City Party Committee", TAN_AN, "btv-thanh-uy-tan-an"),
    ],
)
def test_a_name_means_the_body_of_its_place(names, name, place, agency):
    assert names.resolve(name, place).agency == agency


@pytest.mark.parametrize(
    "name",
    [
        "UBMTTQ Thành phố", "UB.MTTQ Thành phố", "UB MTTQ TP", "UBMTTQVN thành phố Tân An",
        "UBMTTQ Việt Nam Thành phố", "Ủy ban MTTQ Việt Nam TP. Tân An", "Ủy ban MTTQ thành phố",
        "Ủy ban Mặt trận Tổ quốc thành phố",
    ],
)  # fmt: skip
def test_the_front_has_many_short_forms(names, name):
    assert names.resolve(name, TAN_AN).agency == "mttq-tan-an"


@pytest.mark.parametrize(
    "name",
    [
        "Chủ tịch UBND Thành phố",  # an office in the committee, not the committee
        "Đảng bộ Thành phố",  # the organisation, not its committee
        "Ban Chấp hành",
        "Ban Thường trực Thành ủy",
        "UBND tỉnh",  # no such body in this registry, and not the city's
        "UBND thành phố Long An",
        "Phong Noi vu",  # accents count
        "Phòng Nội vụ",  # another town's
        "",
        "-",
    ],
)
def test_a_name_is_never_stretched_to_another_body(names, name):
    assert names.resolve(name, TAN_AN).agency is None


def test_a_slip_brings_near_names_without_regard_to_accents(names):
    assert names.resolve("Ban Tuyen giao Thanh uy", TAN_AN).near[0] == "Ban Tuyên giáo Thành ủy"


def test_namesakes_at_one_place_are_candidates_with_their_places(names):
    registry = names.registry
    twin = dict(registry.agencies)
    twin["noi-vu-hai"] = type(a := twin["phong-noi-vu-long-khanh"])(
        id="noi-vu-hai", name=a.name, branch=a.branch, level=a.level, place=a.place
    )
    index = NameIndex.of(type(registry)(agencies=twin, places=registry.places, documents={}))
    found = index.resolve("Phòng Nội vụ", LONG_KHANH)
    assert found.agency is None
    assert found.candidates == (
        "phong-noi-vu-long-khanh (Phòng Nội vụ, thành phố Long Khánh)",
        "noi-vu-hai (Phòng Nội vụ, thành phố Long Khánh)",
    )
    assert index.resolve("noi-vu-hai", LONG_KHANH).agency == "noi-vu-hai"


def test_a_circle_of_places_ends(names):
    places = dict(names.registry.places)
    for child, parent in ((TAN_AN, "tinh-long-an"), ("tinh-long-an", TAN_AN)):
        p = places[child]
        places[child] = type(p)(id=p.id, name=p.name, level=p.level, parent=parent)
    index = NameIndex.of(type(names.registry)(agencies=names.registry.agencies, places=places, documents={}))
    assert index.above(TAN_AN) == ("tinh-long-an",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "hòa bình"),
        ("UỶ BAN", "Ủy ban"),
        ("Hội đồng nhân dân - Ủy ban nhân dân", "HĐND–UBND"),
        ("Văn phòng  Thành ủy", "VP Thành ủy"),
        ("Ban Thuong vu".replace("uo", "ươ\u0300"), "Ban Thường vu"),
    ],
)
def test_spellings_of_one_name_fold_together(one, other):
    assert folded_name(one) == folded_name(other)


def test_every_declared_name_of_the_real_registry_means_its_own_body_at_its_place():
    root = Path(__file__).parent.parent.parent
    real = read_registry(read_text(root, AGENCIES), read_text(root, DOCUMENTS)).names
    for agency in real.registry.agencies.values():
        found = real.resolve(agency.name.vi, agency.place)
        assert found.agency == agency.id or any(agency.id in c for c in found.candidates), (agency.id, found)
