"""Official papers as Word files, opened again by python-docx, and by LibreOffice where it is there."""

import io
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.drawing.official_docx import official_docx
from generator.drawing.times_widths import text_width
from generator.official_paper import Block, BlockKind, Run
from tests.drawing.papers import paper

AS_TEXT = "txt:Text (encoded):UTF8"
BRANCHES = ("state", "party", "party_now")


def opened(made):
    return docx.Document(io.BytesIO(official_docx(made)))


def words_of(document) -> str:
    """Give every text of the body in order, links and table cells included, without spaces."""
    return squeezed("".join(_text(node) for node in document.element.body.iter(qn("w:t"), qn("w:tab"), qn("w:br"))))


def _text(node) -> str:
    return node.text or "" if node.tag == qn("w:t") else " "


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("branch", BRANCHES)
def test_all_text_is_in_the_file(branch):
    made = paper(branch)
    text = words_of(opened(made))
    for words in made.texts:
        assert squeezed(words) in text, words
    assert squeezed(made.foot.note) in text


def test_the_page_has_the_layout_s_margins():
    section = opened(paper()).sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin,
             section.left_margin, section.right_margin)  # fmt: skip
    assert [round(side.mm) for side in sides] == [210, 297, 20, 20, 30, 15]


@pytest.mark.parametrize("branch", BRANCHES)
def test_the_heading_is_a_table_of_issuer_and_nation(branch):
    made = paper(branch)
    table = opened(made).tables[0]
    left, right = table.rows[0].cells
    assert squeezed(made.issuer.text) in squeezed(left.text)
    assert squeezed(made.heading[0]) in squeezed(right.text)
    number, place = table.rows[1].cells
    assert (number.text, place.text) == (made.number, made.place_date)


@pytest.mark.parametrize("branch", BRANCHES)
def test_each_component_has_a_style_of_its_own_in_the_layout_s_size(branch):
    made = paper(branch)
    document = opened(made)
    for name, style in made.layout.text:
        found = document.styles["Official " + name.replace("_", " ")]
        assert found.font.size.pt == style.size
        assert bool(found.font.bold) == style.bold
    assert document.styles["Normal"].font.name == "Times New Roman"


@pytest.mark.parametrize(("language", "proofing"), [("vi", "vi-VN"), ("en", "en-GB")])
def test_the_proofing_language_is_that_of_the_paper_and_of_what_stays_vietnamese(language, proofing):
    styles = opened(paper(language=language)).styles
    kept = {"superior", "authority", "signer title", "signer name", "recipients"}
    for style in styles:
        found = {node.get(qn("w:val")) for node in style.element.iter(qn("w:lang"))}
        if style.name.removeprefix("Official ") in kept:
            assert found == {"vi-VN"}
        else:
            assert found <= {proofing}
    defaults = styles.element.find(qn("w:docDefaults"))
    assert {node.get(qn("w:val")) for node in defaults.iter(qn("w:lang"))} == {proofing}


def test_a_name_in_another_language_is_spelled_in_it_and_alone():
    named = (Run("Feedback goes to "), Run("Ban Dân vận", language="vi"), Run("a.example", "https://a.example/", "vi"))
    body = opened(paper(language="en", subject=named, body=(Block(BlockKind.PARAGRAPH, named),))).element.body
    spelled = {(run.text, node.get(qn("w:val"))) for run in body.iter(qn("w:r")) for node in run.iter(qn("w:lang"))}
    assert spelled == {("Ban Dân vận", "vi-VN"), ("a.example", "vi-VN")}


def test_the_last_paragraph_goes_along_with_the_signature():
    body = opened(paper()).element.body
    signature = list(body.iter(qn("w:tbl")))[1]
    before = [signature.getprevious(), signature.getprevious().getprevious()]
    assert [one.pPr.find(qn("w:keepNext")) is not None for one in before] == [True, True]
    assert "".join(node.text for node in before[1].iter(qn("w:t"))) == "Trân trọng thông báo./."


