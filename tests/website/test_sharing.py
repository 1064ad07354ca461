"""A page is passed on: what chats read of it, plain links, and an address that is copied with one tap."""

import io
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import expect

from generator.routes import Routes
from generator.wording import load_strings
from tests.website.projects import DUC_PHO, PLANS, TAN_AN

ADDRESS = "https://ke-hoach.example/"
each_plan = pytest.mark.parametrize("plan", PLANS.values())
each_language = pytest.mark.parametrize("language", ["vi", "en"])


def said(page) -> dict[str, list[str]]:
    """Give what the head says by property (Open Graph) or name."""
    found: dict[str, list[str]] = {}
    for meta in page.tree.xpath("//head/meta[@property or @name]"):
        found.setdefault(meta.get("property") or meta.get("name"), []).append(meta.get("content"))
    return found


def file_of(site, address: str) -> bytes:
    path = urlsplit(address).path.lstrip("/")
    assert address.startswith(ADDRESS)
    return (site.folder / path).read_bytes()


def test_every_page_says_what_chats_ask_for(site):
    for page in site.pages:
        if (
            page.path.endswith(".html")
            or re.match(r"Q/\w", page.path)
            or page.tree.xpath("//meta[@http-equiv='refresh']")
        ):
            continue
        head = said(page)
        (image,), (url,) = head["og:image"], head["og:url"]
        assert url == ADDRESS + page.path
        assert head["og:title"][0], page.path
        assert head["og:description"] == head["description"] != [""], page.path
        assert head["og:site_name"][0]
        assert sorted(head["og:locale"] + head["og:locale:alternate"]) == ["en_GB", "vi_VN"]
        assert head["og:locale"][0].startswith(page.tree.get("lang"))
        assert head["twitter:card"] == ["summary_large_image"]
        assert head["og:image:alt"][0]
        with Image.open(io.BytesIO(file_of(site, image))) as card:
            assert (card.format, card.size) == ("PNG", (1200, 630))
            assert [f"{card.width}", f"{card.height}"] == head["og:image:width"] + head["og:image:height"]
        assert head["og:image:type"] == ["image/png"]


@each_language
@each_plan
def test_a_plan_has_a_card_of_its_own_in_each_language(site, plan, language):
    path = Routes(language).plan(plan)
    head = said(site.page(path))
    assert head["og:image"][0].partition("?")[0] == f"{ADDRESS}{path}the-chia-se.png"
    assert head["og:title"][0] in head["og:image:alt"][0]
    assert head["og:type"] == ["article"]
    assert len(file_of(site, head["og:image"][0])) < 120_000


def test_a_notice_shows_the_card_of_its_plan(site):
    plan = Routes("vi").plan(TAN_AN)
    assert said(site.page(f"{plan}moi-gop-y/"))["og:image"] == said(site.page(plan))["og:image"]


def test_a_card_says_that_a_plan_is_a_draft(site):
    draft = load_strings("vi").say("document_status.draft")
    assert draft in said(site.page(Routes("vi").plan(DUC_PHO)))["og:image:alt"][0]
    assert draft not in said(site.page(Routes("vi").plan(TAN_AN)))["og:image:alt"][0]


def test_a_card_never_says_a_state(site, site_when_open):
    card = f"{Routes('vi').plan(TAN_AN)}the-chia-se.png"
    assert (site.folder / card).read_bytes() == (site_when_open.folder / card).read_bytes()


def test_the_page_of_a_code_shows_the_card_of_its_plan(site):
    codes = [page for page in site.pages if re.match(r"Q/\w", page.path)]
    assert codes
    for page in codes:
        head = said(page)
        assert head["og:title"][0]
        assert file_of(site, head["og:image"][0]).startswith(b"\x89PNG")


@each_language
@each_plan
def test_links_that_pass_a_page_on_hold_its_address(site, plan, language):
    path = Routes(language).plan(plan)
    page = site.page(path)
    (facebook,) = page.tree.xpath("//aside[@id='muc-chia-se']//a[contains(@href, 'facebook.com')]")
    assert parse_qs(urlsplit(facebook.get("href")).query) == {"u": [ADDRESS + path]}
    assert {"noopener", "noreferrer"} <= set(facebook.get("rel").split())
    (mail,) = page.tree.xpath("//aside[@id='muc-chia-se']//a[starts-with(@href, 'mailto:')]/@href")
    fields = dict(part.split("=", 1) for part in mail.removeprefix("mailto:?").split("&"))
    title = said(page)["og:title"][0]
    assert {key: unquote(value) for key, value in fields.items()} == {
        "subject": title,
        "body": f"{title}\r\n{ADDRESS}{path}",
    }


def opened(reader, served, site, language="vi", **options):
    context = reader(**options)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served(site) + Routes(language).plan(TAN_AN))
    return context, page, asked


@each_language
def test_the_address_is_copied_with_one_tap_and_the_reader_is_told(reader, served, site, language):
    context, page, asked = opened(reader, served, site, language)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    strings = load_strings(language)
    status = page.locator("#muc-chia-se [role=status]")
    expect(status).to_be_empty()
    button = page.get_by_role("button", name=strings.say("share.copy"))
    button.focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text(strings.say("share.copied"))
    assert page.evaluate("navigator.clipboard.readText()") == ADDRESS + Routes(language).plan(TAN_AN)
    expect(button).to_be_focused()
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(served(site)).netloc}


def test_where_copying_is_refused_the_address_is_selected(reader, served, site):
    _, page, _ = opened(reader, served, site)
    page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false"
    )
    page.get_by_role("button", name=load_strings("vi").say("share.copy")).click()
    expect(page.locator("#muc-chia-se [role=status]")).to_have_text(load_strings("vi").say("share.by_hand"))
    assert page.evaluate("getSelection().toString().trim()") == ADDRESS + Routes("vi").plan(TAN_AN)


def test_the_phone_s_own_way_of_sharing_is_offered_where_there_is_one(reader, served, site):
    context = reader()
    context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'share', {configurable: true, value: function (what) {"
        " window.shared = what; return Promise.reject(new DOMException('', 'AbortError')); }})"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served(site) + Routes("vi").plan(TAN_AN))
    page.get_by_role("button", name=load_strings("vi").say("share.native")).click()
    title = said(site.page(Routes("vi").plan(TAN_AN)))["og:title"][0]
    assert page.evaluate("window.shared") == {"title": title, "url": ADDRESS + Routes("vi").plan(TAN_AN)}
    assert errors == []


def test_without_such_a_way_no_button_promises_it(reader, served, site):
    context = reader()
    context.add_init_script("delete Navigator.prototype.share")
    page = context.new_page()
    page.goto(served(site) + Routes("vi").plan(TAN_AN))
    expect(page.locator("#muc-chia-se button:visible")).to_have_text([load_strings("vi").say("share.copy")])


def test_without_scripts_the_address_and_the_links_are_there_and_no_dead_button(reader, served, site):
    _, page, _ = opened(reader, served, site, java_script_enabled=False)
    part = page.locator("#muc-chia-se")
    expect(part).to_contain_text(ADDRESS + Routes("vi").plan(TAN_AN))
    expect(part.locator("a:visible")).to_have_count(2)
    expect(part.locator("button:visible")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_what_is_tapped_is_large_enough_and_stays_on_the_page(reader, served, site, width):
    _, page, _ = opened(reader, served, site, viewport={"width": width, "height": 740})
    for target in page.locator("#muc-chia-se :is(a, button):visible").all():
        box = target.bounding_box()
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
