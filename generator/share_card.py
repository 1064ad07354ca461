"""The card that chats and social networks show beside a link: its values."""

from generator.frozen import frozen

WIDTH, HEIGHT = 1200, 630
"""In pixels: the size that Facebook shows large and others cut from (ratio 1.91 to 1)."""


@frozen(kw_only=True)
class CardFact:
    """A line at the foot of a card: what it is, and what it says."""

    label: str
    text: str


@frozen(kw_only=True)
class ShareCard:
    """What a card says in one language. `kicker` stands above the title, `facts` below, `site` at the very foot.

    `marks` are short warnings in frames, such as "draft". `accent` is the site's colour, `ink` what is read on it,
    `tint` a ground for dark text.
    """

    language: str
    kicker: str
    title: str
    facts: tuple[CardFact, ...]
    site: str
    marks: tuple[str, ...]
    accent: str
    ink: str
    tint: str

    @property
    def alt(self) -> str:
        """The card in words, for those who do not see it."""
        facts = (f"{fact.label}: {fact.text}" for fact in self.facts)
        return ". ".join((f"{self.kicker}: {self.title}", *facts, *self.marks))
