"""Notices (thông báo): kinds of notice as data, what a plan asks for, and which notices it has."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from generator.domain.document import Signature
from generator.domain.identifier import Id
from generator.domain.organisation import Recipient
from generator.domain.scalar import SchemaVersion, YesNo
from generator.domain.text import Line, OneOrMore, Text, Words
from generator.domain.value import value
from generator.domain.written import IssueDate
from generator.frozen import frozen

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

FactNames = Annotated[tuple[Line, ...], OneOrMore]


class Scope(StrEnum):
    """What a notice speaks of: the whole plan, one of its events, or one of its items."""

    PLAN = "plan"
    EVENT = "event"
    ITEM = "item"


class Offer(StrEnum):
    """When a plan has the notice without asking, given that it has the facts that the kind needs."""

    ON_REQUEST = "on_request"
    ALWAYS = "always"
    ONCE_CLOSED = "once_closed"
    """Once the plan no longer takes feedback."""


@value
class Passage:
    """A part of a notice's body: a heading, a paragraph, or the list of a fact such as `channels`.

    Left out where a fact named in `when` is missing.
    """

    heading: Text | None = None
    text: Text | None = None
    list: Line | None = None
    when: FactNames = ()

    @property
    def wordings(self) -> tuple[Words, ...]:
        """The texts with placeholders."""
        return tuple(words for words in (self.heading, self.text) if words is not None)


@value
class Sentence:
    """A sentence to read aloud; left out where a fact named in `when` is missing."""

    text: Text
    when: FactNames = ()


@value
class Script:
    """What is read aloud, in Vietnamese: `key` is the line that is repeated; `short` takes about 60 s, `long` 120 s."""

    key: Text
    short: tuple[Sentence, ...] = ()
    long: tuple[Sentence, ...] = ()


@value
class NoticeKind:
    """One kind of notice, all of content/notices/<id>.yml. Wordings hold placeholders `{...}`: names of facts."""

    schema: SchemaVersion
    id: Id
    name: Text
    """Its name in lists."""
    scope: Scope = Scope.PLAN
    offer: Offer = Offer.ON_REQUEST
    needs: FactNames = ()
    """Facts without which a plan cannot have the notice."""
    subject: Text
    body: tuple[Passage, ...]
    script: Script


@value
class NoticeWanted:
    """A notice that a plan asks for, or one that it has anyway, with its own wording. `id` ends its address."""

    id: Id
    kind: Id
    offered: YesNo = True
    """False takes back a notice that the plan would have without asking."""
    event: Id | None = None
    item: Id | None = None
    date: IssueDate | None = None
    number: Line | None = None
    """As the registry clerk gave it; blank until then."""
    subject: Text | None = None
    body: tuple[Passage, ...] = ()
    script: Script | None = None
    recipients: tuple[Recipient, ...] = ()
    signature: Signature | None = None
    values: dict[str, Text] | None = None
    """Further facts of this notice, e.g. `results`."""


@frozen(kw_only=True)
class Notice:
    """A notice of a plan: its id, its kind, what it speaks of, and what the plan says of it."""

    id: str
    kind: NoticeKind
    event: str | None = None
    item: str | None = None
    wanted: NoticeWanted | None = None

    @property
    def subject(self) -> Words:
        """The subject, with placeholders."""
        return self.wanted.subject if self.wanted and self.wanted.subject else self.kind.subject

    @property
    def body(self) -> tuple[Passage, ...]:
        """The passages, with placeholders."""
        return self.wanted.body if self.wanted and self.wanted.body else self.kind.body

    @property
    def script(self) -> Script:
        """What is read aloud, with placeholders."""
        return self.wanted.script if self.wanted and self.wanted.script else self.kind.script

    @property
    def values(self) -> dict[str, Words]:
        """The notice's own facts."""
        return (self.wanted.values or {}) if self.wanted else {}


def placeholders(text: str) -> Iterator[str]:
    """Give the names in braces, in order."""
    yield from (found.strip() for found in _PLACEHOLDER.findall(text))


def loose_brace(text: str) -> bool:
    """Say whether a brace is left over that neither opens nor closes a placeholder."""
    return bool(re.search(r"[{}]", _PLACEHOLDER.sub("", text)))
