"""The page that a printed code opens, on any day and any phone; the page that checks codes; mistyped addresses."""

import io
import re
from datetime import datetime
from urllib.parse import parse_qs, quote, urlsplit

import cv2
import numpy
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from generator.domain.code import code_for
from tests.website.built import BuiltSite, words
from tests.website.projects import ROOT, build, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
STREETS = "gop-y-duong-pho"
GENERAL, PARK = code_for(STREETS), code_for(STREETS, "cong-vien")
TREES, MARKET, BUSES = (code_for(plan) for plan in ("gop-y-cay-xanh", "gop-y-cho-dem", "gop-y-xe-buyt"))
ALL = {GENERAL, PARK, TREES, MARKET, BUSES, code_for(STREETS, "nha-van-hoa"), code_for(STREETS, "to-roi")}


@pytest.fixture(scope="module")
def codes(tmp_path_factory) -> BuiltSite:
    """A site with campaigns in every state, built while one is open."""
    project = copy_of(CODES, tmp_path_factory.mktemp("codes"))
    done = build(project, "2026-04-20")
    assert done.exit_code == 0, done.output
    return BuiltSite(project.parent / "site")


def states_shown(page) -> set[str]:
    """Give the states whose words can be seen."""
    return set(page.locator("p.state:visible").evaluate_all("all => all.map(one => one.parentElement.dataset.s)"))


@pytest.fixture
def at(reader, served, codes):
    """Open a code's page at a moment (ISO with offset) on a phone in a time zone."""

    def open_page(moment: str, zone: str, code: str = PARK, **options):
        context = reader(timezone_id=zone, **options)
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(moment))
        page.goto(f"{served(codes)}Q/{code}/")
        return page

    return open_page


ZONES = ["Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"]
EDGES = [
    ("2026-02-28T23:59:59+07:00", "not_yet_open"),
    ("2026-03-01T00:00:00+07:00", "open"),
    ("2026-05-31T23:59:59+07:00", "open"),
    ("2026-06-01T00:00:00+07:00", "closed"),
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("moment", "state"), EDGES)
def test_the_state_is_that_of_viet_nam_at_the_very_second(at, zone, moment, state):
    assert states_shown(at(moment, zone)) == {state}


@pytest.mark.parametrize("zone", ZONES[1:3])
@pytest.mark.parametrize(("moment", "state"), EDGES)
def test_the_plans_page_agrees_at_the_very_second(reader, served, codes, zone, moment, state):
    page = reader(timezone_id=zone).new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    page.goto(f"{served(codes)}ke-hoach/{STREETS}/")
    badge = page.locator("main header .ps-state[data-states]").first
    assert badge.get_attribute("data-state") == state


@pytest.mark.parametrize(
    ("code", "day", "state"),
    [
        (TREES, "2026-04-09", "open"),
        (TREES, "2026-04-10", "merged"),
        (MARKET, "2026-04-14", "open"),
        (MARKET, "2026-04-15", "cancelled"),
        (BUSES, "2026-05-19", "open"),
        (BUSES, "2026-05-20", "closed"),
    ],
)
def test_what_staff_recorded_counts_from_its_day_on(at, code, day, state):
    assert states_shown(at(f"{day}T12:00:00+07:00", "Asia/Ho_Chi_Minh", code)) == {state}


def test_a_merged_campaign_leads_to_the_one_that_took_it_up(at):
    page = at("2026-04-20T12:00:00+07:00", "UTC", TREES)
    link = page.locator(".go a:visible").first
    assert f"ke-hoach/{STREETS}/" in link.get_attribute("href")


def test_a_closed_campaign_says_what_came_of_it(at):
    page = at("2026-06-20T12:00:00+07:00", "UTC", BUSES)
    assert page.get_by_text("Thêm hai trạm dừng.").is_visible()
    assert page.get_by_text("Two more stops.").is_visible()
    assert page.locator(f".go a:visible[href*='{STREETS}']").count() == 2
    assert page.get_by_text("1900 0000").first.is_visible()


