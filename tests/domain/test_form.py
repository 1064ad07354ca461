"""The place is filled in as each provider reads it, and Vietnamese survives the way."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.form import Form, FormProvider, field_example, filled, is_field, is_short, with_subject

PLACE = "Cổng công viên Ẵm & Ộc, 50%"
ENCODED = "C%E1%BB%95ng%20c%C3%B4ng%20vi%C3%AAn%20%E1%BA%B4m%20%26%20%E1%BB%98c%2C%2050%25"


def form(provider: str, address: str, field: str | None) -> Form:
    return Form(provider=FormProvider(provider), address=address, placement_field=field)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            form("google", "https://docs.google.com/forms/d/e/X/viewform", "entry.12"),
            f"https://docs.google.com/forms/d/e/X/viewform?usp=pp_url&entry.12={ENCODED}",
        ),
        (
            form("google", "https://docs.google.com/forms/d/e/X/viewform?usp=sf_link", "entry.12"),
            f"https://docs.google.com/forms/d/e/X/viewform?usp=sf_link&entry.12={ENCODED}",
        ),
        (
            form("microsoft", "https://forms.office.com/Pages/ResponsePage.aspx?id=T9ss_u", "rf840"),
            f"https://forms.office.com/Pages/ResponsePage.aspx?id=T9ss_u&rf840={ENCODED}",
        ),
        (
            form("enketo", "https://enketo.example/single/abc", "/data/noi"),
            f"https://enketo.example/single/abc?d%5B%2Fdata%2Fnoi%5D={ENCODED}",
        ),
        (
            form("kobo", "https://ee.kobotoolbox.org/x/abc", "/data/group_a/noi"),
            f"https://ee.kobotoolbox.org/x/abc?d%5B%2Fdata%2Fgroup_a%2Fnoi%5D={ENCODED}",
        ),
        (
            form("limesurvey", "https://ks.example/index.php/123?lang=vi", "NOI"),
            f"https://ks.example/index.php/123?lang=vi&newtest=Y&NOI={ENCODED}",
        ),
        (form("other", "https://a.example/f?x=1#y", "noi"), f"https://a.example/f?x=1&noi={ENCODED}#y"),
    ],
)
def test_each_provider_gets_the_place_in_its_own_way(made, expected):
    assert filled(made, PLACE) == expected


def test_a_place_that_the_address_names_already_is_replaced():
    made = form("other", "https://a.example/f?noi=cu&x=1", "noi")
    assert filled(made, "mới") == "https://a.example/f?x=1&noi=m%E1%BB%9Bi"


def test_without_a_field_or_a_place_the_address_stays_as_it_is():
    address = "https://docs.google.com/forms/d/e/X/viewform"
    assert filled(form("google", address, None), PLACE) == address
    assert filled(form("google", address, "entry.1"), None) == address


@given(st.sampled_from(list(FormProvider)), st.text(max_size=40))
def test_whatever_the_place_is_called_the_form_reads_it_back(provider, place):
    example = field_example(provider)
    address = filled(form(provider.value, "https://a.example/f?a=b", example), place)
    name = f"d[{example}]" if provider in (FormProvider.KOBO, FormProvider.ENKETO) else example
    read = parse_qs(urlsplit(address).query, keep_blank_values=True, errors="surrogatepass")
    assert read[name] == [place]
    assert read["a"] == ["b"]


@pytest.mark.parametrize("provider", list(FormProvider))
def test_the_example_for_people_is_right(provider):
    assert is_field(provider, field_example(provider))


@pytest.mark.parametrize(
    ("provider", "name"),
    [("google", "123"), ("google", "entry.x"), ("microsoft", "q1"), ("enketo", "noi"), ("limesurvey", "1a&b=c")],
)
def test_a_field_that_the_provider_does_not_know_is_told(provider, name):
    assert not is_field(FormProvider(provider), name)


def test_shortened_addresses_are_known():
    assert is_short("https://forms.gle/AbC")
    assert is_short("https://forms.office.com/r/AbC")
    assert not is_short("https://docs.google.com/forms/d/e/X/viewform")


def test_mails_and_messages_carry_the_subject_and_calls_do_not():
    subject = "Góp ý CQZN80: vỉa hè & chợ"
    assert with_subject("mailto:a@b.example", subject).startswith(
        "mailto:a@b.example?subject=G%C3%B3p%20%C3%BD%20CQZN80"
    )
    assert "%26" in with_subject("mailto:a@b.example", subject)
    assert with_subject("sms:+8419000000", subject).startswith("sms:+8419000000?body=G%C3%B3p")
    assert with_subject("tel:19000000", subject) == "tel:19000000"
    assert with_subject("https://zalo.me/0900", subject) == "https://zalo.me/0900"
    assert with_subject("mailto:a@b.example?subject=x", subject) == "mailto:a@b.example?subject=x"
