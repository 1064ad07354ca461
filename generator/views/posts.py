"""Ready texts for social networks: what is asked, until when, where, whom to call, out of the plan's own facts.

The wording is in the strings (`posts`), a list of lines for each network. A line whose fact the plan does not state
is left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from string import Formatter

from generator.domain.code import code_path
from generator.domain.codes import PlanCode
from generator.domain.plan import Plan
from generator.frozen import frozen
from generator.views.card import deciding_time
from generator.views.context import Context
from generator.views.print_piece import hotline_to_call, issuer_in_full
from generator.views.share_card import time_label
from generator.views.times import time_words

NETWORKS = ("zalo", "facebook")
MOST_OF_SUMMARY = 600
"""Signs. A longer summary is cut after a sentence: who wants more follows the address."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@frozen
class Post:
    """A text to paste: for which network, in which language."""

    network: str
    language: str
    text: str


def posts(contexts: Sequence[Context], one: PlanCode) -> Iterator[Post]:
    """Give the texts about a code's plan; a further language in which the plan has no title is left out."""
    for context in contexts:
        if context is not contexts[0] and context.text(one.plan.short_title).fallback:
            continue
        facts = _facts(context, one)
        for network in NETWORKS:
            lines = context.strings.section(f"posts.{network}")
            yield Post(network, context.language, _filled(lines, facts))


def _facts(context: Context, one: PlanCode) -> Mapping[str, str | None]:
    """Give what a line may name. None is what the plan does not state, or nobody has translated."""
    plan, base = one.plan, context.config.qr.base or context.config.address
    time = deciding_time(plan)
    asks = "feedback" if plan.takes_feedback else "information"
    number = hotline_to_call(context, plan)
    return {
        "call": context.say(f"posts.calls.{asks}"),
        "title": context.text(plan.short_title).text,
        "gist": _summary(context, plan, 0),
        "summary": _summary(context, plan, MOST_OF_SUMMARY),
        "when_label": context.say(f"share_card.{time_label(plan)}"),
        "when": time_words(context, time).text if time is not None else None,
        "act": context.say(f"posts.acts.{asks}"),
        "address": base + code_path(one.code),
        "hotline": context.say("qr.hotline", number=number) if number is not None else None,
        "issuer": issuer_in_full(context, plan),
        "demo": context.say("print.demo") if context.config.demo else None,
    }


def _summary(context: Context, plan: Plan, most: int) -> str | None:
    summary = context.text(plan.summary)
    return None if summary.fallback else _first_sentences(summary.text, most)


def _first_sentences(text: str, most: int) -> str:
    """Give as many whole sentences as have room; the first one in any case."""
    first, *others = _SENTENCE.split(" ".join(text.split()))
    for sentence in others:
        if len(first) + 1 + len(sentence) > most:
            break
        first = f"{first} {sentence}"
    return first


def _filled(lines: Sequence[str], facts: Mapping[str, str | None]) -> str:
    """Fill the lines; one that lacks a fact goes, and of several empty lines one stays."""
    kept = (line.format_map(facts) for line in lines if all(facts[name] is not None for name in _names(line)))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() + "\n"


def _names(line: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(line) if name)
