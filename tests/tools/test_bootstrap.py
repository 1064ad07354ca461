import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def bootstrap(*arguments: str, folder: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "tools" / "bootstrap.py"), *arguments],
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def fresh_project(tmp_path):
    """A project without .venv."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    for name in ("pyproject.toml", "requirements.lock", "requirements-test.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize("arguments", [(), ("sites",)])
def test_wrong_usage_shows_the_commands_and_exits_2(arguments):
    done = bootstrap(*arguments)
    assert done.returncode == 2
    assert "site | serve | test | audit | bench | lock | clean" in done.stdout


def test_a_missing_venv_module_names_the_command_that_installs_it(fresh_project, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "ensurepip.py").write_text("raise ImportError")
    done = bootstrap("site", folder=fresh_project, PYTHONPATH=str(broken), PATH=str(broken))
    assert done.returncode == 2
    assert f"apt-get install python3.{sys.version_info.minor}-venv" in done.stderr
    assert not (fresh_project / ".venv").exists()


def test_locking_without_uv_says_how_to_get_it(fresh_project, tmp_path):
    done = bootstrap("lock", folder=fresh_project, PATH=str(tmp_path))
    assert done.returncode == 2
    assert "pip install uv" in done.stderr


def test_cleaning_removes_what_was_made_and_nothing_else(fresh_project):
    (fresh_project / "site" / "sub").mkdir(parents=True)
    (fresh_project / "plans").mkdir()
    (fresh_project / "plans" / "mine.yml").touch()
    assert bootstrap("clean", folder=fresh_project).returncode == 0
    assert not (fresh_project / "site").exists()
    assert (fresh_project / "plans" / "mine.yml").exists()
    assert (fresh_project / "tools" / "bootstrap.py").exists()


def test_make_offers_the_same_commands():
    usage = bootstrap().stdout
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert " | ".join(targets[1].split()) in usage


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_continuous_integration_can_run_its_script():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
