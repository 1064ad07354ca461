"""What is found across all plans, for all languages. Plans are opened when a page asks for them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from generator.domain.agency import Agency, Place
from generator.domain.codes import answered_codes
from generator.domain.document import CitedDocument
from generator.domain.facts import PlanFacts, facts_of
from generator.domain.notice import NoticeKind
from generator.domain.placement import Placement
from generator.domain.plan import Plan
from generator.domain.project import Project
from generator.domain.published import Published
from generator.domain.registry import Registry
from generator.domain.text import Words
from generator.frozen import frozen
from generator.views.excerpts import Shown
from generator.views.plan_parts import PlanParts, grouped, plan_parts
from generator.views.watched import ALL_KEYS, Seen, Watch, Watched

# How many plans stay open at a time: a page looks at one in each language, a body's page at a handful.
_OPEN = 128

# So many items and plans of a body are one page on a phone.
_ON_A_PAGE = 150


RESULTS_PAGE = "results"
# More items than this are no list for a phone: then the plans are listed, and their pages have the items.
_MOST_ITEMS = 250

OF_REGISTRY = frozenset({"agencies", "places", "documents", "children", "bodies_of"})
"""The look-ups that hang on the registries and on nothing else."""

PlacedCode = tuple[str, Placement | None]
"""A code, and where it hangs; the general code of a plan hangs nowhere in particular."""


@frozen
class Index:
    """The published plans, newest first, and look-ups over them."""

    plans: Mapping[str, Plan]
    parts: Mapping[str, PlanParts]
    titles: Mapping[str, Words]
    """By plan id: its short title, for links from elsewhere."""
    years: Mapping[str, str]
    """By plan id: the year of issue, empty where it is not known."""
    agencies: Mapping[str, Agency]
    places: Mapping[str, Place]
    documents: Mapping[str, CitedDocument]
    duties: Mapping[str, int]
    """By agency id: in how many items of all plans it holds a role."""
    lists_items: Mapping[str, bool]
    """Under `RESULTS_PAGE`: whether it can list every task and target of all plans."""
    crowded: Mapping[str, bool]
    """By agency id: whether plans ask so much of it that each of them has a page of its own under the body's."""
    children: Mapping[str, tuple[str, ...]]
    """By agency id: the bodies under it."""
    bodies_of: Mapping[str, tuple[str, ...]]
    """By place id, "" for central bodies: the ids of its bodies."""
    citing: Mapping[str, tuple[str, ...]]
    """By document id: the ids of the plans that cite it."""
    anchors: Mapping[str, Words]
    """By its Vietnamese words in small letters: an event that times hang on."""
    kinds: Mapping[str, NoticeKind]
    """By id: the kinds of notice."""
    since: Mapping[str, date]
    """By plan id: the day on which this site published it, where that is on record."""
    codes: Mapping[str, tuple[PlacedCode, ...]]
    """By plan id: the codes that it answers."""
    watch: Watch
    """What is looked up in any of these."""
    facts: tuple[PlanFacts, ...]
    """The facts of the published plans, for the sequence of the build: no page sees them."""
    digests: Mapping[str, Callable[[str], str]]
    """By the name of a look-up: what tells the value of a key from another."""
    hanging: Mapping[str, "Hanging"]
    """By the name of a look-up: the keys of which the values may hang on a plan, given its facts; None: on any."""
    shown: Mapping[str, Shown]
    """By language: the excerpts of all plans."""

    def digest(self, seen: Seen) -> str:
        """Tell what was looked up from any other value that could stand there; excerpts are compared elsewhere."""
        name, key = seen
        return self.digests[name](key)


Hanging = Callable[[PlanFacts], Collection[str] | None]


def _on_itself(facts: PlanFacts) -> Collection[str]:
    return (facts.id,)


def _on_any(_facts: PlanFacts) -> None:
    return None


def _on_none(_facts: PlanFacts) -> Collection[str]:
    return ()


def _on_its_bodies(facts: PlanFacts) -> Collection[str]:
    return facts.duties.keys()


@frozen
class _Table:
    """One look-up: its keys, how the value of a key is made, what tells that value from another.

    `hanging` gives, for the facts of a plan as they were or as they are, the keys that may be other values with other
    facts; None where that may be any of them.
    """

    keys: Iterable[str]
    value: Callable[[str], object]
    digest: Callable[[str], object]
    hanging: Hanging = _on_none


def build_index(project: Project, as_of: date, drafts: bool = False) -> Index:
    """Gather what pages across plans need; only plans published on `as_of` count."""
    known = project.facts or tuple(facts_of(plan) for plan in project.plans)
    published = [(facts, at) for at, facts in enumerate(known) if facts.is_published(as_of, drafts)]
    published.sort(key=lambda one: (one[0].issued, one[0].id), reverse=True)
    places = {facts.id: at for facts, at in published}
    plans = {facts.id: facts for facts, _ in published}
    opened = lru_cache(_OPEN)(lambda plan_id: plan_parts(project.plans[places[plan_id]]))
    tables = {
        "plans": _Table(plans, lambda key: project.plans[places[key]], lambda key: plans[key].digest, _on_itself),
        "parts": _Table(plans, opened, lambda key: plans[key].digest, _on_itself),
        **_tables_between_plans(plans),
        "since": _table_of_days(project.published),
        "codes": _table_of_codes(plans, project.published),
        **_table_of_kinds({kind.id: kind for kind in project.notice_kinds}),
        **_tables_of_bodies(plans, project.registry),
    }
    watch = Watch()
    digests = {name: _digest_of(table) for name, table in tables.items()}
    lookups: dict[str, Any] = {
        name: Watched(name, watch, tuple(table.keys), table.value) for name, table in tables.items()
    }
    return Index(
        **lookups,
        watch=watch,
        facts=tuple(facts for facts, _ in published),
        digests=digests,
        hanging={name: table.hanging for name, table in tables.items()},
        shown={},
    )


