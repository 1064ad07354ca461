"""plansite new: ask what a plan needs, and write its file."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import click

from generator.commands.problems import render_text
from generator.commands.settings import DATA_HAS_ERRORS, Settings, told
from generator.domain.document import DocumentBranch, DocumentStatus
from generator.domain.identifier import fold, slug
from generator.domain.naming import NameIndex
from generator.domain.plan import PlanKind
from generator.domain.problem import Severity
from generator.publishing.starting import NewPlan, create_files, plan_file
from generator.reading.case import nearest
from generator.reading.files import AGENCIES, DOCUMENTS, plan_files, read_bytes, read_text
from generator.reading.plans import read_plan
from generator.reading.registries import read_registry

_LONGEST = 60
_OPTIONS = tuple(field.name for field in fields(NewPlan))
# An answer that will not do gives the words for why; one that will gives None.
Check = Callable[[str], str | None]


def _with_options(command: Any) -> Any:
    for name in reversed(_OPTIONS):
        command = click.option(f"--{name.replace('_', '-')}", help=told(f"new_{name}"))(command)
    return command


@click.command("new", help=told("new"))
@_with_options
@click.pass_obj
def new_command(settings: Settings, /, **given: str | None) -> None:
    """Ask for what was not given, write the file, and say what comes next."""
    settings.find()
    read = read_registry(read_text(settings.root, AGENCIES), read_text(settings.root, DOCUMENTS))
    if read.names is None:
        settings.stop("registry_broken")
    plan = _Asker(settings, read.names, given).plan()
    _write(settings, read.names, plan)


def _write(settings: Settings, names: NameIndex, plan: NewPlan) -> None:
    """Write the file unless it is there, or would have errors (those are told, and nothing is written)."""
    content = plan_file(plan, settings.strings)
    found = read_plan(plan.file, content, names).problems
    errors = tuple(problem for problem in found if problem.severity is Severity.ERROR)
    if errors:
        click.echo(render_text(errors, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    try:
        create_files(settings.root, [(plan.file, content)])
    except FileExistsError:
        settings.stop("plan_exists", file=plan.file)
    except OSError as error:
        settings.stop("cannot_write", folder=plan.file, reason=error.strerror or error)
    click.echo(settings.strings.say("new.done", file=plan.file))
    click.echo(settings.strings.say("new.next"))


class _Asker:
    """Asks for each answer until it will do; an answer given as an option is not asked for, but must do as well."""

    def __init__(self, settings: Settings, names: NameIndex, given: dict[str, str | None]) -> None:
        self._settings, self._names, self._given = settings, names, given
        self._say = settings.strings.say

    def plan(self) -> NewPlan:
        """Give the plan of all answers."""
        title = self._answer("title", self._filled)
        short_title = self._answer("short_title", self._filled, title)
        summary = self._answer("summary", self._filled)
        click.echo(self._say("new.places", places=", ".join(self._names.registry.places)), err=True)
        place = self._answer("place", self._place)
        return NewPlan(
            title=title,
            short_title=short_title,
            summary=summary,
            place=place,
            issuer=self._answer("issuer", lambda name: self._issuer(name, place)),
            branch=self._choice("branch", [one.value for one in DocumentBranch], DocumentBranch.STATE.value),
            kind=self._choice("kind", [one.value for one in PlanKind], PlanKind.CAMPAIGN.value),
            status=self._choice("status", [one.value for one in DocumentStatus], DocumentStatus.ISSUED.value),
            id=self._answer("id", self._free_id, self._proposed(place, short_title)),
            validity=self._answer("validity", lambda _: None, ""),
            feedback=self._answer("feedback", lambda _: None, ""),
        )

    def _answer(self, name: str, check: Check, proposed: str | None = None) -> str:
        """Give one answer, on one line."""
        given = self._given.get(name)
        if given is not None:
            fault = check(" ".join(given.split()))
            if fault is None:
                return " ".join(given.split())
            raise click.BadParameter(fault, param_hint=f"--{name.replace('_', '-')}")
        while True:
            try:
                text: str = click.prompt(self._say(f"new.{name}"), default=proposed, type=str)
            except click.Abort:
                # Nobody is there to ask: what would be proposed holds, if there is anything.
                if proposed is None or check(proposed) is not None:
                    self._settings.stop("unanswered")
                return proposed
            fault = check(" ".join(text.split()))
            if fault is None:
                return " ".join(text.split())
            click.echo(fault, err=True)

    def _choice(self, name: str, allowed: list[str], proposed: str) -> str:
        def check(text: str) -> str | None:
            return None if text in allowed else self._say("new.choice_wrong", text=text, allowed=", ".join(allowed))

        return self._answer(name, check, proposed)

    def _filled(self, text: str) -> str | None:
        return None if text else self._say("new.empty")

    def _place(self, text: str) -> str | None:
        places = self._names.registry.places
        if text in places:
            return None
        return self._say("new.place_unknown", text=text, near=self._near(nearest(text, tuple(places))))

    def _issuer(self, text: str, place: str) -> str | None:
        found = self._names.resolve(text, place)
        if text and found.agency is not None:
            return None
        return self._say("new.issuer_unknown", text=text, near=self._near((*found.near, *found.candidates)))

    def _near(self, names: Any) -> str:
        return self._say("new.near", near=", ".join(names)) if names else ""

    def _free_id(self, text: str) -> str | None:
        if not text or slug(text) != text:
            return self._say("new.id_wrong", text=text, near=slug(text) or "ke-hoach-1")
        return self._say("new.id_taken", text=text) if text in self._taken() else None

    def _proposed(self, place: str, short_title: str) -> str:
        """Give an id of the place and the title, as no two places have the same, cut between words."""
        known = self._names.registry.places[place].name.vi
        words = slug(short_title if fold(known) in fold(short_title) else f"{known} {short_title}").split("-")
        while len("-".join(words)) > _LONGEST:
            words.pop()
        return "-".join(words)

    def _taken(self) -> set[str]:
        """Give every id that a plan has or had."""
        root = self._settings.root
        read = (read_plan(file, read_bytes(root, file).data or b"", self._names) for file in plan_files(root))
        return {mark.text for plan in read for mark in plan.marks if mark.kind in ("id", "former_ids")}
