"""Targets, tasks and other provisions, in the order and under the headings of the document."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.domain.plan import Plan
from generator.domain.responsibility import Charge
from generator.domain.statement import Objective, Provision
from generator.domain.target import Target
from generator.domain.task import Item, Official, Roles, Section, Task
from generator.domain.text import Localised
from generator.domain.times import Period
from generator.views.bodies import BodyLink, body_link, body_links
from generator.views.citations import CitationLink, citation_links
from generator.views.context import Context
from generator.views.metrics import MetricView, metric_views
from generator.views.times import TimeView, time_view, time_views


@dataclass(frozen=True, slots=True)
class ItemView:
    """A line of a list, with its own label."""

    id: str | None
    label: str | None
    text: Localised
    items: tuple["ItemView", ...]


@dataclass(frozen=True, slots=True)
class OfficialView:
    """A named official: name, title and duty as the document states them."""

    name: str
    title: Localised
    duty: Localised | None
    body: BodyLink | None


@dataclass(frozen=True, slots=True)
class RoleView:
    """One role: its key, its word in this language, the document's own wording, and who holds it."""

    key: str
    word: str
    wording: str | None
    bodies: tuple[BodyLink, ...]
    officials: tuple[OfficialView, ...] = ()


@dataclass(frozen=True, slots=True)
class ChargeView:
    """Roles and times of an item. `shared_with` are the labels and ids of the other items they hold for."""

    roles: tuple[RoleView, ...]
    times: tuple[TimeView, ...]
    shared_with: tuple[tuple[str, str], ...]
    first: bool
    note: Localised | None

    @property
    def shared_labels(self) -> bool:
        """Say whether the other items can be told by a few labels."""
        return len(self.shared_with) <= 4 and all(label for _, label in self.shared_with)


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The marker of a footnote, and the id of the note."""

    id: str
    marker: str


@dataclass(frozen=True, slots=True)
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
    bodies: tuple[str, ...]
    """Ids of all bodies that hold a role here, for the filter."""


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A row of the table of all metrics; without `metric` the target is only named."""

    target: str
    label: str | None
    what: Localised
    metric: MetricView | None
    times: tuple[TimeView, ...]


@dataclass(frozen=True, slots=True)
class MetricGroup:
    """The metrics under one heading of the document."""

    label: str | None
    title: Localised
    rows: tuple[MetricRow, ...]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class WorkContext:
    """What the works of one plan share."""

    context: Context
    plan: Plan
    validity: Period | None
    charges: Mapping[str, tuple[Charge, ...]]
    labels: Mapping[str, str | None]
    markers: Mapping[str, tuple[FootnoteMark, ...]]


def work_context(context: Context, plan: Plan) -> WorkContext:
    """Gather what the works of a plan share."""
    parts = context.index.parts[plan.id]
    return WorkContext(context, plan, parts.validity, parts.charges, parts.labels, _markers(plan))


def _markers(plan: Plan) -> dict[str, tuple[FootnoteMark, ...]]:
    """Give the footnote marks by the item they stand at."""
    found: dict[str, tuple[FootnoteMark, ...]] = {}
    for number, note in enumerate(plan.footnotes, start=1):
        mark = FootnoteMark(note.id, note.marker or str(number))
        if note.anchor is not None:
            found[note.anchor] = (*found.get(note.anchor, ()), mark)
    return found


def item_view(context: Context, item: Item) -> ItemView:
    """Give the view of one line of a list."""
    nested = tuple(item_view(context, inner) for inner in item.items)
    return ItemView(item.id, item.label, context.text(item.text), nested)


def role_views(context: Context, roles: Roles | None) -> tuple[RoleView, ...]:
    """Give the roles that somebody holds, officials after the political lead."""
    if roles is None:
        return ()
    wordings = roles.labels or {}
    views = [
        RoleView(key, context.word("roles", key), _own_wording(context, wordings, key), body_links(context, bodies))
        for key, bodies in roles.held()
    ]
    if roles.official:
        officials = tuple(_official_view(context, official) for official in roles.official)
        views.insert(0, RoleView("official", context.word("roles", "official"), None, (), officials))
    return tuple(views)


def _own_wording(context: Context, wordings: Mapping[str, str], key: str) -> str | None:
    """Give the document's own wording of a role on Vietnamese pages."""
    return wordings.get(key) if context.language == "vi" else None


def _official_view(context: Context, official: Official) -> OfficialView:
    """Give the view of a named official."""
    body = body_link(context, official.body) if official.body is not None else None
    duty = context.maybe(official.duty)
    repeats = duty is not None and duty.text.casefold() == context.word("roles", "official").casefold()
    return OfficialView(official.name, context.text(official.title), None if repeats else duty, body)


def _charge_view(work: WorkContext, item_id: str, charge: Charge) -> ChargeView:
    """Give the roles and times of one charge, and what else it covers."""
    covers = charge.block.covers if charge.block is not None else ()
    others = tuple((other, work.labels.get(other) or "") for other in covers if other != item_id)
    label = charge.time_label if work.context.language == "vi" else None
    times = tuple(time_view(work.context, time, work.validity, label) for time in charge.time)
    note = work.context.maybe(charge.block.note) if charge.block is not None else None
    first = not covers or covers[0] == item_id
    return ChargeView(role_views(work.context, charge.roles), times, others, first, note)


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
        charges=tuple(_charge_view(work, task.id, part) for part in parts),
        times=(),
        metrics=(),
        strive=False,
        owner=None,
        outputs=context.texts(task.outputs),
        movements=context.texts(named[ref].text for ref in task.movements),
        cites=citation_links(context, task.cites),
        footnotes=work.markers.get(task.id, ()),
        note=context.maybe(task.note),
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
        charges=tuple(_charge_view(work, target.id, part) for part in parts),
        times=(),
        metrics=metric_views(context, target, work.validity),
        strive=target.strive,
        owner=body_link(context, target.owner) if target.owner is not None else None,
        outputs=(),
        movements=(),
        cites=citation_links(context, target.cites),
        footnotes=work.markers.get(target.id, ()),
        note=context.maybe(target.note),
        bodies=_bodies_of(parts),
    )


def metric_groups(work: WorkContext) -> tuple[MetricGroup, ...]:
    """Give all metrics of a plan as one table, under the headings of the document."""
    rows: dict[str | None, list[MetricRow]] = {}
    for target in work.plan.targets:
        rows.setdefault(target.section, []).extend(_metric_rows(work, target))
    sections = {section.id: section for section in work.plan.sections}
    return tuple(_metric_group(work.context, sections.get(key or ""), tuple(found)) for key, found in rows.items())


def _metric_group(context: Context, section: Section | None, rows: tuple[MetricRow, ...]) -> MetricGroup:
    """Give the metrics under one heading."""
    title = context.text(section.title) if section is not None else context.own("")
    return MetricGroup(section.label if section is not None else None, title, rows)


def _metric_rows(work: WorkContext, target: Target) -> Iterator[MetricRow]:
    """Give one row for each metric of a target, or one that says it has none."""
    context = work.context
    times = [time for part in work.charges[target.id] for time in part.time]
    views = time_views(context, times, work.validity)
    metrics = metric_views(context, target, work.validity)
    for metric in metrics or (None,):
        what = metric.of if metric is not None and metric.of is not None else context.text(target.text)
        yield MetricRow(target.id, target.label, what, metric, views)


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
