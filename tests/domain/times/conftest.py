"""The phrases of both languages, and what two times must share to mean the same."""

from dataclasses import fields
from importlib.resources import files

import pytest
import yaml

import generator
from generator.domain.times import TimeExpression


def phrases(language):
    return yaml.safe_load((files(generator) / "strings" / f"{language}.yml").read_text("utf-8"))["time"]


@pytest.fixture(scope="session")
def phrases_en():
    return phrases("en")


@pytest.fixture(scope="session")
def phrases_vi():
    return phrases("vi")


@pytest.fixture(scope="session")
def meaning():
    """Everything about a time but its text."""
    names = [field.name for field in fields(TimeExpression) if field.name != "text"]
    return lambda time: {name: getattr(time, name) for name in names}
