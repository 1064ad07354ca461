from dataclasses import replace

from generator.domain.citing import bases_of
from generator.domain.document import Relation
from tests.website.projects import real_plan


def test_a_document_that_only_an_item_cites_is_mentioned_once():
    plan = real_plan("tan-an-gop-y-hien-ke")
    first, second = (replace(task, cites=("van-ban-khac",)) for task in plan.tasks[:2])
    changed = replace(plan, tasks=(first, second, *plan.tasks[2:]))
    listed, added = bases_of(changed)[: len(plan.legal_bases)], bases_of(changed)[len(plan.legal_bases) :]
    assert listed == plan.legal_bases
    assert [(basis.ref, basis.relation, basis.item) for basis in added] == [
        ("van-ban-khac", Relation.MENTIONS, first.id)
    ]


def test_what_is_listed_is_not_mentioned_again():
    plan = real_plan("lai-chau-dan-van-2023")
    refs = [basis.ref for basis in bases_of(plan)]
    assert len(refs) == len(set(refs))
