"""Pages rendered from templates: one way for every kind of page."""

from collections.abc import Callable
from dataclasses import field
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.drawing.html import render, template_digest
from generator.drawing.measure import measure_svg
from generator.drawing.shares import share_key, shares_figure
from generator.drawing.timeline import timeline_figure
from generator.frozen import frozen
from generator.outputs.job import Job, fingerprint
from generator.page import CardLink, FinishedPage
from generator.routes import NOT_FOUND, Routes, output_file, relative
from generator.views.context import Context
from generator.views.following import Following
from generator.views.structured import Node, breadcrumbs, graph
from generator.wording import Strings, load_strings


@frozen(kw_only=True)
class PageHead:
    """What the head of a page needs. `path` is without the language's prefix."""

    path: str
    title: str
    description: str
    section: str | None = None
    robots: str | None = None
    card: CardLink | None = None
    follow: Following | None = None
    data: tuple[Node, ...] = ()
    """What the page is about, as structured data."""


@frozen(kw_only=True)
class Draft:
    """A page to be rendered: the template, the view, and what all templates see besides."""

    template: str
    view: Any
    head: PageHead
    language: str
    languages: tuple[str, ...]
    address: str
    as_of: date
    more: tuple[tuple[str, Any], ...] = field(default=())


def page_job(context: Context, template: str, view: object, head: PageHead, **more: object) -> Job:
    """Give the job of one page in the context's language. `more` are further values for the template."""
    draft = Draft(
        template=template,
        view=view,
        head=head,
        language=context.language,
        languages=context.config.languages,
        address=context.config.address,
        as_of=context.as_of,
        more=tuple(sorted(more.items())),
    )
    path = context.routes.at(head.path)
    key = fingerprint(draft, template_digest(), context.strings.digest)
    return Job(output_file(path), key, partial(render_page, draft), context.language, head.title)


def render_page(draft: Draft) -> FinishedPage:
    """Render a page: the body from its template, and what the shell needs to know about it."""
    path, head = Routes(draft.language).at(draft.head.path), draft.head
    scripts: list[str] = []
    trail: list[Node] = []
    values = _values(draft, path, scripts) | {"trail": partial(_trail, draft, trail)}
    body = render(draft.template, values, load_strings(draft.language).say)
    return FinishedPage(
        path=path,
        language=draft.language,
        title=head.title,
        description=head.description,
        alternates=tuple((code, Routes(code).at(head.path)) for code in draft.languages),
        canonical=draft.address + path,
        robots=head.robots,
        section=head.section,
        card=head.card,
        head=f"{_alternates(draft, path)}{_data_block(head, trail)}",
        body=body,
        scripts=tuple(scripts),
    )


def _trail(draft: Draft, trail: list[Node], crumbs: list[tuple[object, str]], here: object) -> str:
    """Remember the way to the page as the template shows it; nothing is put into the page there."""
    trail.append(breadcrumbs(draft.address, ((str(name), path) for name, path in crumbs), str(here)))
    return ""


def _data_block(head: PageHead, trail: list[Node]) -> str:
    """Give the structured data of a page that search engines may show; it is data, which no browser runs."""
    text = graph((*head.data, *trail)) if head.robots is None else ""
    return f'\n<script type="application/ld+json">{text}</script>' if text else ""


def _alternates(draft: Draft, path: str) -> str:
    """Name the calendar and the feed of the page in its head, where browsers and feed readers look for them."""
    follow = draft.head.follow
    if follow is None:
        return ""
    found = [("application/atom+xml", follow.feed.path, follow.feed.name)]
    if follow.calendar is not None:
        found.append(("text/calendar", follow.calendar.path, follow.calendar.name))
    line = Markup('<link rel="alternate" type="{}" href="{}" title="{}">')
    return "\n".join(line.format(kind, relative(path, file), name) for kind, file, name in found)


def _values(draft: Draft, path: str, scripts: list[str]) -> dict[str, Any]:
    """Give all that a template sees. Inline scripts that it asks for are put into `scripts`."""
    routes, strings = Routes(draft.language), load_strings(draft.language)
    day_words = partial(_day_words, strings)
    return {
        "view": draft.view,
        "follow": draft.head.follow,
        "inline": partial(_inline, strings, scripts),
        "language": draft.language,
        "url": _locate(draft, path),
        "counted": strings.counted,
        "day_words": day_words,
        "timeline_figure": timeline_figure,
        "measure_svg": measure_svg,
        "shares_figure": shares_figure,
        "share_key": share_key,
        "as_of": day_words(draft.as_of.isoformat()),
        "as_of_iso": draft.as_of.isoformat(),
        "home": routes.home,
        "plans_path": routes.plans,
        "agencies_path": routes.agencies,
        "timeline_path": routes.timeline,
        "feedback_path": routes.feedback,
        "results_path": routes.results,
        "data_path": routes.data,
        "codes_path": routes.codes,
        **dict(draft.more),
    }


def _day_words(strings: Strings, iso: str) -> str:
    """Print a day, given in ISO 8601, as the language does."""
    day = date.fromisoformat(iso)
    month = strings.say(f"dates.months.{day.month}")
    return strings.say("dates.day", d=day.day, dd=f"{day.day:02}", m=day.month, y=day.year, month=month)


def _inline(strings: Strings, scripts: list[str], name: str) -> Markup:
    """Give a script of ours as it stands, and remember it: nothing else that is inline may run."""
    scripts.append(render(name, {}, strings.say))
    return Markup(scripts[-1])


def _locate(draft: Draft, path: str) -> Callable[[str], str]:
    """Give the function that turns a path of the site into a link on this page.

    A "not found" page is shown at any address, so nothing on it may be relative.
    """
    if draft.head.path == NOT_FOUND:
        return urlsplit(draft.address).path.__add__
    return partial(relative, path)
