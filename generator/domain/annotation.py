"""What hangs on a plan: footnotes, corrections, files, pictures, remarks of the editors."""

from enum import StrEnum

from generator.domain.identifier import Id
from generator.domain.task import Ids
from generator.domain.text import Line, Text
from generator.domain.value import value


class AttachmentKind(StrEnum):
    """What an attached file is."""

    SIGNED_ORIGINAL = "signed_original"
    RULES = "rules"
    FORM = "form"
    ANNEX = "annex"
    OTHER = "other"


@value
class Footnote:
    """A footnote. `anchor` is the item that its marker stands at, also where the marker was lost."""

    id: Id
    marker: Line | None = None
    anchor: Id | None = None
    text: Text | None = None
    """None where the marker is there and the note itself is lost."""
    cites: Ids = ()
    note: Text | None = None


@value
class Correction:
    """An error of the scan or the print that was mended in the data, shown as an editor's note."""

    at: Line
    was: Line
    now: Line
    why: Text
    item: Id | None = None


@value
class Attachment:
    """A file that belongs to the plan. `file` is a path under content/files/; missing where not supplied."""

    id: Id
    name: Text
    kind: AttachmentKind
    file: Line | None = None
    sha256: Line | None = None
    note: Text | None = None


@value
class Picture:
    """A picture. `file` is a path under content/files/; `alt` says what it shows."""

    file: Line
    alt: Text
    caption: Text | None = None
    credit: Line | None = None


@value
class EditorNote:
    """A remark of the editors about the document, e.g. that a number is missing in the original."""

    id: Id
    item: Id | None = None
    text: Text


@value
class Silence:
    """A warning that staff have looked at and accept, with the reason."""

    rule: Line
    item: Id | None = None
    reason: Line
