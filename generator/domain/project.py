"""A whole project, read and without errors: what every other part of the program works from."""

from collections.abc import Sequence

from generator.domain.content import ContentFile, ContentPage
from generator.domain.facts import PlanFacts
from generator.domain.notice import NoticeKind
from generator.domain.plan import Plan
from generator.domain.problem import Problem
from generator.domain.published import NOTHING_PUBLISHED, Published
from generator.domain.registry import Registry
from generator.domain.site import SiteConfig
from generator.frozen import frozen


@frozen(kw_only=True)
class Project:
    """The site's settings, registries, plans (by file name), pages, files (by path), what was published."""

    config: SiteConfig
    registry: Registry
    plans: Sequence[Plan]
    content: tuple[ContentPage, ...]
    files: tuple[ContentFile, ...]
    published: Published = NOTHING_PUBLISHED
    notice_kinds: tuple[NoticeKind, ...] = ()
    facts: tuple[PlanFacts, ...] = ()
    """The facts of each of `plans`, where whoever read them has found them: then plans need not be opened for them."""


@frozen(kw_only=True)
class ReadResult:
    """What came of reading a project: the project, unless there are errors, and all problems in order.

    `weighed` are the warnings that staff have silenced, as notes with their reason.
    """

    project: Project | None
    problems: tuple[Problem, ...]
    weighed: tuple[Problem, ...] = ()
