"""The program as pip installs it: every file that it reads comes with the wheel, and a site builds from it alone."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.website.projects import ROOT

CODE = frozenset({".py", ".pyc"})


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, capture_output=True, text=True, timeout=300,
        env=kept | {"PLANSITE_LANG": "en", **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel from a copy, as setuptools leaves its own files beside the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT / "generator", source / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, ".", folder=source)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_package_and_no_other(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = (path for path in (ROOT / "generator").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert held == {path.relative_to(ROOT).as_posix() for path in package}
    assert {Path(name).suffix for name in held} > {".py", ".yml", ".html", ".css", ".js"}


def test_a_new_site_builds_from_the_installed_wheel_alone(wheel, tmp_path):
    """The packages that the program needs are those of the tests; of the program itself only the wheel is found."""
    installed = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    run(*pip, "install", "--no-deps", "--no-index", "--target", installed, wheel, folder=tmp_path)

    def plansite(*arguments: str) -> str:
        return run(sys.executable, "-m", "generator", *arguments, folder=tmp_path, PYTHONPATH=str(installed))

    found = run(
        sys.executable, "-c", "import generator; print(generator.__file__)", folder=tmp_path, PYTHONPATH=str(installed)
    )
    assert Path(found.strip()).is_relative_to(installed)
    plansite("init", "moi")
    assert "No problems" in plansite("--project", "moi", "check")
    plansite("--project", "moi", "build", "--jobs", "1")
    plansite("--project", "moi", "schema")
    plansite("--project", "moi", "workflows", "nginx")
    site = tmp_path / "moi/site"
    assert (site / "en/ke-hoach/vi-du-gop-y/index.html").is_file()
    assert list(site.rglob("*.pdf"))
    assert list(site.rglob("*.docx"))
    assert list((site / "assets").rglob("*.css"))
