"""No address that does harm, or is not what it seems, is ever linked; a form is https or nothing."""

import unicodedata
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.address import fault_of, form_fault, is_host, mailbox_of, number_of, written_fault

HOSTILE = [
    ("javascript:alert(1)", "address_scheme"),
    ("JaVaScRiPt:alert(1)", "address_scheme"),
    ("java\tscript:alert(1)", "address_sign"),
    (" https://a.example", "address_sign"),
    ("https://a.example/ b", "address_sign"),
    ("https://a.example/\u202egpj.exe", "address_sign"),
    ("https://a\u200b.example", "address_sign"),
    ("https:\\\\a.example", "address_sign"),
    ('https://a.example/"onclick=', "address_sign"),
    ("data:text/html,<b>", "address_sign"),
    ("data:text/html;base64,AA", "address_scheme"),
    ("file:///etc/passwd", "address_scheme"),
    ("ftp://a.example/", "address_scheme"),
    ("//a.example/", "address_scheme"),
    ("a.example", "address_scheme"),
    ("https://docs.google.com@evil.example/", "address_user"),
    ("https://user:pass@a.example/", "address_user"),
    ("https://docs.gооgle.com/", "address_host"),  # two Cyrillic letters
    ("https://xn--gogle-kye.example/", "address_host"),
    ("https://a。example/", "address_host"),
    ("https://127.0.0.1/", "address_host"),
    ("https://2130706433/", "address_host"),
    ("https://localhost/", "address_host"),
    ("https:///a.example", "address_host"),
    ("https://", "address_host"),
    ("https://a.example:99999/", "address_host"),
    ("https://a.example:/", "address_host"),
    ("https://%61.example/", "address_host"),
    ("https://a..example/", "address_host"),
    ("https://-a.example/", "address_host"),
    ("mailto:nobody", "address_host"),
    ("mailto:a@b@c.example", "address_host"),
    ("tel:hello", "address_host"),
    ("https://a.example/" + "x" * 1000, "address_long"),
]


@pytest.mark.parametrize(("address", "fault"), HOSTILE)
def test_a_hostile_address_is_refused_by_its_fault(address, fault):
    assert fault_of(address) == fault
    assert form_fault(address) == fault


@pytest.mark.parametrize(
    "address",
    [
        "https://docs.google.com/forms/d/e/1FAI_x-y/viewform?usp=pp_url&entry.1=a%20b#c",
        "https://ee.kobotoolbox.org/x/AbC123?d[/data/noi]=x",
        "https://a.example:8443/",
        "mailto:gop.y@a.example?subject=x",
        "tel:+842723826259",
        "sms:19000000?body=x",
        "http://cu.example/",
    ],
)
def test_an_honest_address_may_be_linked(address):
    assert fault_of(address) is None


@pytest.mark.parametrize("address", ["http://a.example/", "mailto:a@b.example", "tel:19000000", "sms:19000000"])
def test_only_https_is_a_form(address):
    assert form_fault(address) == "form_not_https"


@given(st.text(max_size=60))
def test_what_is_accepted_for_a_form_is_plain_https_whatever_is_written(text):
    if form_fault(text) is None:
        parts = urlsplit(text)
        assert parts.scheme == "https"
        assert parts.username is None
        assert is_host(parts.hostname)


@given(
    st.sampled_from(["javascript:", "https://", "HTTPS://", "data:", "//", "mailto:", "http:", "tel:"]),
    st.text(st.sampled_from("aZ0.-@/\\:%?#[]\t\n \u200b\u202eеоａ。xn--_ \x00\x1f\"'<>`"), max_size=30),
)
def test_pieces_of_hostile_addresses_never_make_a_link_that_misleads(start, rest):
    address = start + rest
    if fault_of(address) is None:
        assert address.partition(":")[0].lower() in ("https", "http", "mailto", "tel", "sms")
        assert not any(unicodedata.category(c) in ("Cc", "Cf", "Zs", "Zl", "Zp") for c in address)
        assert "\\" not in address
        parts = urlsplit(address)
        if parts.scheme in ("https", "http"):
            assert "@" not in parts.netloc
            assert parts.netloc.isascii()
            assert is_host(parts.hostname)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("0272 3826 259", None),
        ("zalo.me/0900000000", None),
        ("Phòng 5: tiếp dân thứ năm", None),
        ("gopy@a.example", None),
        ("https://a.example/b", None),
        ("java script:alert(1)", "address_scheme"),
        ("\x01javascript:alert(1)", "address_scheme"),
        ("chrome://settings", "address_scheme"),
        ("https://b@a.example", "address_user"),
    ],
)
def test_what_people_write_as_a_target_is_told_apart(text, fault):
    assert written_fault(text) == fault


def test_numbers_and_mailboxes_are_recognised():
    assert number_of(" (0272) 3.826-259") is None or number_of("0272 3.826-259") == "02723826259"
    assert number_of("+84 272 382 6259") == "+842723826259"
    assert number_of("số 5") is None
    assert mailbox_of(" gop.y@a.example ") == "gop.y@a.example"
    assert mailbox_of("gop y@a.example") is None
    assert mailbox_of("a@b") is None
