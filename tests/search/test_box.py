"""The search box: keys, screen readers, small screens, no script, no index."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.search.box import ANSWERED, FIELD, open_box, results, search
from tests.search.serving import serving


def test_the_box_opens_by_a_touch_and_by_a_key_and_closes_with_escape(phone, address):
    phone.goto(address)
    phone.locator(".ps-bar__search").click()
    phone.locator(FIELD).wait_for()
    assert phone.evaluate("document.activeElement.type") == "search"
    phone.keyboard.press("Escape")
    assert phone.locator(FIELD).is_hidden()
    assert phone.evaluate("document.activeElement.className") == "ps-bar__search"
    phone.keyboard.press("/")
    assert phone.locator(FIELD).is_visible()


def test_a_slash_that_is_typed_into_a_field_stays_there(phone, address):
    phone.goto(address + "co-quan/")
    phone.locator("input[name=search]").press("/")
    assert phone.locator("input[name=search]").input_value() == "/"
    assert phone.locator(FIELD).count() == 0


def test_results_come_while_typing_and_arrows_lead_through_them(phone, address):
    phone.goto(address)
    open_box(phone)
    phone.keyboard.type("hien ke")
    phone.locator(".ps-search__results a").first.wait_for()
    phone.wait_for_function(ANSWERED)
    phone.keyboard.press("ArrowDown")
    assert phone.evaluate("document.activeElement.closest('h3') !== null")
    phone.keyboard.press("ArrowDown")
    assert phone.evaluate("document.activeElement.closest('ul') !== null")
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("ArrowUp")
    assert phone.evaluate("document.activeElement.type") == "search"
    phone.keyboard.press("Enter")
    phone.wait_for_function("() => document.activeElement.closest('h3') !== null")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/ke-hoach/tan-an-gop-y-hien-ke/")


def test_a_part_of_the_page_being_read_is_shown_and_the_box_closes(phone, address):
    phone.goto(address + "ke-hoach/tan-an-gop-y-hien-ke/")
    open_box(phone)
    search(phone, "giải thưởng")
    phone.locator(".ps-search__results a[href$='#le-trao-giai']").click()
    assert phone.locator(FIELD).is_hidden()
    assert phone.locator("#le-trao-giai").is_visible()
    assert phone.url.endswith("#le-trao-giai")


def test_what_was_looked_for_is_marked_with_its_accents(phone, address):
    phone.goto(address)
    open_box(phone)
    search(phone, "do thi van minh")
    marked = phone.locator(".ps-search__results > li").first.locator("mark").all_inner_texts()
    assert " ".join(marked[:4]).lower().strip(".,”") == "đô thị văn minh"


def test_the_filter_shows_one_kind_only(phone, address):
    phone.goto(address)
    open_box(phone)
    search(phone, "dan van")
    assert len({one.kind for one in results(phone, address)}) > 1
    for value, kind in (("body", "Cơ quan"), ("plan", "Kế hoạch")):
        phone.locator(f".ps-search [value={value}]").check(force=True)
        phone.wait_for_function(ANSWERED)
        assert {one.kind for one in results(phone, address)} == {kind}


def test_more_results_follow_on_request(phone, address):
    phone.goto(address)
    open_box(phone)
    search(phone, "thanh uy")
    before = len(results(phone, address))
    phone.locator(".ps-search__more").click()
    phone.wait_for_function(f"() => document.querySelectorAll('.ps-search__results > li').length > {before}")
    found = [one.path for one in results(phone, address)]
    assert len(found) == len(set(found))


def test_the_number_of_results_is_told_and_so_is_nothing(phone, address):
    phone.goto(address)
    open_box(phone)
    status = phone.locator(".ps-search [role=status]")
    search(phone, "zalo")
    assert status.inner_text() == f"{len(results(phone, address))} kết quả"
    search(phone, "zzzqqq <b>")
    assert status.inner_text() == "Không tìm thấy kết quả nào cho “zzzqqq <b>”."
    assert phone.locator(".ps-search__hint").is_visible()
    search(phone, "")
    assert status.inner_text() == ""
    assert phone.locator(".ps-search__hint").is_hidden()


def test_each_language_finds_its_own_pages(phone, address):
    phone.goto(address + "en/")
    open_box(phone)
    search(phone, "Tan An")
    home = address + "en/"
    assert all(not one.path.startswith("http") for one in results(phone, home))
    assert results(phone, home)[0].kind == "Plans"


def test_a_site_without_its_index_says_that_it_cannot_search(phone, searchable, tmp_path):
    shutil.copytree(searchable, tmp_path / "site", ignore=shutil.ignore_patterns("tim-kiem"))
    with serving(tmp_path / "site") as address:
        phone.goto(address)
        open_box(phone)
        search(phone, "hien ke")
        assert phone.locator(".ps-search [role=status]").inner_text().startswith("Hiện không tìm kiếm được.")


def test_the_page_for_a_wrong_address_searches_too(phone, address):
    phone.goto(address + "404.html")
    assert phone.locator(".ps-bar__search").get_attribute("data-index").startswith("/")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_all_stands_in_its_place_on_every_screen(phone, address, width):
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(address)
    assert phone.evaluate("document.documentElement.scrollWidth") <= width
    tops = {phone.locator(f".ps-bar__{name}").bounding_box()["y"] for name in ("search", "theme")}
    assert len(tops | {phone.locator(".ps-menu__label").bounding_box()["y"]} if width < 900 else tops) == 1
    open_box(phone)
    search(phone, "dan van")
    assert phone.evaluate("document.querySelector('.ps-search').scrollWidth") <= width
    for control in phone.locator(".ps-search button:visible, .ps-search label:visible").all():
        assert control.bounding_box()["height"] >= 40


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_open_box(phone, address, look):
    phone.emulate_media(color_scheme=look)
    phone.goto(address)
    open_box(phone)
    search(phone, "dan van")
    found = Axe().run(phone, context=".ps-search", options={"resultTypes": ["violations"]})
    assert [one["id"] for one in found.response["violations"]] == []


def test_without_script_there_is_no_dead_control(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address)
    assert page.locator(".ps-bar__search").is_hidden()
    assert page.locator("dialog:visible, input[type=search]:visible").count() == 0
    context.close()
