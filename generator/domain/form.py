"""Forms on other sites: their address, and how each provider lets an answer be filled in beforehand.

What is filled in is the place where a code hangs, so that answers can be told apart by place; never anything
about the person.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Literal
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.domain.address import form_fault
from generator.domain.text import Line
from generator.domain.value import value


class FormProvider(StrEnum):
    """Whose form it is."""

    GOOGLE = "google"
    MICROSOFT = "microsoft"
    KOBO = "kobo"
    ENKETO = "enketo"
    LIMESURVEY = "limesurvey"
    OTHER = "other"


def _form_address(written: str) -> str:
    fault = form_fault(written)
    if fault is not None:
        raise PydanticCustomError("form_address", "not an address for a form", {"text": written, "fault": fault})
    return written


FormAddress = Annotated[Line, AfterValidator(_form_address)]


@value
class Form:
    """A form. `placement_field` is the provider's own name of the question that takes the place."""

    provider: FormProvider
    address: FormAddress
    placement_field: Line | None = None
    placement_value: Literal["where", "id", "code"] = "where"
    """What is filled in: the words for the place, the placement's id, or its code."""


# How each provider names a question in an address, with an example for people.
# Google: "Get pre-filled link" gives entry.<number>. Microsoft: "Get prefilled URL" gives r<hexadecimal>.
# Enketo, and KoboToolbox whose web forms are Enketo: d[<path of the node>]. LimeSurvey: the question's code or its
# survey, group and question number (SGQA).
_FIELDS: Mapping[FormProvider, tuple[str, str]] = MappingProxyType(
    {
        FormProvider.GOOGLE: (r"entry\.\d{1,20}", "entry.123456789"),
        FormProvider.MICROSOFT: (r"r[0-9a-f]{3,40}", "rf8401a2b3c4d5e6f"),
        FormProvider.KOBO: (r"(/[A-Za-z_][\w.-]*){1,12}", "/data/noi_dat_ma"),
        FormProvider.ENKETO: (r"(/[A-Za-z_][\w.-]*){1,12}", "/data/noi_dat_ma"),
        FormProvider.LIMESURVEY: (r"[A-Za-z]\w{0,40}|\d+X\d+X\w+", "NOIDATMA"),
        FormProvider.OTHER: (r"[A-Za-z_][\w.\[\]-]{0,60}", "noi_dat_ma"),
    }
)
# What a provider wants besides: Google's mark of a filled-in link, LimeSurvey's new session for each reader.
_MORE: Mapping[FormProvider, tuple[tuple[str, str], ...]] = MappingProxyType(
    {FormProvider.GOOGLE: (("usp", "pp_url"),), FormProvider.LIMESURVEY: (("newtest", "Y"),)}
)
# Short addresses of the providers lead on to the long one and need not hand on what is filled in.
_SHORT = re.compile(r"https://(forms\.gle/|forms\.(office|cloud\.microsoft)(\.com)?/r/)", re.IGNORECASE)


def field_example(provider: FormProvider) -> str:
    """Give an example of how the provider names a question."""
    return _FIELDS[provider][1]


def is_field(provider: FormProvider, name: str) -> bool:
    """Say whether `name` is how the provider names a question in an address."""
    return re.fullmatch(_FIELDS[provider][0], name) is not None


def is_short(address: str) -> bool:
    """Say whether an address is a provider's shortened one, to which nothing can be added with certainty."""
    return _SHORT.match(address) is not None


def filled(form: Form, answer: str | None) -> str:
    """Give the form's address with `answer` filled in as the place; as it is where there is nothing to fill in."""
    if answer is None or form.placement_field is None:
        return form.address
    parts = urlsplit(form.address)
    key = form.placement_field
    name = f"d[{key}]" if form.provider in (FormProvider.KOBO, FormProvider.ENKETO) else key
    given = {pair[0] for pair in parse_qsl(parts.query, keep_blank_values=True)}
    added = [pair for pair in _MORE.get(form.provider, ()) if pair[0] not in given]
    kept = [part for part in parts.query.split("&") if part and part.partition("=")[0] != quote(name, safe="")]
    query = "&".join((*kept, *(_pair(*pair) for pair in (*added, (name, answer)))))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))


def with_subject(address: str, subject: str) -> str:
    """Give a mailto: address with its subject (RFC 6068), an sms: address with its text (RFC 5724).

    Any other address comes back as it is: tel: and Zalo know no subject. One that has a subject keeps it.
    """
    field = {"mailto": "subject", "sms": "body"}.get(address.partition(":")[0].lower())
    if field is None or "?" in address:
        return address
    return f"{address}?{_pair(field, subject)}"


def _pair(name: str, text: str) -> str:
    """Write one parameter in percent-encoded UTF-8; a space as %20, which every kind of address understands."""
    return f"{quote(name, safe='')}={quote(text, safe='')}"
