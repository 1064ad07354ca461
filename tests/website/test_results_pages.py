"""Updates, results, answers and the end of a plan on the pages; and where everything stands, fairly."""

import pytest

from tests.website.built import BuiltSite, words
from tests.website.projects import ROOT, copy_of, run

SITE = ROOT / "tests/sites/with-results"
PLAN, CEREMONY = "tan-an-gop-y-hien-ke", "long-khanh-chinh-quyen-than-thien"
WORK = ".//*[contains(@class, 'ps-item')][@data-kind='task' or @data-kind='target']"
PREFIX = {"vi": "", "en": "en/"}


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """The small site with results, on a day after all of them."""
    folder = tmp_path_factory.mktemp("results")
    project = copy_of(SITE, folder)
    done = run("--project", project, "build", "--output", folder / "site", "--as-of", "2026-11-20", "--jobs", "1")
    assert done.exit_code == 0, done.output
    return BuiltSite(folder / "site")


def states(element):
    return [one.get("data-state") for one in element.xpath(".//*[contains(@class, 'ps-state')]")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_updates_stand_on_the_plan_newest_first_each_with_its_anchor(reported, language):
    page = reported.page(f"{PREFIX[language]}ke-hoach/{PLAN}/")
    part = page.at("muc-cap-nhat")
    days = part.xpath(".//time/@datetime")
    assert days == sorted(days, reverse=True)
    assert {f"cn-{n}" for n in range(1, 7)} <= set(page.ids)
    assert page.tree.xpath("//nav[contains(@class, 'ps-toc')]//a[@href='#muc-cap-nhat']")


def test_home_tells_the_latest_changes_and_links_to_them(reported):
    part = reported.page("").at("muc-cap-nhat")
    links = part.xpath(".//p[contains(@class, 'ps-entry__what')]/a/@href")
    assert len(links) == 5
    assert f"ke-hoach/{CEREMONY}/#chi-tieu-1" in links


def test_the_page_of_a_body_tells_what_is_new_in_its_own_work_only(reported):
    part = reported.page("co-quan/ban-tuyen-giao-thanh-uy-tan-an/").at("muc-cap-nhat")
    assert "Đã nhận 120 ý kiến." in words(part)
    assert "Gia hạn" not in words(part)
    assert reported.page("co-quan/phong-noi-vu-long-khanh/").at("muc-cap-nhat") is None


def test_a_done_task_is_completed_with_its_day_and_evidence(reported):
    task = reported.page(f"ke-hoach/{PLAN}/").at("phat-dong")
    assert "past_stated_date" not in states(task)
    assert "completed" in states(task)
    assert "Hoàn thành ngày 20/3/2023. Lễ phát động đã tổ chức." in words(task)
    assert task.xpath(".//a[@href='https://example.gov.vn/le-phat-dong']")


def test_what_staff_call_overdue_is_so_in_their_words(reported):
    task = reported.page(f"ke-hoach/{PLAN}/").at("tong-ket")
    assert states(task)[0] == "overdue"
    assert "Quá hạn từ ngày 15/9/2024" in words(task)
    assert "Chờ ý kiến của Ban Thường vụ." in words(task)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", ["93% so với chỉ tiêu trên 95% – chưa đạt", "96,2% so với chỉ tiêu trên 95% – đạt"]),
        ("en", ["93% against the target of over 95% – not reached", "96.2% against the target of over 95% – reached"]),
    ],
)
def test_values_of_a_target_stand_beside_its_metric_in_words_and_as_a_picture(reported, language, told):
    target = reported.page(f"{PREFIX[language]}ke-hoach/{CEREMONY}/").at("chi-tieu-1")
    assert all(one in words(target) for one in told), words(target)
    picture = target.xpath(".//*[local-name()='svg'][@role='img']")[0]
    assert len(picture.xpath(".//*[local-name()='circle']")) == 3
    description = picture.xpath("string(.//*[local-name()='desc'])")
    assert told[0].split(" – ")[0] in description
    days = target.xpath(".//li/time/@datetime")
    assert days == ["2025-12-31", "2025-06-30", "2024-12-31"]


def test_the_end_of_a_plan_is_said_at_its_top_and_the_page_stays(reported):
    page = reported.page(f"ke-hoach/{PLAN}/")
    notice = page.at("muc-ket-thuc")
    assert "30/9/2024" in words(notice)
    assert "Đã tổng kết." in words(notice)
    assert notice.xpath(".//a/@href") == [f"../{CEREMONY}/"]
    assert page.at("phat-dong") is not None


