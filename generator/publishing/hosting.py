"""Files with which the usual hosts check and publish a site: made from templates, for one project."""

import re
import shlex
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.domain.colour import accent
from generator.domain.site import SiteConfig
from generator.drawing.project_text import text_templates
from generator.publishing.headers import site_headers
from generator.publishing.starting import File
from generator.wording import Strings

_TEMPLATES = Path(__file__).parent.parent / "templates" / "hosting"
_MARKS: Mapping[str, str] = {
    "variable_start_string": "[[=",
    "variable_end_string": "=]]",
    "block_start_string": "[[%",
    "block_end_string": "%]]",
    "comment_start_string": "[[#",
    "comment_end_string": "#]]",
}
_BOOTSTRAP = "tools/bootstrap.py"
_FROM_HERE = (
    "python -m pip install --require-hashes --only-binary :all: -r requirements.lock",
    "python -m pip install --no-deps --no-build-isolation --no-index .",
)
_WORKFLOWS: Mapping[str, Mapping[str, str]] = {
    "github": {
        f".github/workflows/plansite-{name}.yml": f"github/plansite-{name}.yml"
        for name in ("check", "publish", "print")
    },
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml"},
}
HOSTS = (*_WORKFLOWS, "nginx")
NGINX = "plansite-nginx.conf"


def installing(root: Path, requirement: str | None) -> tuple[str, ...]:
    """Give the commands that install the program: `requirement` as pip knows it, else out of the repository at `root`.

    Empty where neither is there: a name on a package index is not guessed.
    """
    if requirement is not None:
        return (f"python -m pip install {shlex.quote(' '.join(requirement.split()))}",)
    return _FROM_HERE if (root / _BOOTSTRAP).is_file() else ()


def workflow_files(host: str, install: tuple[str, ...], strings: Strings) -> Iterator[File]:
    """Give the files of `host` (github, gitlab): paths from the root of the repository."""
    values = {"install": install, "say": strings.say, "language": strings.code, "locked": install == _FROM_HERE}
    for path, template in _WORKFLOWS[host].items():
        yield path, _environment().get_template(template).render(values).encode()


def nginx_file(config: SiteConfig, strings: Strings, *, search: bool, folder: str, port: int = 80) -> File:
    """Give a site for nginx that serves `folder` under the address in `config`."""
    parts = urlsplit(config.address)
    values = {
        "host": parts.hostname or "_",
        "base": parts.path or "/",
        "pattern": re.escape(parts.path or "/"),
        "headers": site_headers(accent(config.accent), search=search),
        "folder": folder.rstrip("/"),
        "port": port,
        "say": strings.say,
    }
    return NGINX, _environment().get_template("nginx.conf").render(values).encode()


@lru_cache
def _environment() -> Environment:
    """Templates with marks of their own: those of the usual kind have a meaning in workflows."""
    return text_templates(_TEMPLATES, _MARKS)
