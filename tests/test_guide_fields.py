"""The guide's table of fields says what editors show: one source for both, strings/vi.yml and its examples."""

import re

import pytest

from generator.reading.examples import example
from generator.reading.schemas import description
from generator.wording import load_strings
from tests.test_documents import SHARED, TABLES

VI = load_strings("vi")
ROWS = [
    (record, key, meaning, shown)
    for record, table in {"any": SHARED, **TABLES}.items()
    for key, (_, meaning, shown) in table.items()
]


@pytest.mark.parametrize(("record", "key", "meaning", "shown"), ROWS, ids=[f"{r}.{k}" for r, k, *_ in ROWS])
def test_a_row_of_the_guide_says_what_the_schema_says(record, key, meaning, shown):
    # The guide may add where more is told.
    without_link = re.sub(r", xem \[[^\]]*\]\([^)]*\)", "", meaning)
    assert without_link == description(record, key, [VI])
    assert shown == example(record, key)
