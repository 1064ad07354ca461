"""Posters in the site: beside the page of each plan with feedback, in each language, linked with kind and size."""

from dataclasses import replace
from datetime import date

import pypdfium2

from generator.domain.document import DocumentStatus
from generator.drawing.qr.reading_back import texts_in
from generator.outputs import plan_pages, posters
from generator.reading.project import read_project
from generator.views.print_piece import poster_piece
from generator.views.site import site_view
from tests.website.projects import DUC_PHO, ROOT, TAN_AN, real_project

CODES = ROOT / "tests/sites/codes"
STREETS = "gop-y-duong-pho"
DAY = date(2026, 4, 20)


def site(day: date = DAY):
    return site_view(read_project(CODES).project, day)


def test_a_plan_with_feedback_has_a_poster_in_each_language():
    jobs = {job.path: job for job in posters.jobs(site(), STREETS)}
    assert set(jobs) == {f"ke-hoach/{STREETS}/ap-phich-a4.pdf", f"en/ke-hoach/{STREETS}/ap-phich-a4.pdf"}
    for job in jobs.values():
        made = job.make()
        page = pypdfium2.PdfDocument(made)[0]
        assert [round(side / 72 * 25.4) for side in page.get_size()] == [210, 297]
        (address,) = texts_in(made, "pdf")
        assert address.startswith("HTTPS://MA.EXAMPLE/Q/")


def test_the_page_names_the_poster_with_its_kind_and_size():
    for job in plan_pages.jobs(site(), STREETS):
        body = job.make().body
        assert 'href="ap-phich-a4.pdf"' in body
        assert ("Áp phích A4" if job.language == "vi" else "A4 poster") in body
        assert ("kB</small>") in body[body.index('href="ap-phich-a4.pdf"') :][:400]


def test_the_page_of_a_plan_that_was_cancelled_does_not_offer_the_poster_but_its_file_stays():
    (vietnamese, _) = plan_pages.jobs(site(), "gop-y-cho-dem")
    assert "ap-phich" not in vietnamese.make().body
    assert len(list(posters.jobs(site(), "gop-y-cho-dem"))) == 2


def test_the_day_of_reference_changes_no_poster():
    prints = [[job.fingerprint for job in posters.jobs(site(day), STREETS)] for day in (DAY, date(2027, 1, 1))]
    assert prints[0] == prints[1]


def test_a_plan_without_feedback_and_a_draft_have_no_poster():
    whole = site_view(real_project(), date(2026, 11, 20))
    assert list(posters.jobs(whole, DUC_PHO)) == []
    assert len(list(posters.jobs(whole, TAN_AN))) == 2
    draft = replace(whole.default.index.plans[TAN_AN], status=DocumentStatus.DRAFT)
    assert poster_piece(whole.default, draft) is None
