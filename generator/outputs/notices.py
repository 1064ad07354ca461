"""The notices of a plan: a page each in every language, and beside it the files to print, to edit, to read aloud."""

from collections.abc import Iterator
from functools import partial

from generator.domain.text import DEFAULT_LANGUAGE
from generator.drawing.docx_format import FORMAT
from generator.drawing.html import template_digest
from generator.drawing.official_pdf import TEMPLATE, official_pdf
from generator.drawing.typst import PdfSettings, typst_digest
from generator.frozen import frozen
from generator.official_paper import OfficialPaper, plain
from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job, fingerprint
from generator.routes import Routes
from generator.views.context import Context
from generator.views.notice import NoticePage, notice_pages
from generator.views.paper import size_in_words
from generator.views.script import Reading, notice_readings
from generator.views.share_card import plan_card_link
from generator.views.site import SiteView
from generator.wording import load_strings


@frozen
class PrintedFile:
    """A paper as a file: where it is, what it is for in words, and how it is made."""

    href: str
    ending: str
    words: str
    paper: OfficialPaper
    settings: PdfSettings
    decimal: str

    def make(self) -> bytes:
        """Give its bytes; made once in a process, for the file and for the page that tells its size."""
        if self.ending == "pdf":
            return official_pdf(self.paper, self.settings)
        from generator.drawing.official_docx import official_docx  # here: slow to load, and few builds need it

        return official_docx(self.paper)

    @property
    def size(self) -> str:
        """Its size in words; known when it is made, which is when the page is rendered."""
        return size_in_words(len(self.make()), self.decimal)

    @property
    def key(self) -> str:
        """What makes it another file."""
        made_with = typst_digest(TEMPLATE) if self.ending == "pdf" else FORMAT
        return fingerprint(self.ending, self.paper, self.settings, made_with)


@frozen
class SpokenFile:
    """A script to read aloud."""

    href: str
    words: str
    content: bytes
    size: str
    ending: str = "txt"


def jobs(site: SiteView, plan_id: str) -> Iterator[Job]:
    """Give the jobs of all notices of a plan."""
    for context in site.contexts:
        plan = context.index.plans[plan_id]
        readings = notice_readings(context, plan)
        for page in notice_pages(context, plan, site.sizes):
            printed = _printed(context, plan_id, page)
            spoken = _spoken(context, plan_id, page.id, readings[page.id])
            if not page.fallback:
                yield from (Job(file.href, file.key, partial(_made, file), context.language) for file in printed)
            if context is site.default:
                yield from (_spoken_job(file) for file in spoken)
            yield _page_job(context, page, (*printed, *spoken))


def _made(file: PrintedFile) -> bytes:
    return file.make()


def _spoken_job(file: SpokenFile) -> Job:
    return Job(file.href, fingerprint(file.content), partial(bytes, file.content))


def _printed(context: Context, plan_id: str, page: NoticePage) -> tuple[PrintedFile, ...]:
    """Give the two files of a paper, beside the page of the language that the paper is written in."""
    config, routes = context.config, Routes(page.paper.language)
    settings = PdfSettings(archive=config.pdf_archive, face=config.pdf_font)
    decimal = context.say("numbers.decimal")
    return tuple(
        PrintedFile(
            href=routes.notice_file(plan_id, page.id, f".{ending}"),
            ending=ending,
            words=context.say(f"notices.{ending}"),
            paper=page.paper,
            settings=settings,
            decimal=decimal,
        )
        for ending in ("pdf", "docx")
    )


def _spoken(context: Context, plan_id: str, notice_id: str, readings: tuple[Reading, ...]) -> tuple[SpokenFile, ...]:
    """Give the scripts, which are Vietnamese whatever the language of the page."""
    routes, decimal = Routes(DEFAULT_LANGUAGE), context.say("numbers.decimal")
    ending = load_strings(DEFAULT_LANGUAGE).section("script.endings")
    return tuple(
        SpokenFile(
            href=routes.notice_file(plan_id, notice_id, f"-{ending[one.version]}.txt"),
            words=context.say(f"notices.{one.version}", seconds=one.seconds),
            content=one.text.encode(),
            size=size_in_words(len(one.text.encode()), decimal),
        )
        for one in readings
    )


def _page_job(context: Context, page: NoticePage, files: tuple[PrintedFile | SpokenFile, ...]) -> Job:
    head = PageHead(
        path=page.path,
        title=page.paper.title,
        description=context.say("notices.description", kind=page.kind.text, subject=plain(page.paper.subject)),
        section="plans",
        robots="noindex" if page.plan.unpublished else None,
        card=plan_card_link(context, context.index.plans[page.plan.id]),
    )
    made_with = fingerprint(typst_digest(TEMPLATE), FORMAT, template_digest())
    return page_job(context, "notice.html", page, head, files=files, made_with=made_with)
