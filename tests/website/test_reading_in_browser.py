"""A reader with a phone or a keyboard, with and without scripts: from home to a task and back."""

import re

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from generator.routes import Routes
from generator.wording import load_strings
from tests.website.built import plain
from tests.website.projects import DUC_PHO, PLANS, TAN_AN, facts

VINH = PLANS["vinh"]
KINDS = {
    "home": "",
    "plans": "ke-hoach/",
    "a plan with channels": f"ke-hoach/{TAN_AN}/",
    "a long plan": f"ke-hoach/{DUC_PHO}/",
    "a plan with named officials": f"ke-hoach/{VINH}/",
    "a notice": f"ke-hoach/{TAN_AN}/moi-gop-y/",
    "bodies": "co-quan/",
    "a body": "co-quan/ban-dan-van-thi-uy-duc-pho/",
    "timeline": "lich/",
    "feedback": "gop-y/",
    "text": "gioi-thieu/",
    "not found": "404.html",
}


def say(language: str, key: str) -> str:
    return load_strings(language).say(key)


def in_view(page: Page, selector: str) -> bool:
    """Say whether the top of an element is within the window, once the page has loaded and come to rest."""
    page.wait_for_load_state()
    try:
        page.wait_for_function(
            "s => { const r = document.querySelector(s).getBoundingClientRect();"
            " return r.top >= -1 && r.top < innerHeight; }",
            arg=selector,
            timeout=5000,
        )
    except TimeoutError:
        return False
    return True


def show(element: Locator) -> Locator:
    """Open the folds that an element is in, as a reader does: from the outermost in."""
    for fold in element.locator("xpath=ancestor::details").all():
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()
    return element


@pytest.fixture
def address(site, served) -> str:
    return served(site)


@pytest.fixture
def page(reader) -> Page:
    return reader().new_page()


def test_from_home_to_plan_to_task_to_body_and_back(page, address):
    page.goto(address)
    page.locator(f"main a[href$='ke-hoach/{DUC_PHO}/']").first.click()
    expect(page).to_have_url(f"{address}ke-hoach/{DUC_PHO}/")
    show(page.locator("#nhiem-vu-ii-1-1 a[href*='ban-dan-van-thi-uy-duc-pho/']").first).click()
    assert "/co-quan/ban-dan-van-thi-uy-duc-pho/" in page.url
    show(page.locator("main a[href$='#nhiem-vu-ii-1-1']").first).click()
    assert page.url.endswith(f"ke-hoach/{DUC_PHO}/#nhiem-vu-ii-1-1")
    assert in_view(page, "#nhiem-vu-ii-1-1")
    page.wait_for_load_state()
    for path in ("co-quan/ban-dan-van-thi-uy-duc-pho/", f"ke-hoach/{DUC_PHO}/", ""):
        page.go_back()
        expect(page).to_have_url(re.compile(re.escape(address + path) + "(#.*)?$"))
        page.wait_for_load_state()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not found"])
def test_the_language_switch_keeps_the_page_both_ways(page, address, kind):
    page.goto(address + KINDS[kind])
    page.locator("header a[hreflang=en]").click()
    expect(page).to_have_url(f"{address}en/{KINDS[kind]}")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("header a[hreflang=vi]").click()
    expect(page).to_have_url(address + KINDS[kind])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_not_found_leads_home(reader, served, site, language):
    page = reader().new_page()
    page.goto(served(site) + Routes(language).at("404.html"))
    text = page.locator("main").inner_text()
    assert say("vi", "not_found.title") in text
    assert say("en", "not_found.title") in text


def test_no_page_asks_another_host_for_anything(reader, address):
    context = reader()
    asked: list[str] = []
    failed: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    for path in [*KINDS.values(), *(f"en/{path}" for path in KINDS.values())]:
        page.goto(address + path)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert len(asked) > len(KINDS)
    # A browser asks for /favicon.ico on its own where a page names no icon.
    assert (failed, wrong) == ([], [])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_page_scrolls_sideways(reader, address, language, kind):
    page = opened_wide(reader, address + Routes(language).at(KINDS[kind]))
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        assert too_wide(page) == [], width


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_page_scrolls_sideways_at_twice_the_text_size(reader, address, language, kind):
    page = opened_wide(reader, address + Routes(language).at(KINDS[kind]))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 740})
        assert too_wide(page) == [], width


def opened_wide(reader, url: str) -> Page:
    """Open a page with all its folds open."""
    page = reader().new_page()
    page.goto(url)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    return page


