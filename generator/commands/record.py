"""plansite record: add what is public now to the record of the published, so that no address is ever lost."""

from collections.abc import Sequence
from datetime import date

import click

from generator.commands.problems import render_text
from generator.commands.settings import AS_OF, DATA_HAS_ERRORS, Settings, told
from generator.domain.codes import PlanCode, own_codes
from generator.domain.notice_facts import notices_of
from generator.domain.plan import Plan
from generator.domain.project import Project
from generator.domain.recording import Additions, Public, additions
from generator.publishing.writing import write_file
from generator.reading.files import PUBLISHED
from generator.reading.recording import with_additions
from generator.views.index import build_index


@click.command("record", help=told("record"))
@AS_OF
@click.option("--printed", multiple=True, metavar="PLACEMENT", help=told("printed"))
@click.option("--printed-on", metavar="YYYY-MM-DD", help=told("printed_on"))
@click.pass_obj
def record_command(settings: Settings, as_of: str | None, printed: Sequence[str], printed_on: str | None) -> None:
    """Read, find what is public and not on record, and add it."""
    public_on = settings.day(as_of)
    result = settings.read()
    if result.project is None:
        click.echo(render_text(result.problems, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    plans = tuple(build_index(result.project, public_on).plans.values())
    chosen = frozenset(code for name in printed for code in _named(settings, plans, name))
    write_record(settings, result.project, public_on, chosen, settings.day(printed_on) if printed_on else public_on)


def write_record(settings: Settings, project: Project, day: date, printed: frozenset[str], printed_on: date) -> None:
    """Add what is public on `day` to the record, and that the codes `printed` were printed on `printed_on`."""
    plans = tuple(build_index(project, day).plans.values())
    public = Public(
        plans=plans,
        agencies=project.registry.agencies.values(),
        notices=_notices(project, plans, day),
        base=project.config.qr.base or project.config.address,
        day=day,
        printed=printed,
        printed_on=printed_on,
    )
    _write(settings, additions(project.published, public))


def _notices(project: Project, plans: Sequence[Plan], day: date) -> dict[str, tuple[str, ...]]:
    """Give the ids of the notices of each plan that are public on `day`."""
    kinds = {kind.id: kind for kind in project.notice_kinds}
    return {plan.id: tuple(notice.id for notice in notices_of(plan, kinds, day)) for plan in plans}


def _named(settings: Settings, plans: Sequence[Plan], name: str) -> tuple[str, ...]:
    """Give the code that `name` means: a code, a placement, or plan/placement. Ends with status 2 where none is."""
    codes = [code for plan in plans for code in own_codes(plan)]
    found = [one.code for one in codes if name in _names(one)]
    if len(found) != 1:
        settings.stop("placement_unknown" if not found else "placement_ambiguous", text=name)
    return (found[0],)


def _names(one: PlanCode) -> tuple[str, ...]:
    plan, placement = one.owner
    return (one.code, f"{plan}/{placement}", placement) if placement is not None else (one.code, plan)


def _write(settings: Settings, new: Additions) -> None:
    """Write the record and say what was added; nothing is written where there is nothing new."""
    say, file = settings.strings.say, settings.root / PUBLISHED
    if not new.any:
        click.echo(say("record.nothing"))
        return
    text = file.read_text(encoding="utf-8") if file.is_file() else say("record.head") + "\nschema: 1\n"
    try:
        write_file(file, with_additions(text, new).encode())
    except OSError as error:
        settings.stop("cannot_write", folder=file, reason=error.strerror or error)
    counts = {"plans": len(new.plans), "agencies": len(new.agencies), "codes": len(new.codes)}
    click.echo(say("record.added", file=PUBLISHED, **counts))
    for code in new.codes:
        click.echo(f"  {code.code}  {code.address}  {'/'.join(filter(None, (code.plan, code.placement)))}")
    for plan_id, notices in new.notices:
        click.echo(say("record.notices", plan=plan_id, notices=", ".join(notices)))
    for sign, printed in new.printed:
        click.echo(say("record.printed", code=sign, day=printed.on.isoformat()))
