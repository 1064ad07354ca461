"""Projects to build: the real one, copies of the small one, and the program run inside the test's own process."""

import shutil
from functools import cache
from pathlib import Path

import yaml
from click.testing import CliRunner, Result

from generator.commands.program import program
from generator.domain.plan import Plan
from generator.domain.project import Project
from generator.reading.project import read_project

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/sites/valid-small"
PLANS = {
    "tan_an": "tan-an-gop-y-hien-ke",
    "vinh": "vinh-chao-mung-dai-hoi",
    "duc_pho": "duc-pho-dan-van-de-an-13",
    "lai_chau": "lai-chau-dan-van-2023",
    "long_khanh": "long-khanh-chinh-quyen-than-thien",
}
TAN_AN, DUC_PHO = PLANS["tan_an"], PLANS["duc_pho"]


def run(*arguments: object, language: str = "vi") -> Result:
    """Run the program in this process. A traceback would be in `exception`, other than SystemExit."""
    done = CliRunner(env={"PLANSITE_LANG": language}).invoke(program, [str(one) for one in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def build(project: Path, day: str = "2026-11-20", *options: str) -> Result:
    """Build a project into the folder `site` beside it, in one process."""
    output = project.parent / "site"
    return run("--project", project, "build", "--output", output, "--as-of", day, "--jobs", "1", *options)


def copy_of(project: Path, folder: Path) -> Path:
    """Copy what makes a project into `folder`/project."""
    copy = folder / "project"
    for part in ("content", "plans"):
        shutil.copytree(project / part, copy / part)
    shutil.copy(project / "site_config.yml", copy)
    return copy


def change(file: Path, old: str, new: str) -> None:
    """Write `new` where `old` stands, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} has no {old!r}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@cache
def real_project() -> Project:
    """Read the real project, which has no errors."""
    result = read_project(ROOT)
    assert result.project is not None, [problem.code for problem in result.problems]
    return result.project


def real_plan(plan_id: str) -> Plan:
    """Read one of the five plans."""
    return next(plan for plan in real_project().plans if plan.id == plan_id)


def facts(name: str) -> list[dict[str, str]]:
    """Give the table of facts of a plan: where each stands (an id, or "page") and its words by language."""
    text = (ROOT / f"tests/plans/facts/{name}.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)
