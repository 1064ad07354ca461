"""Which agents are programs and not people, after the list in crawlers.yml."""

from functools import lru_cache
from pathlib import Path

import yaml

from generator.frozen import frozen

_FILE = Path(__file__).with_name("crawlers.yml")


@frozen
class Crawlers:
    """How browsers begin, the words that only programs have, and names of phones that hold such a word."""

    browsers: tuple[str, ...]
    words: tuple[str, ...]
    people: tuple[str, ...]

    def is_one(self, agent: str) -> bool:
        """Say whether `agent` is a program: a crawler, a fetcher of previews, a tool. An empty one is."""
        plain = agent.lower()
        if not plain.startswith(self.browsers):
            return True
        for name in self.people:
            plain = plain.replace(name, "")
        return any(word in plain for word in self.words)


@lru_cache(maxsize=1)
def known_crawlers() -> Crawlers:
    """Read the list."""
    found = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Crawlers(**{key: tuple(values) for key, values in found.items()})
