import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNTIME = "requirements.lock"
TEST = "requirements-test.lock"


def entries(lock: str) -> list[str]:
    """Give the lock's entries, each with its hashes, as lines joined."""
    joined = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]


def pins(lock: str) -> dict[str, set[str]]:
    """Give the exact versions of each package (several where they depend on the Python)."""
    found: dict[str, set[str]] = {}
    for entry in entries(lock):
        name, version = re.match(r"([\w.-]+)==([^ ;]+)", entry).groups()
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize("lock", [RUNTIME, TEST])
def test_every_package_is_pinned_with_hashes(lock):
    assert [entry for entry in entries(lock) if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_tests_run_with_the_versions_that_build_the_site():
    test_pins = pins(TEST)
    assert {name: versions for name, versions in pins(RUNTIME).items() if test_pins.get(name) != versions} == {}


def test_the_site_needs_none_of_the_packages_of_the_tests():
    wanted = PROJECT["project"]["optional-dependencies"]["test"]
    assert {canonicalize_name(Requirement(line).name) for line in wanted} & set(pins(RUNTIME)) == set()


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        (RUNTIME, PROJECT["project"]["dependencies"]),
        (RUNTIME, PROJECT["build-system"]["requires"]),
        (TEST, PROJECT["project"]["optional-dependencies"]["test"]),
    ],
)
def test_the_lock_holds_what_the_project_asks_for(lock, wanted):
    locked = pins(lock)
    for requirement in map(Requirement, wanted):
        versions = locked[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version, prereleases=True) for version in versions)
