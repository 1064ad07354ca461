"""A whole project: settings, registries, plans, pages and files, and everything that is wrong with them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.domain.content import ContentFile, ContentPage
from generator.domain.naming import NameIndex
from generator.domain.notice import NoticeKind
from generator.domain.problem import Location, Problem, Severity
from generator.domain.project import Project, ReadResult
from generator.domain.registry import Registry
from generator.domain.site import SiteConfig
from generator.domain.written import Reading
from generator.reading.agreement import check_agreement
from generator.reading.files import (
    CONTENT,
    PUBLISHED,
    SETTINGS,
    FileRead,
    content_files,
    missing,
    notice_files,
    page_files,
    plan_files,
    read_text,
)
from generator.reading.notices import KindFile, read_kind
from generator.reading.openable import Afresh, Plans, Reader
from generator.reading.pages import read_page
from generator.reading.plans import PlanFile, resolver
from generator.reading.published import RecordRead, check_record, read_record
from generator.reading.registries import RegistryRead
from generator.reading.rules.codes import check_codes
from generator.reading.rules.print_formats import check_print_formats
from generator.reading.rules.settings import check_settings
from generator.reading.unread import unread_files
from generator.reading.validation import Read, read_document, validate

_DEFAULT_LANGUAGES = ("vi",)


def read_project(root: Path, reader: Reader | None = None) -> ReadResult:
    """Read the project in folder `root`. There is a project only where nothing is an error.

    `reader` reads registries and plans; the default reads them afresh.
    """
    reader = reader or Afresh()
    registry = reader.registry(root)
    config = read_settings(read_text(root, SETTINGS), registry.names)
    kinds = tuple(read_kind(file, read_text(root, file)) for file in notice_files(root))
    plans = reader.plans(root, plan_files(root), registry.names, kinds)
    languages = config.value.languages if config.value else _DEFAULT_LANGUAGES
    pages = tuple(_pages(root, languages))
    files = content_files(root)
    record = read_record(read_text(root, PUBLISHED))
    problems = (
        *registry.problems,
        *config.problems,
        *(problem for plan in plans for problem in plan.problems),
        *(problem for page in pages for problem in page.problems),
        *files.problems,
        *check_agreement(plans, files),
        *(problem for kind in kinds for problem in kind.problems),
        *_pages_at_one_address(pages),
        *_missing_folders(root, languages),
        *unread_files(root, languages),
        *record.problems,
        *check_print_formats(),
        *_codes_kept(config.value, registry, plans, record),
    )
    ordered = in_order(problems)
    weighed = in_order([note for plan in plans for note in plan.weighed])
    if config.value is None or any(p.severity is Severity.ERROR for p in ordered):
        return ReadResult(project=None, problems=ordered, weighed=weighed)
    project = replace(
        _project(config.value, registry.registry, plans, pages, files.files),
        published=record.record,
        notice_kinds=_notice_kinds(kinds),
    )
    return ReadResult(project=project, problems=ordered, weighed=weighed)


def _project(
    config: SiteConfig,
    registry: Registry,
    plans: Sequence[PlanFile],
    pages: Sequence[Read[ContentPage]],
    files: tuple[ContentFile, ...],
) -> Project:
    opened = Plans(plans)
    return Project(
        config=config,
        registry=registry,
        plans=opened,
        facts=opened.facts,
        content=tuple(page.value for page in pages if page.value is not None),
        files=files,
    )


def _notice_kinds(files: Sequence[KindFile]) -> tuple[NoticeKind, ...]:
    return tuple(file.kind for file in files if file.kind is not None)


def _codes_kept(
    config: SiteConfig | None, registry: RegistryRead, plans: Sequence[PlanFile], record: RecordRead
) -> Iterator[Problem]:
    """Codes hang on the site's address; where the settings or the registry cannot be read nothing is told of them."""
    if config is not None and registry.names is not None:
        yield from check_codes(plans, config.qr.base or config.address)
        yield from check_record(record, config, registry.registry, plans)


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Give the problems as a person reads, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.sort_key))


def read_settings(file: FileRead, names: NameIndex | None) -> Read[SiteConfig]:
    """Make the site's settings of site_config.yml."""
    if file.source is None:
        return Read(None, file.problems)
    document = read_document(file.source)
    problems = (*file.problems, *document.problems)
    if document.value is None:
        return Read(None, problems)
    read = validate(document.value, SiteConfig, Reading(resolve=resolver(names, None)))
    return Read(read.value, (*problems, *read.problems, *check_settings(document.value)))


def _pages(root: Path, languages: Sequence[str]) -> Iterator[Read[ContentPage]]:
    for language in languages:
        for file in page_files(root, language):
            text = read_text(root, file)
            unread: Read[ContentPage] = Read(None)
            page = read_page(text.source, language) if text.source else unread
            yield Read(page.value, (*text.problems, *page.problems))


def _pages_at_one_address(pages: Sequence[Read[ContentPage]]) -> Iterator[Problem]:
    """`a.md` and `a/index.md` both become the page `a/`."""
    first: dict[tuple[str, str], str] = {}
    for page in (read.value for read in pages if read.value is not None):
        other = first.setdefault((page.language, page.slug), page.path)
        if other != page.path:
            values = (("other", other),)
            yield Problem(code="page_twice", location=Location(page.path), values=values)


def _missing_folders(root: Path, languages: Sequence[str]) -> Iterator[Problem]:
    """The default language needs its pages; any other falls back to it."""
    if not (root / "plans").is_dir():
        yield missing("plans", "folder_missing")
    home = f"{CONTENT}/{languages[0]}"
    if not (root / home).is_dir():
        yield missing(home, "folder_missing")
