"""Every list of the site cut after a few entries, so that a small project has all the kinds of further pages."""

from importlib import import_module

import pytest

LIMITS = {
    "accountability": ("_ON_A_PAGE",),
    "agency_index": ("_ON_A_PAGE", "_PLACES_ON_A_PAGE"),
    "body_in_plan": ("_ON_A_PAGE",),
    "body_lists": ("_BODIES_ON_A_PAGE", "_CHILDREN", "_PARTNERS", "_PLANS_ON_A_PAGE"),
    "calendar": ("_ON_A_PAGE",),
    "code_check": ("_ON_A_PAGE",),
    "feedback": ("_ON_A_PAGE", "_WITHOUT"),
    "index": ("_MOST_ITEMS", "_ON_A_PAGE"),
    "lists": ("_ON_A_PAGE",),
}
"""By module of the views: the names of how many entries a page of it has."""


def cut_small(patch: pytest.MonkeyPatch, most: int) -> None:
    """Let no list have more than about `most` entries a page."""
    for module, names in LIMITS.items():
        for name in names:
            patch.setattr(import_module(f"generator.views.{module}"), name, most)
