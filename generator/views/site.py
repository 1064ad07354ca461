"""What outputs are made from: one context a language, and the project's pages and files."""

from dataclasses import dataclass
from datetime import date

from generator.domain.content import ContentFile, ContentPage
from generator.domain.project import Project
from generator.domain.published import NOTHING_PUBLISHED, Published
from generator.views.context import Context
from generator.views.index import build_index
from generator.wording import load_strings


@dataclass(frozen=True, slots=True)
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


def site_view(project: Project, as_of: date, drafts: bool = False) -> SiteView:
    """Give the site on the day `as_of`; `drafts` shows drafts and plans ahead of their day of publication too."""
    index = build_index(project, as_of, drafts)
    config = project.config
    contexts = tuple(Context(config, index, load_strings(code), as_of) for code in config.languages)
    return SiteView(contexts, project.content, project.files, project.published)
