"""plansite new: ask what a plan needs, and write its file."""

import re
from collections.abc import Callable, Mapping
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
# The symbol comes with the number, as documents have it.
_OPTIONS = tuple(field.name for field in fields(NewPlan) if field.name != "symbol")
_NUMBER = re.compile(r"(?P<number>\d+\w*)\s*[-/]\s*(?P<symbol>\D.*)")
# An answer that will not do gives the words for why; one that will gives None.
Check = Callable[[str], str | None]
# From what somebody writes to what is meant: the name of a place or a choice is as good as its id.
Meant = Callable[[str], str]


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
        place = self._answer("place", self._place, meant=self._place_meant)
        return NewPlan(
            title=title,
            short_title=short_title,
            summary=summary,
            place=place,
            issuer=self._answer("issuer", lambda name: self._issuer(name, place)),
            branch=self._choice("branch", "document_branches", DocumentBranch.STATE),
            kind=self._choice("kind", "plan_kinds", PlanKind.CAMPAIGN),
            **self._identity(self._choice("status", "document_status", DocumentStatus.ISSUED)),
            id=self._answer("id", self._free_id, self._proposed(place, short_title)),
            validity=self._answer("validity", lambda _: None, ""),
            feedback=self._answer("feedback", lambda _: None, ""),
        )

    def _identity(self, status: str) -> dict[str, str]:
        """Give the status and what only a signed document has: a draft has no number, day and place yet."""
        if status == DocumentStatus.DRAFT:
            return {"status": status}
        number = self._answer("number", lambda _: None, "")
        parts = _NUMBER.fullmatch(number)
        numbered = parts.groupdict() if parts else {"number": number}
        rest = {name: self._answer(name, lambda _: None, "") for name in ("issued", "dateline")}
        return {"status": status, **numbered, **rest}

    def _answer(self, name: str, check: Check, proposed: str | None = None, meant: Meant = str, asked: str = "") -> str:
        """Give one answer, on one line."""
        given = self._given.get(name)
        if given is not None:
            answer = meant(" ".join(given.split()))
            fault = check(answer)
            if fault is None:
                return answer
            raise click.BadParameter(fault, param_hint=f"--{name.replace('_', '-')}")
        while True:
            answer = meant(" ".join(self._typed(asked or self._say(f"new.{name}"), check, proposed).split()))
            fault = check(answer)
            if fault is None:
                return answer
            click.echo(fault, err=True)

    def _typed(self, question: str, check: Check, proposed: str | None) -> str:
        """Ask; where nobody is there to answer, what would be proposed holds, if there is anything."""
        try:
            typed: str = click.prompt(question, default=proposed, type=str, show_default=bool(proposed))
        except click.Abort:
            if proposed is None or check(proposed) is not None:
                self._settings.stop("unanswered")
            return proposed
        return typed

    def _choice(self, name: str, section: str, proposed: str) -> str:
        """Ask for one of a few values, shown with what they mean; the meaning may be typed as well."""
        words: Mapping[str, str] = self._settings.strings.section(section)
        listed = ", ".join(f"{value} ({meaning})" for value, meaning in words.items())
        by_meaning = {fold(meaning): value for value, meaning in words.items()}

        def check(text: str) -> str | None:
            return None if text in words else self._say("new.choice_wrong", text=text, allowed=listed)

        asked = f"{self._say(f'new.{name}')}: {listed}"
        return self._answer(name, check, str(proposed), lambda text: by_meaning.get(fold(text), text), asked)

    def _place_meant(self, text: str) -> str:
        """“Thành phố Tân An” is as good as thanh-pho-tan-an."""
        return slug(text) if slug(text) in self._names.registry.places else text

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
