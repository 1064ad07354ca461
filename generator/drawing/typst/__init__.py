"""PDF with Typst, in process: a template of templates/ and data. Knows nothing of plans.

Data come as a JSON file beside the template, never as part of its text, so that no word of a plan is ever markup.
They are no inputs of Typst's (`sys.inputs`): those are part of its library, and with another library it forgets all
that it remembers of the paper before - the parsed templates, shaped lines that are alike, subsets of faces.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

_FOLDER = Path(__file__).parent.parent.parent / "templates"
TemplateError = typst.TypstError
"""A template is wrong."""
Standard = Literal["ua-1", "a-2a"]
BUNDLED_FACE = "Libertinus Serif"
_LIKE_TIMES = ("Tinos", "Liberation Serif")
_NOT_DISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")
_BOX = "\u25a1"
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """How a PDF is made.

    `archive` asks for PDF/A-2a besides PDF/UA-1. `face` is a face of the machine; without it only the faces
    that Typst brings along are used, so that every machine gives the same bytes.
    """

    archive: bool = False
    face: str | None = None

    @property
    def standards(self) -> list[Standard]:
        """The standards that Typst checks while it writes."""
        return ["ua-1", "a-2a"] if self.archive else ["ua-1"]

    @property
    def faces(self) -> tuple[str, ...]:
        """The faces to set text in: the first that this machine has with every Vietnamese letter, the bundled one last.

        Tinos and Liberation Serif have the metrics of Times New Roman, so they may stand in for it.
        """
        asked = dict.fromkeys((self.face, *_LIKE_TIMES)) if self.face is not None else ()
        usable = next((face for face in asked if face is not None and _has_vietnamese(face)), None)
        return (usable, BUNDLED_FACE) if usable is not None else (BUNDLED_FACE,)


def typeset(template: str, data: Mapping[str, object], settings: PdfSettings = PdfSettings()) -> bytes:
    """Set `data` (what JSON can hold) with templates/typst/<template>.typ and give the PDF.

    A template with a `/` in its name is of another folder of templates/: "print/poster".

    Raises `typst.TypstError` where the template is wrong or a standard is not kept: a bug, never the data's fault.
    """
    known = json.dumps({**data, "faces": settings.faces}, ensure_ascii=False)
    try:
        return _compiled(template, known, settings, settings.standards)
    except typst.TypstError as error:
        missing = _not_displayed(error)
        if not missing:
            raise
    # A sign that no face has (of a far script, say) keeps a file from every standard; an empty box has a face.
    boxed = known.translate(_boxes(missing))
    try:
        return _compiled(template, boxed, settings, settings.standards)
    except typst.TypstError as error:
        if not _not_displayed(error):
            raise
    return _compiled(template, boxed.translate(_bare(boxed)), settings, settings.standards)


def _boxes(signs: Iterable[str]) -> dict[int, str]:
    """Give the box that stands for each sign; joiners and accents, which belong to the sign before, have none.

    A letter that is told only because of an accent on it stays; so do the signs of JSON, which are ASCII.
    """
    drawn = {ord(sign): "" if unicodedata.category(sign)[0] in "CM" else _BOX for sign in signs if not sign.isascii()}
    return {sign: box for sign, box in drawn.items() if not box or signs_without_face(chr(sign))}


def _bare(text: str) -> dict[int, str]:
    """Give what stands for the signs of `text` where Typst names only a letter beside the sign that has no face.

    Every sign is then asked of by itself, and joiners and loose accents go: composed text (NFC) needs none of them.
    """
    beyond = {sign for sign in text if not sign.isascii()}
    loose = {ord(sign): "" for sign in beyond if unicodedata.category(sign)[0] in "CM"}
    return loose | {ord(sign): _BOX for sign in beyond if ord(sign) not in loose and signs_without_face(sign)}


def told_by_typst(error: TemplateError) -> str:
    """Give what Typst says of an error: what is wrong, file, line and column, and the line itself."""
    return str(getattr(error, "diagnostic", error)).strip()


def _not_displayed(error: typst.TypstError) -> frozenset[str]:
    """Give the signs that Typst says no face has; those that cannot be seen it tells by their numbers."""
    told = _NOT_DISPLAYED.findall(told_by_typst(error))
    shown = (_NUMBERED.sub(lambda number: chr(int(number[1], 16)), text) for text in told)
    return frozenset(sign for text in shown for sign in text)


def signs_without_face(text: str) -> frozenset[str]:
    """Give the signs of `text` that none of the faces that Typst brings along has: paper would show empty boxes."""
    known = json.dumps({"face": BUNDLED_FACE, "text": text})
    try:
        _compiler(False).compile(input=_files("signs", known), format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return _not_displayed(error)
    return frozenset()


def _compiled(template: str, data: str, settings: PdfSettings, standards: list[Standard]) -> bytes:
    pdf = _compiler(settings.face is not None).compile(
        input=_files(template, data),
        format="pdf",
        pdf_standards=[*standards],
        # A fixed time: nobody knows when the paper will be issued, and equal data give equal bytes.
        timestamp=int(_NO_DAY.timestamp()),
    )
    return _one_file(pdf)


def _one_file(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("one file is expected, not one a page")
    return made


@lru_cache
def _compiler(system_fonts: bool) -> typst.Compiler:
    """Make the process's compiler: it keeps its fonts and what it parsed, which makes the next paper cheap."""
    return typst.Compiler(root=str(_FOLDER), ignore_system_fonts=not system_fonts)


@lru_cache
def _has_vietnamese(face: str) -> bool:
    """Say whether the machine has `face` with every letter, in all four styles: older versions lack the accents."""
    try:
        files = _files("letters", json.dumps({"face": face}))
        _compiler(True).compile(input=files, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True


def _files(template: str, data: str) -> Any:
    """Give what Typst sees besides the folder of templates: the data as "/data.json", and a line that includes the
    template, so that it is read as a file and parsed once.

    A dict of files by name, which typst's types do not know yet (its README, "Multi-file projects", does).
    """
    path = _file(template).relative_to(_FOLDER).as_posix()
    return {"main.typ": f'#include "/{path}"'.encode(), "data.json": data.encode()}


@lru_cache
def _source(template: str) -> bytes:
    return _file(template).read_bytes()


def _file(template: str) -> Path:
    return _FOLDER / f"{template if '/' in template else f'typst/{template}'}.typ"


@lru_cache
def typst_digest(template: str) -> str:
    """Give a digest of a template, its neighbours that it may import, and the Typst that sets it, for fingerprints."""
    folder = _file(template).parent
    sources = [file.read_bytes() for file in sorted(folder.glob("*.typ"))]
    return hashlib.blake2b(b"\0".join([_source(template), *sources, _version().encode()]), digest_size=8).hexdigest()


def _version() -> str:
    return str(getattr(typst, "__version__", ""))
