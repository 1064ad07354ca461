"""What is known of a plan without opening it: all that pages of other plans, bodies and lists need to find it."""

from collections.abc import Mapping
from datetime import date

from generator.domain.citing import bases_of
from generator.domain.document import DocumentStatus
from generator.domain.placement import Placement
from generator.domain.plan import Plan
from generator.domain.responsibility import assignments, charges
from generator.domain.text import Words
from generator.frozen import frozen


@frozen(kw_only=True)
class PlanFacts:
    """The facts of one plan. `digest` tells it from every other version of it; empty where nobody asks."""

    id: str
    digest: str
    issued: date
    """The last day on which it can have been issued, `date.min` where nothing is known."""
    hidden_draft: bool
    publish_from: date | None
    short_title: Words
    duties: Mapping[str, int]
    """By agency id, for every body that holds any role: in how many items it does."""
    cites: tuple[str, ...]
    anchors: tuple[Words, ...]
    former_ids: tuple[str, ...] = ()
    code: str | None = None
    placements: tuple[Placement, ...] = ()
    takes_feedback: bool = False
    items: int = 0
    """How many tasks and targets the plan has."""

    def is_published(self, as_of: date, drafts: bool) -> bool:
        """Say whether the public sees the plan on `as_of`; `drafts` shows drafts and plans ahead of their day too."""
        return drafts or not (self.hidden_draft or (self.publish_from is not None and self.publish_from > as_of))


def facts_of(plan: Plan, digest: str = "") -> PlanFacts:
    """Find the facts of `plan`."""
    issued = plan.document.issued
    return PlanFacts(
        id=plan.id,
        digest=digest,
        issued=issued.end if issued and issued.end else date.min,
        hidden_draft=plan.status is DocumentStatus.DRAFT and not plan.publish_draft,
        publish_from=plan.publish_from,
        short_title=plan.short_title,
        duties=_duties(plan),
        cites=tuple(dict.fromkeys(basis.ref for basis in bases_of(plan))),
        anchors=plan.anchors,
        former_ids=plan.former_ids,
        code=plan.code,
        placements=plan.placements,
        takes_feedback=plan.takes_feedback,
        items=len(charges(plan)),
    )


def _duties(plan: Plan) -> dict[str, int]:
    """Count the items in which each body holds a role; a role in the plan as a whole is in none."""
    items: dict[str, set[str]] = {}
    for one in assignments(plan):
        items.setdefault(one.body.agency, set()).update([one.item] if one.item else ())
    return {agency: len(found) for agency, found in items.items()}
