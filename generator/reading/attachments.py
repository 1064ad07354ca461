"""Files that anyone may hand in to be published: is each what its name says, and can it do nothing but be looked at?"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType
from xml.etree import ElementTree

# How much of a file tells its kind. A zip archive lists its parts at its end, and a drawing is read whole.
HEAD_BYTES = 4096
MAX_DRAWING_BYTES = 2 * 1024 * 1024

_NAME = re.compile(r"[^\x00-\x1f\x7f<>:\"|?*\\]+")
# The root of a machine, a drive, somebody's home, another server: `/etc`, `C:`, `~`, `file:`.
_ELSEWHERE = re.compile(r"$|~|[A-Za-z]+:")
# What browsers, word processors and systems leave behind; nothing of it is published.
_LEFT_BEHIND = re.compile(r"(^|/)(\.|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_RUNS = frozenset(
    {"script", "handler", "foreignobject", "iframe", "embed", "object", "audio", "video", "set", "animate"}
    | {"animatetransform", "animatemotion", "link", "meta", "base"}
)
_INSIDE = re.compile(r"\s*(#|data:image/(png|jpeg|webp|gif);)", re.IGNORECASE)
_REACHES_OUT = re.compile(
    r"@import|expression\s*\(|url\(\s*['\"]?\s*(?!#|['\"]?#|data:image/(png|jpeg|webp|gif);)", re.IGNORECASE
)
_MACROS = re.compile(r"(vbaProject\.bin|vbaData\.xml|/macros/|Basic/script|activeX/)", re.IGNORECASE)


def is_left_behind(path: str) -> bool:
    """Say whether a file under content/files/ is nobody's: hidden, or made by a system."""
    return _LEFT_BEHIND.search(path) is not None


def within(path: str) -> str | None:
    """Give `path`, as a plan names a file, from content/files/ on; None where it leads elsewhere.

    Staff copy paths as Windows writes them, and from the root of the project; both are told as they should be.
    """
    parts = path.replace("\\", "/").removeprefix("./").removeprefix("content/files/").split("/")
    return None if _ELSEWHERE.match(parts[0]) or ".." in parts else "/".join(parts)


def name_fault(path: str) -> str | None:
    """Give `file_name` for a name with signs that some system or address does not take; None for any other."""
    return None if all(_NAME.fullmatch(part) and part.strip(" .") == part for part in path.split("/")) else "file_name"


def content_fault(path: str, data: bytes) -> str | None:
    """Give what is wrong with a file, as the code of a problem; None where it may be published.

    `data` is the whole file. Codes: file_kind (a kind that is not published), file_disguised (its content is of
    another kind than its name says), file_macros (a document that runs programs), file_drawing (an SVG that runs
    scripts or loads from elsewhere).
    """
    check = KINDS.get(path.rpartition(".")[2].casefold() if "." in path else "")
    return check(data) if check is not None else "file_kind"


def _starts(*heads: bytes) -> Callable[[bytes], str | None]:
    def check(data: bytes) -> str | None:
        return None if data.startswith(heads) else "file_disguised"

    return check


def _pdf(data: bytes) -> str | None:
    """The mark of a PDF may stand behind up to 1,024 bytes (ISO 32000-1, Annex H)."""
    return None if b"%PDF-" in data[:1024] else "file_disguised"


def _webp(data: bytes) -> str | None:
    return None if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else "file_disguised"


def _archive(*parts: str) -> Callable[[bytes], str | None]:
    """A document of a word processor is a zip archive with one of `parts` in it; its contents are not unpacked."""

    def check(data: bytes) -> str | None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = archive.namelist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            return "file_disguised"
        if any(_MACROS.search(name) for name in names):
            return "file_macros"
        return None if any(name.startswith(parts) for name in names) else "file_disguised"

    return check


def _text(data: bytes) -> str | None:
    try:
        return "file_disguised" if "\0" in data.decode("utf-8") else None
    except UnicodeDecodeError:
        return "file_disguised"


def _drawing(data: bytes) -> str | None:
    """An SVG opened by itself is a page of our own site: it may hold shapes and words, nothing that runs or loads."""
    if len(data) > MAX_DRAWING_BYTES or _text(data) is not None:
        return "file_drawing"
    # Entities can hold whatever they like, and grow without end.
    if re.search(rb"<!(DOCTYPE|ENTITY)|<\?xml-stylesheet", data, re.IGNORECASE):
        return "file_drawing"
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return "file_disguised"
    if _local(root.tag) != "svg":
        return "file_disguised"
    return "file_drawing" if any(_acts(element) for element in root.iter()) else None


def _acts(element: ElementTree.Element) -> bool:
    """Say whether an element runs something, or loads it from elsewhere."""
    if _local(element.tag) in _RUNS or (_local(element.tag) == "style" and _REACHES_OUT.search(element.text or "")):
        return True
    for name, text in element.attrib.items():
        key = _local(name)
        if key.startswith("on") or (key in ("href", "src") and not _INSIDE.match(text)):
            return True
        if _REACHES_OUT.search(text) or "javascript:" in re.sub(r"\s", "", text).casefold():
            return True
    return False


def _local(tag: object) -> str:
    """Give a name without its namespace, in small letters; comments and the like have none."""
    return tag.rpartition("}")[2].casefold() if isinstance(tag, str) else ""


KINDS: Mapping[str, Callable[[bytes], str | None]] = MappingProxyType(
    {
        "pdf": _pdf,
        "docx": _archive("word/"),
        "xlsx": _archive("xl/"),
        "pptx": _archive("ppt/"),
        "odt": _archive("mimetype"),
        "ods": _archive("mimetype"),
        "png": _starts(b"\x89PNG\r\n\x1a\n"),
        "jpg": _starts(b"\xff\xd8\xff"),
        "jpeg": _starts(b"\xff\xd8\xff"),
        "gif": _starts(b"GIF87a", b"GIF89a"),
        "webp": _webp,
        "svg": _drawing,
        "mp3": _starts(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
        "txt": _text,
        "csv": _text,
    }
)
"""What is published, by the end of the name, and how its content is checked."""
