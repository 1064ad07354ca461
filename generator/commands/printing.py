"""plansite print: the print kit of a plan as one ZIP for the print shop, read back first and put on record."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from generator.commands.print_order import Order, number_in_words, post_files, reads_back, sheets_about
from generator.commands.problems import render_text
from generator.commands.record import write_record
from generator.commands.settings import AS_OF, DATA_HAS_ERRORS, WRONG_ENVIRONMENT, Settings, told
from generator.commands.zip_file import zip_of
from generator.domain.code_state import code_changes, code_state_on, over_since
from generator.domain.codes import PlanCode, own_codes
from generator.domain.project import Project
from generator.drawing.typst import TemplateError, told_by_typst
from generator.print_kit import Finish, PrintFormat, print_formats
from generator.publishing.writing import write_file
from generator.reading.rules.print_formats import check_print_formats
from generator.views.context import Context
from generator.views.index import build_index
from generator.views.print_piece import may_be_printed, print_piece
from generator.wording import known_languages, load_strings

ALL, BOTH = "all", "both"
FOLDER = "in-an"
_FORMATS = click.Choice([*print_formats(), ALL])
_LANGUAGES = click.Choice([*known_languages(), BOTH])


@click.command("print", help=told("print"))
@click.argument("plan")
@click.option("--placement", "placements", multiple=True, metavar="ID", help=told("print_placement"))
@click.option("--format", "forms", multiple=True, type=_FORMATS, help=told("print_format"))
@click.option("--language", type=_LANGUAGES, default=None, help=told("print_language"))
@click.option("--bleed", is_flag=True, help=told("print_bleed"))
@click.option("--crop-marks", is_flag=True, help=told("print_crop_marks"))
@click.option("--cmyk", is_flag=True, help=told("print_cmyk"))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help=told("print_output"))
@click.option("--no-record", is_flag=True, help=told("print_no_record"))
@AS_OF
@click.pass_obj
def print_command(
    settings: Settings,
    plan: str,
    placements: Sequence[str],
    forms: Sequence[str],
    language: str | None,
    bleed: bool,
    crop_marks: bool,
    cmyk: bool,
    output: Path | None,
    no_record: bool,
    as_of: str | None,
) -> None:
    """Draw what is asked for, read every code back, write the ZIP, and note what was printed."""
    _formats_right(settings)
    day, project = settings.day(as_of), _project(settings)
    contexts = _contexts(project, day, language)
    codes = _codes(settings, contexts[0], plan, placements)
    _tell_if_over(settings, contexts[0], codes[0])
    finish = Finish(bleed, crop_marks, "all" if cmyk else "black")
    orders = [
        Order(one, print_piece(contexts, one), form, finish) for one in codes for form in _formats(settings, one, forms)
    ]
    file = (output or settings.root / FOLDER) / _name(plan, placements, forms, language)
    _write(settings, file, orders, post_files(_contexts(project, day, BOTH), codes))
    if not no_record:
        write_record(settings, project, day, frozenset(one.code for one in codes), day)


def _formats_right(settings: Settings) -> None:
    """End with status 2 where a designer's file of a format is wrong, and say where."""
    problems = tuple(check_print_formats())
    if problems:
        click.echo(render_text(problems, settings.strings), err=True)
        raise SystemExit(WRONG_ENVIRONMENT)


