"""What `plansite record` adds to the record: decided here, carried out elsewhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.domain.agency import Agency
from generator.domain.code import encoded_address
from generator.domain.codes import Owners, PlanCode, own_codes
from generator.domain.plan import Plan
from generator.domain.published import Printed, Published, PublishedAgency, PublishedCode, PublishedPlan
from generator.frozen import frozen


@frozen(kw_only=True)
class Public:
    """What the public sees on `day`. `notices` are the ids of the notices by plan id; `printed` are codes that
    staff say were printed now, on `printed_on`."""

    plans: Sequence[Plan]
    agencies: Iterable[Agency]
    notices: Mapping[str, Sequence[str]]
    base: str
    day: date
    printed: frozenset[str] = frozenset()
    printed_on: date | None = None


@frozen(kw_only=True)
class Additions:
    """New entries; notices to add to an entry, by plan id; and what becomes known of printing, by code."""

    plans: tuple[PublishedPlan, ...] = ()
    agencies: tuple[PublishedAgency, ...] = ()
    codes: tuple[PublishedCode, ...] = ()
    notices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    printed: tuple[tuple[str, Printed], ...] = ()

    @property
    def any(self) -> bool:
        """Say whether there is something to add."""
        return bool(self.plans or self.agencies or self.codes or self.notices or self.printed)


def additions(record: Published, public: Public) -> Additions:
    """Give everything that is public and not yet on record. What is on record is never changed, only added to."""
    plans, agencies = {entry.id for entry in record.plans}, {entry.id for entry in record.agencies}
    codes = {entry.code for entry in record.codes}
    new = [plan for plan in public.plans if plan.id not in plans]
    return Additions(
        plans=tuple(_plan(plan, public) for plan in sorted(new, key=lambda plan: plan.id)),
        agencies=tuple(
            PublishedAgency(id=agency.id, title=agency.name)
            for agency in sorted(public.agencies, key=lambda agency: agency.id)
            if agency.id not in agencies
        ),
        codes=tuple(_code(one, public) for one in _codes(public) if one.code not in codes),
        notices=tuple(_new_notices(record, public)),
        printed=tuple(_newly_printed(record, public)),
    )


def _codes(public: Public) -> list[PlanCode]:
    own = (code for plan in public.plans for code in own_codes(plan))
    return sorted(own, key=lambda one: (one.owner[0], one.owner[1] or ""))


def _plan(plan: Plan, public: Public) -> PublishedPlan:
    notices = tuple(public.notices.get(plan.id, ()))
    return PublishedPlan(id=plan.id, title=plan.short_title, since=public.day, notices=notices)


def _code(one: PlanCode, public: Public) -> PublishedCode:
    plan, placement = one.owner
    return PublishedCode(
        code=one.code,
        address=encoded_address(public.base, one.code),
        plan=plan,
        placement=placement,
        printed=_printed(one, public),
    )


def _printed(one: PlanCode, public: Public) -> Printed | None:
    """Give when and where a code was printed, by the plan or by what staff say now."""
    place = one.placement
    on = place.printed_on if place is not None else None
    if on is None and one.code in public.printed:
        on = public.printed_on or public.day
    return Printed(on=on, where=place.where.vi if place is not None else None) if on is not None else None


def _new_notices(record: Published, public: Public) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in record.plans:
        new = tuple(one for one in public.notices.get(entry.id, ()) if one not in entry.notices)
        if new:
            yield entry.id, new


def _newly_printed(record: Published, public: Public) -> Iterator[tuple[str, Printed]]:
    """Give what becomes known of codes on record that nobody had said were printed."""
    owners = Owners(public.plans)
    for entry in record.codes:
        one = owners.find(entry.code, entry.plan, entry.placement) if entry.printed is None else None
        printed = _printed(one, public) if one is not None else None
        if printed is not None:
            yield entry.code, printed
