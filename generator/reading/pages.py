"""Pages that staff write: Markdown with optional front matter between two lines of three dashes."""

import re
from pathlib import PurePosixPath

from generator import routes
from generator.domain.content import ContentPage
from generator.domain.identifier import slug
from generator.domain.problem import Problem
from generator.domain.text import Line
from generator.domain.value import value
from generator.reading.source import Source, source_of
from generator.reading.validation import Read, read_document, validate

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^# +(.+?)[ #]*$", re.MULTILINE)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_OWN = (
    routes.PLANS, routes.AGENCIES, routes.TIMELINE, routes.FEEDBACK, routes.CODES, routes.ASSETS, routes.FILES,
    routes.SEARCH,
)  # fmt: skip
_KEPT = frozenset({"", "404", "du-lieu", *(path.rstrip("/").casefold() for path in _OWN)})


@value
class FrontMatter:
    """What a page may say of itself at its head."""

    title: Line | None = None
    description: Line | None = None


def read_page(source: Source, language: str) -> Read[ContentPage]:
    """Make a page of the text of content/<language>/<slug>.md."""
    found = _FRONT_MATTER.match(source.text)
    head = _front_matter(source, found[1] or "") if found else Read(FrontMatter())
    body = source.text[found.end() :] if found else source.text
    heading = _HEADING.search(_FENCED.sub("", body))
    title = (head.value.title if head.value else None) or (heading[1] if heading else None)
    problems = (*head.problems, *_name_problems(source))
    if title is None and head.value is None:
        return Read(None, problems)
    if title is None:
        return Read(None, (*problems, source.problem("page_title_missing", 1, instead="# …")))
    page = ContentPage(
        path=source.file,
        language=language,
        slug=_slug(source.file),
        title=title,
        description=head.value.description if head.value else None,
        markdown=body,
    )
    return Read(page, problems)


def _front_matter(source: Source, text: str) -> Read[FrontMatter]:
    """The first line stays empty, so that lines count as in the file."""
    if not text.strip():
        return Read(FrontMatter())
    document = read_document(source_of(source.file, "\n" + text))
    if document.value is None:
        return Read(None, document.problems)
    read = validate(document.value, FrontMatter)
    return Read(read.value, (*document.problems, *read.problems))


def _slug(file: str) -> str:
    """content/vi/gioi-thieu.md becomes gioi-thieu; index.md stands for its folder."""
    parts = PurePosixPath(file).with_suffix("").parts[2:]
    return "/".join(parts[:-1] if parts[-1] == "index" else parts)


def _name_problems(source: Source) -> tuple[Problem, ...]:
    """The path of a page becomes its address, so it is written like an id."""
    parts = PurePosixPath(source.file).with_suffix("").parts[2:]
    right = "/".join(slug(part) for part in parts)
    if "/".join(parts) != right:
        return (source.problem("page_name", 1, text="/".join(parts), near=right),)
    first = _slug(source.file).partition("/")[0]
    return (source.problem("page_reserved", 1, text=first),) if _is_kept(first) else ()


def _is_kept(first: str) -> bool:
    """The program's own pages, and the folders of other languages, keep their addresses; "" is the home page."""
    return first in _KEPT or (len(first) == 2 and first.isalpha())
