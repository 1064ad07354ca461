"""All codes in a table: what each is for, its state, how small it may be printed; and what still hangs for nothing."""

from collections.abc import Iterator
from datetime import date

from generator.domain.code_state import code_changes, code_state_on, over_since
from generator.domain.codes import PlanCode, own_codes
from generator.frozen import frozen
from generator.views.context import Context
from generator.views.prints import Print, print_of
from generator.views.site import SiteView


@frozen
class CodeRow:
    """One code. `state` is a key, `state_word` its words; `since` the day since when its campaign is over."""

    code: str
    plan: str
    placement: str | None
    where: str | None
    medium: str | None
    quantity: int | None
    state: str
    state_word: str
    address: str
    picture: Print
    printed_on: date | None
    taken_down_on: date | None
    since: date | None


def code_rows(site: SiteView) -> tuple[CodeRow, ...]:
    """Give every code of the public plans, by plan and placement; drafts and the future are left out."""
    context = site.default
    printed = {entry.code: entry.printed.on for entry in site.published.codes if entry.printed is not None}
    codes = (one for plan in context.index.plans.values() for one in own_codes(plan))
    ordered = sorted(codes, key=lambda one: (one.owner[0], one.owner[1] or ""))
    return tuple(_row(context, one, printed.get(one.code)) for one in ordered)


def removals(site: SiteView) -> Iterator[CodeRow]:
    """Give the codes that were printed and still hang though their campaign is over."""
    for row in code_rows(site):
        hangs = row.printed_on is not None and not _is_down(row, site.default.as_of)
        if hangs and row.since is not None:
            yield row


def _is_down(row: CodeRow, day: date) -> bool:
    return row.taken_down_on is not None and row.taken_down_on <= day


def _row(context: Context, one: PlanCode, printed_on: date | None) -> CodeRow:
    changes, place = code_changes(one.plan), one.placement
    state = code_state_on(changes, context.as_of)
    picture = print_of(context, one)
    return CodeRow(
        code=one.code,
        plan=one.plan.id,
        placement=place.id if place is not None else None,
        where=place.where.vi if place is not None else None,
        medium=place.medium.value if place is not None else None,
        quantity=place.quantity if place is not None else None,
        state=state.value,
        state_word=context.word("code_states", state.value),
        address=picture.view.address,
        picture=picture,
        printed_on=(place.printed_on if place is not None else None) or printed_on,
        taken_down_on=place.taken_down_on if place is not None else None,
        since=over_since(changes, context.as_of),
    )
