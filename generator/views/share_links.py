"""Passing a page on: addresses that open somebody else's program only when they are followed.

Zalo documents no such address: its button needs a script of its own, which this site does not load. For Zalo there is
the phone's own way of sharing, and the address to paste.
"""

from urllib.parse import quote

from generator.frozen import frozen
from generator.views.context import Context

_FACEBOOK = "https://www.facebook.com/sharer/sharer.php?u="


@frozen
class ShareLinks:
    """Where a page is, and the links that pass it on."""

    title: str
    address: str
    facebook: str
    mail: str


def share_links(context: Context, path: str, title: str) -> ShareLinks:
    """Give the links for the page at `path` of the site."""
    address = context.config.address + path
    return ShareLinks(title, address, _FACEBOOK + quote(address, safe=""), _mail(title, f"{title}\r\n{address}"))


def _mail(subject: str, body: str) -> str:
    """Write a message without a recipient (RFC 6068): every sign that is no letter or digit is encoded."""
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
