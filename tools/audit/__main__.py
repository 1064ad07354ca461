"""Build the site, serve it as it should be hosted, measure it, print one table.

    make audit ARGS="--plans 1000 --only budget --only search"

Exit status: 0 where every bound holds and every tool ran, 1 where not, 2 where the site could not be built.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from audit import axe, first_query, lighthouse, links, nu, wire
from audit.equipment import lacking
from audit.figures import Findings, NotRun
from audit.hosting import by_python, hosted
from audit.project import REAL_PLANS, NotBuiltError, built, copied
from audit.sample import Served, sampled
from audit.table import shown, status


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that measures, and what it needs of the machine."""

    measure: Callable[[Served], Findings]
    needs: tuple[str, ...] = ()


TOOLS: Mapping[str, Tool] = {
    "lighthouse": Tool(lighthouse.scored, ("chromium", "npm")),
    "axe": Tool(axe.looked_at, ("chromium",)),
    "budget": Tool(wire.visited, ("chromium",)),
    "search": Tool(first_query.asked, ("chromium",)),
    "html": Tool(nu.checked, ("java", "npm")),
    "links": Tool(links.followed),
}


def main(arguments: list[str]) -> int:
    """Measure what was asked for; give the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        with _served(asked) as served:
            findings = sum((_run(name, served) for name in asked.only or TOOLS), Findings())
    except NotBuiltError:
        return 2
    print(shown(findings))
    return status(findings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make audit")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--plans", type=int, help="so many plans made after the real ones, instead of those")
    what.add_argument("--site", type=Path, help="a site that is built already, instead")
    parser.add_argument("--as-of", help="the day of reference, YYYY-MM-DD")
    parser.add_argument("--only", action="append", choices=TOOLS, help="only this tool; may be given again")
    return parser


@contextmanager
def _served(asked: argparse.Namespace) -> Iterator[Served]:
    """Show the site that is asked for."""
    plans = asked.plans or REAL_PLANS
    with by_python(asked.site.resolve()) if asked.site else _made(asked) as (address, site):
        yield Served(address, site, sampled(site), plans, asked.as_of)


@contextmanager
def _made(asked: argparse.Namespace) -> Iterator[tuple[str, Path]]:
    """Build what is to be looked at, and show it."""
    options = ["--as-of", asked.as_of] if asked.as_of else []
    with tempfile.TemporaryDirectory(prefix="plansite-audit-") as name:
        folder = Path(name)
        (folder / "server").mkdir()
        project = copied(folder / "project", asked.plans)
        site = built(project, folder / "site", options)
        with hosted(project, site, folder / "server") as shown_at:
            yield shown_at


def _run(name: str, served: Served) -> Findings:
    """Run a tool, or say why it cannot run."""
    print(f"{name} ...", file=sys.stderr, flush=True)
    why = next(filter(None, map(lacking, TOOLS[name].needs)), None)
    return TOOLS[name].measure(served) if why is None else Findings(not_run=(NotRun(name, why),))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
