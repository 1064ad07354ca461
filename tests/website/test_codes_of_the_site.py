"""A printed code leads to a page of this site, and only plans that take feedback have one."""

import io
import re

import cv2
import numpy
import pytest
import zxingcpp
from PIL import Image

from generator.domain.code import code_for
from generator.routes import Routes
from tests.website.built import words
from tests.website.projects import PLANS, TAN_AN, real_project

ADDRESS = "https://ke-hoach.example/"


def with_feedback() -> list[str]:
    return [plan.id for plan in real_project().plans if plan.takes_feedback]


def pictures(site, plan_id: str) -> list[str]:
    """Give the pictures of codes that stand beside a plan's page."""
    return sorted(file for file in site.files if re.match(rf"ke-hoach/{plan_id}/qr-.*\.(svg|png)$", file))


def shown_address(site, language: str, plan_id: str) -> str:
    """Give the address that the plan's page writes out beside its code."""
    page = site.page(Routes(language).plan(plan_id))
    (image,) = page.main.xpath(".//figure[contains(@class, 'ps-qr')]")
    (address,) = re.findall(r"https?://\S+", words(image), re.IGNORECASE)
    return address


def test_tan_an_takes_feedback_and_long_khanh_does_not():
    assert TAN_AN in with_feedback()
    assert PLANS["long_khanh"] not in with_feedback()


def test_a_plan_has_a_code_exactly_where_it_takes_feedback(site):
    for plan_id in PLANS.values():
        kinds = {file.rsplit(".")[-1] for file in pictures(site, plan_id)}
        assert kinds == ({"svg", "png"} if plan_id in with_feedback() else set()), plan_id
        page = site.page(Routes("vi").plan(plan_id))
        figures = page.main.xpath(".//figure[contains(@class, 'ps-qr')]")
        assert len(figures) == (plan_id in with_feedback())


def test_there_is_one_small_page_for_each_code(site):
    expected = {f"Q/{code_for(plan_id)}/" for plan_id in with_feedback()}
    assert {page.path for page in site.pages if page.path.startswith("Q/")} - {"Q/"} == expected
    for path in expected:
        assert len(site.page(path).text.encode()) < 12_000


def as_grey(data: bytes) -> numpy.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        return numpy.array(image.convert("L"))


def drawn_by_a_browser(browser, svg: bytes) -> bytes:
    page = browser.new_page(viewport={"width": 480, "height": 480})
    page.set_content(f'<body style="margin:40px;background:#fff"><div style="width:300px">{svg.decode()}</div>')
    shot = page.screenshot()
    page.close()
    return shot


def read_by_both(grey: numpy.ndarray) -> set[str]:
    """Read a picture with both readers."""
    first = {found.text for found in zxingcpp.read_barcodes(grey)}
    second, *_ = cv2.QRCodeDetectorAruco().detectAndDecode(grey)
    return first | {second}


@pytest.mark.parametrize("plan_id", with_feedback())
@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_pictures_read_as_the_address_that_is_written_out(site, browser, plan_id, language):
    address = shown_address(site, language, plan_id)
    for file in pictures(site, plan_id):
        data = (site.folder / file).read_bytes()
        data = drawn_by_a_browser(browser, data) if file.endswith(".svg") else data
        assert read_by_both(as_grey(data)) == {address}, file


@pytest.mark.parametrize("plan_id", with_feedback())
def test_the_address_is_a_page_of_the_site_that_leads_to_the_plan(site, plan_id):
    address = shown_address(site, "vi", plan_id)
    # Scheme and host are the same in capitals (RFC 3986, section 6.2.2.1); the path is not.
    host, path = address[: len(ADDRESS)], address[len(ADDRESS) :]
    assert host.lower() == ADDRESS
    page = site.page(path)
    led = {target[0] for link in page.tree.xpath("//a/@href") if (target := page.leads_to(link))}
    assert {Routes("vi").plan(plan_id), Routes("en").plan(plan_id)} <= led
    assert words(page.tree.xpath("//h1")[0])
