"""What outputs are made from: one context a language, and the project's pages and files."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from generator.domain.content import ContentFile, ContentPage
from generator.domain.project import Project
from generator.domain.published import NOTHING_PUBLISHED, Published
from generator.frozen import frozen
from generator.views.context import Context
from generator.views.excerpting import excerpt_by
from generator.views.excerpts import REGISTRIES, Excerpts, Mark, Marks, Rows, Shown, mark_of
from generator.views.index import build_index
from generator.wording import load_strings

Gather = Callable[[Context], Excerpts]
"""Gives the excerpts of all plans in the language of a context that has none itself."""


@frozen
class SiteView:
    """Everything that outputs may use. `contexts` stand in the order of the site's languages, the default first."""

    contexts: tuple[Context, ...]
    content: tuple[ContentPage, ...]
    files: tuple[ContentFile, ...]
    published: Published = NOTHING_PUBLISHED

    @property
    def default(self) -> Context:
        """The context of the default language."""
        return self.contexts[0]

    @property
    def sizes(self) -> dict[str, int]:
        """The sizes in bytes of the files in content/files/, by path."""
        return {file.path: file.size for file in self.files}


def site_view(project: Project, as_of: date, drafts: bool = False, excerpts: Gather | None = None) -> SiteView:
    """Give the site on the day `as_of`; `drafts` shows drafts and plans ahead of their day of publication too.

    `excerpts` gives the excerpts of all plans; without it they are made when a page first asks for one.
    """
    index = build_index(project, as_of, drafts)
    config = project.config
    plain = tuple(Context(config, index, load_strings(code), as_of) for code in config.languages)
    order = tuple(facts.id for facts in index.facts)
    shown = {
        context.language: Shown(
            context.language, order, excerpts(context) if excerpts else Afresh(context), index.watch
        )
        for context in plain
    }
    contexts = tuple(replace(context, index=replace(index, shown=shown)) for context in plain)
    return SiteView(contexts, project.content, project.files, project.published)


class Afresh:
    """Makes all excerpts when one is asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def marks(self) -> Mapping[str, Marks]:
        """Give what is known of all sections."""
        return {key: {section: _mark(rows) for section, rows in found.items()} for key, found in self._made.items()}

    def rows(self, plan_id: str, section: str) -> Rows:
        """Give the rows of one section of one plan or registry."""
        return self._made[plan_id][section]

    @cached_property
    def _made(self) -> dict[str, dict[str, Rows]]:
        plans = (facts.id for facts in self._context.index.facts)
        return {key: excerpt_by(self._context, key) for key in (*REGISTRIES, *plans)}


def _mark(rows: Rows) -> Mark:
    """Give what is known of rows that are new: only those that stand in files are compared with others."""
    return mark_of(rows) if isinstance(rows[0], bytes) else ("", len(rows), 0)
