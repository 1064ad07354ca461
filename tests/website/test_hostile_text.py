"""Whatever anyone writes into any text of a plan is shown as text: no element, attribute or script comes of it.

Every text field of real plans is found by walking their values, and filled with generated words, another in each
place; every address that the reader lets pass is filled too. What is not generated but known, through files and in a
browser, is in `test_hostile_site.py`. Pages are read by two parsers (libxml2's, and one by the rules of HTML5 as
browsers have them) and may hold only such elements and attributes as the same pages have with harmless words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from itertools import cycle
from typing import Any, get_args, get_type_hints

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from selectolax.lexbor import LexborHTMLParser

from generator.domain.address import written_fault
from generator.domain.plan import Plan
from generator.domain.text import Line, Words
from generator.outputs.registry import all_jobs
from generator.page import FinishedPage, MarkdownPage
from generator.publishing.engine import render_site
from generator.publishing.shell_words import shell_of
from generator.reading.characters import normalised, without_hidden
from generator.views.site import site_view
from tests.website.hostile import ADDRESSES
from tests.website.projects import real_project

PLANS = ("tan-an-gop-y-hien-ke", "long-khanh-chinh-quyen-than-thien")
OPEN = date(2024, 3, 1)
HARMLESS = "Lời thường"
# Names of files, bodies and forms, and wordings with braces are checked when they are read; they stay as they are.
KEPT = {"address", "file", "sha256", "agency", "placement_field", "ref", "notices"}


class Supply:
    """Gives words, and addresses, in turn."""

    def __init__(self, words: Sequence[str], addresses: Sequence[str] = ()) -> None:
        self._words, self._addresses = cycle(words), cycle(addresses)
        self.with_addresses = bool(addresses)

    def word(self) -> str:
        return next(self._words)

    def address(self) -> str:
        return next(self._addresses)


def is_line(hint: Any) -> bool:
    return hint == Line or any(is_line(part) for part in get_args(hint) if part is not str)


def filled(value: Any, supply: Supply) -> Any:
    """Give `value` with words of `supply` in every text that people read."""
    if isinstance(value, Words):
        return Words(vi=supply.word(), translations=tuple((code, supply.word()) for code, _ in value.translations))
    if isinstance(value, tuple):
        return tuple(filled(item, supply) for item in value)
    if not is_dataclass(value) or type(value).__module__.startswith("generator.domain.times"):
        return value
    hints = get_type_hints(type(value), include_extras=True)
    return replace(value, **{f.name: new_value(value, f.name, hints[f.name], supply) for f in fields(value)})


def new_value(owner: Any, name: str, hint: Any, supply: Supply) -> Any:
    value = getattr(owner, name)
    if name in KEPT:
        return value
    if name in ADDRESSES:
        return supply.address() if isinstance(value, str) and supply.with_addresses else value
    if isinstance(value, str) and is_line(hint):
        return supply.word()
    if isinstance(value, dict):
        return {key: supply.word() if isinstance(text, str) else filled(text, supply) for key, text in value.items()}
    if isinstance(value, tuple) and value and all(isinstance(text, str) for text in value) and is_line(hint):
        return tuple(supply.word() for _ in value)
    return filled(value, supply)


def texts_of(plan: Plan) -> int:
    return repr(filled(plan, Supply(["§§"]))).count("§§")


def pages(*words: str, addresses: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Build the two plans with `words` in the texts in turn, in memory: (path, HTML)."""
    project, supply = real_project(), Supply(words, addresses)
    plans = tuple(filled(plan, supply) for plan in project.plans if plan.id in PLANS)
    hostile = replace(project, plans=plans, facts=(), published=type(project.published)())
    site = site_view(hostile, OPEN, False)
    contexts = {context.language: context for context in site.contexts}
    waiting: dict[str, list[FinishedPage | MarkdownPage]] = {code: [] for code in contexts}
    for job in all_jobs(site):
        if not job.path.endswith(".html") or ("co-quan/" in job.path and "tan-an" not in job.path):
            continue
        made = job.make()
        if isinstance(made, bytes):
            yield job.path, made.decode()
        else:
            waiting[job.language or "vi"].append(made)
    for code, some in waiting.items():
        yield from ((path, data.decode()) for path, data in render_site(shell_of(site, contexts[code]), some))


Shape = tuple[str, frozenset[str]]


def by_libxml(text: str) -> Iterator[Shape]:
    for element in lxml_html.document_fromstring(text).iter():
        if isinstance(element.tag, str):
            yield element.tag, frozenset(element.attrib)


def by_html5(text: str) -> Iterator[Shape]:
    for node in LexborHTMLParser(text).css("*"):
        yield node.tag or "", frozenset(node.attributes)


def links(text: str) -> list[str]:
    return [str(link) for _, _, link, _ in lxml_html.document_fromstring(text).iterlinks()]


