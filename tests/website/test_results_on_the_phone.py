"""States that follow from results are computed again on the phone; the list of everything is filtered there."""

from datetime import datetime

import pytest
from playwright.sync_api import expect

from tests.website.built import BuiltSite
from tests.website.projects import ROOT, copy_of, run

SITE = ROOT / "tests/sites/with-results"
PLAN, CEREMONY = "tan-an-gop-y-hien-ke", "long-khanh-chinh-quyen-than-thien"


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """The small site with results, built on a day before any of them."""
    folder = tmp_path_factory.mktemp("results")
    project = copy_of(SITE, folder)
    done = run("--project", project, "build", "--output", folder / "site", "--as-of", "2023-03-15", "--jobs", "1")
    assert done.exit_code == 0, done.output
    return BuiltSite(folder / "site")


def on(reader, day, **options):
    page = reader(timezone_id="Asia/Ho_Chi_Minh", **options).new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00+07:00"))
    return page


@pytest.mark.parametrize(
    ("day", "item", "state", "word"),
    [
        ("2023-03-19", "phat-dong", "due_soon", "Đến hạn trong 30 ngày"),
        ("2023-03-20", "phat-dong", "completed", "Đã hoàn thành"),
        ("2030-01-01", "phat-dong", "completed", "Đã hoàn thành"),
        ("2024-09-14", "tong-ket", "past_stated_date", None),
        ("2024-09-15", "tong-ket", "overdue", "Quá hạn"),
    ],
)
def test_the_state_of_an_item_is_that_of_the_day(reader, served, reported, day, item, state, word):
    page = on(reader, day)
    page.goto(f"{served(reported)}ke-hoach/{PLAN}/#{item}")
    badge = page.locator(f"#{item} .ps-result .ps-state")
    expect(badge).to_have_attribute("data-state", state)
    if word:
        expect(badge).to_have_text(word)


def test_the_list_of_everything_moves_along_and_is_filtered_by_what_holds_today(reader, served, reported):
    page = on(reader, "2024-12-01")
    page.goto(f"{served(reported)}ket-qua/?state=result")
    items = page.locator("#muc-danh-sach-viec li:visible")
    expect(items).to_have_count(1)
    expect(items.first).to_contain_text("Tham mưu tổ chức phát động")
    expect(page.locator("#muc-danh-sach-viec details")).to_have_count(2)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (f"plan={PLAN}", 2),
        ("agency=phong-noi-vu-long-khanh", 1),
        ("place=thanh-pho-long-khanh", 2),
        ("agency=thuong-truc-thanh-uy-tan-an&plan=" + CEREMONY, 0),
    ],
)
def test_a_link_to_a_filtered_list_shows_it(reader, served, reported, query, count):
    page = on(reader, "2026-11-20")
    page.goto(f"{served(reported)}ket-qua/?{query}")
    expect(page.locator("#muc-danh-sach-viec li:visible")).to_have_count(count)


def test_counts_keep_the_day_of_the_build(reader, served, reported):
    page = on(reader, "2026-11-20")
    page.goto(f"{served(reported)}ket-qua/")
    expect(page.locator("#muc-tong-so")).to_contain_text("Tính đến 15/3/2023")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["ket-qua/", f"ke-hoach/{PLAN}/", f"en/ke-hoach/{CEREMONY}/"])
def test_nothing_runs_out_of_the_page(reader, served, reported, path, width, scheme):
    page = on(reader, "2026-11-20", viewport={"width": width, "height": 740}, color_scheme=scheme)
    page.goto(served(reported) + path)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
