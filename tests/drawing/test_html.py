"""Values within attributes of HTML."""

import json
from html import unescape

import pytest
from jinja2 import Environment

from generator.drawing.html import as_data

CHANGES = (("0001-01-01", "not_yet_open"), ("2023-05-01", "<open> & 'đóng' \""))


@pytest.mark.parametrize("value", [(), CHANGES, "</script>", ("a", ("b",))])
def test_a_value_stands_in_an_attribute_as_json(value):
    assert json.loads(unescape(as_data(value))) == json.loads(json.dumps(value))
    assert not set('<>"') & set(as_data(value))


def test_it_is_written_as_by_jinjas_own_filters():
    plain = Environment(autoescape=True).from_string("{{ value | tojson | forceescape }}")
    assert as_data(CHANGES) == plain.render(value=CHANGES)
