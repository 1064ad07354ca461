"""Roles and times of tasks and targets as a reader meets them, and what the works of one plan share."""

from collections.abc import Mapping

from generator.domain.plan import Plan
from generator.domain.progress import NO_PROGRESS, Progress
from generator.domain.responsibility import Charge
from generator.domain.task import Item, Official, Roles
from generator.domain.text import Localised
from generator.domain.times import Period
from generator.frozen import frozen
from generator.views.bodies import BodyLink, body_link, body_links
from generator.views.context import Context
from generator.views.times import TimeView, time_view


@frozen
class ItemView:
    """A line of a list, with its own label."""

    id: str | None
    label: str | None
    text: Localised
    items: tuple["ItemView", ...]


@frozen
class OfficialView:
    """A named official: name, title and duty as the document states them."""

    name: str
    title: Localised
    duty: Localised | None
    body: BodyLink | None


@frozen
class RoleView:
    """One role: its key, its word in this language, the document's own wording, and who holds it."""

    key: str
    word: str
    wording: str | None
    bodies: tuple[BodyLink, ...]
    officials: tuple[OfficialView, ...] = ()


@frozen
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


@frozen
class FootnoteMark:
    """The marker of a footnote, and the id of the note."""

    id: str
    marker: str


@frozen
class WorkContext:
    """What the works of one plan share."""

    context: Context
    plan: Plan
    validity: Period | None
    charges: Mapping[str, tuple[Charge, ...]]
    progress: Mapping[str, Progress]
    labels: Mapping[str, str | None]
    markers: Mapping[str, tuple[FootnoteMark, ...]]


def work_context(context: Context, plan: Plan) -> WorkContext:
    """Gather what the works of a plan share."""
    parts = context.index.parts[plan.id]
    return WorkContext(context, plan, parts.validity, parts.charges, parts.progress, parts.labels, _markers(plan))


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


def charge_view(work: WorkContext, item_id: str, charge: Charge) -> ChargeView:
    """Give the roles and times of one charge, and what else it covers."""
    covers = charge.block.covers if charge.block is not None else ()
    others = tuple((other, work.labels.get(other) or "") for other in covers if other != item_id)
    label = charge.time_label if work.context.language == "vi" else None
    progress = work.progress.get(item_id, NO_PROGRESS)
    times = tuple(time_view(work.context, time, work.validity, label, progress) for time in charge.time)
    note = work.context.maybe(charge.block.note) if charge.block is not None else None
    first = not covers or covers[0] == item_id
    return ChargeView(role_views(work.context, charge.roles), times, others, first, note)
