"""Files that somebody put where data is read, under a name by which nobody reads them: told, never passed over."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.domain.problem import Location, Problem, Severity
from generator.reading.attachments import is_left_behind
from generator.reading.files import CONTENT, NOTICES, leads_out

_PLANS = "plans"
# Remarks of maintainers, and what editors keep beside a file.
_BESIDE = re.compile(r"(^readme(\.\w+)?|~|\.(bak|orig|rej|swp|tmp|lock))$", re.IGNORECASE)
# `a.yml.txt` is what Notepad makes of `a.yml`; a word processor has its own endings.
_ENDINGS = re.compile(r"(\.(ya?ml|md))?(\.(txt|ya?ml|md|markdown|docx?|rtf|html?|json|pdf))?$", re.IGNORECASE)


def unread_files(root: Path, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Give a warning for each file of plans/, content/notices/ and content/<language>/ that is not read.

    Codes: file_ending (the name ends otherwise than it must), file_in_folder (a plan in a folder of its own).
    """
    homes = ((_PLANS, ".yml"), (NOTICES, ".yml"), *((f"{CONTENT}/{code}", ".md") for code in languages))
    for folder, ending in homes:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and _is_ours(root, path, root / folder):
                yield from _told(root, path, root / folder, ending)


def _is_ours(root: Path, path: Path, folder: Path) -> bool:
    """Say whether somebody meant the file to be read; what lies behind a link that leads out is no business of ours."""
    name = path.relative_to(folder).as_posix()
    beside = is_left_behind(name) or _BESIDE.search(path.name) is not None
    return not beside and not leads_out(root, path.relative_to(root).as_posix())


def _told(root: Path, path: Path, folder: Path, ending: str) -> Iterator[Problem]:
    """Markdown may stand in folders of its own, data may not."""
    read = (".yml", ".yaml") if ending == ".yml" else (ending,)
    deep = ending == ".yml" and path.parent != folder
    right = path.name if path.suffix in read else _ENDINGS.sub("", path.name) + ending
    if not deep and path.suffix in read:
        return
    file, home = path.relative_to(root).as_posix(), folder.relative_to(root).as_posix()
    values = (("text", path.name), ("near", right), ("folder", home))
    code = "file_in_folder" if deep else "file_ending"
    yield Problem(code=code, location=Location(file), severity=Severity.WARNING, values=values)
