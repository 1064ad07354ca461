"""axe-core, out of the wheel that carries it: what a reader's software cannot understand, in every look of a page."""

import importlib.resources
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from playwright.sync_api import Browser

from audit.browser import opened
from audit.figures import Findings, counted
from audit.sample import Sample, Served

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[Scheme, int], ...] = (("light", 360), ("dark", 360), ("light", 1280), ("dark", 1280))
_LOOK = """rules => {
  document.querySelectorAll('details').forEach(fold => fold.open = true);
  return axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(found => found.violations);
}"""


def looked_at(served: Served) -> Findings:
    """Give what axe finds on each page, in all four looks together."""
    with opened() as browser:
        found = {one.row: tuple(_found(browser, served.address, one)) for one in served.samples}
    return Findings(tuple(counted(row, "axe", faults) for row, faults in found.items()))


def _found(browser: Browser, address: str, sample: Sample) -> Iterator[str]:
    for scheme, width in LOOKS:
        # Its program is put in past the policy of the page, which allows none but its own.
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
        )
        page = context.new_page()
        page.goto(address + sample.path, wait_until="networkidle")
        page.evaluate(_program())
        for violation in page.evaluate(_LOOK, list(RULES)):
            yield from _told(violation, f"{scheme} {width}")
        context.close()


def _told(violation: dict[str, Any], look: str) -> Iterator[str]:
    for node in violation["nodes"]:
        why = node["failureSummary"].splitlines()[-1].strip()
        yield f"{violation['id']}, {look}: {node['target']} {why}"


@cache
def _program() -> str:
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
