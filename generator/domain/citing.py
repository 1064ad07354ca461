"""Every document that a plan cites: those it lists as legal bases, and those that only an item names."""

from collections.abc import Iterator

from generator.domain.annotation import Footnote
from generator.domain.document import LegalBasis, Relation
from generator.domain.plan import Plan
from generator.domain.statement import Provision
from generator.domain.target import Target
from generator.domain.task import Task


def bases_of(plan: Plan) -> tuple[LegalBasis, ...]:
    """Give the legal bases as listed, then one for each further document that an item cites, each once."""
    listed = {basis.ref for basis in plan.legal_bases}
    further: dict[str, LegalBasis] = {}
    for item, ref in _cited_by_items(plan):
        if ref not in listed:
            further.setdefault(ref, LegalBasis(ref=ref, relation=Relation.MENTIONS, item=item))
    return (*plan.legal_bases, *further.values())


def _cited_by_items(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give (item id, document id) for each citation that stands at an item."""
    items: tuple[Task | Target | Provision | Footnote, ...] = (
        *plan.tasks,
        *plan.targets,
        *plan.provisions,
        *plan.footnotes,
    )
    yield from ((item.id, ref) for item in items for ref in item.cites)
