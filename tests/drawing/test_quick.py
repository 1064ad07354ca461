"""Our environment of templates says what Jinja's own says, and refuses what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from generator.drawing.quick import QuickEnvironment, escaped

PARTS = """
{% macro plain(x) %}<b>{{ x }}</b>{% endmacro %}
{% macro named(x, level=3, mark="<") %}
<h{{ level }}>{{ plain(x) }}{{ mark }}{{ say('a.b', n=x) }}</h{{ level }}>{% endmacro %}
{% macro many(x) %}{{ x }}{{ varargs | join(', ') }}{{ kwargs.get('other', '') }}{% endmacro %}
{% macro around(x) %}<p title="{{ x }}">{{ caller() }}{{ plain(x) | upper }}</p>{% endmacro %}
{% macro tree(x, depth) %}{% if depth %}<ul>{{ tree(x, depth - 1) }}{{ x }}</ul>{% endif %}{% endmacro %}
"""
PAGE = """
{% import "parts.html" as p with context %}
{% block body %}
{% for x in values %}{% set own = x %}
<li id="{{ own }}">{{ loop.index }}{{ p.plain(own) }}{{ p.named(own) }}{{ p.named(own, 4) }}{{ p.named(own, mark=own) }}
{{ p.many(own, own, 1, other=own) }}{% call p.around(own) %}{{ p.plain(own) }}{{ own }}{% endcall %}{{ p.tree(own, 3) }}
{{ own ~ '<i>' }}{{ own | forceescape }}{{ own | e }}{{ own | tojson }}{{ (own | string)[:2] }}{{ say('key') }}</li>
{% endfor %}
{% endblock %}
"""


class Finished:
    """Says itself what it is in HTML."""

    def __html__(self) -> str:
        return "<hr>"


def made_by(kind: type[Environment], page: str = PAGE) -> Environment:
    loader = DictLoader({"parts.html": PARTS, "page.html": page})
    return kind(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


QUICK, PLAIN = made_by(QuickEnvironment).get_template("page.html"), made_by(Environment).get_template("page.html")


def say(key: str, n: object = "") -> str:
    return f"{key} & {n}"


@given(st.lists(st.text() | st.integers() | st.none() | st.text().map(Markup), max_size=4))
def test_a_page_is_the_same_as_with_the_plain_environment(values):
    assert QUICK.render(values=values, say=say) == PLAIN.render(values=values, say=say)


@pytest.mark.parametrize("value", ["", "a", "<a>", "&", "'", '"', Markup("<b>"), 1, 1.5, None, True, Finished()])
def test_what_is_escaped_is_what_may_stand_in_html(value):
    plain = Environment(autoescape=True).from_string("{{ x }}")
    assert str(escaped(value)) == plain.render(x=value)


def test_a_text_of_another_class_is_escaped_too():
    class Own(str):
        """A text that says nothing of HTML."""

    assert escaped(Own("<a>")) == "&lt;a&gt;"


@pytest.mark.parametrize("wrong", ["{{ nothing }}", "{{ p.plain(1, 2) }}", "{{ p.plain() }}", "{{ p.plain(y=1) }}"])
def test_what_jinja_refuses_is_refused(wrong):
    for kind in (QuickEnvironment, Environment):
        with pytest.raises((UndefinedError, TypeError)):
            made_by(kind, '{% import "parts.html" as p with context %}' + wrong).get_template("page.html").render()
