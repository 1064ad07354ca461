"""What every view is made in: one language, one day, the words of that language, and the paths."""

from collections.abc import Iterable
from datetime import date

from generator.domain.site import SiteConfig
from generator.domain.text import Localised, Words
from generator.frozen import frozen
from generator.routes import Routes
from generator.views.excerpts import Shown
from generator.views.index import Index
from generator.wording import Strings


@frozen
class Context:
    """One language and one day of reference."""

    config: SiteConfig
    index: Index
    strings: Strings
    as_of: date

    @property
    def language(self) -> str:
        """The code of the language of the pages."""
        return self.strings.code

    @property
    def shown(self) -> Shown:
        """The excerpts of all plans in this language."""
        return self.index.shown[self.language]

    @property
    def routes(self) -> Routes:
        """The paths of this language."""
        return Routes(self.language)

    def say(self, key: str, **values: object) -> str:
        """Give the words under `key`, with `values` put in."""
        return self.strings.say(key, **values)

    def word(self, group: str, key: str) -> str:
        """Give the word for `key` of an enumeration, e.g. ("roles", "lead")."""
        return self.strings.say(f"{group}.{key}")

    def text(self, words: Words) -> Localised:
        """Give `words` in this language, or in Vietnamese marked as a fallback."""
        return words.in_language(self.language)

    def maybe(self, words: Words | None) -> Localised | None:
        """Give `words` in this language, if there are any."""
        return None if words is None else self.text(words)

    def texts(self, many: Iterable[Words]) -> tuple[Localised, ...]:
        """Give several texts in this language."""
        return tuple(self.text(words) for words in many)

    def own(self, text: str) -> Localised:
        """Mark words that are already in the language of the page."""
        return Localised(text, self.language, False)

    def verbatim(self, text: str) -> Localised:
        """Mark words of the document that stay Vietnamese in every language, without the label of a fallback."""
        return Localised(text, "vi", False)

    def day(self, day: date) -> str:
        """Print a day as this language does: 05/8/2024, 5 August 2024."""
        month = self.strings.say(f"dates.months.{day.month}")
        return self.say("dates.day", d=day.day, dd=f"{day.day:02}", m=day.month, y=day.year, month=month)
