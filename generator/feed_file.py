"""Feeds as files (Atom, RFC 4287). All of it is text; nothing asks the clock."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from markupsafe import escape

from generator.domain.text import Localised
from generator.frozen import frozen

_NAMESPACE = "http://www.w3.org/2005/Atom"
# What XML 1.0 has no way to write (section 2.2).
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


@frozen(kw_only=True)
class FeedEntry:
    """One thing that is new. `address` is where it is told; `about` are further categories: (term, scheme, label)."""

    key: str
    day: date
    title: Localised
    summary: Localised
    address: str
    language: str
    author: tuple[str, str]
    """Name, and the full address of the page."""
    kind: tuple[str, str]
    """Key and word of what it is."""
    plan: tuple[str, str, str]
    """Id and title of the plan, and the full address of all plans."""


@frozen(kw_only=True)
class FeedHead:
    """What a feed says of itself; `source` is the full address of the file, `page` that of its page."""

    key: str
    title: str
    subtitle: str
    source: str
    page: str
    language: str
    author: str


def feed_id(key: str) -> str:
    """Give a permanent id for what `key` names: the same key, the same id (RFC 9562, section 5.5)."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, key)}"


def entry_text(entry: FeedEntry) -> str:
    """Write an entry as finished XML."""
    return "".join(f"{line}\n" for line in _entry_lines(entry))


def feed_text(head: FeedHead, entries: Iterable[str], updated: date) -> bytes:
    """Write a feed of finished entries."""
    return "".join((*(f"{line}\n" for line in _head_lines(head, updated)), *entries, "</feed>\n")).encode()


def _head_lines(head: FeedHead, updated: date) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="{_NAMESPACE}" xml:lang="{head.language}">'
    yield f"<id>{feed_id(head.key)}</id>"
    yield f"<title>{_safe(head.title)}</title>"
    yield f"<subtitle>{_safe(head.subtitle)}</subtitle>"
    yield f"<updated>{_instant(updated)}</updated>"
    yield f'<link rel="self" type="application/atom+xml" href="{_safe(head.source)}"/>'
    yield f'<link rel="alternate" type="text/html" hreflang="{head.language}" href="{_safe(head.page)}"/>'
    yield f"<author><name>{_safe(head.author)}</name></author>"
    yield "<generator>plansite</generator>"


def _entry_lines(entry: FeedEntry) -> Iterator[str]:
    instant, (term, label) = _instant(entry.day), entry.kind
    plan, title, scheme = entry.plan
    yield "<entry>"
    yield f"<id>{feed_id(entry.key)}</id>"
    yield f"<title{_language(entry.title)}>{_safe(entry.title.text)}</title>"
    yield f"<published>{instant}</published>"
    yield f"<updated>{instant}</updated>"
    yield f'<link rel="alternate" type="text/html" hreflang="{entry.language}" href="{_safe(entry.address)}"/>'
    yield f"<author><name>{_safe(entry.author[0])}</name><uri>{_safe(entry.author[1])}</uri></author>"
    yield f'<category term="{term}" label="{_safe(label)}"/>'
    yield f'<category term="{plan}" scheme="{_safe(scheme)}" label="{_safe(title)}"/>'
    yield f"<summary{_language(entry.summary)}>{_safe(entry.summary.text)}</summary>"
    yield "</entry>"


def _instant(day: date) -> str:
    """Write a day as its first instant in Viet Nam (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _language(words: Localised) -> str:
    return f' xml:lang="{words.language}"' if words.fallback else ""


def _safe(text: str) -> str:
    return str(escape(text.translate(_CONTROLS)))