@cache
def allowed(parser: Any) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Give the elements, and (element, attribute) pairs, of the same pages with harmless words."""
    shapes = {shape for _, text in pages(HARMLESS) for shape in parser(text)}
    return frozenset(tag for tag, _ in shapes), frozenset((tag, name) for tag, names in shapes for name in names)


@cache
def harmless_scripts() -> dict[str, int]:
    return {path: sum(tag == "script" for tag, _ in by_html5(text)) for path, text in pages(HARMLESS)}


def check(words: Sequence[str], addresses: Sequence[str] = ()) -> None:
    for path, text in pages(*words, addresses=addresses):
        for parser in (by_libxml, by_html5):
            tags, pairs = allowed(parser)
            seen = list(parser(text))
            assert {tag for tag, _ in seen} <= tags, (path, words)
            assert {(tag, name) for tag, names in seen for name in names} <= pairs, (path, words)
        assert sum(tag == "script" for tag, _ in by_html5(text)) <= harmless_scripts()[path], (path, words)
        schemes = {link.partition(":")[0].casefold() for link in links(text) if re.match(r"[\w+.-]+:", link)}
        assert schemes <= {"https", "http", "mailto", "tel", "sms", "data", "webcal"}, (path, schemes)


SCRAPS = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        '" onmouseover="alert(1)" x="',
        "' onfocus='alert(1)' autofocus='",
        "</title><h1>",
        "</style><b>",
        "</textarea></template><b>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&lt;script&gt;",
        "&#60;b&#62;",
        "{{ 7 * 7 }}",
        "{% include 'code.html' %}",
        "javascript:alert(1)",
        "[a](javascript:alert(1))",
        "data:text/html,<b>",
        "<a href=javascript:alert(1)>",
        "<base href=//a.vn>",
        "<meta http-equiv=refresh content=0>",
        "<style>*{}</style>",
        "\u2028",
        "\u202e",
        "<",
        ">",
        '"',
        "'",
        "`",
        "&",
        "\\",
        "\n",
        "\x00",
        "${1}",
        "%00",
        "đ",
    ]
)
HOSTILE = st.one_of(st.lists(SCRAPS, min_size=1, max_size=6).map("".join), st.text(min_size=1, max_size=40)).map(
    # What the reader leaves of a text: nothing that is hidden, and never nothing at all.
    lambda words: "a" + without_hidden(normalised(words))
)
EVERYTHING = "\"'><script>alert(1)</script><img src=x onerror=alert(1)></title></style><!--&lt;b&gt;{{ 7*7 }}</script>"


def test_the_walk_reaches_every_text_of_a_plan():
    counts = {plan.id: texts_of(plan) for plan in real_project().plans if plan.id in PLANS}
    assert min(counts.values()) > 150, counts


def test_the_words_are_to_be_seen():
    """Without this the walk could fill what no page shows."""
    shown = "".join(text for path, text in pages("kỳ-lạ-xyz") if "ke-hoach/tan-an" in path)
    assert shown.count("kỳ-lạ-xyz") > 200


def test_a_parser_sees_what_a_template_would_let_through():
    """Without this the law below could not fail."""
    page = next(text for path, text in pages(HARMLESS) if path.startswith("ke-hoach/tan-an"))
    head, body = page.split("<main", 1)
    broken = f"{head}<main{body.replace(HARMLESS, '<xss onclick=1>')}"
    for parser in (by_libxml, by_html5):
        assert "xss" in {tag for tag, _ in parser(broken)} - allowed(parser)[0]


# What no reader lets pass is told in `tests/domain/test_address.py`; the rest may stand in a link.
ADDRESS_SCRAPS = st.sampled_from(
    [
        *("javascript:alert(1)", "https://a.example/", "http://a.example", "//a.example", "mailto:a@b.vn", "tel:113"),
        *(
            "JavaScript",
            "vbscript",
            "data",
            ":",
            "/",
            "?a=1&b=2",
            "#x",
            "@",
            "&colon;",
            "&#58;",
            "%3a",
            "\t",
            "\n",
            " ",
        ),
        *('"', "'", "<script>", ">", "\\", "0272 3826 259", "Zalo", "a.vn", "{{ 7 }}", "đ", ";"),
    ]
)
PASSED = (
    st.lists(ADDRESS_SCRAPS, min_size=1, max_size=5)
    .map("".join)
    .map(lambda text: without_hidden(normalised(text)).strip())
    .filter(lambda text: bool(text) and written_fault(text) is None)
)


# No search for a shorter case: a case that fails is short, and each takes seconds.
@settings(max_examples=8, deadline=None, phases=(Phase.explicit, Phase.generate))
@example([EVERYTHING], ["tel:113"])
@given(st.lists(HOSTILE, min_size=20, max_size=60), st.lists(PASSED, min_size=4, max_size=20))
def test_no_text_becomes_an_element_an_attribute_or_a_script(words, addresses):
    check(words, addresses)
