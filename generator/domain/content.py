"""What staff write besides plans: pages in Markdown, and files that plans attach or show."""

from generator.frozen import frozen


@frozen(kw_only=True)
class ContentPage:
    """One page of content/<language>/.

    `path` is relative to the project; `slug` is the page's path under the language, without `.md`, empty for
    the index. `markdown` is the text after the front matter.
    """

    path: str
    language: str
    slug: str
    title: str
    description: str | None = None
    markdown: str


@frozen(kw_only=True)
class ContentFile:
    """One file of content/files/: its path under that folder, size in bytes, and SHA-256 in hexadecimal."""

    path: str
    size: int
    sha256: str
