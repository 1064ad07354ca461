"""The wording of a notice with its facts put in: a paper's body, or sentences to read aloud."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.domain.notice import Passage, Sentence
from generator.domain.text import Words
from generator.official_paper import Block, BlockKind, Item, Run, Runs, plain
from generator.views.context import Context
from generator.views.notice_facts import Facts

_PLACEHOLDER = re.compile(r"\{\s*([^{}\s]*)\s*\}")


def filled(template: str, facts: Facts) -> Runs:
    """Put facts in for the names in braces. Raises KeyError for a fact that is not there: the reader refuses that."""
    runs: list[Run] = []
    for number, piece in enumerate(_PLACEHOLDER.split(template)):
        runs.extend(_runs(facts, piece) if number % 2 else (Run(piece),))
    return _joined(run for run in runs if run.text)


def _runs(facts: Facts, name: str) -> Runs:
    return tuple(part for part in facts[name] if isinstance(part, Run))


def _joined(runs: Iterable[Run]) -> Runs:
    """Join neighbours without links in one language, so that a sentence is one run."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].href is None and run.href is None and found[-1].language == run.language:
            found[-1] = replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


def body_blocks(context: Context, passages: Iterable[Passage], facts: Facts) -> tuple[Block, ...]:
    """Give the blocks of a body. Headings that stay are numbered in order, as offices do."""
    return tuple(_blocks(context, [p for p in passages if facts.keys() >= set(p.when)], facts))


def _blocks(context: Context, passages: Iterable[Passage], facts: Facts) -> Iterator[Block]:
    count = 0
    for passage in passages:
        if passage.heading is not None:
            count += 1
            heading = (Run(f"{count}. "), *filled(_text(context, passage.heading), facts))
            yield Block(BlockKind.HEADING, _joined(heading))
        if passage.text is not None:
            yield Block(BlockKind.PARAGRAPH, _capital(filled(_text(context, passage.text), facts)))
        if passage.list is not None:
            yield Block(BlockKind.LIST, items=tuple(i for i in facts[passage.list] if isinstance(i, Item)))


def _capital(runs: Runs) -> Runs:
    """Begin a paragraph with a capital, also where a fact comes first."""
    first, *rest = runs
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *rest) if first.href is None else runs


def _text(context: Context, words: Words) -> str:
    return context.text(words).text


def sentences(chosen: Iterable[Sentence], facts: Facts) -> tuple[str, ...]:
    """Give the Vietnamese sentences to read aloud, facts put in; those whose facts are missing are left out."""
    there = (sentence for sentence in chosen if facts.keys() >= set(sentence.when))
    return tuple(plain(filled(sentence.text.vi, facts)) for sentence in there)
