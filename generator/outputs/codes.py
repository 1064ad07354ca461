"""Codes: the pictures to print, and the page that a printed code opens."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

from generator.domain.code import code_path
from generator.domain.text import Localised
from generator.drawing.html import render, template_digest
from generator.drawing.qr import qr_matrix, smallest_print_mm
from generator.drawing.qr.printed import Format, qr_printed
from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job, fingerprint
from generator.routes import output_file, relative
from generator.views.answered import Answered, answered_of, answered_removed
from generator.views.code_check import CodeCheck, code_checks
from generator.views.code_page import CodePage, CodeWords, code_page
from generator.views.context import Context
from generator.views.prints import Print, prints
from generator.views.site import SiteView
from generator.wording import load_strings

_FORMAT = "qr-4"
MOST_BYTES = 10_000
"""A code's page is one answer that fits into the first packets of a slow connection."""
# How many channels a page names, and how many signs of a longer text; tried in this order until it is small enough.
_SHORTER = ((20, 1200), (9, 600), (6, 300), (3, 160), (1, 90), (0, 60), (0, 30))


def plan_jobs(site: SiteView, plan_id: str) -> Iterator[Job]:
    """Give the jobs of the codes of a plan: pictures, and a page for each code that it answers."""
    for picture in prints(site, plan_id):
        yield from _picture_jobs(picture)
    for one in answered_of(site.default, plan_id):
        yield _page_job(site, one)


def jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of the pages of removed plans' codes, and of the page that checks codes."""
    for one in answered_removed(site):
        yield _page_job(site, one)
    for context in site.contexts:
        for view in code_checks(site, context):
            yield page_job(context, "code_check.html", view, _check_head(context, view))


def _check_head(context: Context, view: CodeCheck) -> PageHead:
    """Give the head of the page that checks codes, or of that of one first sign."""
    title = context.say("code_check.title")
    named = f"{title} {context.say('code_check.of_sign', sign=view.sign)}" if view.sign else title
    return PageHead(path=view.path, title=named, description=context.say("code_check.intro"), robots="noindex")


def _page_job(site: SiteView, one: Answered) -> Job:
    page, path = code_page(site, one), code_path(one.code)
    key = fingerprint(page, path, template_digest(), *(context.strings.digest for context in site.contexts))
    return Job(output_file(path), key, partial(_page, page, path, site.default.language))


def _picture_jobs(one: Print) -> Iterator[Job]:
    """Give the jobs of the three pictures of a code, each as it may be printed."""
    forms: tuple[tuple[str, Format], ...] = ((one.view.svg, "svg"), (one.view.png, "png"), (one.view.pdf, "pdf"))
    for path, form in forms:
        yield Job(path, fingerprint(_FORMAT, path, one), partial(_picture, one, form))


def _picture(one: Print, form: Format) -> bytes:
    """Draw the code at its size, with its address and the number to call beneath."""
    matrix = qr_matrix(one.view.address)
    return qr_printed(matrix, form, size_mm=smallest_print_mm(matrix, one.distance_m), lines=one.lines)


def _page(view: CodePage, path: str, language: str) -> bytes:
    """Render the page that a code opens: one file, with its style and its script inside, of 10 KB at most."""
    made = b""
    for channels, signs in _SHORTER:
        made = _rendered(_shortened(view, channels, signs), path, language)
        if len(made) <= MOST_BYTES:
            break
    return made


def _rendered(view: CodePage, path: str, language: str) -> bytes:
    languages = [one.language for one in view.languages]
    values = {
        "view": view,
        "language": language,
        "url": partial(relative, path),
        "dict": dict,
        "missing": {code: load_strings(code).say("missing.not_given") for code in languages},
        "insecure": {code: load_strings(code).say("channel.insecure") for code in languages},
        "style": render("code.css", {"colours": view.colours}, str).strip(),
        "script": render("code.js", {}, str).strip(),
    }
    return render("code.html", values, load_strings(language).say).encode()


def _shortened(view: CodePage, channels: int, signs: int) -> CodePage:
    """Name at most so many channels, and cut longer texts; the plan's own page, one tap away, has them all."""
    return replace(view, languages=tuple(_few(_cut(one, signs), channels) for one in view.languages))


def _few(words: CodeWords, channels: int) -> CodeWords:
    there = words.channels
    if there is None:
        return words
    return replace(words, channels=replace(there, others=there.others[:channels]))


def _cut(value: Any, signs: int) -> Any:
    """Cut every text of a view that people read; addresses and the program's own words are left alone."""
    if isinstance(value, Localised):
        text = value.text
        return value if len(text) <= signs else replace(value, text=f"{text[: signs - 1].rstrip()}…")
    if isinstance(value, tuple):
        return tuple(_cut(item, signs) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cut(getattr(value, field.name), signs) for field in fields(value)})
    return value
