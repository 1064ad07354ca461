"""Names of bodies that cannot be resolved."""

import re
from dataclasses import replace
from difflib import SequenceMatcher

from generator.domain.identifier import fold
from generator.domain.naming import folded_name
from generator.domain.problem import Problem
from generator.reading.case import Case
from generator.reading.nodes import Found, Mapping
from generator.reading.quoting import quoted

_A_SLIP = 0.9
_SIGNS = re.compile(r"[]:#{}&*!|>%@`\[]")


def body_unknown(case: Case) -> Problem:
    """No body has this name; near names may be meant."""
    name, near = case.mistake.values["name"], case.mistake.values["near"]
    place = _body_node(case)
    several = [part.strip() for part in re.split("[;,]", name) if part.strip()]
    if len(several) > 1 and not _nearly(near.split("; ")[0], name):
        return place.problem("body_several", place.line(_listed(several)), name=name)
    first = near.split("; ")[0]
    instead = place.line(first) if first and _nearly(first, name) else ""
    code = "body_unknown_near" if near else "body_unknown"
    return place.problem(code, instead, name=name, near=near)


def _listed(names: list[str]) -> str:
    """Write names as a list on one line; what a bracket or a colon would break goes into quotes."""
    written = (quoted(name) if _SIGNS.search(name) else name for name in names)
    return f"[{', '.join(written)}]"


def _nearly(one: str, other: str) -> bool:
    """Say whether two names differ by a slip; "Chủ tịch UBND" and "UBND" are like but two offices."""
    folded = (fold(folded_name(one)), fold(folded_name(other)))
    return SequenceMatcher(None, *folded).ratio() >= _A_SLIP


def body_ambiguous(case: Case) -> Problem:
    """Several bodies have this name; the candidates are told with their places."""
    place = _body_node(case)
    candidates = case.mistake.values["candidates"]
    first = candidates.split("; ")[0].split(" (")[0]
    return place.problem("body_ambiguous", place.line(first), name=case.mistake.values["name"], candidates=candidates)


def _body_node(case: Case) -> Case:
    """For `{text: …, body: …}` point at the name itself."""
    node = case.found.node
    for key in ("body", "text"):
        if isinstance(node, Mapping) and key in node.entries:
            inner, child = node.entries[key]
            return replace(case, found=Found(child, inner, (*case.found.path, key)))
    return case
