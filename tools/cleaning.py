"""Removes what is made: the site, caches, and the virtual environment."""

import shutil

import environment

_MADE = (
    "site",
    ".venv",
    ".plansite-cache",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".import_linter_cache",
    "build",
    "plansite.egg-info",
)


def clean(_: list[str]) -> int:
    """Remove everything that the other commands can make again."""
    for name in _MADE:
        shutil.rmtree(environment.ROOT / name, ignore_errors=True)
    for cache in environment.ROOT.rglob("__pycache__"):
        shutil.rmtree(cache, ignore_errors=True)
    return 0
