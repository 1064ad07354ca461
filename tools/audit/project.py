"""The project that is looked at, in a folder of its own: this one, or one of any number of plans made after it.

A plan that was removed and one that was renamed are put on record, so that the pages they leave are looked at too.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.synthetic import make_project

ROOT = Path(__file__).resolve().parents[2]
REAL_PLANS = 5
_REMOVED = """  - id: audit-removed
    title: {vi: Audit, en: Audit}
    since: 2024-01-01
    removed: {on: 2024-01-02}
"""
_EMPTY_RECORD = "schema: 1\nplans:\n"


class NotBuiltError(Exception):
    """The project has errors; its messages were printed."""


def copied(folder: Path, plans: int | None) -> Path:
    """Make the project in `folder` and give it: of `plans` plans, or as it is where none are asked for."""
    if plans is None:
        for part in ("content", "plans"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "site_config.yml", folder)
    else:
        make_project(folder, plans)
    _remove_one(folder / "plans" / "published.yml")
    _rename_one(next(file for file in sorted((folder / "plans").glob("*-*-*.yml"))))
    return folder


def _remove_one(record: Path) -> None:
    text = record.read_text(encoding="utf-8") if record.exists() else _EMPTY_RECORD
    record.write_text(re.sub(r"(?m)^plans:\n", rf"\g<0>{_REMOVED}", text), encoding="utf-8")


def _rename_one(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    plan.write_text(re.sub(r"(?m)^id: .*\n", r"\g<0>former_ids: audit-renamed\n", text, count=1), encoding="utf-8")


def built(project: Path, site: Path, options: list[str]) -> Path:
    """Build a project into `site`; raises NotBuiltError where it has errors."""
    command = [sys.executable, "-m", "generator", "--project", str(project), "build", "--output", str(site), *options]
    if subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise NotBuiltError
    return site