def _project(settings: Settings) -> Project:
    """Read the project; ends with status 1 where it has errors."""
    result = settings.read()
    if result.project is None:
        click.echo(render_text(result.problems, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    return result.project


def _contexts(project: Project, day: date, language: str | None) -> tuple[Context, ...]:
    """Give the contexts of the languages to print in, the largest first."""
    default = project.config.languages[0]
    others = [code for code in known_languages() if code != default]
    chosen = {None: [default], BOTH: [default, *others]}.get(language, [language])
    index = build_index(project, day)
    return tuple(Context(project.config, index, load_strings(str(code)), day) for code in chosen)


def _codes(settings: Settings, context: Context, plan_id: str, placements: Sequence[str]) -> list[PlanCode]:
    """Give the codes to print: those of the placements, else the general one. Ends with status 2 where none is."""
    plan = context.index.plans.get(plan_id)
    if plan is None:
        settings.stop("print_plan_unknown", text=plan_id)
    if not may_be_printed(plan):
        settings.stop("print_draft", text=plan_id)
    codes = own_codes(plan)
    if not placements:
        return list(codes[:1]) or settings.stop("print_no_code", text=plan_id)
    by_place = {one.placement.id: one for one in codes if one.placement is not None}
    for name in placements:
        if name not in by_place:
            settings.stop("placement_unknown", text=name)
    return [by_place[name] for name in dict.fromkeys(placements)]


def _tell_if_over(settings: Settings, context: Context, one: PlanCode) -> None:
    """Say so where the campaign is over: who wants the piece for the record may still have it."""
    changes = code_changes(one.plan)
    since = over_since(changes, context.as_of)
    if since is not None:
        state = settings.strings.say(f"code_states.{code_state_on(changes, context.as_of).value}")
        click.echo(settings.strings.say("print.over", plan=one.plan.id, state=state), err=True)


def _formats(settings: Settings, one: PlanCode, names: Sequence[str]) -> list[PrintFormat]:
    """Give the formats asked for; without any those made for the placement, and all for the general code."""
    known, place = print_formats(), one.placement
    if ALL in names or (not names and place is None):
        return list(known.values())
    if names or place is None:
        return [known[name] for name in dict.fromkeys(names)]
    fitting = [form for form in known.values() if form.medium == place.medium.value]
    return fitting or settings.stop("print_no_format", text=place.id)


def _name(plan: str, placements: Sequence[str], forms: Sequence[str], language: str | None) -> str:
    """Name the ZIP after what it is of: a part is in the name where just one was asked for."""
    single = [names[0] for names in (placements, forms) if len(set(names)) == 1 and names[0] != ALL]
    return "-".join([plan, *single, *([language] if language is not None else []), "in.zip"])


def _write(settings: Settings, file: Path, orders: Sequence[Order], posts: Iterable[tuple[str, bytes]]) -> None:
    """Write the ZIP; nothing is written, and all ends with status 2, where one code does not read."""
    pieces = list(_pieces(settings, orders))
    try:
        write_file(file, zip_of([*pieces, *sheets_about(orders, settings.strings), *posts]))
    except OSError as error:
        settings.stop("cannot_write", folder=file, reason=error.strerror or error)
    click.echo(settings.strings.say("print.written", n=len(pieces), file=file))


def _pieces(settings: Settings, orders: Sequence[Order]) -> Iterator[tuple[str, bytes]]:
    """Give each piece by its name, read back; says where a code is smaller than its distance asks for."""
    for order in orders:
        pdf = _made(settings, order)
        if not reads_back(order, pdf):
            click.echo(settings.strings.say("print.unreadable", file=order.file), err=True)
            raise SystemExit(2)
        if not order.code.far_enough:
            _tell_too_near(settings, order)
        yield order.file, pdf


def _made(settings: Settings, order: Order) -> bytes:
    """Draw a piece; ends with status 2 where a designer's layout does not draw, and says where it is wrong."""
    try:
        return order.make()
    except TemplateError as error:
        strings = settings.strings
        click.echo(strings.say("print.layout_wrong", layout=order.form.layout, reason=told_by_typst(error)), err=True)
        raise SystemExit(WRONG_ENVIRONMENT) from None


def _tell_too_near(settings: Settings, order: Order) -> None:
    """Say that the code does not read from as far as it should."""
    strings = settings.strings
    reads, wanted = (number_in_words(one, strings) for one in (order.code.reads_from_m, order.distance_m))
    click.echo(strings.say("print.too_near", file=order.file, reads=reads, wanted=wanted), err=True)
