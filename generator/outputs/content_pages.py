"""The pages that staff wrote in Markdown. A page missing in a language is shown in the default one, marked so."""

from collections.abc import Iterator
from functools import partial

from generator.domain.content import ContentPage
from generator.outputs.job import Job, fingerprint
from generator.page import MarkdownPage
from generator.routes import Routes, output_file
from generator.views.context import Context
from generator.views.site import SiteView


def jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give one job for each page and language."""
    default = site.default.language
    originals = {page.slug: page for page in site.content if page.language == default}
    for context in site.contexts:
        own = {page.slug: page for page in site.content if page.language == context.language}
        for slug in dict.fromkeys((*originals, *own)):
            page = own.get(slug) or originals[slug]
            yield _job(context, page)


def _job(context: Context, page: ContentPage) -> Job:
    """Give the job of one page."""
    path = context.routes.content(page.slug)
    fallback = page.language != context.language
    made = MarkdownPage(
        path=path,
        language=context.language,
        title=page.title,
        description=page.description or page.title,
        alternates=tuple((code, Routes(code).content(page.slug)) for code in context.config.languages),
        canonical=context.config.address + path,
        section="about",
        markdown=page.markdown,
        markdown_language=page.language,
        notice=context.say("fallback.page") if fallback else None,
        permalink=context.say("page.link_here"),
    )
    return Job(output_file(path), fingerprint(made), partial(_same, made), context.language, page.title)


def _same(page: MarkdownPage) -> MarkdownPage:
    """Give the page itself: the engine turns its Markdown into HTML."""
    return page
