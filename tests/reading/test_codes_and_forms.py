"""Codes, placements, forms and outcomes in a plan file: what is wrong is told at its line, in both languages."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.problems import sentence
from generator.domain.code import code_for
from generator.domain.problem import Severity
from generator.reading.files import AGENCIES, DOCUMENTS, read_text
from generator.reading.plans import read_plan
from generator.reading.project import read_project
from generator.reading.registries import read_registry
from generator.wording import load_strings

SITE = Path(__file__).parent.parent / "sites" / "codes"
STREETS = "plans/gop-y-duong-pho.yml"
FORM = "https://docs.google.com/forms/d/e/1FAIpQLSexample/viewform"
TEXT = (SITE / STREETS).read_text(encoding="utf-8")
NAMES = read_registry(read_text(SITE, AGENCIES), read_text(SITE, DOCUMENTS)).names


@pytest.fixture
def site(tmp_path):
    return Path(shutil.copytree(SITE, tmp_path / "site"))


def change(site, old, new, file=STREETS):
    path = site / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(site):
    """Give (code, text of the line) of each problem that is about codes, forms, placements or outcomes."""
    result = read_project(site)
    own = [p for p in result.problems if p.location.file in (STREETS, "plans/gop-y-cho-dem.yml")]
    for problem in own:
        for language in ("vi", "en"):
            assert sentence(problem, load_strings(language))
    usual = {"issue_date_missing", "issue_place_missing", "channel_without_https"}
    return [(p.code, p.excerpt.strip()) for p in own if p.code not in usual]


def test_a_right_site_has_nothing_of_the_kind(site):
    assert found(site) == []


MISTAKES = {
    FORM: {
        "http://docs.google.com/forms/d/e/X/viewform": "form_not_https",
        "javascript:alert(1)": "unsafe_link",
        "https://docs.google.com@evil.example/": "link_user",
        "https://docs.gооgle.com/": "link_host",
        "https://127.0.0.1/f": "link_host",
        '"https://a.example/ b"': "link_sign",
        "mailto:a@b.example": "form_not_https",
        "https://forms.gle/AbCdEf": "form_short",
    },
    "entry.123456789": {"123456789": "form_field"},
    "provider: google": {"provider: gogle": "choice_near"},
    "medium: banner": {"medium: bang-ron": "choice"},
    "distance_m: 4": {
        "distance_m: 0": "number_out_of_range",
        "distance_m: xa": "number_wanted",
        "distance_m: 9": "placement_too_far",
    },
    "quantity: 2": {"quantity: hai": "whole_number_wanted", "quantity: 0": "number_out_of_range"},
    "printed_on: 2026-02-20": {"printed_on: 31/2/2026": "day_impossible"},
    '"1900 0000"': {'"javascript:alert(1)"': "unsafe_link", '"https://a@b.example/"': "link_user"},
}  # fmt: skip
CASES = [(old, new, code) for old, news in MISTAKES.items() for new, code in news.items()]


@pytest.mark.parametrize(("old", "new", "code"), CASES)
def test_a_mistake_is_told_at_its_line(site, old, new, code):
    change(site, old, new)
    told = dict(found(site))
    assert code in told
    if code != "placement_too_far":
        assert new.strip('"') in told[code]


def test_a_code_that_is_none_is_told(site):
    change(site, "medium: handout}", "medium: handout, code: UUUUUU}")
    assert [code for code, _ in found(site)] == ["code_form"]


def test_two_owners_of_one_code_are_told_and_asked_for_a_code_of_choice(site):
    taken = code_for("gop-y-cho-dem")
    change(site, "medium: handout}", f"medium: handout, code: {taken}}}")
    assert [code for code, _ in found(site)] == ["code_twice"]
    change(site, taken, "ABC123")
    assert found(site) == []


def test_two_plans_with_one_id_are_told_of_the_id_alone(site):
    """Another code would not help whoever copied a plan file."""
    plan = next(file for file in (site / "plans").iterdir() if file.stem not in ("agencies", "documents", "published"))
    (site / "plans/ban-sao.yml").write_text(plan.read_text("utf-8"), "utf-8")
    codes = [problem.code for problem in read_project(site).problems]
    assert "code_twice" not in codes
    assert "plan_id_twice" in codes


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ("{kind: merged, on: 2026-04-15}", "outcome_into_missing"),
        ("{kind: succeeded, on: 2026-04-15, into: khong-co}", "outcome_into_unknown"),
        ("{kind: merged, on: 2026-04-15, into: gop-y-cho-dem}", "outcome_into_unknown"),
    ],
)
def test_an_outcome_leads_to_another_plan(site, outcome, code):
    path = site / "plans/gop-y-cho-dem.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [f"outcome: {outcome}" if line.startswith("outcome:") else line for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [told for told, _ in found(site)] == [code]


PIECES = st.sampled_from(
    ["javascript:", "data:", "https://", "http://", "a.example", "@", "\\", "//", "gооgle", "xn--", "/", " ", "%00",
     ":", "\u202e", "?x=", "#", "mailto:", "127.0.0.1", "]", "x"]
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=5).map("".join))
def test_a_form_has_an_honest_https_address_or_the_plan_is_refused(address):
    quoted = '"' + address.replace("\\", "\\\\").replace('"', "") + '"'
    read = read_plan(STREETS, TEXT.replace(FORM, quoted, 1).encode(), NAMES)
    if read.plan is None:
        assert any(p.severity is Severity.ERROR and p.location.line >= 1 for p in read.problems)
    else:
        (form,) = [channel.form for channel in read.plan.channels if channel.form is not None]
        host = form.address.removeprefix("https://").split("/")[0].split("?")[0].split("#")[0]
        assert form.address.lower().startswith("https://")
        assert host.isascii()
        assert "@" not in host
