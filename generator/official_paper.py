"""What an official paper is made of, in reading order: values that views fill in and drawing sets, plans unknown."""

from collections.abc import Iterator
from enum import StrEnum

from generator.frozen import frozen
from generator.layout import Layout


class BlockKind(StrEnum):
    """What a part of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"


@frozen
class Run:
    """A piece of text; `href` is where a tap on it leads, `language` is that of its words where not the paper's."""

    text: str
    href: str | None = None
    language: str | None = None


Runs = tuple[Run, ...]


@frozen
class Item:
    """A point of a list. Without a label of its own it stands behind a dash."""

    runs: Runs
    label: str | None = None
    items: tuple["Item", ...] = ()


@frozen
class Block:
    """A heading or paragraph (`runs`), or a list (`items`)."""

    kind: BlockKind
    runs: Runs = ()
    items: tuple[Item, ...] = ()


@frozen(kw_only=True)
class Foot:
    """What stands below the official frame: that this is no signed original, the address, the code to scan."""

    note: str
    address: Runs
    code_address: str | None = None
    code_label: str | None = None
    """The name of the code's picture for those who do not see it, and its caption."""
    code_caption: Runs = ()


@frozen(kw_only=True)
class OfficialPaper:
    """One paper. Blanks (a missing number or day) are spaces in the texts, as on a form."""

    language: str
    title: str
    author: str
    banner: str | None
    """A line above everything, such as "unofficial translation"."""
    heading: tuple[str, ...]
    superior: str | None
    issuer: Run
    number: str
    place_date: str
    type: str
    subject: Runs
    body: tuple[Block, ...]
    authority: str | None
    signer_title: str | None
    signer_name: str | None
    recipients_label: str
    recipients: tuple[str, ...]
    foot: Foot
    layout: Layout

    @property
    def texts(self) -> Iterator[str]:
        """Every text of the paper in reading order, without the foot."""
        yield from (*self.heading, *filter(None, (self.superior,)), self.issuer.text, self.number, self.place_date)
        yield from (self.type, plain(self.subject))
        for block in self.body:
            yield from _block_texts(block)
        yield from filter(None, (self.authority, self.signer_title, self.signer_name))
        yield from (self.recipients_label, *self.recipients)


def plain(runs: Runs) -> str:
    """Give the words of runs without their links."""
    return "".join(run.text for run in runs)


def _block_texts(block: Block) -> Iterator[str]:
    if block.runs:
        yield plain(block.runs)
    for item in block.items:
        yield from _item_texts(item)


def _item_texts(item: Item) -> Iterator[str]:
    yield plain(item.runs)
    for inner in item.items:
        yield from _item_texts(inner)
