"""plansite build: make the whole site."""

import os
import time
from pathlib import Path

import click

from generator.commands.problems import render_text
from generator.commands.settings import AS_OF, DATA_HAS_ERRORS, DRAFTS, Settings, told
from generator.domain.problem import Problem, Severity
from generator.publishing.build import BuildReport, Outcome, Request, build

_OWN_FOLDERS = ("content", "plans", "generator", "tests")


@click.command("build", help=told("build"))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help=told("output"))
@AS_OF
@click.option("--jobs", type=click.IntRange(1), help=told("jobs"))
@DRAFTS
@click.pass_obj
def build_command(settings: Settings, output: Path | None, as_of: str | None, jobs: int | None, drafts: bool) -> None:
    """Read, build, and say what was built."""
    started = time.perf_counter()
    target = _safe_output(settings, output)
    request = Request(settings.root, target, settings.day(as_of), jobs or os.cpu_count() or 1, drafts)
    settings.find()
    result = _built(settings, request)
    errors = tuple(problem for problem in result.problems if problem.severity is Severity.ERROR)
    if errors:
        click.echo(render_text(errors, settings.strings), err=True)
    if result.report is None:
        click.echo(settings.strings.say("build.stopped"), err=True)
        raise SystemExit(DATA_HAS_ERRORS)
    _say_what_was_built(settings, result.report, request, result.problems, time.perf_counter() - started)


def _safe_output(settings: Settings, output: Path | None) -> Path:
    """Give the folder to write; never one that holds the project's own data."""
    target = (output or settings.root / "site").resolve()
    own = (settings.root, *(settings.root / folder for folder in _OWN_FOLDERS))
    inside = any(target.is_relative_to(folder) for folder in own[1:])
    if inside or settings.root.is_relative_to(target):
        settings.stop("output_inside", folder=target)
    return target


def _built(settings: Settings, request: Request) -> Outcome:
    """Build; ends with status 2 where the folder cannot be written."""
    try:
        return build(request)
    except OSError as error:
        settings.stop("cannot_write", folder=request.output, reason=error.strerror or error)


def _say_what_was_built(
    settings: Settings, report: BuildReport, request: Request, problems: tuple[Problem, ...], seconds: float
) -> None:
    """Print what was built and how to look at it."""
    say = settings.strings.say
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    languages = ", ".join(report.languages)
    decimal = say("numbers.decimal")
    click.echo(say("build.done", folder=_shown(request.output)))
    click.echo(say("build.counts", plans=report.plans, pages=report.pages, files=report.files, languages=languages))
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    click.echo(say("build.problems", errors=errors, warnings=warnings))
    if warnings:
        click.echo(say("build.see_warnings"))
    if report.hidden_drafts:
        click.echo(say("build.drafts_hidden", n=report.hidden_drafts))
    if report.search_failure is not None:
        key = "search_failed" if report.search_failure else "search_missing"
        click.echo(say(f"build.{key}", reason=report.search_failure), err=True)
    took = f"{seconds:.1f}".replace(".", decimal)
    click.echo(say("build.seconds", seconds=took, day=request.as_of.isoformat()))
    click.echo(say("build.look"))


def _shown(folder: Path) -> str:
    """Give a folder as people write it: relative to where they stand, if it is below."""
    here = Path.cwd()
    return f"{folder.relative_to(here)}/" if folder.is_relative_to(here) else str(folder)
