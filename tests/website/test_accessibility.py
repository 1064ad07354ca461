"""axe-core finds nothing on each kind of page, in both languages and both looks, on a phone and on a desk."""

import importlib.resources
from functools import cache

import pytest

from generator.domain.code import code_for
from tests.website.built import BuiltSite
from tests.website.projects import DUC_PHO, PLANS, TAN_AN

# A kind of page: its address without the language's prefix.
KINDS = {
    "home": "",
    "plans": "ke-hoach/",
    "a plan with channels": f"ke-hoach/{TAN_AN}/",
    "a long plan": f"ke-hoach/{DUC_PHO}/",
    "a plan with metrics": f"ke-hoach/{PLANS['lai_chau']}/",
    "a plan with an event": f"ke-hoach/{PLANS['long_khanh']}/",
    "a notice": f"ke-hoach/{TAN_AN}/moi-gop-y/",
    "bodies": "co-quan/",
    "a body": "co-quan/ban-dan-van-thi-uy-duc-pho/",
    "timeline": "lich/",
    "feedback": "gop-y/",
    "open data": "du-lieu/",
    "text": "gioi-thieu/",
    "not found": "404.html",
}
# Each look at one of these takes axe seconds, so one look a language; while feedback is open, one is seen in all four.
LONG = {"a plan with channels", "a long plan", "a plan with metrics", "a plan with an event"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def axe() -> str:
    """Give the program of axe-core, which its wheel carries."""
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def found_by_axe(page) -> list[str]:
    """Give what axe finds: the rule and the elements, shortened."""
    page.evaluate(axe())
    violations = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(r => r.violations)", RULES
    )
    return [
        f"{one['id']}: {node['target']} {node['failureSummary'].splitlines()[-1].strip()[:160]}"
        for one in violations
        for node in one["nodes"][:3]
    ]


def test_axe_is_recent_and_finds_what_is_wrong(reader):
    page = reader().new_page()
    page.set_content("<html><body><img src='data:,'><p style='color:#aaa;background:#fff'>pale</p></body></html>")
    rules = {line.split(":")[0] for line in found_by_axe(page)}
    assert {"image-alt", "color-contrast", "html-has-lang"} <= rules
    major, minor, *_ = page.evaluate("axe.version").split(".")
    assert (int(major), int(minor)) >= (4, 10)


def look_at(reader, url: str, scheme: str, width: int) -> list[str]:
    page = reader(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(url)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    return found_by_axe(page)


# Each kind of page in each language is seen light and dark, narrow and wide, in two of the four combinations.
LOOKS = [("light", 360), ("dark", 1280), ("dark", 360), ("light", 1280)]


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_kind_of_page(reader, served, site, kind, language):
    looks = LOOKS[:2] if language else LOOKS[2:]
    for look in looks[:1] if kind in LONG else looks:
        found = look_at(reader, served(site) + language + KINDS[kind], *look)
        assert not found, "\n".join([str(look), *found])


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", ["home", "a plan with channels", "feedback"])
def test_axe_finds_nothing_while_feedback_is_open(reader, served, site_when_open: BuiltSite, kind, look):
    found = look_at(reader, served(site_when_open) + KINDS[kind], *look)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_the_page_of_a_code(reader, served, site, look):
    found = look_at(reader, f"{served(site)}Q/{code_for(TAN_AN)}/", *look)
    assert not found, "\n".join(found)
