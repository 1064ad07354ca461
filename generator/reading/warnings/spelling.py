"""Spelling: known errors, and names and titles that one document writes in two ways."""

import re
from collections.abc import Iterator

from generator.reading.rules.records import Named
from generator.reading.warnings.evidence import Evidence, Finding, finding
from generator.reading.warnings.lists import load_lists

# Words with a capital that follow each other without a sign between them: a name.
_NAME = re.compile(r"[^\W\d_a-zà-ỹđ][^\W\d_]*(?: [^\W\d_a-zà-ỹđ][^\W\d_]*)+")
_SHORTEST_NAME = 3


def known_misspelling(evidence: Evidence) -> Iterator[Finding]:
    """W01: a text has a spelling that is known as an error of scans or of typing."""
    for error in load_lists().misspellings:
        if error.words in evidence.folded:
            for named in evidence.texts:
                found = error.pattern.search(named.text)
                if found:
                    yield finding("known_misspelling", named.path, wrong=found.group(), right=error.right)


def name_cut_short(evidence: Evidence) -> Iterator[Finding]:
    """W02: a full name stands both with and without its last word ("Nguyễn Thị Minh", "… Minh Khai")."""
    names = _full_names(evidence)
    for name in names:
        shorter = name.rpartition(" ")[0]
        if shorter in names:
            yield finding("name_cut_short", names[shorter].path, shorter=shorter, longer=name)


def _full_names(evidence: Evidence) -> dict[str, Named]:
    """Give each full name in the texts of the document, with the first text that has it."""
    families, found = load_lists().families, dict[str, Named]()
    for named in evidence.document_texts:
        for name in _NAME.findall(named.text):
            words = name.split()
            start = next((n for n, word in enumerate(words) if word in families), len(words))
            if len(words) - start >= _SHORTEST_NAME:
                found.setdefault(" ".join(words[start:]), named)
    return found


def capitals_differ(evidence: Evidence) -> Iterator[Finding]:
    """W02: a title of office, or a committee of the plan, is written with different capitals."""
    committees = (committee.name.vi for committee in evidence.plan.committees)
    for term in dict.fromkeys((*load_lists().titles, *committees)):
        forms = _forms(evidence, term)
        if len(forms) > 1:
            first, second = list(forms.items())[:2]
            yield finding("capitals_differ", second[1].path, one=first[0], other=second[0])


def _forms(evidence: Evidence, term: str) -> dict[str, Named]:
    """Give the ways in which `term` is written, with the first text of each.

    The first letter follows the sentence, and a line all in capitals says nothing.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
    found: dict[str, tuple[str, Named]] = {}
    for named in evidence.document_texts_with(term):
        for form in pattern.findall(named.text):
            if not form.isupper():
                found.setdefault(form[1:], (form, named))
    return dict(found.values())
