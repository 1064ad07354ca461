"""Every kind of notice, in both branches and both languages: all of its words are in the PDF and in the Word file."""

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx.oxml.ns import qn

from generator.domain.notice import Notice, NoticeKind, NoticeWanted
from generator.domain.notice_facts import facts_of
from generator.domain.plan import Plan
from generator.domain.project import Project
from generator.domain.text import Words
from generator.drawing.official_docx import official_docx
from generator.drawing.official_pdf import official_pdf
from generator.drawing.typst import PdfSettings
from generator.reading.project import read_project
from generator.views.notice_paper import notice_paper
from generator.views.site import site_view

ROOT = Path(__file__).resolve().parents[2]
PARTY, STATE = "tan-an-gop-y-hien-ke", "long-khanh-chinh-quyen-than-thien"
RESULTS = Words(vi="Có 12 ý tưởng được chọn.", translations=(("en", "12 ideas were chosen."),))
KINDS = sorted(file.stem for file in (ROOT / "content/notices").glob("*.yml"))


@cache
def project() -> Project:
    found = read_project(ROOT).project
    assert found is not None
    return found


@cache
def plan_with_everything(plan_id: str) -> Plan:
    """Give a real plan that has the other's event, channels and awards too, so that every kind has its facts."""
    plans = {plan.id: plan for plan in project().plans}
    party, state = plans[PARTY], plans[STATE]
    return replace(plans[plan_id], feedback=party.feedback, channels=party.channels, awards=party.awards,
                   events=state.events, participants=None)  # fmt: skip


def notice_of(plan: Plan, kind: NoticeKind) -> Notice:
    wanted = NoticeWanted(id=kind.id, kind=kind.id, values={"results": RESULTS})
    return Notice(id=kind.id, kind=kind, event=plan.events[0].id, item=plan.awards[0].id, wanted=wanted)


def paper_of(kind_id: str, plan_id: str, language: str, day: date):
    contexts = {context.language: context for context in site_view(project(), day).contexts}
    plan = plan_with_everything(plan_id)
    kind = next(kind for kind in project().notice_kinds if kind.id == kind_id)
    notice = notice_of(plan, kind)
    assert facts_of(plan, notice) >= set(kind.needs)
    # What names an item of the plan is looked up in the whole site, where this item is the Party's.
    index = contexts[language].index
    titles = replace(index.parts[plan_id], titles={**index.parts[plan_id].titles, notice.item: plan.awards[0].name})
    parts = {**{key: index.parts[key] for key in index.parts}, plan_id: titles}
    return notice_paper(replace(contexts[language], index=replace(index, parts=parts)), plan, notice)


def squeezed(text: str) -> str:
    """Give text without spaces, and without hyphens: PDFium leaves out one that ends a line."""
    return re.sub(r"[\s\u200b\ufffe\x02\-]+", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("day", [date(2024, 3, 1), date(2026, 11, 20)])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("plan_id", [PARTY, STATE])
@pytest.mark.parametrize("kind_id", KINDS)
def test_all_words_are_in_both_files(kind_id, plan_id, language, day):
    paper = paper_of(kind_id, plan_id, language, day)
    document = pypdfium2.PdfDocument(official_pdf(paper, PdfSettings()))
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    printed = squeezed("".join(page.get_textpage().get_text_bounded() for page in document))
    word = docx.Document(io.BytesIO(official_docx(paper)))
    typed = squeezed("".join(node.text or "" for node in word.element.body.iter(qn("w:t"))))
    for words in paper.texts:
        assert squeezed(words) in printed, words
        assert squeezed(words) in typed, words
    assert not re.search(r"[{}]|None", printed + typed)
    assert paper.language == language
    assert ("Unofficialtranslation" in printed) == (language == "en")
