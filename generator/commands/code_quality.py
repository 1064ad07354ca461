"""Problems as GitLab's code quality report, which it shows beside the lines of a merge request."""

import hashlib
import json
from collections.abc import Sequence

from generator.commands.problems import mended, sentence
from generator.domain.problem import Problem, Severity
from generator.wording import Strings

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render_gitlab(problems: Sequence[Problem], strings: Strings) -> str:
    """Give the problems as a JSON list of the Code Climate form that GitLab reads."""
    return json.dumps([_entry(problem, strings) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def _entry(problem: Problem, strings: Strings) -> dict[str, object]:
    at = problem.location
    words = sentence(problem, strings)
    if problem.instead:
        words += f"\n{mended(problem, strings)}"
    # Without the line: a problem that only moved is the same one.
    same = repr((problem.code, at.file, problem.path, problem.excerpt.strip()))
    return {
        "description": words,
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(same.encode()).hexdigest(),
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": at.file, "lines": {"begin": at.line}},
    }