def test_the_page_number_is_in_the_header_but_not_on_the_first_page():
    section = opened(paper()).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element).decode()
    assert "PAGE" not in etree.tostring(section.first_page_header._element).decode()


def test_the_state_draws_a_line_where_the_party_has_signs():
    assert "w:pBdr" in etree.tostring(opened(paper("state")).tables[0]._tbl).decode()
    party = opened(paper("party"))
    assert "*" in party.tables[0].rows[0].cells[0].text
    assert "-----" in [paragraph.text for paragraph in party.paragraphs]


def test_links_are_live_and_the_code_has_a_text_instead():
    document = opened(paper())
    targets = {relation.target_ref for relation in document.part.rels.values() if relation.is_external}
    assert "https://gop-y.example/" in targets
    descriptions = [node.get("descr") for node in document.element.body.iter(qn("wp:docPr"))]
    assert descriptions == ["Mã QR"]


def test_a_paper_without_a_code_has_no_picture():
    made = paper()
    plain = paper(foot=type(made.foot)(note="x", address=()))
    assert not list(opened(plain).element.body.iter(qn("wp:docPr")))


def test_nothing_in_the_file_tells_when_or_where_it_was_made():
    with zipfile.ZipFile(io.BytesIO(official_docx(paper()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2
    assert "python-docx" not in core


def digest_of_sample() -> str:
    import hashlib

    return hashlib.sha256(official_docx(paper("party"))).hexdigest()


PROGRAM = "from tests.drawing.test_official_docx import digest_of_sample as d; print(d())"


@pytest.mark.parametrize("surroundings", [{"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1"},
                                          {"TZ": "America/New_York", "PYTHONHASHSEED": "77", "LANG": "C"}])  # fmt: skip
def test_every_process_time_zone_and_hash_seed_gives_the_same_bytes(surroundings):
    made = subprocess.run([sys.executable, "-c", PROGRAM], env={**os.environ, **surroundings}, capture_output=True,
                          text=True, check=True)  # fmt: skip
    assert made.stdout.strip() == digest_of_sample()


@pytest.mark.parametrize("markup", ["<w:t>", "]]>", "&amp;", "&", "<!-- -->", "{MERGEFIELD x}", "\u200d", "#"])
def test_markup_in_plan_text_stays_text(markup):
    made = paper(subject=f"A {markup} B", body=(Block(BlockKind.PARAGRAPH, (Run(markup + "."),)),))
    assert f"A {markup} B" in [paragraph.text for paragraph in opened(made).paragraphs]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), min_size=1,
                max_size=300).filter(str.strip)  # fmt: skip


@settings(max_examples=25)
@given(WORDS, WORDS)
def test_any_words_that_a_plan_may_hold_come_back(subject, line):
    text = words_of(opened(paper(subject=subject, recipients=(f"- {line}",))))
    assert squeezed(subject) in text
    assert squeezed(line) in text


@settings(max_examples=10)
@given(WORDS)
def test_composed_and_decomposed_letters_give_the_same_file(words):
    one, other = (unicodedata.normalize(form, words) for form in ("NFC", "NFD"))
    assert official_docx(paper(subject=one)) == official_docx(paper(subject=other))


def test_accents_do_not_widen_a_line():
    assert text_width("Độc lập", 14) == text_width("Doc lap", 14)


@pytest.mark.parametrize("branch", BRANCHES)
def test_libreoffice_opens_the_file_and_loses_no_text(branch, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is missing: sudo apt-get install libreoffice-writer-nogui")
    made = paper(branch)
    file = tmp_path / "notice.docx"
    file.write_bytes(official_docx(made))
    # A profile of its own: LibreOffice refuses to start twice with one.
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", AS_TEXT, "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = squeezed((tmp_path / "notice.txt").read_text("utf-8-sig"))
    for words in made.texts:
        assert squeezed(words) in text, words
