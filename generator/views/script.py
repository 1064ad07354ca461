"""Scripts for the loudspeaker: a short and a long version of each notice, with an estimate of how long they take."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.domain.plan import Plan
from generator.domain.text import DEFAULT_LANGUAGE
from generator.frozen import frozen
from generator.official_paper import Item, Run, Runs, plain
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.notice import plan_notices
from generator.views.notice_facts import Facts, NoticeContext, notice_facts
from generator.views.notice_wording import filled, sentences
from generator.views.once import once_a_plan
from generator.views.speech import spoken, syllables
from generator.wording import load_strings

_ADDRESS = re.compile(r"(?i)(?<![\w/.])(?:https?://\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?)")
# Addresses that may be read aloud: one that is short, and a number to call.
_SAID = frozenset({"short_address", "hotline"})


@frozen
class Reading:
    """One version ("short", "long"): the whole file, and how many seconds it takes about."""

    version: str
    text: str
    seconds: int


def notice_readings(context: Context, plan: Plan) -> Mapping[str, tuple[Reading, ...]]:
    """Give the two readings of each notice of a plan, by its id, in Vietnamese whatever the page's language."""
    return _all_readings(replace(context, strings=load_strings(DEFAULT_LANGUAGE)), plan)


@once_a_plan
def _all_readings(vietnamese: Context, plan: Plan) -> Mapping[str, tuple[Reading, ...]]:
    return {notice.id: _readings(NoticeContext(vietnamese, plan, notice)) for notice in plan_notices(vietnamese, plan)}


def _readings(about: NoticeContext) -> tuple[Reading, ...]:
    facts, script = _audible(notice_facts(about)), about.notice.script
    key = plain(filled(script.key.vi, facts))
    short, long = sentences(script.short, facts), sentences(script.long, facts)
    first = _fitted(about, facts, key, short, "short")
    more = _fitted(about, facts, key, long, "long")
    return (_reading(about, "short", first), _reading(about, "long", _filled_up(about, more, key, short)))


def _audible(facts: Facts) -> Facts:
    """Leave addresses out of everything but the short address: nobody can note down a long one while it is read."""
    return {name: fact if name in _SAID else _without_address(fact) for name, fact in facts.items()}


def _without_address(fact: Runs | tuple[Item, ...]) -> Runs:
    """Give the runs of a fact without addresses; lists are not read."""
    runs = (part for part in fact if isinstance(part, Run))
    return tuple(Run(re.sub(r" {2,}", " ", _ADDRESS.sub("", run.text))) for run in runs)


def _spoken(about: NoticeContext, lines: Iterable[str]) -> list[str]:
    """Say lines with the short forms that the document itself explains."""
    own = {one.short: one.long.vi for one in about.plan.document.abbreviations}
    return [_capital(said) for line in lines if (said := spoken(line, own))]


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _fitted(about: NoticeContext, facts: Facts, key: str, body: tuple[str, ...], version: str) -> list[str]:
    """Put the lines together, leaving out the last ones of the body where they would take too long."""
    say, most = about.context.say, about.context.strings.section("script.most")[version]
    opening = say("script.opening", issuer=_issuer_of_place(about, plain(_runs(facts, "issuer"))))
    ending = (say("script.repeat", line=key), say("script.closing"))
    for kept in range(len(body), 0, -1):
        lines = _spoken(about, (opening, body[0], key, *body[1:kept], *ending))
        if _seconds(about, lines) <= most or kept == 1:
            return lines
    return _spoken(about, (opening, key, *ending))


def _issuer_of_place(about: NoticeContext, issuer: str) -> str:
    """Name the issuer with its place: "Ủy ban nhân dân thành phố" of Long Khánh needs only the name."""
    place = about.context.index.places[about.plan.place]
    title = place_title(about.context, place).text
    kind = title.removesuffix(place.name.vi).strip()
    if issuer.endswith(place.name.vi):
        return issuer
    return f"{issuer} {place.name.vi}" if kind and issuer.lower().endswith(kind) else f"{issuer}, {title}"


def _filled_up(about: NoticeContext, lines: list[str], key: str, short: tuple[str, ...]) -> list[str]:
    """Read the main lines once more where the long version is much too short."""
    least = about.context.strings.section("script.least")
    again = _spoken(about, (about.context.say("script.again"), *short, key))
    return [*lines[:-2], *again, *lines[-2:]] if _seconds(about, lines) < least else lines


def _runs(facts: Facts, name: str) -> Runs:
    return tuple(part for part in facts[name] if isinstance(part, Run))


def _seconds(about: NoticeContext, lines: list[str]) -> int:
    """Estimate the time at an announcer's speed, to the nearest five seconds."""
    speed: int = about.context.strings.section("script.speed")
    return max(5, round(syllables(" ".join(lines)) / speed * 12) * 5)


def _reading(about: NoticeContext, version: str, lines: list[str]) -> Reading:
    context, seconds = about.context, _seconds(about, lines)
    head = context.say(
        "script.head",
        version=context.word("script.versions", version),
        seconds=seconds,
        syllables=syllables(" ".join(lines)),
        speed=context.strings.section("script.speed"),
    )
    # Windows' own editor knows UTF-8 by its mark and line ends by CR LF; other editors take both.
    text = "\n".join((head, "", *(f"{line}\n" for line in lines)))
    return Reading(version, "\ufeff" + text.replace("\n", "\r\n"), seconds)
