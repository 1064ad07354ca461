"""Is this code ours? Every code of the site with its campaign and place, for a script and as a plain list.

Many codes are listed by their first sign, each sign on a page of its own, so that no phone has to load them all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from generator.domain.text import Localised
from generator.frozen import frozen
from generator.routes import CODES
from generator.views.answered import NamedCode, all_codes
from generator.views.context import Context
from generator.views.paging import PageLink
from generator.views.plan_parts import grouped
from generator.views.site import SiteView

# So many codes are one page on a phone.
_ON_A_PAGE = 150


@frozen
class CheckedCode:
    """One code: its signs, its page, the campaign, and where it hangs."""

    code: str
    path: str
    title: Localised
    where: Localised | None


@frozen
class CodeCheck:
    """The page, or that of one first sign; and the hosts and folder of addresses: of today, and those moved to it."""

    path: str
    sign: str
    """The sign with which the codes of this page begin; empty where it is the first page."""
    bases: tuple[str, ...]
    host: str
    codes: tuple[CheckedCode, ...]
    signs: tuple[PageLink, ...]
    """The pages of the signs; none where one page has all codes."""
    elsewhere: str
    """The signs whose codes stand on other pages than this."""


def code_checks(site: SiteView, context: Context) -> Iterator[CodeCheck]:
    """Give the page in the context's language, and where it has no room for all codes those of the first signs."""
    codes = all_codes(site)
    first = CodeCheck(CODES, "", _bases(site, context), urlsplit(_printed(context)).netloc, (), (), "")
    if len(codes) <= _ON_A_PAGE:
        yield replace(first, codes=_checked(context, codes))
        return
    by_sign = grouped((one.code[0], one) for one in codes)
    yield replace(first, signs=_signs(context, by_sign, ""), elsewhere="".join(by_sign))
    for sign, own in by_sign.items():
        links, elsewhere = _signs(context, by_sign, sign), "".join(by_sign).replace(sign, "")
        yield replace(
            first, path=_path(sign), sign=sign, codes=_checked(context, own), signs=links, elsewhere=elsewhere
        )


def _checked(context: Context, codes: Sequence[NamedCode]) -> tuple[CheckedCode, ...]:
    return tuple(
        CheckedCode(
            one.code,
            f"{CODES}{one.code}/",
            context.text(one.title),
            context.maybe(one.placement.where) if one.placement is not None else None,
        )
        for one in codes
    )


def _signs(context: Context, by_sign: Mapping[str, Sequence[NamedCode]], here: str) -> tuple[PageLink, ...]:
    def label(sign: str, count: int) -> str:
        return context.say("code_check.sign", sign=sign, codes=context.strings.counted("code_check.codes", count))

    return tuple(
        PageLink(label(sign, len(own)), context.routes.at(_path(sign)), sign == here) for sign, own in by_sign.items()
    )


def _path(sign: str) -> str:
    """Give the path of the codes that begin with a sign; no code is as short."""
    return f"{CODES}{sign}/"


def _printed(context: Context) -> str:
    """Give the address that printed codes begin with."""
    return context.config.qr.base or context.config.address


def _bases(site: SiteView, context: Context) -> tuple[str, ...]:
    addresses = (_printed(context), context.config.address, *(move.old for move in site.published.moves))
    return tuple(dict.fromkeys(_plain(address) for address in addresses))


def _plain(address: str) -> str:
    """Give host and folder in the form in which a script compares them: `ke-hoach.example/`."""
    return address.partition("://")[2].lower()
