"""The site itself: name, address, languages, who answers for it, colours, and where its QR codes lead."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from generator.domain.agency import Contact
from generator.domain.channel import Channel
from generator.domain.scalar import Day, SchemaVersion, YesNo
from generator.domain.text import Line, OneOrMore, Text
from generator.domain.value import value

_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:\d+)?(/[\w./~-]*)?", re.IGNORECASE)


def _site_address(written: str) -> str:
    """Check an absolute http(s) address without query or fragment; give it with one `/` at the end."""
    if not _ADDRESS.fullmatch(written):
        raise PydanticCustomError("site_address", "not a site address", {"text": written})
    return written.rstrip("/") + "/"


SiteAddress = Annotated[Line, AfterValidator(_site_address)]
LanguageCode = Annotated[str, StringConstraints(pattern="^[a-z]{2}$")]
HexColour = Annotated[str, StringConstraints(strip_whitespace=True, pattern="^#[0-9a-fA-F]{6}$")]

PdfFont = Literal["Times New Roman", "Tinos", "Liberation Serif"]


@value
class Licence:
    """The licence of the content."""

    name: Text
    url: Line | None = None


# Licences that open data usually have: SPDX identifier, name, address. Their names stay in English everywhere.
_CREATIVE_COMMONS, _OPEN_DATA_COMMONS = "https://creativecommons.org/", "https://opendatacommons.org/licenses/"
KNOWN_LICENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "CC0-1.0": ("Creative Commons Zero 1.0", f"{_CREATIVE_COMMONS}publicdomain/zero/1.0/"),
        "CC-BY-4.0": ("Creative Commons Attribution 4.0", f"{_CREATIVE_COMMONS}licenses/by/4.0/"),
        "CC-BY-SA-4.0": ("Creative Commons Attribution-ShareAlike 4.0", f"{_CREATIVE_COMMONS}licenses/by-sa/4.0/"),
        "PDDL-1.0": ("Open Data Commons Public Domain Dedication and Licence 1.0", f"{_OPEN_DATA_COMMONS}pddl/1-0/"),
        "ODC-By-1.0": ("Open Data Commons Attribution License 1.0", f"{_OPEN_DATA_COMMONS}by/1-0/"),
        "ODbL-1.0": ("Open Data Commons Open Database License 1.0", f"{_OPEN_DATA_COMMONS}odbl/1-0/"),
    }
)


@value
class DataLicence:
    """The licence of the open data. `id` is its SPDX identifier, where it has one."""

    id: Line | None = None
    name: Text
    url: Line | None = None


def _licence_from_written(written: object) -> object:
    """Let the identifier of a usual licence stand for it, in large or small letters."""
    if not isinstance(written, str):
        return written
    known = {key.casefold(): key for key in KNOWN_LICENCES}
    found = known.get(written.strip().casefold())
    if found is None:
        return {"name": written}
    name, url = KNOWN_LICENCES[found]
    return {"id": found, "name": name, "url": url}


_READ_LICENCE = BeforeValidator(_licence_from_written, json_schema_input_type=str | DataLicence)
WrittenLicence = Annotated[DataLicence, _READ_LICENCE]


@value
class Urgent:
    """The urgent notice bar, shown on every page through `until`."""

    text: Text
    link: Line | None = None
    until: Day


@value
class QrSettings:
    """Where printed codes lead. `base` is the address in front of /Q/; the site's own where not given."""

    base: SiteAddress | None = None
    open: Literal["page", "form"] = "page"


@value
class SiteConfig:
    """All of site_config.yml."""

    schema: SchemaVersion
    name: Text
    tagline: Text | None = None
    address: SiteAddress
    languages: Annotated[tuple[LanguageCode, ...], OneOrMore] = ("vi",)
    """The default language first; it has no prefix in the addresses."""
    demo: YesNo = False
    """True shows the label of a demonstration on every page."""
    managing_body: Text | None = None
    responsible_editor: Text | None = None
    contact: Contact | None = None
    licence: Licence | None = None
    data_licence: WrittenLicence | None = None
    """The licence of the open data; that of the content where none is given."""
    accent: HexColour = "#9a3412"
    urgent: Urgent | None = None
    channels: tuple[Channel, ...] = ()
    """Site-wide feedback channels, for plans that have none of their own."""
    qr: QrSettings = QrSettings()
    pdf_archive: YesNo = False
    """True makes PDF files for archives (PDF/A-2a) as well as for screen readers (PDF/UA-1)."""
    pdf_font: PdfFont | None = None
    """The face of official papers; it must be installed where the site is built. Libertinus Serif, which comes
    with the program, where not given."""
    error_report: Line | None = None
    """The address (https or mailto) for "report an error on this page"."""
