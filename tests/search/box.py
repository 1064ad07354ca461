"""The search box as a reader uses it: opened by a key, typed into, read."""

from dataclasses import dataclass

from playwright.sync_api import Page

FIELD = ".ps-search input[type=search]"
STATUS = ".ps-search__status"
ANSWERED = f"() => (s => s.textContent !== s.dataset.loading)(document.querySelector('{STATUS}'))"


@dataclass(frozen=True)
class Found:
    """One result: its path within the site, the parts offered below it, its kind as shown, and its words."""

    path: str
    parts: tuple[str, ...]
    kind: str
    text: str


def open_box(page: Page) -> None:
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()


def search(page: Page, query: str) -> None:
    """Type `query` and wait for the answer."""
    page.fill(FIELD, query)
    page.locator(".ps-search form").evaluate("form => form.requestSubmit()")
    page.wait_for_function(ANSWERED)


def results(page: Page, home: str) -> list[Found]:
    """Give what the box shows; `home` is the address of the home page in the reader's language."""
    rows = page.locator(".ps-search__results > li").evaluate_all(
        """rows => rows.map(row => ({
            href: row.querySelector('h3 a').href,
            parts: [...row.querySelectorAll('ul a')].map(a => a.href.split('#')[1]),
            kind: row.querySelector('.ps-chip').textContent,
            text: row.innerText,
        }))"""
    )
    return [Found(row["href"].removeprefix(home), tuple(row["parts"]), row["kind"], row["text"]) for row in rows]