def _tables_between_plans(plans: Mapping[str, PlanFacts]) -> dict[str, _Table]:
    """Give the look-ups over what plans share."""
    citing = grouped((ref, facts.id) for facts in plans.values() for ref in facts.cites)
    anchors = {_said(anchor): anchor for facts in plans.values() for anchor in facts.anchors}
    titles = {plan_id: facts.short_title for plan_id, facts in plans.items()}

    def lists_items(_page: str) -> bool:
        return sum(facts.items for facts in plans.values()) <= _MOST_ITEMS

    return {
        "titles": _Table(titles, titles.__getitem__, titles.__getitem__, _on_itself),
        "lists_items": _Table((RESULTS_PAGE,), lists_items, lists_items, _on_any),
        "years": _Table(plans, lambda key: _year(plans[key]), lambda key: _year(plans[key]), _on_itself),
        "citing": _Table(citing, citing.__getitem__, citing.__getitem__, lambda facts: facts.cites),
        "anchors": _Table(
            anchors, anchors.__getitem__, anchors.__getitem__, lambda facts: tuple(map(_said, facts.anchors))
        ),
    }


def _said(anchor: Words) -> str:
    """Give the key of an event that times hang on."""
    return anchor.vi.casefold()


def _table_of_days(record: Published) -> _Table:
    """Give the look-up of the days on which plans were published."""
    since = {entry.id: entry.since for entry in record.plans if entry.since is not None}
    return _Table(since, since.__getitem__, since.__getitem__)


def _table_of_codes(plans: Mapping[str, PlanFacts], record: Published) -> _Table:
    """Give the look-up of the codes that each plan answers, those of its own first."""

    @lru_cache(maxsize=1)
    def by_plan() -> Mapping[str, tuple[PlacedCode, ...]]:
        answered = answered_codes(plans.values(), record).values()
        return grouped((one.plan.id, (one.code, one.placement)) for one in answered)

    def codes_of(plan_id: str) -> tuple[PlacedCode, ...]:
        return by_plan().get(plan_id, ())

    # A code may go over from one plan to another.
    return _Table(plans, codes_of, codes_of, _on_any)


def _table_of_kinds(kinds: Mapping[str, NoticeKind]) -> dict[str, _Table]:
    """Give the look-up of kinds of notice."""
    return {"kinds": _Table(kinds, kinds.__getitem__, kinds.__getitem__)}


def _tables_of_bodies(plans: Mapping[str, PlanFacts], registry: Registry) -> dict[str, _Table]:
    """Give the look-ups by body, and the entries of the registries."""
    busy = grouped((agency, facts.id) for facts in plans.values() for agency in facts.duties)
    local = grouped((one.place or "", one.id) for one in registry.agencies.values())
    below = grouped((one.parent, one.id) for one in registry.agencies.values() if one.parent is not None)

    def duties_of(agency: str) -> int:
        return sum(plans[plan_id].duties[agency] for plan_id in busy[agency])

    def is_crowded(agency: str) -> bool:
        return duties_of(agency) + len(busy[agency]) > _ON_A_PAGE

    entries_of: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("agencies", registry.agencies),
        ("places", registry.places),
        ("documents", registry.documents),
    )
    return {
        "duties": _Table(busy, duties_of, duties_of, _on_its_bodies),
        "crowded": _Table(busy, is_crowded, is_crowded, _on_its_bodies),
        "bodies_of": _Table(local, local.__getitem__, local.__getitem__),
        "children": _Table(below, below.__getitem__, below.__getitem__),
        **{name: _Table(found, found.__getitem__, found.__getitem__) for name, found in entries_of},
    }


def changeable(index: Index, facts: Iterable[PlanFacts]) -> Callable[[Seen], bool]:
    """Tell which looks may give something else since plans had other facts; `facts` are those of before and of now.

    The registries, the record, the kinds of notice, and the order of the plans are the same.
    """
    whole: set[str] = set()
    found: set[Seen] = set()
    for one in facts:
        for name, hanging in index.hanging.items():
            keys = hanging(one)
            if keys is None:
                whole.add(name)
            elif keys:
                found.update((name, key) for key in (*keys, ALL_KEYS))
    return lambda look: look[0] in whole or look in found


def _digest_of(table: _Table) -> Callable[[str], str]:
    """Make the function that tells the values of a look-up apart; an absent key has a digest too."""
    keys = frozenset(table.keys)

    def digest(key: str) -> str:
        return _short(tuple(table.keys) if key == ALL_KEYS else table.digest(key) if key in keys else None)

    return digest


def _short(said: object) -> str:
    return said if isinstance(said, str) else blake2b(repr(said).encode(), digest_size=12).hexdigest()


def _year(facts: PlanFacts) -> str:
    return str(facts.issued.year) if facts.issued != date.min else ""
