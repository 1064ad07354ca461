"""Targets, tasks and other provisions, in the order and under the headings of the document."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.domain.progress import NO_PROGRESS
from generator.domain.responsibility import Charge
from generator.domain.statement import Objective, Provision
from generator.domain.target import Target
from generator.domain.task import Section, Task
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.bodies import BodyLink, body_link
from generator.views.citations import CitationLink, citation_links
from generator.views.metrics import MetricView, metric_views
from generator.views.results import ItemResult, item_result
from generator.views.roles import ChargeView, FootnoteMark, ItemView, WorkContext, charge_view, item_view
from generator.views.times import TimeView, time_views


@frozen
class WorkView:
    """One target, task, objective or provision."""

    id: str
    kind: str
    label: str | None
    title: Localised | None
    text: Localised | None
    items: tuple[ItemView, ...]
    charges: tuple[ChargeView, ...]
    times: tuple[TimeView, ...]
    metrics: tuple[MetricView, ...]
    strive: bool
    owner: BodyLink | None
    outputs: tuple[Localised, ...]
    movements: tuple[Localised, ...]
    cites: tuple[CitationLink, ...]
    footnotes: tuple[FootnoteMark, ...]
    note: Localised | None
    result: ItemResult | None
    bodies: tuple[str, ...]
    """Ids of all bodies that hold a role here, for the filter."""


@frozen
class SectionView:
    """A heading of the document with what stands under it. `id` is None where the page has it elsewhere already."""

    id: str | None
    label: str | None
    title: Localised
    note: Localised | None
    level: int
    works: tuple[WorkView, ...]
    sections: tuple["SectionView", ...]

    @property
    def count(self) -> int:
        """How many works stand under the heading, at any depth."""
        return len(self.works) + sum(section.count for section in self.sections)


def _bodies_of(parts: Iterable[Charge]) -> tuple[str, ...]:
    """Give the ids of the bodies in `parts`, each once."""
    held = (body for part in parts if part.roles for _, bodies in part.roles.held() for body in bodies)
    return tuple(dict.fromkeys(body.agency for body in held))


def task_view(work: WorkContext, task: Task) -> WorkView:
    """Give the view of a task."""
    context, parts = work.context, work.charges[task.id]
    named = {movement.id: movement for movement in work.plan.movements}
    return WorkView(
        id=task.id,
        kind="task",
        label=task.label,
        title=context.maybe(task.title),
        text=context.text(task.text),
        items=tuple(item_view(context, item) for item in task.items),
        charges=tuple(charge_view(work, task.id, part) for part in parts),
        times=(),
        metrics=(),
        strive=False,
        owner=None,
        outputs=context.texts(task.outputs),
        movements=context.texts(named[ref].text for ref in task.movements),
        cites=citation_links(context, task.cites),
        footnotes=work.markers.get(task.id, ()),
        note=context.maybe(task.note),
        result=item_result(context, work.plan, task),
        bodies=_bodies_of(parts),
    )


def target_view(work: WorkContext, target: Target) -> WorkView:
    """Give the view of a target."""
    context, parts = work.context, work.charges[target.id]
    return WorkView(
        id=target.id,
        kind="target",
        label=target.label,
        title=None,
        text=context.text(target.text),
        items=(),
        charges=tuple(charge_view(work, target.id, part) for part in parts),
        times=(),
        metrics=metric_views(context, target, work.validity, work.progress.get(target.id, NO_PROGRESS)),
        strive=target.strive,
        owner=body_link(context, target.owner) if target.owner is not None else None,
        outputs=(),
        movements=(),
        cites=citation_links(context, target.cites),
        footnotes=work.markers.get(target.id, ()),
        note=context.maybe(target.note),
        result=item_result(context, work.plan, target),
        bodies=_bodies_of(parts),
    )


def provision_view(work: WorkContext, provision: Provision) -> WorkView:
    """Give the view of a provision that is neither task nor target."""
    context = work.context
    return WorkView(
        id=provision.id,
        kind="provision",
        label=provision.label,
        title=context.maybe(provision.title),
        text=context.maybe(provision.text),
        items=tuple(item_view(context, item) for item in provision.items),
        charges=(),
        times=time_views(context, provision.time, work.validity),
        metrics=(),
        strive=False,
        owner=None,
        outputs=(),
        movements=(),
        cites=citation_links(context, provision.cites),
        footnotes=work.markers.get(provision.id, ()),
        note=context.maybe(provision.note),
        result=None,
        bodies=(),
    )


def objective_view(work: WorkContext, objective: Objective) -> WorkView:
    """Give the view of an aim or requirement."""
    blank = Provision(id=objective.id, label=objective.label, section=objective.section, text=objective.text)
    return provision_view(work, blank)


Work = TypeVar("Work", Task, Target, Provision, Objective)


def section_views(
    work: WorkContext, works: Sequence[Work], view: Callable[[WorkContext, Work], WorkView], placed: set[str]
) -> tuple[SectionView, ...]:
    """Group `works` under the document's headings; headings without any are left out.

    `placed` collects the ids of headings that the page has shown, so that each id stands on the page once.
    """
    under: dict[str | None, list[WorkView]] = {}
    for one in works:
        under.setdefault(one.section, []).append(view(work, one))
    children: dict[str | None, list[Section]] = {}
    for section in work.plan.sections:
        children.setdefault(section.parent, []).append(section)

    def build(section: Section, level: int) -> SectionView | None:
        new = section.id not in placed
        below = (build(child, level + 1) for child in children.get(section.id, ()))
        inner = tuple(view for view in below if view is not None)
        own = tuple(under.get(section.id, ()))
        if not own and not inner:
            return None
        placed.add(section.id)
        note = work.context.maybe(section.note) if new else None
        title = work.context.text(section.title)
        return SectionView(section.id if new else None, section.label, title, note, level, own, inner)

    loose: tuple[WorkView, ...] = tuple(under.get(None, ()))
    tops = (build(top, 0) for top in children.get(None, ()))
    headed: tuple[SectionView, ...] = tuple(view for view in tops if view is not None)
    if not loose:
        return headed
    return (SectionView(None, None, work.context.own(""), None, 0, loose, ()), *headed)
