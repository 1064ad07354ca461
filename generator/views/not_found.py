"""The page for an address that leads nowhere: in every language at once, the reader's own first."""

from generator.frozen import frozen
from generator.views.context import Context
from generator.views.site import SiteView


@frozen
class NotFoundView:
    """What the page says in one language; `links` are (words, path) pairs."""

    language: str
    title: str
    text: str
    links: tuple[tuple[str, str], ...]


def not_found_view(site: SiteView, first: Context) -> tuple[NotFoundView, ...]:
    """Give the page in all languages; hosts know one such page and cannot tell who reads it."""
    ordered = sorted(site.contexts, key=lambda context: context.language != first.language)
    return tuple(_in_language(context) for context in ordered)


def _in_language(context: Context) -> NotFoundView:
    """Give what the page says in the context's language."""
    routes = context.routes
    links = (
        (context.say("nav.home"), routes.home),
        (context.say("nav.plans"), routes.plans),
        (context.say("nav.agencies"), routes.agencies),
        (context.say("nav.feedback"), routes.feedback),
        (context.say("not_found.code"), routes.codes),
    )
    title, text = context.say("not_found.title"), context.say("not_found.text")
    return NotFoundView(context.language, title, text, links)