def test_an_open_code_has_one_large_button_to_the_form_with_its_place(at):
    page = at("2026-04-20T12:00:00+07:00", "UTC")
    (button, english) = page.locator(".go a:visible").all()
    query = parse_qs(urlsplit(button.get_attribute("href")).query)
    assert query["entry.123456789"] == ["Cổng công viên"]
    assert english.get_attribute("href") == button.get_attribute("href")
    assert button.bounding_box()["height"] >= 48
    others = page.locator("ul").first.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert others[0] == "tel:19000000"
    assert "https://zalo.me/0900000000" in others
    assert any(href.startswith("mailto:gopy@ma.example?subject=") and PARK in href for href in others)
    assert button.bounding_box()["y"] < page.locator("ul").first.bounding_box()["y"]


def test_the_privacy_note_stands_beside_the_button_and_says_what_is_missing(codes):
    text = words(codes.page(f"Q/{PARK}/").tree.xpath("//section[@lang='vi']")[0])
    assert "nơi nhận câu trả lời – Thành ủy" in text
    assert "thời gian lưu – Chưa cung cấp" in text


def test_an_address_that_is_not_encrypted_is_shown_with_a_warning(codes):
    (item,) = codes.page(f"Q/{PARK}/").tree.xpath("//section[@lang='vi']//li[.//a[@href='http://cu.example/gop-y']]")
    assert "không mã hoá" in words(item)


def test_the_general_code_fills_in_no_place(codes):
    (href,) = set(codes.page(f"Q/{GENERAL}/").tree.xpath("//p[@class='go']/a[starts-with(@href, 'https')]/@href"))
    assert "entry." not in href


def test_each_code_has_a_page_of_ten_kilobytes_in_one_request(codes):
    paths = {page.path for page in codes.pages if re.fullmatch(r"Q/.{6}/", page.path)}
    assert paths == {f"Q/{code}/" for code in ALL}
    for path in paths:
        page = codes.page(path)
        assert len(page.text.encode()) <= 10_000, path
        assert [address for address in page.loaded() if not address.startswith("data:")] == []
        assert page.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert {section.get("lang") for section in page.tree.xpath("//section")} == {"vi", "en"}
        assert "ma.example" in words(page.tree.body)


def test_the_page_is_whole_on_a_narrow_phone_without_script(reader, served, codes):
    asked = []
    page = reader(viewport={"width": 320, "height": 568}, java_script_enabled=False).new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served(codes)}Q/{PARK}/")
    assert asked == [page.url]
    assert page.locator("p.state:visible").first.inner_text() == "Đang nhận góp ý (tính đến 20/4/2026)"
    assert page.get_by_text("Cổng công viên").first.is_visible()
    assert page.locator("body").bounding_box()["width"] <= 320
    assert page.locator(".go a:visible").count() == 2


def test_the_page_is_no_wider_than_the_phone(at):
    page = at("2026-04-20T12:00:00+07:00", "UTC", viewport={"width": 320, "height": 568})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_open_code_goes_straight_to_the_form_where_the_site_wants_it(tmp_path, reader, served):
    project = copy_of(CODES, tmp_path)
    change(project / "site_config.yml", "demo: true", "demo: true\nqr: {open: form}")
    assert build(project, "2026-04-20").exit_code == 0
    address = f"{served(BuiltSite(tmp_path / 'site'))}Q/{PARK}/"
    for moment, goes in (("2026-04-20T12:00:00+07:00", True), ("2026-06-20T12:00:00+07:00", False)):
        context = reader()
        context.route("https://docs.google.com/**", lambda route: route.fulfill(body="the form"))
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(moment))
        page.goto(address)
        page.wait_for_timeout(300)
        assert page.url.startswith("https://docs.google.com/") == goes
        assert goes or states_shown(page) == {"closed"}


@pytest.mark.parametrize("length", [30, 3000])
def test_a_page_stays_small_whatever_is_written(tmp_path, length):
    project = copy_of(CODES, tmp_path)
    plan = project / "plans" / f"{STREETS}.yml"
    long_text = ("Ẵm ộc " * length)[: length * 4].strip()
    text = plan.read_text(encoding="utf-8").replace("Cổng công viên", f"Cổng {long_text}")
    more = "".join(
        f'  - {{id: k{n}, purpose: feedback, kind: meeting, label: "Họp {n} {long_text}"}}\n' for n in range(40)
    )
    plan.write_text(text.replace("placements:\n", more + "placements:\n"), encoding="utf-8")
    done = build(project, "2026-04-20")
    assert done.exit_code == 0, done.output
    for page in (tmp_path / "site" / "Q").glob("??????/index.html"):
        assert page.stat().st_size <= 10_000


