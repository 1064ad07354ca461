"""What outputs give and the engine takes: pages whose main part is finished HTML, and pages still in Markdown."""

from generator.frozen import frozen


@frozen(kw_only=True)
class CardLink:
    """The card that chats show beside a link to a page: its path within the site, and its words."""

    path: str
    alt: str


@frozen(kw_only=True)
class _Page:
    path: str
    """Directory address within the site, with the language's prefix ("en/lich/"), or "404.html"."""
    language: str
    title: str
    """Without the site's name, which the shell adds. Empty on the home page."""
    description: str
    alternates: tuple[tuple[str, str], ...] = ()
    """(language, path) of the same page in every language, this one included."""
    canonical: str
    """The page's own full address."""
    robots: str | None = None
    """What the robots meta says, such as "noindex"; none where the page may be indexed."""
    section: str | None = None
    """The key of the main navigation's item that this page belongs to."""
    card: CardLink | None = None
    """The page's own card; the site's where it has none."""
    head: str = ""
    """Further finished HTML for the head."""
    scripts: tuple[str, ...] = ()
    """The texts of the inline scripts in the page's main part: the only ones that its policy lets run."""


@frozen(kw_only=True)
class FinishedPage(_Page):
    """A page whose main part is finished: `body` is HTML that stands inside `<main>` as it is."""

    body: str


@frozen(kw_only=True)
class MarkdownPage(_Page):
    """A page that staff wrote: `markdown` without front matter. A link that starts with `/` is a path of the site."""

    markdown: str
    markdown_language: str
    """The language of `markdown`; another one than the page's where nobody translated it yet."""
    notice: str | None = None
    """What the page says above the text, e.g. that it is not translated."""
    permalink: str = "#"
    """The accessible name of the link beside each heading, in the page's language."""


Page = FinishedPage | MarkdownPage
