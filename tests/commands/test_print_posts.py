"""The print kit's ready texts for Zalo and Facebook: the plan's facts, the code's address, nothing made up."""

import unicodedata
import zipfile

import pytest

from generator.domain.code import code_for
from tests.website.projects import ROOT, TAN_AN, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
STREETS = "gop-y-duong-pho"
PLAN = f"plans/{STREETS}.yml"


@pytest.fixture
def project(tmp_path):
    return copy_of(CODES, tmp_path)


def texts(project, *options, plan=STREETS, day="2026-04-20") -> dict[str, str]:
    """Give the texts of a kit by network and language, with the placement in front where there is one."""
    output = project / "out"
    done = run("--project", project, "print", plan, "--as-of", day, "--format", "sticker", "--output", output, *options)
    assert done.exit_code == 0, done.output
    (file,) = output.iterdir()
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.endswith(("-vi.txt", "-en.txt"))]
        found = {name.removeprefix(f"{plan}-").removesuffix(".txt"): archive.read(name).decode() for name in names}
    file.unlink()
    return found


def test_a_post_says_what_until_when_where_and_whom_to_call(project):
    zalo = texts(project)["zalo-vi"]
    assert zalo.splitlines() == [
        "Mời người dân góp ý: Góp ý đường phố",
        "Mời người dân góp ý về đường phố.",
        "Thời gian nhận góp ý: từ ngày 01/3/2026 đến ngày 31/5/2026",
        f"Gửi góp ý tại: https://ma.example/Q/{code_for(STREETS)}/",
        "Đường dây nóng: 1900 0000",
        "Thành ủy – thành phố Tân An",
        "(Trang minh hoạ)",
    ]


def test_english_is_english(project):
    found = texts(project)
    assert set(found) == {"zalo-vi", "zalo-en", "facebook-vi", "facebook-en"}
    assert found["zalo-en"].startswith(
        "Have your say: Views on streets\nPeople are asked for their views on streets.\n"
    )
    assert "Feedback period: from 1 March 2026 to 31 May 2026" in found["facebook-en"]


def test_a_placement_s_text_leads_to_its_own_code_so_that_posts_are_counted_apart(project):
    found = texts(project, "--placement", "cong-vien", "--placement", "nha-van-hoa")
    for place in ("cong-vien", "nha-van-hoa"):
        assert f"https://ma.example/Q/{code_for(STREETS, place)}/" in found[f"{place}-zalo-vi"]


def test_what_is_not_stated_is_left_out_with_its_line(project):
    line = "  - {id: dien-thoai, purpose: feedback, kind: phone, label: {vi: Điện thoại, en: Telephone}, "
    change(project / PLAN, line + 'target: "1900 0000"}\n', "")
    assert "nóng" not in texts(project)["zalo-vi"]
    assert "None" not in "".join(texts(project).values())


def test_a_plan_without_english_has_no_english_text(project):
    change(project / PLAN, "short_title: {vi: Góp ý đường phố, en: Views on streets}", "short_title: Góp ý đường phố")
    assert set(texts(project)) == {"zalo-vi", "facebook-vi"}


def test_a_long_summary_ends_with_a_sentence(project):
    sentence = "Mọi ý kiến đều được đọc và được trả lời công khai trên trang này."
    change(project / PLAN, "vi: Mời người dân góp ý về đường phố.", "vi: " + " ".join([sentence] * 20))
    found = texts(project)
    assert len(found["facebook-vi"]) < 1000
    assert len(found["zalo-vi"]) < 500
    assert sentence + "\n\n" in found["facebook-vi"]
    assert found["zalo-vi"].count(sentence) == 1


def test_braces_in_a_plan_are_words(project):
    change(project / PLAN, "vi: Góp ý đường phố", "vi: 'Góp ý {hotline} {0}'")
    assert texts(project)["zalo-vi"].startswith("Mời người dân góp ý: Góp ý {hotline} {0}\n")


def test_the_texts_of_the_real_plan_have_a_sensible_length(tmp_path):
    project = copy_of(ROOT, tmp_path)
    found = texts(project, plan=TAN_AN, day="2024-03-01")
    for name, text in found.items():
        assert len(text) < (500 if name.startswith("zalo") else 1000), name
        assert unicodedata.is_normalized("NFC", text)
        # What a network shows before "see more" holds the address.
        assert text.index("https://") < 400, name
