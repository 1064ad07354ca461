"""What the site says on a day: open, closed, not yet open; what is not public yet; what is a draft."""

import pytest

from generator.domain.code import code_for, code_path
from generator.routes import FEEDBACK, PLANS, Routes
from generator.wording import load_strings
from tests.website.built import BuiltPage, BuiltSite, words
from tests.website.projects import DUC_PHO, SMALL, TAN_AN, build, change, copy_of

STATES = {"site": "closed", "site_when_open": "open", "site_when_early": "not_yet_open"}
DAYS = {"site": "2026-11-20", "site_when_open": "2024-03-01", "site_when_early": "2023-03-15"}
LANGUAGES = ("vi", "en")


@pytest.fixture(params=STATES)
def day(request) -> tuple[str, BuiltSite]:
    """A site, and the state of the campaign of Tân An on its day."""
    return STATES[request.param], request.getfixturevalue(request.param)


def say(language: str, key: str) -> str:
    return load_strings(language).say(key)


def badges(element) -> dict[str, str]:
    """Give the states that are shown in `element`: key to words."""
    return {badge.get("data-state"): words(badge) for badge in element.xpath(".//*[contains(@class, 'ps-state')]")}


def card_of(page: BuiltPage, plan_id: str):
    """Give the smallest list item or article with a link to the plan that also shows a state."""
    found = [
        element
        for element in page.main.iter("li", "article")
        if element.xpath(".//*[contains(@class, 'ps-state')]")
        and any(f"{PLANS}{plan_id}/" in page.leads_to(link.get("href"))[0] for link in element.xpath(".//a"))
    ]
    return min(found, key=lambda element: len(words(element)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_says_at_its_head_whether_it_takes_feedback(day, language):
    state, site = day
    page = site.page(Routes(language).plan(TAN_AN))
    (head,) = page.tree.xpath("//main//header[.//h1]")
    assert badges(head)[state] == say(language, f"states.{state}")
    assert not {"open", "closed", "not_yet_open"} - {state} & set(badges(head))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_plans_says_the_same(day, language):
    state, site = day
    page = site.page(Routes(language).plans)
    assert badges(card_of(page, TAN_AN))[state] == say(language, f"states.{state}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_puts_what_is_open_first_or_says_that_nothing_is(day, language):
    state, site = day
    page = site.page(Routes(language).home)
    nothing = say(language, "home.nothing_open") in words(page.main)
    assert nothing == (state != "open")
    opened = [b for b in page.main.xpath(".//*[contains(@class, 'ps-state')]") if b.get("data-state") == "open"]
    assert bool(opened) == (state == "open")
    if opened:
        first = next(a for a in page.main.iter("a"))
        assert page.leads_to(first.get("href"))[0] == Routes(language).plan(TAN_AN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feedback_page_puts_the_plan_under_its_state(day, language):
    state, site = day
    page = site.page(Routes(language).feedback)
    headings = {"open": "feedback.open", "closed": "feedback.closed", "not_yet_open": "feedback.coming"}
    shown = {words(h): h.getparent() for h in page.main.iter("h2")}
    under = [
        key
        for key, name in headings.items()
        if say(language, name) in shown
        and any(
            page.leads_to(a.get("href"))[0] == Routes(language).plan(TAN_AN)
            for a in shown[say(language, name)].xpath(".//a[@href]")
        )
    ]
    assert under == [state]


def test_a_scanned_code_says_the_state_in_every_language(day):
    state, site = day
    for section in site.page(code_path(code_for(TAN_AN))).tree.xpath("//section[@lang]"):
        shown = section.xpath(".//*[contains(@class, 'state')][not(ancestor-or-self::*[@hidden])]")
        assert words(shown[0]).startswith(say(section.get("lang"), f"states.{state}"))


def test_states_carry_the_day_that_they_are_of(request):
    for name, day_ in DAYS.items():
        for page in request.getfixturevalue(name).pages:
            if page.tree.xpath("//*[@data-states]") and not page.path.startswith("Q/"):
                assert page.tree.xpath("//*[@data-as-of]/@datetime"), page.path
                assert set(page.tree.xpath("//*[@data-as-of]/@datetime")) == {day_}


def test_nothing_is_called_overdue_by_the_machine(site):
    assert [p.path for p in site.pages if p.tree.xpath("//*[@data-state='overdue']")] == []


def test_every_page_is_labelled_as_a_demonstration(site):
    unlabelled = [
        page.path
        for page in site.pages
        if not any(say(language, "shell.demo") in words(page.tree.body) for language in LANGUAGES)
    ]
    assert unlabelled == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_has_its_banner_and_no_other_plan_has(site, language):
    banner = say(language, "notice.draft")
    with_banner = [p.path for p in site.pages if p.tree.get("lang") == language and banner in words(p.main)]
    assert with_banner == [Routes(language).plan(DUC_PHO)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_five_says_that_it_is_a_summary(site, language):
    summary = say(language, "notice.summary")
    pages = [p.path for p in site.pages if p.tree.get("lang") == language and summary in words(p.main)]
    assert len(pages) == 5


@pytest.mark.parametrize("kind", ["plan", "agency"])
def test_english_pages_with_official_words_are_called_an_unofficial_translation(site, kind):
    routes = Routes("en")
    path = routes.plan(TAN_AN) if kind == "plan" else routes.agency("thanh-uy-tan-an")
    assert say("en", "notice.translation") in words(site.page(path).main)
    vietnamese = site.page(path.removeprefix("en/"))
    assert say("vi", "notice.translation") not in words(vietnamese.main)


LAUNCH = "long-khanh-chinh-quyen-than-thien"


def paths_with(site: BuiltSite, text: str) -> list[str]:
    """Give the files that name `text` in any way."""
    return [name for name, data in site.bytes_of().items() if text.encode() in data]


def test_a_draft_is_nowhere_in_the_site(tmp_path):
    project = copy_of(SMALL, tmp_path)
    assert build(project).exit_code == 0
    assert paths_with(BuiltSite(tmp_path / "site"), LAUNCH) == []


def test_a_draft_is_there_with_drafts_and_says_so(tmp_path):
    project = copy_of(SMALL, tmp_path)
    assert build(project, "2026-11-20", "--drafts").exit_code == 0
    page = BuiltSite(tmp_path / "site").page(Routes("vi").plan(LAUNCH))
    assert say("vi", "notice.draft") in words(page.main)


@pytest.mark.parametrize(("day", "there"), [("2024-08-04", False), ("2024-08-05", True)])
def test_a_plan_is_public_from_its_day_on(tmp_path, day, there):
    project = copy_of(SMALL, tmp_path)
    change(project / "plans/le-ra-mat.yaml", "status: draft", "status: issued")
    assert build(project, day).exit_code == 0
    site = BuiltSite(tmp_path / "site")
    assert site.has(Routes("vi").plan(LAUNCH)) == there
    assert bool(paths_with(site, LAUNCH)) == there


def test_a_plan_ahead_of_its_day_says_with_drafts_that_only_editors_see_it(tmp_path):
    project = copy_of(SMALL, tmp_path)
    change(project / "plans/le-ra-mat.yaml", "status: draft", "status: issued")
    assert build(project, "2024-08-04", "--drafts").exit_code == 0
    page = BuiltSite(tmp_path / "site").page(Routes("vi").plan(LAUNCH))
    assert say("vi", "notice.not_yet_public") in words(page.main)


def test_a_site_that_is_no_demonstration_has_no_such_label(tmp_path):
    project = copy_of(SMALL, tmp_path)
    change(project / "site_config.yml", "demo: true", "demo: false")
    assert build(project).exit_code == 0
    label = say("vi", "shell.demo")
    assert [page.path for page in BuiltSite(tmp_path / "site").pages if label in words(page.tree.body)] == []


def test_a_site_without_plans_says_so_on_every_page_of_lists(tmp_path):
    project = copy_of(SMALL, tmp_path)
    for name in ("gop-y-hien-ke.yml", "le-ra-mat.yaml"):
        (project / "plans" / name).unlink()
    assert build(project).exit_code == 0
    site = BuiltSite(tmp_path / "site")
    assert say("vi", "plans.empty") in words(site.page("ke-hoach/").main)
    assert say("vi", "timeline.empty") in words(site.page("lich/").main)
    assert say("vi", "feedback.nothing_open") in words(site.page(FEEDBACK).main)