def too_wide(page: Page) -> list[str]:
    """Give the innermost elements that make the page scroll sideways; none where it does not."""
    return page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const out = e => e.getBoundingClientRect().right > width + 1;
          const wide = [...document.querySelectorAll('body *')].filter(out);
          const inner = wide.filter(e => !wide.some(o => o !== e && e.contains(o)));
          const name = e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 60);
          return ['scrolls', ...inner.slice(0, 4).map(name)];
        }"""
    )


# ---- Without JavaScript


def test_without_script_nothing_of_a_plan_is_missing(reader, address):
    page = reader(java_script_enabled=False).new_page()
    for name, plan_id in PLANS.items():
        page.goto(f"{address}ke-hoach/{plan_id}/")
        shown = shown_words(page)
        lost = [fact["vi"] for fact in facts(name) if fact["at"] == "page" and "vi" in fact]
        assert [fact for fact in lost if plain(fact).casefold() not in shown] == []


def shown_words(page: Page) -> str:
    """Give the text of the page that is not hidden by style, as a reader would copy it."""
    texts = page.locator("main").evaluate(
        """main => {
          const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
          let all = '';
          for (let node; (node = walk.nextNode());) {
            const style = getComputedStyle(node.parentElement);
            if (style.display !== 'none' && style.visibility !== 'hidden') all += node.data;
          }
          return all;
        }"""
    )
    return plain(texts).casefold()


def test_without_script_the_folds_open_and_the_menu_works(reader, address):
    page = reader(java_script_enabled=False).new_page()
    page.goto(f"{address}ke-hoach/{DUC_PHO}/")
    fold = page.locator("details:not([open])").first.element_handle()
    fold.query_selector("summary").click()
    assert fold.get_attribute("open") is not None
    link = page.locator("header nav a[href*='lich/']").first
    if not link.is_visible():
        page.locator("header label[for=ps-menu], header summary").first.click()
    expect(link).to_be_visible()
    link.click()
    expect(page).to_have_url(f"{address}lich/")


@pytest.mark.parametrize("kind", KINDS)
def test_without_script_there_is_no_control_that_does_nothing(reader, address, kind):
    page = reader(java_script_enabled=False).new_page()
    page.goto(address + KINDS[kind])
    for control in page.locator("select, input:not([type=checkbox]), button").all():
        assert not control.is_visible(), control.evaluate("e => e.outerHTML.slice(0, 200)")


def test_without_script_every_body_is_in_the_list(reader, address, site):
    page = reader(java_script_enabled=False).new_page()
    page.goto(f"{address}co-quan/")
    bodies = {path.path for path in site.pages if re.fullmatch(r"co-quan/[^/]+/", path.path)}
    links = page.locator("main a").evaluate_all("all => all.map(a => new URL(a.href).pathname.slice(1))")
    assert bodies - set(links) == set()


# ---- With the keyboard only


def focused(page: Page) -> dict[str, object]:
    return page.evaluate(
        """() => {
          const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
          return {tag: e.tagName, href: e.getAttribute('href'), hreflang: e.hreflang || '', inNav: !!e.closest('nav'),
                  menu: e.id === 'ps-menu',
                  seen: r.width > 0 && r.height > 0,
                  marked: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'};
        }"""
    )


def tab_until(page: Page, found, at_most: int = 80) -> dict[str, object]:
    """Press Tab until `found` is true of what has the focus."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        now = focused(page)
        if found(now):
            return now
    raise AssertionError(f"not reached with {at_most} times Tab")


def test_the_first_tab_shows_the_way_past_the_navigation(page, address):
    page.goto(f"{address}ke-hoach/{TAN_AN}/")
    page.keyboard.press("Tab")
    first = focused(page)
    assert (first["href"], first["seen"], first["marked"]) == ("#main", True, True)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_reaches_the_language_switch_and_the_navigation(reader, address, width):
    page = reader(viewport={"width": width, "height": 740}).new_page()
    page.goto(address)
    switch = tab_until(page, lambda now: now["hreflang"] == "en", 12)
    assert switch["marked"]
    if width < 600 and not page.locator("header nav a").first.is_visible():
        tab_until(page, lambda now: now["menu"], 6)
        page.keyboard.press("Space")
    nav = tab_until(page, lambda now: now["inNav"], 6)
    assert nav["marked"]
    assert nav["seen"]


def test_a_fold_opens_with_the_keyboard(page, address):
    page.goto(f"{address}ke-hoach/{TAN_AN}/")
    fold = page.locator("details:not([open]) > summary").first
    fold.focus()
    details = fold.locator("xpath=..").element_handle()
    page.keyboard.press("Enter")
    assert details.evaluate("e => e.open")


def test_whatever_has_the_focus_is_marked_and_in_view(page, address):
    page.goto(f"{address}ke-hoach/{TAN_AN}/")
    for _ in range(60):
        page.keyboard.press("Tab")
        now = focused(page)
        if now["tag"] != "BODY":
            assert now["seen"], now
            assert now["marked"], now


# ---- On paper


@pytest.mark.parametrize("kind", ["a plan with channels", "a body", "timeline"])
def test_paper_has_no_navigation_and_says_where_the_page_is_found(page, address, kind):
    page.goto(address + KINDS[kind])
    page.emulate_media(media="print")
    for gone in ("header nav", "header a[hreflang]", "main nav", "form", "footer a[href*='gioi-thieu']"):
        for element in page.locator(gone).all():
            assert not element.is_visible(), gone
    assert page.locator("h1").is_visible()
    assert f"https://ke-hoach.example/{KINDS[kind]}" in page.locator("body").inner_text()


def test_on_paper_every_fold_is_open(page, address):
    page.goto(f"{address}ke-hoach/{TAN_AN}/")
    before = page.locator("details[open]").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == before


def test_on_paper_addresses_outside_are_written_out(page, address):
    page.goto(f"{address}ke-hoach/{TAN_AN}/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = page.locator("main").inner_text()
    # A letter that a reader may send on has no address to be written out.
    for link in page.locator("main a[href^='http'], main a[href^='mailto:']:not([href^='mailto:?'])").all():
        target = re.sub(r"^(https?://|mailto:)", "", link.get_attribute("href")).rstrip("/")
        written = link.evaluate("e => getComputedStyle(e, '::after').content")
        assert target in text or target in written, target


# ---- Finding one's way


def test_a_link_to_a_task_in_a_closed_fold_opens_it(page, address):
    page.goto(f"{address}ke-hoach/{DUC_PHO}/")
    inside = page.locator("details:not([open]) .ps-item[id]").first.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{address}ke-hoach/{DUC_PHO}/#{inside}")
    expect(page.locator(f"#{inside}")).to_be_visible()
    assert in_view(page, f"#{inside}")


def test_going_back_keeps_the_place(page, address):
    page.goto(f"{address}ke-hoach/{DUC_PHO}/")
    link = show(page.locator("#nhiem-vu-ii-1-2 a[href*='co-quan/']").first)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 500
    link.click()
    page.wait_for_url("**/co-quan/**")
    page.go_back()
    page.wait_for_function("y => Math.abs(scrollY - y) < 80", arg=before)


def test_a_plan_shows_the_tasks_of_one_body(page, address):
    page.goto(f"{address}ke-hoach/{DUC_PHO}/")
    choice = page.locator("select[name=agency]").first
    choice.select_option("ban-dan-van-thi-uy-duc-pho")
    expect(page.locator("#nhiem-vu-ii-1-1")).to_be_visible()
    shown = page.locator(".ps-item[id^=nhiem-vu]:visible").count()
    assert 0 < shown < page.locator(".ps-item[id^=nhiem-vu]").count()
    for task in page.locator(".ps-item[id^=nhiem-vu]:visible").all():
        assert "ban-dan-van-thi-uy-duc-pho" in task.get_attribute("data-agency").split()
    choice.select_option("")
    expect(page.locator(".ps-item[id^=nhiem-vu]:visible")).to_have_count(page.locator(".ps-item[id^=nhiem-vu]").count())


def test_the_timeline_shows_one_plan(page, address):
    page.goto(f"{address}lich/")
    page.locator("select[name=plan]").select_option(TAN_AN)
    items = page.locator("main [data-plan]:visible")
    assert items.count() > 0
    assert set(items.evaluate_all("all => all.map(e => e.dataset.plan)")) == {TAN_AN}


@pytest.mark.parametrize("typed", ["ban dan van thi uy", "Ban Dân vận Thị ủy", "BAN DAN VAN THI UY", "dân vận thị uỷ"])
def test_bodies_are_found_as_one_types_with_and_without_accents(page, address, typed):
    page.goto(f"{address}co-quan/")
    bodies = page.locator("main [data-search]")
    total = bodies.count()
    page.locator("input[type=search]").first.press_sequentially(typed)
    expect(page.locator("main a[href*='ban-dan-van-thi-uy-duc-pho/']").first).to_be_visible()
    shown = page.locator("main [data-search]:visible").count()
    assert 0 < shown < total / 4


@pytest.mark.parametrize("typed", ["uy ban", "ủy ban", "đức phổ", "duc pho", "Đức Phổ", "DUC PHO"])
def test_a_word_or_a_place_finds_bodies(page, address, typed):
    page.goto(f"{address}co-quan/")
    total = page.locator("main [data-search]").count()
    page.locator("input[type=search]").first.press_sequentially(typed)
    page.wait_for_function(
        "n => { const v = [...document.querySelectorAll('main [data-search]')].filter(e => e.checkVisibility());"
        " return v.length > 0 && v.length < n; }",
        arg=total,
    )


def test_no_body_found_says_so(page, address):
    page.goto(f"{address}co-quan/")
    page.locator("input[type=search]").first.press_sequentially("zzzz")
    expect(page.locator("main [data-search]:visible")).to_have_count(0)
    assert re.search(r"\b0\b", page.locator("main output").first.inner_text())