def as_grey(data: bytes, form: str, browser) -> numpy.ndarray:
    """Show a picture file as pixels: SVG by the browser, PDF by PDFium."""
    if form == "pdf":
        return numpy.array(pypdfium2.PdfDocument(data)[0].render(scale=3).to_pil().convert("L"))
    if form == "svg":
        page = browser.new_page(viewport={"width": 600, "height": 600})
        page.set_content(
            f'<body style="margin:40px;background:#fff"><img width=400 src="data:image/svg+xml,{quote(data)}">'
        )
        data = page.screenshot()
        page.close()
    with Image.open(io.BytesIO(data)) as image:
        return numpy.array(image.convert("L"))


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_every_picture_of_every_code_is_read_by_two_readers(codes, browser, form):
    pictures = sorted(file for file in codes.files if re.fullmatch(rf"ke-hoach/.*/qr-.{{6}}\.{form}", file))
    assert {file[-10:-4] for file in pictures} == ALL
    for file in pictures:
        grey = as_grey((codes.folder / file).read_bytes(), form, browser)
        grey = cv2.copyMakeBorder(grey, 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=255)
        address = f"HTTPS://MA.EXAMPLE/Q/{file[-10:-4]}/"
        assert {found.text for found in zxingcpp.read_barcodes(grey)} == {address}, file
        # A code of a metre is larger than OpenCV's reader looks for.
        height = 600 * grey.shape[0] // grey.shape[1]
        small = cv2.resize(grey, (600, height), interpolation=cv2.INTER_AREA)
        assert cv2.QRCodeDetectorAruco().detectAndDecode(small)[0] == address, file


def check(page, text):
    page.get_by_label(re.compile("Địa chỉ hoặc mã|Address or code")).fill(text)
    page.locator("form button[type=submit]").last.click()
    return page.get_by_role("status").inner_text()


OURS = [
    f"HTTPS://MA.EXAMPLE/Q/{PARK}/",
    f"https://ma.example/q/{PARK.lower()}",
    f"ma.example/Q/{PARK}",
    PARK.lower(),
    f" {PARK[:3]} {PARK[3:]} ",
]
NOT_OURS = [
    f"https://evil.example/Q/{PARK}/",
    f"https://ma.example@evil.example/Q/{PARK}/",
    f"https://ma.example.evil.example/Q/{PARK}/",
    f"https://mа.example/Q/{PARK}/",  # a Cyrillic letter
    f"http://ma.example:81/Q/{PARK}/",
    f"javascript://ma.example/Q/{PARK}/",
    "https://ma.example/Q/000000/",
    "000000",
    "xin chào",
]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_code_of_the_site_is_recognised_with_campaign_and_place(reader, served, codes, prefix):
    page = reader().new_page()
    page.goto(f"{served(codes)}{prefix}Q/")
    for text in OURS:
        said = check(page, text)
        assert said.startswith("✓"), text
        assert ("Park gate" if prefix else "Cổng công viên") in said


def test_a_false_code_is_told_and_leads_nowhere(reader, served, codes):
    page = reader().new_page()
    page.goto(f"{served(codes)}Q/")
    for text in NOT_OURS:
        assert check(page, text).startswith("✗"), text
        assert page.get_by_role("status").locator("a").count() == 0


def test_all_codes_stand_in_a_plain_list_without_script(reader, served, codes):
    page = reader(java_script_enabled=False).new_page()
    page.goto(f"{served(codes)}Q/")
    listed = page.locator("li[data-code]")
    assert {item.get_attribute("data-code") for item in listed.all()} == ALL
    assert not page.locator("#muc-kiem-tra").is_visible()