@pytest.mark.parametrize("path", [f"ke-hoach/{PLAN}/", "gop-y/"])
def test_answers_to_feedback_stand_on_the_plan_and_where_feedback_is_given(reported, path):
    text = words(reported.page(path).at("muc-tra-loi"))
    assert "Thêm ghế đá ở công viên." in text
    assert "12 ý kiến" in text
    assert "Lắp 20 ghế trong năm 2024." in text


def test_files_that_updates_name_can_be_fetched(reported):
    page = reported.page(f"ke-hoach/{PLAN}/")
    link = page.at("cn-3").xpath(".//a[@download]/@href")[0]
    assert reported.has(page.leads_to(link)[0])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_link_to_and_from_the_results_leads_somewhere(reported, language):
    for path in ("ket-qua/", f"ke-hoach/{PLAN}/", ""):
        page = reported.page(PREFIX[language] + path)
        for link in page.main.xpath(".//a/@href"):
            target = page.leads_to(link)
            assert target is None or reported.has(target[0]), link
            if target is not None and target[1]:
                assert reported.page(target[0]).at(target[1]) is not None, link


def counts(page):
    return {
        key: int(one.xpath("string(.//b)"))
        for one in page.xpath(".//ul[contains(@class, 'ps-tally')]/li")
        for key in [one.get("class").removeprefix("ps-tally__")]
    }


def test_counts_are_those_of_the_items_and_carry_their_day(reported):
    page = reported.page("ket-qua/")
    assert counts(page.main) == {"result": 2, "overdue": 1, "undated": 1}
    items = page.at("muc-danh-sach-viec").xpath(".//li/@data-state")
    assert {key: items.count(key) for key in items} == counts(page.main)
    assert "Tính đến 20/11/2026" in words(page.main)


def test_the_picture_of_all_plans_is_told_in_words_and_as_a_table(reported):
    page = reported.page("ket-qua/")
    description = page.main.xpath("string(//*[local-name()='desc'])")
    assert "Góp ý hiến kế: 1 đã công bố kết quả; 1 quá hạn" in description
    rows = page.at("muc-bang-ke-hoach").xpath(".//tbody/tr")
    assert [words(cell) for cell in rows[1].xpath("./td")] == ["1", "1", "0", "2"]


def test_a_plan_and_a_body_have_their_own_counts(reported):
    plan = reported.page(f"ke-hoach/{PLAN}/").at("muc-ket-qua")
    assert counts(plan) == {"result": 1, "overdue": 1}
    body = reported.page("co-quan/ban-tuyen-giao-thanh-uy-tan-an/").at("muc-nhiem-vu")
    assert counts(body) == {"result": 1}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_real_plans_are_told_fairly(site, language):
    page = site.page(f"{PREFIX[language]}ket-qua/")
    found = counts(page.main)
    assert "overdue" not in found
    assert "result" not in found
    assert sum(found.values()) == len(page.at("muc-danh-sach-viec").xpath(".//li"))
    assert {"overdue", "withdrawn"}.isdisjoint(states(page.main))


def test_every_task_and_target_of_the_real_plans_is_on_the_page_once(site):
    page = site.page("ket-qua/")
    links = page.at("muc-danh-sach-viec").xpath(".//li/a/@href")
    plans = [one for one in site.pages if one.path.startswith("ke-hoach/") and one.path.count("/") == 2]
    items = [one for plan in plans for one in plan.main.xpath(WORK)]
    assert len(links) == len(set(links)) == len(items)


def test_home_and_every_footer_lead_to_the_results(site):
    assert "ket-qua/" in site.page("").main.xpath(".//a/@href")
    for path in ("", "en/lich/", "ke-hoach/"):
        assert any(link.endswith("ket-qua/") for link in site.page(path).tree.xpath("//footer//a/@href"))


def test_where_there_are_too_many_items_for_a_phone_the_plans_are_listed(tmp_path):
    project = copy_of(SITE, tmp_path)
    tasks = "".join(f"  - {{id: nv-{n}, text: Việc {n}., time: Trong quý I/2023}}\n" for n in range(1_001))
    file = project / "plans/le-ra-mat.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("tasks:\n", "tasks:\n" + tasks), encoding="utf-8")
    done = run("--project", project, "build", "--output", tmp_path / "site", "--as-of", "2026-11-20", "--jobs", "1")
    assert done.exit_code == 0, done.output
    page = BuiltSite(tmp_path / "site").page("ket-qua/")
    assert page.at("muc-danh-sach-viec") is None
    listed = page.at("muc-bang-ke-hoach").xpath(".//th[@scope='row']/a/@href")
    assert [page.leads_to(link)[0] for link in listed] == [f"ke-hoach/{CEREMONY}/", f"ke-hoach/{PLAN}/"]
    assert counts(page.main) == {"result": 2, "past": 1_001, "overdue": 1, "undated": 1}
