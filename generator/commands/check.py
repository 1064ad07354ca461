"""plansite check: say everything that is wrong, and build nothing."""

from typing import Literal

import click

from generator.commands.code_quality import render_gitlab
from generator.commands.problems import render_github, render_json, render_text
from generator.commands.settings import AS_OF, DATA_HAS_ERRORS, Settings, told
from generator.domain.problem import Problem, Severity
from generator.wording import Strings

Format = Literal["text", "json", "github", "gitlab"]


@click.command("check", help=told("check"))
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "gitlab"]), default="text", help=told("format")
)
@AS_OF
@click.pass_obj
def check_command(settings: Settings, form: Format, as_of: str | None) -> None:
    """Read, and say what to mend."""
    settings.day(as_of)
    result = settings.read()
    problems = (*result.problems, *result.weighed)
    click.echo(rendered(problems, form, settings.strings), nl=form != "github")
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SystemExit(DATA_HAS_ERRORS)


def rendered(problems: tuple[Problem, ...], form: Format, strings: Strings) -> str:
    """Give the problems in one of the forms."""
    forms = {"text": render_text, "json": render_json, "github": render_github, "gitlab": render_gitlab}
    return forms[form](problems, strings)
