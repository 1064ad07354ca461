"""Which body a written name means: "UBND Thành phố" in a plan of Tân An, "UBND thành phố Tân An" anywhere.

A name is looked for at the plan's own place, at the places above it, among central bodies, and last
elsewhere, where only names that say their place count.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from generator.domain.abbreviations import spelt_out
from generator.domain.agency import Agency, Place
from generator.domain.identifier import fold
from generator.domain.registry import Registry
from generator.domain.written import Resolution
from generator.frozen import frozen

_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_QUOTES = re.compile("[\"“”‘’'«»]")
# The two ways to place the tone mark in oa, oe, uy (hòa and hoà), and hằng for hàng: one name either way.
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
    "hàng": "hằng",
}  # fmt: skip
_TONE = re.compile("|".join(_TONES))
_NEAR_COUNT = 3


class Reach(IntEnum):
    """From where a name is understood: at the body's own place, at those below it too, or anywhere."""

    OWN = 1
    BELOW = 2
    ANYWHERE = 3


class Naming(NamedTuple):
    """One way to name a body. `declared` names stand in the registry; others follow from its place.

    A tuple, as it is kept by the ten thousand and read at every build.
    """

    agency: str
    place: str | None
    reach: Reach
    declared: bool


@lru_cache(maxsize=4096)
def folded_name(name: str) -> str:
    """Give the form in which names are compared: case, dashes, quotes, spaces and short forms do not matter.

    Accents count: "Ban Tổ chức" is not "Ban tổ chúc".
    """
    text = _QUOTES.sub("", unicodedata.normalize("NFC", name).casefold())
    text = _TONE.sub(lambda found: _TONES[found.group()], text)
    return _DASH.sub("-", spelt_out(" ".join(text.split()).strip(" .,;:")))


@frozen
class NameIndex:
    """All names of all bodies of a registry, ready to be looked up."""

    registry: Registry
    names: Mapping[str, tuple[Naming, ...]]

    @classmethod
    def of(cls, registry: Registry) -> "NameIndex":
        """Index every name of every body of `registry`."""
        names: dict[str, dict[Naming, None]] = {}
        for agency in registry.agencies.values():
            for text, naming in _namings(agency, registry.places):
                names.setdefault(text, {})[naming] = None
        return cls(registry, {text: tuple(found) for text, found in names.items()})

    def resolve(self, name: str, place: str | None = None) -> Resolution:
        """Tell which body `name` means in a plan of `place` (an id; None for a text without a place)."""
        ids = self.meant(name, place)
        if not ids:
            return Resolution(near=self._near(name, place))
        return Resolution(agency=ids[0]) if len(ids) == 1 else self._ambiguous(ids)

    def meant(self, name: str, place: str | None = None) -> list[str]:
        """Give the ids of the bodies that `name` may mean in a plan of `place`: none, one, or namesakes."""
        if name.strip() in self.registry.agencies:
            return [name.strip()]
        known = self.names.get(folded_name(name), ())
        return next(filter(None, map(_best, self._steps(known, place))), [])

    def _steps(self, known: tuple[Naming, ...], place: str | None) -> Iterator[list[Naming]]:
        """Give the names that count, from the nearest place outwards."""
        yield [n for n in known if n.place is not None and n.place == place]
        above = self.above(place)
        for parent in above:
            yield [n for n in known if n.place == parent and n.reach >= Reach.BELOW]
        yield [n for n in known if n.place is None]
        anywhere = [n for n in known if n.reach is Reach.ANYWHERE]
        yield [n for n in anywhere if place in self.above(n.place)]
        yield anywhere

    def above(self, place: str | None) -> tuple[str, ...]:
        """Give the ids of the places above `place`, nearest first; a circle of parents ends where it closes."""
        found: dict[str, None] = {}
        parent = self._parent(place)
        while parent is not None and parent not in found and parent != place:
            found[parent] = None
            parent = self._parent(parent)
        return tuple(found)

    def _parent(self, place: str | None) -> str | None:
        entry = self.registry.places.get(place or "")
        return entry.parent if entry else None

    def _ambiguous(self, ids: list[str]) -> Resolution:
        return Resolution(candidates=tuple(self.described(agency) for agency in ids))

    def described(self, agency_id: str) -> str:
        """Name a body so that it can be told from its namesakes: id, name, place."""
        agency = self.registry.agencies[agency_id]
        place = self.registry.places.get(agency.place or "")
        where = f", {_title(place)}" if place else ""
        return f"{agency_id} ({agency.name}{where})"

    def _near(self, name: str, place: str | None) -> tuple[str, ...]:
        """Give names like `name`, accents aside, of bodies that a plan of `place` may mean."""
        visible = {place, None, *self.above(place)}
        agencies = [
            a for a in self.registry.agencies.values()
            if a.place in visible or place is None or place in self.above(a.place)
        ]  # fmt: skip
        written = {fold(folded_name(text)): text for a in reversed(agencies) for text in _declared(a)}
        close = get_close_matches(fold(folded_name(name)), written, _NEAR_COUNT, 0.7)
        return tuple(written[text] for text in close)


def _best(namings: Iterable[Naming]) -> list[str]:
    """Give the bodies so named, once each; names of the registry come before names made by rule."""
    found = list(namings)
    declared = [n for n in found if n.declared]
    return list(dict.fromkeys(n.agency for n in declared or found))


def _declared(agency: Agency) -> tuple[str, ...]:
    """Give the names that the registry itself has for a body, the official one first."""
    short = (agency.short,) if agency.short else ()
    return (agency.name.vi, *short, *agency.aliases)


def _namings(agency: Agency, places: Mapping[str, Place]) -> Iterator[tuple[str, Naming]]:
    place = places.get(agency.place or "")
    translated = tuple(text for _, text in agency.name.translations)
    for text in map(folded_name, (*_declared(agency), *translated)):
        yield text, Naming(agency.id, agency.place, _reach(text, place), True)
        if place is not None:
            for made, reach in _with_place(text, place):
                yield made, Naming(agency.id, agency.place, reach, False)


def _reach(text: str, place: Place | None) -> Reach:
    """A name that says its place is understood anywhere, any other at its place and below."""
    names = [folded_name(name) for name in (place.name.vi, *place.aliases)] if place else []
    return Reach.ANYWHERE if any(text.endswith(" " + name) for name in names) else Reach.BELOW


def _with_place(text: str, place: Place) -> Iterator[tuple[str, Reach]]:
    """Give `text` without its place, with the kind of place, and with the place's name."""
    kind = folded_name(_kind(place))
    for written in (place.name.vi, *place.aliases):
        name = folded_name(written)
        stem = text.removesuffix(" " + name).removesuffix(" " + kind) if kind else text.removesuffix(" " + name)
        yield stem, Reach.OWN
        yield f"{stem} {name}", Reach.ANYWHERE
        if kind:
            yield f"{stem} {kind}", Reach.BELOW
            yield f"{stem} {kind} {name}", Reach.ANYWHERE


def _title(place: Place) -> str:
    return (place.title or place.name).vi


def _kind(place: Place) -> str:
    """Give the kind of a place out of its title ("thành phố" of "thành phố Tân An") or nothing."""
    title, name = _title(place), place.name.vi
    return title.removesuffix(name).strip() if title.endswith(name) else ""
