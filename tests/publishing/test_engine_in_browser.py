"""What a page does on a phone: states of today, folds that open, the look, the menu, the filter."""

import datetime
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.publishing.engine import UrgentBar, render_site, theme_assets
from tests.publishing.example_shell import BASE, page, pattern_page, shell

KINDS = {"html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    bar = UrgentBar(text="Thử thông báo khẩn", until="2026-11-20")
    of = shell(urgent=bar)
    pages = [pattern_page(), page(path="404.html")]
    return dict(render_site(of, pages) + theme_assets(of.accent))


def opened(browser: Browser, files: dict[str, bytes], **settings: object) -> Iterator[Page]:
    """Give a phone's page; the site answers from memory, and any other host is a failure."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        path = urlsplit(route.request.url).path.lstrip("/")
        path += "index.html" if path.endswith("/") or not path else ""
        kind = KINDS.get(path.rpartition(".")[2], "text/plain")
        if path in files:
            route.fulfill(body=files[path], content_type=kind)
        else:
            route.fulfill(status=404, body="")

    context = browser.new_context(viewport={"width": 360, "height": 740}, **settings)  # type: ignore[arg-type]
    phone = context.new_page()
    phone.route("**/*", answer)
    errors: list[str] = []
    phone.on("pageerror", lambda error: errors.append(str(error)))
    yield phone
    context.close()
    assert errors == []
    assert [url for url in asked if not url.startswith((BASE, "data:"))] == []


@pytest.fixture
def phone(browser, files):
    yield from opened(browser, files)


@pytest.fixture
def phone_without_script(browser, files):
    yield from opened(browser, files, java_script_enabled=False)


def on(phone: Page, moment: str, address: str = "mau/") -> Page:
    phone.clock.set_fixed_time(datetime.datetime.fromisoformat(moment))
    phone.goto(BASE + address)
    return phone


@pytest.mark.parametrize(
    ("moment", "state", "words"),
    [
        ("2023-04-30T16:59:59+00:00", "not_yet_open", "Chưa mở nhận góp ý"),
        ("2023-04-30T17:00:00+00:00", "open", "Đang nhận góp ý"),
        ("2024-05-31T16:59:59+00:00", "open", "Đang nhận góp ý"),
        ("2024-05-31T17:00:00+00:00", "closed", "Đã kết thúc nhận góp ý"),
    ],
)
def test_a_state_changes_at_midnight_in_viet_nam(phone, moment, state, words):
    badge = on(phone, moment).locator("#tinh-lai")
    assert (badge.get_attribute("data-state"), badge.inner_text()) == (state, words)


def test_the_as_of_day_is_the_reader_s(phone):
    on(phone, "2027-03-04T20:00:00+00:00")
    assert phone.locator(".ps-foot time").inner_text() == "05/3/2027"
    assert phone.locator(".ps-foot time").get_attribute("datetime") == "2027-03-05"


def test_today_stands_after_the_last_item_that_is_not_later(phone):
    on(phone, "2099-12-31T05:00:00+00:00")
    assert phone.locator(".ps-rail > li").last.get_attribute("class") == "ps-today"
    assert phone.locator(".ps-rail > .ps-past").count() == 1
    on(phone, "2100-01-01T05:00:00+00:00")
    assert phone.locator(".ps-rail > .ps-past").count() == 2


def test_the_urgent_notice_goes_after_its_last_day(phone):
    assert on(phone, "2026-11-20T16:00:00+00:00").locator(".ps-urgent").is_visible()
    assert on(phone, "2026-11-20T18:00:00+00:00").locator(".ps-urgent").is_hidden()


def test_a_fold_opens_when_a_link_leads_into_it_and_again_on_the_way_back(phone):
    on(phone, "2026-11-20T05:00:00+00:00", "mau/#trong-nep")
    fold = phone.locator("#nhom-2")
    assert fold.get_attribute("open") is not None
    assert phone.locator("#trong-nep").is_visible()
    phone.goto(BASE + "404.html")
    phone.go_back()
    assert phone.locator("#trong-nep").is_visible()


def test_the_look_is_chosen_kept_and_given_back_to_the_system(phone):
    on(phone, "2026-11-20T05:00:00+00:00")
    ground = "getComputedStyle(document.body).backgroundColor"
    button = phone.locator(".ps-bar__theme")
    light = phone.evaluate(ground)
    button.click()
    button.click()
    assert button.get_attribute("aria-label") == "Giao diện: tối"
    assert phone.evaluate(ground) != light
    phone.reload()
    assert phone.evaluate(ground) != light
    button.click()
    assert phone.evaluate("[document.documentElement.dataset.theme, localStorage.length]") == [None, 0]
    assert phone.evaluate(ground) == light


def test_a_filter_shows_what_matches_and_says_how_many(phone):
    on(phone, "2026-11-20T05:00:00+00:00")
    phone.select_option("select[name=place]", "a")
    assert phone.locator("#ds > li:visible").count() == 1
    assert phone.locator(".ps-filter output").inner_text() == "1/2"
    phone.select_option("select[name=place]", "")
    assert phone.locator("#ds > li:visible").count() == 2


def test_the_menu_opens_with_a_thumb_and_nothing_else(phone_without_script):
    phone_without_script.goto(BASE + "mau/")
    items = phone_without_script.locator(".ps-nav a")
    assert items.first.is_hidden()
    phone_without_script.locator("label[for=ps-menu]").click()
    assert items.count() == 6
    for item in items.all():
        box = item.bounding_box()
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_without_script_no_button_and_no_filter_is_dead(phone_without_script):
    phone_without_script.goto(BASE + "mau/")
    assert phone_without_script.locator("button:visible, select:visible").count() == 0
    assert phone_without_script.locator("#tinh-lai").inner_text() == "Chưa mở nhận góp ý"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_screen(phone, width):
    phone.set_viewport_size({"width": width, "height": 740})
    on(phone, "2026-11-20T05:00:00+00:00")
    assert phone.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_screen_of_a_phone_holds_the_action(phone):
    on(phone, "2026-11-21T05:00:00+00:00")
    box = phone.locator(".ps-head .ps-action").bounding_box()
    assert box["y"] + box["height"] <= 740


def test_nothing_moves_while_a_page_loads(phone):
    phone.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => {"
        "for (const entry of list.getEntries()) window.moved += entry.value"
        "}).observe({type: 'layout-shift', buffered: true})"
    )
    on(phone, "2026-11-20T05:00:00+00:00")
    phone.locator(".ps-foot").wait_for()
    assert phone.evaluate("window.moved") == 0


def test_every_fold_is_open_on_paper(phone):
    on(phone, "2026-11-20T05:00:00+00:00")
    phone.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert phone.locator("details:not([open])").count() == 0
    phone.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert phone.locator("details:not([open])").count() == 1
