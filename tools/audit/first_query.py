"""What the first query of a reader costs: the search's program, its index as far as it is needed, and its results."""

from itertools import product

from playwright.sync_api import Browser

from audit.browser import first_visit, opened
from audit.figures import KB, Figure, Findings, at_most
from audit.sample import DEFAULT_LANGUAGE, Served

QUERIES = ("gop y", "UBND thành phố Tân An", "31/3/2023")
# A site of a thousand plans has a larger index; both figures are the promise made to a reader.
MOST_BYTES, MOST_BYTES_OF_MANY, MANY = 250 * KB, 400 * KB, 100
_FIELD, _STATUS = ".ps-search input[type=search]", ".ps-search__status"
_ANSWERED = f"() => (s => s.textContent !== s.dataset.loading)(document.querySelector('{_STATUS}'))"
# On a slow phone the program, its index and the excerpts come one after the other.
_PATIENCE = 60_000  # milliseconds


def asked(served: Served) -> Findings:
    """Give what each of a few queries costs, each the first of a new reader."""
    bound = MOST_BYTES if served.plans < MANY else MOST_BYTES_OF_MANY
    figures: list[Figure] = []
    with opened() as browser:
        for language, query in product(served.languages, QUERIES):
            home = served.address + ("" if language == DEFAULT_LANGUAGE else f"{language}/")
            cost, found = _ask(browser, home, query)
            figures += _figures(f"“{query}” {language}", cost / KB, bound / KB, found)
    return Findings(tuple(figures))


def _figures(row: str, cost: float, bound: float, found: int) -> tuple[Figure, Figure]:
    nothing = Figure(row, "found", str(found), found == 0, ("nothing is found",))
    return at_most(row, "kB", cost, bound, f"{cost:.1f}"), nothing


def _ask(browser: Browser, home: str, query: str) -> tuple[float, int]:
    """Give the bytes that a query costs, and the number of results."""
    with first_visit(browser) as (page, wire):
        page.set_default_timeout(_PATIENCE)
        page.goto(home, wait_until="networkidle")
        before = wire.size
        page.locator(".ps-bar__search").click()
        page.locator(_FIELD).fill(query)
        page.locator(".ps-search form").evaluate("form => form.requestSubmit()")
        page.wait_for_function(_ANSWERED)
        page.wait_for_load_state("networkidle")
        return wire.size - before, page.locator(".ps-search__results > li").count()
