"""Lists too long for a phone, cut into pages.

Pages are counted from the oldest: what is added later fills the first page that readers see and leaves all others
as they are, for the build and for whoever keeps a link.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from generator.frozen import frozen
from generator.views.context import Context

_T = TypeVar("_T")


@frozen
class PageLink:
    """One page of a list: what it holds in words, and its path; `here` is the page on which the link stands."""

    label: str
    href: str
    here: bool


def cut(newest_first: Sequence[_T], size: int) -> list[Sequence[_T]]:
    """Cut a list into pages of `size`; the first page has the newest and up to twice as many.

    The second page is the next older one, and so on; a list of up to `size` times two is one page.
    """
    count = len(newest_first)
    older = range(size, count - size + 1, size)
    first = [newest_first[: count - older[-1]]] if older else [newest_first]
    return [*first, *(newest_first[count - at : count - at + size] for at in reversed(older))]


def page_path(base: str, page: int, pages: int) -> str:
    """Give the path of page `page` (from 0, the newest) of `pages`; an id never has the sign that stands in it."""
    return base if page == 0 else f"{base}trang_{pages - page}/"


def numbered(context: Context, base: str, count: int, here: int, first: str | None = None) -> tuple[PageLink, ...]:
    """Give the links between `count` pages of one list, named by their numbers.

    `first` is the path of the first page where that is not `base` itself: it may be a part of another page.
    """
    links = page_links(context, base, [context.say("pages.page", page=at + 1) for at in range(count)], here)
    if first is None or not links:
        return links
    return (replace(links[0], href=context.routes.at(first)), *links[1:])


def one_of(context: Context, title: str, page: int, count: int) -> str:
    """Name page `page` (from 1) of `count`; the first has the title of the list itself."""
    return title if page == 1 else context.say("pages.one_of", title=title, page=page, n=count)


def page_links(context: Context, base: str, labels: Sequence[str], here: int) -> tuple[PageLink, ...]:
    """Give the links between the pages of one list; none where there is only one page. `base` has no prefix."""
    if len(labels) < 2:
        return ()
    paths = (context.routes.at(page_path(base, page, len(labels))) for page in range(len(labels)))
    return tuple(
        PageLink(label, path, page == here) for page, (label, path) in enumerate(zip(labels, paths, strict=True))
    )
