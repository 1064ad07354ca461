"""Pages through MkDocs, in memory: one language a call; nothing but the theme is read, nothing is written.

MkDocs' own `build` runs, with one plugin of ours: `on_files` puts the pages in place of the files found,
`on_post_page` takes each finished page and leaves MkDocs nothing to write.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.theme import Theme

from generator.drawing.compiled import compiled_beside
from generator.drawing.policy import page_policy
from generator.drawing.quick import QuickEnvironment
from generator.publishing.engine import prose
from generator.publishing.engine.assets import THEME, AssetNames, asset_names, early_script
from generator.publishing.engine.pages import FinishedPage, MarkdownPage, Page
from generator.publishing.engine.shell import Shell
from generator.routes import SEARCH, output_file, page_kind, relative

# MkDocs wants a folder for its output and empties it first: below a file, none can ever exist.
_NOWHERE = str(Path(__file__) / "nowhere")


def render_site(shell: Shell, pages: Iterable[Page]) -> tuple[tuple[str, bytes], ...]:
    """Give (path of the file, its bytes) for each of `pages` of one language, in their order.

    The same values give the same bytes, in any process and on any day. A broken template is a bug and raises.
    """
    capture = _Capture(shell, tuple(pages), asset_names(shell.accent))
    config = _config(shell)
    config.plugins["pages"] = capture
    with _quiet():
        mkdocs_build.build(config)
    return tuple(capture.made)


class _Finished(MkDocsPage):
    """A page that MkDocs neither reads nor renders."""

    def __init__(self, source: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(source.title, file, config)
        self.source = source

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.content = ""


class _Capture(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Brings the pages in and takes the results out."""

    def __init__(self, shell: Shell, pages: tuple[Page, ...], assets: AssetNames) -> None:
        super().__init__()
        self.made: list[tuple[str, bytes]] = []
        self._shell, self._pages = shell, pages
        self._shared = {"shell": shell, "assets": assets, "early_script": Markup(early_script())}

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        return Files(_file(page, config) for page in self._pages)

    def on_page_context(self, context: Any, /, *, page: Any, **_: Any) -> Any:
        context.update(self._shared)
        context.update(_page_context(self._shell, page.source))
        return context

    def on_post_page(self, output: str, /, *, page: Any, **_: Any) -> str:
        self.made.append((page.file.dest_uri, output.encode()))
        return ""


def _file(page: Page, config: MkDocsConfig) -> File:
    """Make the file of a page that exists in memory only and stands in no navigation."""
    file = File.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = output_file(page.path)
    file.page = _Finished(page, file, config)
    return file


def _is_file(path: str) -> bool:
    return path.endswith(".html")


def _page_context(shell: Shell, page: Page) -> dict[str, Any]:
    """Give what the template sees of one page."""
    locate = _Locate(shell, page.path)
    body = page.body if isinstance(page, FinishedPage) else _prose(page, locate)
    return {
        "this": page,
        "url": locate,
        "body": Markup(body),
        "extra_head": Markup(page.head),
        "policy": Markup(page_policy((early_script(), *page.scripts), search=shell.search is not None)),
        "report": _report(shell, page, locate),
        "kind": _searched_as(page),
        "index": SEARCH,
        "others": dict(page.alternates),
    }


def _searched_as(page: Page) -> str | None:
    """Give the kind under which the page is found; none where it is not for finding."""
    hidden = _is_file(page.path) or "noindex" in (page.robots or "")
    return None if hidden else page_kind(page.language, page.path)


class _Locate:
    """Turns a path of the site into an address as one page must write it."""

    def __init__(self, shell: Shell, page_path: str) -> None:
        self._page_path = page_path
        # A "not found" page is shown at any address, so nothing on it may be relative.
        self._base = urlsplit(shell.base_address).path if _is_file(page_path) else None

    def __call__(self, target: str) -> str:
        if self._base is not None:
            return f"{self._base.rstrip('/')}/{target}"
        return relative(self._page_path, target)


def _prose(page: MarkdownPage, locate: _Locate) -> str:
    """Give the main part of a Markdown page, under its title where the text has no first heading."""
    made = prose.html(page.markdown, locate, page.permalink)
    heading = "" if "<h1" in made else Markup("<h1>{}</h1>").format(page.title)
    return f'{_notice(page)}<div class="ps-prose"{_foreign(page)}>{heading}{made}</div>'


def _notice(page: MarkdownPage) -> str:
    """Give the note in front of a text, such as that it is not translated."""
    note = Markup('<aside class="ps-notice" role="note"><p>{}</p></aside>')
    return note.format(page.notice) if page.notice else ""


def _foreign(page: MarkdownPage) -> str:
    """Mark a text in another language than its page."""
    other = page.markdown_language
    return "" if other == page.language else Markup(' lang="{}"').format(other)


def _report(shell: Shell, page: Page, locate: _Locate) -> str | None:
    """Give the address for reporting an error on this page."""
    if shell.report_href is None:
        return None
    if ":" not in shell.report_href:
        return locate(shell.report_href)
    return shell.report_href.replace("{page}", quote(page.canonical, safe=""))


def _config(shell: Shell) -> MkDocsConfig:
    """Give a configuration of MkDocs that reads no file of any project."""
    config = copy(_checked_config())
    config.site_name = shell.site_name
    config.plugins = PluginCollection()
    return config


@lru_cache(maxsize=1)
def _checked_config() -> MkDocsConfig:
    """Have MkDocs check what is the same for every site, once a process: it asks all installed packages for themes."""
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": "-",
            "docs_dir": str(THEME / "assets"),
            "site_dir": _NOWHERE,
            "theme": {"name": None, "custom_dir": str(THEME)},
            "plugins": [],
            "use_directory_urls": True,
        }
    )
    errors, _ = config.validate()
    if errors:
        raise RuntimeError(f"MkDocs refuses its configuration: {errors}")
    config.nav = []
    config.theme = _ShellTheme()
    return config


class _ShellTheme(Theme):
    """Our templates in front of Material's, escaping by default, without MkDocs' own static pages."""

    def __init__(self) -> None:
        super().__init__("material", custom_dir=str(THEME))
        self.static_templates = set()

    def get_env(self) -> jinja2.Environment:
        return _environment()


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    """Make the environment of the theme's templates, once a process: compiling them takes as long as fifty pages."""
    theme = _ShellTheme()
    env = QuickEnvironment(
        loader=_Unlisted(theme.dirs),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_beside(THEME),
    )
    env.filters.update(Theme.get_env(theme).filters)
    return env


class _Unlisted(jinja2.FileSystemLoader):
    """Templates by name only: MkDocs asks for a list of them all, and Material holds ten thousand icons."""

    def list_templates(self) -> list[str]:
        return []


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep MkDocs' own log silent for the time of a build; what goes wrong raises anyway."""
    log = logging.getLogger("mkdocs")
    before = log.disabled, log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before[1])
