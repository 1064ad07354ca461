"""Names and words of the whole site that notices, prints and link cards cannot show."""

from collections.abc import Iterator
from dataclasses import replace

from generator.domain.problem import Problem, Severity
from generator.reading.faces import all_usual, sign_without_face
from generator.reading.nodes import Scalar
from generator.reading.rules.records import records
from generator.reading.validation import Document


def sign_not_shown(document: Document) -> Iterator[Problem]:
    """A sign that none of the faces has, which become empty boxes."""
    if all_usual(document.source.text):
        return
    for path, record in records(document.root):
        for key, (_, node) in record.entries.items():
            sign = sign_without_face(node.text) if isinstance(node, Scalar) and node.text else None
            if sign is not None:
                found = document.problem("sign_not_shown", (*path, key), sign=sign)
                yield replace(found, severity=Severity.WARNING)
