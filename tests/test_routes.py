"""Links from page to page are those that the standard library finds, and lead where they should (RFC 3986)."""

import posixpath
from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from generator.routes import relative

_STEPS = st.lists(st.sampled_from(("en", "ke-hoach", "co-quan", "a", "b")), max_size=4).map("/".join)
_PAGES = _STEPS.map(lambda folder: f"{folder}/" if folder else "")
_FILES = st.tuples(_PAGES, st.sampled_from(("tin.atom", "404.html"))).map("".join)


@given(_PAGES, _PAGES | _FILES, st.sampled_from(("", "#viec-1")))
def test_a_link_leads_from_its_page_to_its_target(source, target, fragment):
    base = "https://example.org/kh/"
    assert urljoin(base + source, relative(source, target + fragment)) == base + target + fragment


@given(_PAGES, _PAGES)
def test_a_link_is_as_short_as_it_can_be(source, target):
    shortest = posixpath.relpath(f"/{target}", f"/{source}") + "/"
    assert relative(source, target) == shortest
