"""Is this code ours? Every code of the site with its campaign and place, for a script and as a plain list."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.domain.text import Localised
from generator.views.answered import all_codes
from generator.views.context import Context
from generator.views.site import SiteView


@dataclass(frozen=True, slots=True)
class CheckedCode:
    """One code: its signs, its page, the campaign, and where it hangs."""

    code: str
    path: str
    title: Localised
    where: Localised | None


@dataclass(frozen=True, slots=True)
class CodeCheck:
    """All codes, and the hosts and folder of their addresses: that of today, and those that moved to it."""

    bases: tuple[str, ...]
    host: str
    codes: tuple[CheckedCode, ...]


def code_check(site: SiteView, context: Context) -> CodeCheck:
    """Give the page in the context's language."""
    base = context.config.qr.base or context.config.address
    olds = (move.old for move in site.published.moves)
    codes = tuple(
        CheckedCode(
            one.code,
            f"Q/{one.code}/",
            context.text(one.title),
            context.maybe(one.placement.where) if one.placement is not None else None,
        )
        for one in all_codes(site)
    )
    bases = dict.fromkeys(_plain(address) for address in (base, context.config.address, *olds))
    return CodeCheck(tuple(bases), urlsplit(base).netloc, codes)


def _plain(address: str) -> str:
    """Give host and folder in the form in which a script compares them: `ke-hoach.example/`."""
    return address.partition("://")[2].lower()
