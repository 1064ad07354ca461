"""The site itself: name, address, languages, who answers for it, colours, and where its QR codes lead."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
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
