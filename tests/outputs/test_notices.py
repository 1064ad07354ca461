"""The pages and files of notices: where they are, what the page says of them, and when they are made again."""

import pickle
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from generator.domain.text import Words
from generator.outputs.job import Job
from generator.outputs.notices import jobs
from generator.page import FinishedPage
from generator.reading.project import read_project
from generator.views.site import SiteView, site_view

ROOT = Path(__file__).resolve().parents[2]
TAN_AN, LONG_KHANH = "tan-an-gop-y-hien-ke", "long-khanh-chinh-quyen-than-thien"
CALL = f"ke-hoach/{TAN_AN}/moi-gop-y/"


@cache
def site(day: date = date(2026, 11, 20)) -> SiteView:
    project = read_project(ROOT).project
    assert project is not None
    return site_view(project, day)


@cache
def made_from(plan_id: str) -> dict[str, Job]:
    return {job.path: job for job in jobs(site(), plan_id)}


def page(path: str) -> str:
    found = made_from(TAN_AN)[f"{path}index.html"].make()
    assert isinstance(found, FinishedPage)
    return found.body


def test_each_notice_is_a_page_with_its_files_beside_it():
    paths = set(made_from(TAN_AN))
    for notice in ("moi-gop-y", "ket-thuc-gop-y"):
        for prefix in ("", "en/"):
            folder = f"{prefix}ke-hoach/{TAN_AN}/{notice}/"
            assert {f"{folder}index.html", f"{folder}{notice}.pdf", f"{folder}{notice}.docx"} <= paths
        assert {f"ke-hoach/{TAN_AN}/{notice}/{notice}-ban-{length}.txt" for length in ("ngan", "dai")} <= paths
    assert len(paths) == 16


def test_a_draft_has_no_notices():
    assert not list(jobs(site(), "duc-pho-dan-van-de-an-13"))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_downloads_are_plain_links_with_kind_and_size(prefix):
    body = page(f"{prefix}{CALL}")
    links = re.findall(r'<a href="([^"]+)" download>.*?<small>(.*?)</small>', body)
    kinds = [words.split(" · ")[0] for _, words in links if _.endswith((".pdf", ".docx", ".txt"))]
    assert kinds == ["PDF", "DOCX", "TXT", "TXT"]
    assert all(re.search(r"\d[.,]\d kB$", words) for _, words in links[:4])


def test_the_size_on_the_page_is_that_of_the_file():
    size = len(made_from(TAN_AN)[f"{CALL}moi-gop-y.pdf"].make())
    assert f"PDF · {size / 1000:.1f} kB".replace(".", ",") in page(CALL)


def test_an_english_page_is_an_unofficial_translation_with_the_vietnamese_scripts():
    body = page(f"en/{CALL}")
    assert "Unofficial translation" in body
    assert '../../../../ke-hoach/tan-an-gop-y-hien-ke/moi-gop-y/moi-gop-y-ban-ngan.txt"' in body


def test_an_english_page_marks_what_stays_vietnamese():
    body = page(f"en/{CALL}")
    assert '<p lang="vi">ĐẢNG BỘ TỈNH LONG AN</p>' in body
    assert re.search(r'<div class="ps-paper__signed" lang="vi"><p><b>T/M BAN THƯỜNG VỤ</b>', body)
    assert re.search(r'<ul lang="vi"><li>- TT Tỉnh ủy', body)
    assert 'lang="vi"' not in page(CALL)


def test_the_plan_s_own_files_stand_beside_the_notice():
    assert "Chưa cung cấp" in page(CALL) or "chưa được cung cấp" in page(CALL)


def test_every_file_opens():
    for path, job in made_from(LONG_KHANH).items():
        content = job.make()
        if path.endswith(".pdf"):
            assert 1 <= len(pypdfium2.PdfDocument(content)) <= 3
        elif path.endswith(".txt"):
            assert content.decode("utf-8-sig").startswith("BÀI ĐỌC TRÊN LOA")


def test_jobs_travel_to_other_processes_and_keep_their_fingerprints():
    again = {job.path: job for job in jobs(site(), TAN_AN)}
    for path, job in made_from(TAN_AN).items():
        assert pickle.loads(pickle.dumps(job)).fingerprint == again[path].fingerprint


def test_a_file_is_made_again_when_its_words_change_and_only_then():
    project = read_project(ROOT).project
    kinds = tuple(replace(kind, subject=Words(vi="Về việc khác", translations=(("en", "Another"),)))
                  if kind.id == "moi-gop-y" else kind for kind in project.notice_kinds)  # fmt: skip
    changed = site_view(replace(project, notice_kinds=kinds), date(2026, 11, 20))
    after = {job.path: job.fingerprint for job in jobs(changed, TAN_AN)}
    differing = {path for path, job in made_from(TAN_AN).items() if after[path] != job.fingerprint}
    assert differing == {f"{prefix}{CALL}{file}" for prefix in ("", "en/")
                         for file in ("index.html", "moi-gop-y.pdf", "moi-gop-y.docx")}  # fmt: skip


def test_the_files_do_not_change_with_the_day_unless_the_layout_does():
    def keys(day: date) -> dict[str, str]:
        return {job.path: job.fingerprint for job in jobs(site(day), TAN_AN) if not job.path.endswith(".html")}

    assert keys(date(2026, 6, 1)) == keys(date(2026, 11, 20))
    before, after = keys(date(2026, 5, 26)), keys(date(2026, 5, 27))
    assert {path for path in before if before[path] != after[path]} == {p for p in before if not p.endswith(".txt")}


def test_a_vietnamese_name_in_an_english_notice_is_marked_for_screen_readers():
    whole = read_project(ROOT).project
    plans = tuple(replace(plan, short_title=Words(vi="Ý kiến về vỉa hè")) for plan in whole.plans)
    found = site_view(replace(whole, plans=plans), date(2026, 11, 20))
    bodies = {job.path: job.make().body for job in jobs(found, TAN_AN) if job.path.endswith("moi-gop-y/index.html")}
    assert '<span lang="vi">Ý kiến về vỉa hè</span>' in bodies[f"en/{CALL}index.html"]
    assert "Ý kiến về vỉa hè</span>" not in bodies[f"{CALL}index.html"]
