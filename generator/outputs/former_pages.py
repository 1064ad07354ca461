"""Pages at addresses of before: a redirect where something was renamed, a word about it where it was removed."""

from collections.abc import Iterator
from functools import partial

from generator.drawing.html import render, template_digest
from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job, fingerprint
from generator.routes import Routes, output_file, relative
from generator.views.former import gone_pages, moved_paths
from generator.views.site import SiteView
from generator.wording import load_strings


def jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of these pages in all languages. Where two lead on from one address, the first counts."""
    moved = dict(reversed(tuple(moved_paths(site))))
    for context in site.contexts:
        routes, address = Routes(context.language), context.config.address
        for old, new in moved.items():
            parts = (routes.at(old), routes.at(new), address, context.language)
            key = fingerprint(*parts, template_digest(), context.strings.digest)
            yield Job(output_file(routes.at(old)), key, partial(_redirect, *parts))
        for page in gone_pages(site, context):
            head = PageHead(path=page.path, title=context.say("gone.title"), description=page.text, robots="noindex")
            yield page_job(context, "gone.html", page, head)


def _redirect(old: str, new: str, address: str, language: str) -> bytes:
    """Write the page that leads from `old` to `new` without any script, on every static host."""
    values = {"language": language, "canonical": address + new, "href": relative(old, new)}
    return render("moved.html", values, load_strings(language).say).encode()
