"""ZIP files with the same bytes for the same content, on every machine."""

import io
import zipfile
from collections.abc import Iterable

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def zip_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Give a ZIP of (name, content). Nothing is compressed: PDF files are already, and bytes stay alike anywhere."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.external_attr = _READABLE
            entry.create_system = 3
            archive.writestr(entry, content)
    return made.getvalue()
