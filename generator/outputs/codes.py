"""Codes: the pictures to print, and the page that a printed code opens."""

from collections.abc import Iterator
from functools import partial

from generator.drawing.html import render, template_digest
from generator.drawing.qr import qr_matrix, qr_png, qr_svg
from generator.outputs.job import Job, fingerprint
from generator.routes import output_file, relative
from generator.views.code_page import CodePage, code_page
from generator.views.participation import CodeView, code_view
from generator.views.site import SiteView
from generator.wording import load_strings

_FORMAT = "qr-1"


def jobs(site: SiteView) -> Iterator[Job]:
    """Give the jobs of each plan that takes feedback: a page and two pictures for its code."""
    context = site.default
    for plan in context.index.plans.values():
        code = code_view(context, plan)
        if code is not None:
            yield from _picture_jobs(code)
            page = code_page(site, plan)
            key = fingerprint(page, code.path, template_digest(), context.strings.digest)
            yield Job(output_file(code.path), key, partial(_page, page, code.path, context.language))


def _picture_jobs(code: CodeView) -> Iterator[Job]:
    """Give the jobs of the two pictures."""
    yield Job(code.svg, fingerprint(_FORMAT, "svg", code.address), partial(_svg, code.address))
    yield Job(code.png, fingerprint(_FORMAT, "png", code.address), partial(_png, code.address))


def _svg(address: str) -> bytes:
    """Draw the code of `address` as SVG."""
    return qr_svg(qr_matrix(address), label=address).encode()


def _png(address: str) -> bytes:
    """Draw the code of `address` as PNG."""
    return qr_png(qr_matrix(address))


def _page(view: CodePage, path: str, language: str) -> bytes:
    """Render the page that a code opens: one file, with its style and its script inside."""
    values = {"view": view, "language": language, "url": partial(relative, path), "dict": dict}
    return render("code.html", values, load_strings(language).say).encode()
