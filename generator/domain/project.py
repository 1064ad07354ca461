"""A whole project, read and without errors: what every other part of the program works from."""

from dataclasses import dataclass

from generator.domain.content import ContentFile, ContentPage
from generator.domain.plan import Plan
from generator.domain.problem import Problem
from generator.domain.registry import Registry
from generator.domain.site import SiteConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The site's settings, registries, plans (by file name), pages, and files (by path)."""

    config: SiteConfig
    registry: Registry
    plans: tuple[Plan, ...]
    content: tuple[ContentPage, ...]
    files: tuple[ContentFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What came of reading a project: the project, unless there are errors, and all problems in order."""

    project: Project | None
    problems: tuple[Problem, ...]
