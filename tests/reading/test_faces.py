"""Signs that nothing drawn can show are told where they are written, in every file whose words are drawn."""

import unicodedata

import pytest

from generator.domain.problem import Severity
from generator.drawing.typst import signs_without_face
from generator.reading.faces import all_usual, sign_without_face
from generator.reading.project import read_project
from tests.website.projects import SMALL, copy_of

SETTINGS, PLAN, AGENCIES = "site_config.yml", "plans/gop-y-hien-ke.yml", "plans/agencies.yml"


def test_every_sign_that_is_not_asked_for_is_there():
    signs = [chr(number) for number in range(0x20, 0x2030) if all_usual(chr(number))]
    seen = "".join(sign for sign in signs if unicodedata.category(sign)[0] not in "CZM")
    assert len(seen) > 1300
    assert signs_without_face(seen) == frozenset()


@pytest.mark.parametrize(("text", "sign"), [("Góp ý → phố", None), ("Góp ý 中 về", "中"), ("a\u200bb 😀", "😀")])
def test_a_sign_is_told_where_the_faces_lack_it(text, sign):
    assert sign_without_face(text) == sign


def told(project):
    found = read_project(project).problems
    return [(one.location.file, one.code, one.severity) for one in found if one.code.startswith("sign_")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (SETTINGS, "name:", "tagline: Kế hoạch 😀\nname:", "sign_not_shown"),
        (AGENCIES, "name: ", "name: 中 ", "sign_not_shown"),
        (PLAN, "en: ", "en: 😀 ", "sign_without_face"),
    ],
)
def test_settings_registries_and_translations_are_looked_through(tmp_path, file, old, new, code):
    project = copy_of(SMALL, tmp_path)
    assert told(project) == []
    text = (project / file).read_text(encoding="utf-8")
    (project / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert (file, code, Severity.WARNING) in told(project)