@pytest.fixture
def lost(reader, served, codes):
    """Ask for an address as a static host does that shows 404.html for what it does not have."""

    def ask(path: str, **options) -> str:
        context = reader(**options)
        base = served(codes)
        not_found = (codes.folder / "404.html").read_text(encoding="utf-8")
        have = {f"/{page.path}" for page in codes.pages}

        def answer(route):
            asked = urlsplit(route.request.url).path
            known = asked in have or (codes.folder / asked.lstrip("/")).is_file()
            if known:
                route.continue_()
            else:
                route.fulfill(status=404, content_type="text/html; charset=utf-8", body=not_found)

        context.route(f"{base}**", answer)
        page = context.new_page()
        # The page asks for the code before it leads there.
        page.goto(base + path, wait_until="networkidle")
        return page

    return ask


TYPED = [
    f"Q/{PARK.lower()}/",
    f"q/{PARK}/",
    f"q/{PARK.lower()}",
    f"Q/{PARK}",
    f"Q{PARK}",
    PARK.lower(),
    f"en/q/{PARK}",
    f"Q/{PARK[:3]}-{PARK[3:]}/",
]


@pytest.mark.parametrize("typed", TYPED)
def test_a_mistyped_code_finds_its_page(lost, typed):
    assert urlsplit(lost(typed).url).path == f"/Q/{PARK}/"


def test_letters_like_digits_are_understood(lost):
    code = next((code for code in sorted(ALL) if set("01") & set(code)), None)
    if code is None:
        pytest.skip("no code of this site has a 0 or 1")
    page = lost("Q/" + code.replace("0", "o").replace("1", "l") + "/")
    assert urlsplit(page.url).path == f"/Q/{code}/"


def test_a_code_that_is_not_there_comes_to_the_page_that_checks_codes(lost):
    page = lost("Q/zzzzzz/")
    assert urlsplit(page.url).path == "/Q/"
    assert page.get_by_role("status").inner_text().startswith("✗")


def test_any_other_address_stays_on_the_not_found_page(lost):
    assert urlsplit(lost("khong-co/gi-o-day/").url).path == "/khong-co/gi-o-day/"


def test_without_script_the_not_found_page_offers_the_codes(lost):
    page = lost(f"q/{PARK}", java_script_enabled=False)
    assert page.locator("main a[href='/Q/']").first.is_visible()


def test_renamed_and_removed_plans_leave_a_page(tmp_path):
    project = copy_of(CODES, tmp_path)
    assert run("--project", project, "record", "--as-of", "2026-04-20").exit_code == 0
    change(project / f"plans/{STREETS}.yml", f"id: {STREETS}", f"id: duong-pho\nformer_ids: [{STREETS}]")
    for plan in ("gop-y-cay-xanh", "gop-y-xe-buyt"):
        change(project / f"plans/{plan}.yml", f"into: {STREETS}", "into: duong-pho")
    (project / "plans/gop-y-cho-dem.yml").unlink()
    record = project / "plans/published.yml"
    entry = re.search(r"  - id: gop-y-cho-dem\n(?:    .*\n)+", record.read_text(encoding="utf-8"))[0]
    removed = "    removed: {on: 2026-04-21, note: {vi: Đưa nhầm., en: Published by mistake.}, into: duong-pho}\n"
    change(record, entry, entry + removed)
    done = build(project, "2026-04-22")
    assert done.exit_code == 0, done.output
    site = BuiltSite(tmp_path / "site")
    for prefix, language in (("", "vi"), ("en/", "en")):
        old = site.page(f"{prefix}ke-hoach/{STREETS}/")
        assert old.tree.xpath("//link[@rel='canonical']/@href") == [f"https://ma.example/{prefix}ke-hoach/duong-pho/"]
        (refresh,) = old.tree.xpath("//meta[@http-equiv='refresh']/@content")
        assert old.leads_to(refresh.partition("url=")[2])[0] == f"{prefix}ke-hoach/duong-pho/"
        gone = site.page(f"{prefix}ke-hoach/gop-y-cho-dem/")
        assert ("Đưa nhầm." if language == "vi" else "Published by mistake.") in words(gone.main)
    for code in ALL:
        assert site.has(f"Q/{code}/"), code
    assert "Kế hoạch này đã được rút lại" in words(site.page(f"Q/{MARKET}/").tree.body)
    assert "Cổng công viên" in words(site.page(f"Q/{PARK}/").tree.body)
