"""plansite changes: what the public would see change since a revision in git."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import click

from generator.commands.problems import render_text
from generator.commands.settings import AS_OF, DATA_HAS_ERRORS, Settings, told
from generator.domain.differences import Aspect, Difference
from generator.domain.problem import Severity
from generator.domain.project import Project
from generator.publishing.changes import Change, Changes, Kind, changes
from generator.reading.history import NoHistory, unpack
from generator.reading.project import read_project
from generator.reading.schemas import description
from generator.wording import Strings

Form = Literal["text", "markdown"]
_SIGNS = {Kind.NEW: "+", Kind.CHANGED: "~", Kind.REMOVED: "-"}
_LONGEST = 160
_MARKED = str.maketrans({**{c: f"\\{c}" for c in "\\`*_[]#|~"}, "<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;"})


@click.command("changes", help=told("changes"))
@click.option("--since", default="HEAD", show_default=True, metavar="REV", help=told("since"))
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", help=told("changes_format"))
@AS_OF
@click.pass_obj
def changes_command(settings: Settings, since: str, form: Form, as_of: str | None) -> None:
    """Read the project as it is and as it was, and say what differs."""
    day = settings.day(as_of)
    now = settings.read()
    if now.project is None:
        errors = [problem for problem in now.problems if problem.severity is Severity.ERROR]
        click.echo(render_text(errors, settings.strings), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    before, remark = _before(settings, since)
    found = changes(before, now.project, day)
    lines = _Report(settings.strings, form).lines(found, since, day.isoformat(), remark)
    click.echo("\n".join(lines))


def _before(settings: Settings, since: str) -> tuple[Project | None, str]:
    """Give the project as it was, or none and the words for why; ends with status 2 where there is no revision."""
    with tempfile.TemporaryDirectory(prefix="plansite-") as folder:
        failed = unpack(settings.root, since, Path(folder))
        if isinstance(failed, NoHistory) and failed.reason != "no_project_then":
            settings.stop(f"git_{failed.reason}", folder=settings.root, since=since)
        if failed is not None:
            return None, settings.strings.say("changes.nothing_then", since=since)
        before = read_project(Path(folder)).project
        if before is None:
            return None, settings.strings.say("changes.broken_then", since=since)
        return before, ""


class _Report:
    """Writes the changes in the words of a language, for a terminal or as Markdown."""

    def __init__(self, strings: Strings, form: Form) -> None:
        self._say, self._strings, self._form = strings.say, strings, form

    def lines(self, found: Changes, since: str, day: str, remark: str) -> Iterator[str]:
        """Give every line of the report."""
        yield self._heading(1, self._say("changes.title", since=since, day=day))
        if remark:
            yield from ("", self._plain(remark))
        if not found.any:
            yield from ("", self._say("changes.none"))
        for what in ("pages", "codes", "files"):
            yield from self._group(what, getattr(found, what))
        for record in found.records:
            path = f" (/{record.path})" if record.path else ""
            title = record.title if record.path else self._say("changes.settings")
            yield from ("", self._heading(2, title + path))
            for aspect in Aspect:
                yield from self._aspect(aspect, [one for one in record.differences if one.aspect is aspect])

    def _group(self, what: str, listed: Sequence[Change]) -> Iterator[str]:
        for kind in Kind:
            mine = [one for one in listed if one.kind is kind]
            if mine:
                yield from ("", self._heading(2, self._say(f"changes.{what}.{kind.value}", n=len(mine))))
            for one in mine:
                name = one.path if what == "codes" else f"/{one.path}"
                yield self._item(f"{self._plain(one.title)} " if one.title else "", name, _SIGNS[kind])

    def _aspect(self, aspect: Aspect, listed: Sequence[Difference]) -> Iterator[str]:
        if listed:
            yield self._heading(3, self._say(f"changes.aspects.{aspect.value}"))
        for one in listed:
            words = [self._say("changes.quoted", text=_cut(text)) if text else "" for text in (one.before, one.now)]
            key = "changed" if all(words) else "added" if words[1] else "removed"
            moved = self._say(f"changes.{key}", before=words[0], now=words[1])
            told = ": ".join(filter(None, (_cut(one.item), self._role(one.field) or self._field(one), moved)))
            yield self._item(f"{self._plain(told)} ", one.field, "·")

    def _role(self, field: str) -> str:
        """Name the role that a field stands for, where it is one."""
        before, _, last = field.rpartition(".")
        roles = self._strings.section("roles")
        return str(roles[last]) if before.endswith("roles") and last in roles else ""

    def _field(self, one: Difference) -> str:
        """Say what a field is, as far as the first pause of its explanation; nothing where it has none."""
        try:
            words = description(*one.kind, (self._strings,))
        except KeyError:
            return ""
        return re.split(r"[,;:.(`]", words, maxsplit=1)[0].strip()

    def _heading(self, level: int, text: str) -> str:
        if self._form == "markdown":
            return f"{'#' * (level + 1)} {self._plain(text)}" + "\n" * (level != 1)
        return text if level < 3 else f"  {text}:"

    def _item(self, words: str, place: str, sign: str) -> str:
        if self._form == "markdown":
            shown = sign.replace("~", "\\~").replace("·", "")
            return f"- {shown} {words}`{place}`".replace("-  ", "- ")
        return f"    {sign} {words}[{place}]"

    def _plain(self, text: str) -> str:
        """Let nothing in the text of the data act as markup, or call on people by name."""
        printable = "".join(sign if sign.isprintable() else " " for sign in text)
        return printable.translate(_MARKED) if self._form == "markdown" else printable


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
